import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Confirm, DateField, Entered, SelectField, fieldsOf } from "../../../ui/index.ts";
import { endBesetzung } from "../commands/end-besetzung.ts";
import { BesetzungEnde } from "../model/stelle.ts";
import { BESETZUNG, at, shownBesetzung } from "../parts/besetzung.ts";
import { LIST, getan } from "../parts/getan.ts";
import { grundOptions } from "../parts/grund-options.ts";
import { belowStelle } from "../parts/below.ts";

const permission = "stelle.schreiben";
const PATH = `${BESETZUNG}/beenden`;

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, name, up, self } = await shownBesetzung(visit);
  const gruende = await readAs(visit.actor, grundOptions);
  const field = fieldsOf({ bis: [today()] }, rejected);
  return (
    <CardPage {...belowStelle(visit, stelle)} title="Besetzung beenden" rejected={rejected}>
      <Confirm action={`${self}/beenden`} confirm="Besetzung beenden" back={up} rejected={rejected}>
        <p>
          <Entered>{name ?? "Name nicht einsehbar"}</Entered>
        </p>
        <DateField
          {...field("bis")}
          label="Letzter Tag"
          hint="Er zählt noch mit. Am Tag danach ist der Anteil vakant."
        />
        <SelectField
          {...field("grund")}
          label="Warum ist die Stelle danach vakant?"
          hint="Sie können den Grund auch später angeben oder ändern."
          options={gruende}
          empty="noch offen"
          optional
        />
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: BesetzungEnde }, async (tx, visit, input) => {
  const ids = at(visit);
  await endBesetzung(tx, visit.actor, ids, input);
  return getan.after(`${LIST}/${ids.stelle}`, "beendet");
});
