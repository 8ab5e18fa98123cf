import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import { Confirm, DateField, SelectField } from "../../../ui/index.ts";
import { endBesetzung } from "../commands/end-besetzung.ts";
import { removeBesetzung } from "../commands/remove-besetzung.ts";
import { BESETZUNG, at, besetzungOf } from "../parts/besetzung-visit.ts";
import { grundOptions } from "../parts/grund-options.ts";
import { StellePage } from "../parts/stelle-page.tsx";
import { getan, LIST } from "../parts/visit.ts";
import { besetzungEnde, leer } from "../model/stelle.ts";

const permission = "stelle.schreiben";

async function endForm(visit: Visit, rejected?: Rejected) {
  const { stelle, name, up, self } = await besetzungOf(visit);
  const gruende = await readAs(visit.actor, grundOptions);
  return (
    <StellePage visit={visit} stelle={stelle} title="Besetzung beenden" rejected={rejected}>
      <Confirm action={`${self}/beenden`} confirm="Besetzung beenden" back={up} rejected={rejected}>
        <p>
          <bdi>{name ?? "Name nicht einsehbar"}</bdi>
        </p>
        <DateField
          name="bis"
          label="Letzter Tag"
          hint="Er zählt noch mit. Am Tag danach ist der Anteil vakant."
          value={today()}
          rejected={rejected}
        />
        <SelectField
          name="grund"
          label="Warum ist die Stelle danach vakant?"
          hint="Sie können den Grund auch später angeben oder ändern."
          options={gruende}
          empty="noch offen"
          optional
          rejected={rejected}
        />
      </Confirm>
    </StellePage>
  );
}

export const endPage = page({ path: `${BESETZUNG}/beenden`, permission, show: (visit) => endForm(visit) });

export const end = action({
  path: `${BESETZUNG}/beenden`,
  permission,
  schema: besetzungEnde,
  run: async (visit, input, submission) => {
    const ids = at(visit);
    return new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await endBesetzung(tx, visit.actor, ids, input);
        return getan.after(`${LIST}/${ids.stelle}`, "beendet");
      }),
    );
  },
  again: endForm,
});

async function removeForm(visit: Visit, rejected?: Rejected) {
  const { stelle, name, self } = await besetzungOf(visit);
  return (
    <StellePage visit={visit} stelle={stelle} title="Besetzung entfernen" rejected={rejected}>
      <Confirm
        action={`${self}/entfernen`}
        confirm="Besetzung entfernen"
        back={`${self}/bearbeiten`}
        danger
        rejected={rejected}
      >
        <p>
          <bdi>{name ?? "Name nicht einsehbar"}</bdi> zählt dann auch für frühere Tage nicht mehr. Ist jemand gegangen,
          beenden Sie stattdessen die Besetzung.
        </p>
      </Confirm>
    </StellePage>
  );
}

export const removeBesetzungPage = page({
  path: `${BESETZUNG}/entfernen`,
  permission,
  show: (visit) => removeForm(visit),
});

export const takeAway = action({
  path: `${BESETZUNG}/entfernen`,
  permission,
  schema: leer,
  run: async (visit, _, submission) => {
    const ids = at(visit);
    return new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await removeBesetzung(tx, visit.actor, ids);
        return getan.after(`${LIST}/${ids.stelle}`, "entfernt");
      }),
    );
  },
  again: removeForm,
});
