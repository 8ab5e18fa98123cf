import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Button, CardPage, ConflictNotice, Form, SelectField, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { abgeschlossene } from "../../rekonstruktion/index.ts";
import { postponeTop } from "../commands/postpone-top.ts";
import { changeTop, removeTop, shiftTop } from "../commands/set-tagesordnung.ts";
import { TopEingabe, Verschieben as VerschiebenEingabe, Vertagen } from "../model/eingabe.ts";
import { topValues } from "../model/form-values.ts";
import { belowSitzung } from "../parts/below.ts";
import { SITZUNGEN, TOPS, getan } from "../parts/getan.ts";
import { Verschieben } from "../parts/verschieben.tsx";
import { KeinName } from "../parts/worte.tsx";
import { topOf } from "../queries/sitzungen.ts";

const permission = "gremium.schreiben";
const CONFLICT = [
  { name: "titel", label: "Worum geht es?" },
  { name: "rekonstruktion", label: "Fallrekonstruktion als Unterlage" },
];

async function form(visit: Visit, rejected?: Rejected) {
  const { top, sitzung, rekonstruktionen } = await readAs(visit.actor, async (tx) => ({
    ...(await topOf(tx, idOf(visit))),
    rekonstruktionen: await abgeschlossene(tx, visit.actor),
  }));
  const self = `${TOPS}/${top.id}`;
  const back = `${SITZUNGEN}/${sitzung.id}`;
  const values = topValues(top);
  const options = rekonstruktionen.map(({ id, frage }) => ({ value: id, label: frage }));
  const kept = top.rekonstruktionId;
  if (kept !== null && !options.some(({ value }) => value === kept)) options.push({ value: kept, label: "wie bisher" });
  const field = fieldsOf(values, rejected);
  return (
    <CardPage {...belowSitzung(visit, sitzung)} title="Punkt der Tagesordnung" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={back} />
      <Form action={`${self}/bearbeiten`} record={{ version: top.version, values }} rejected={rejected}>
        <TextField {...field("titel")} label="Worum geht es?" />
        {options.length === 0 ? null : (
          <SelectField
            {...field("rekonstruktion")}
            label="Fallrekonstruktion als Unterlage"
            hint="Wie sie ist, wenn Sie sie wählen; sie wird mit eingeladen."
            empty="keine"
            options={options}
            optional
          />
        )}
        <KeinName field={field} rejected={rejected} />
        <Submit label="Speichern" cancel={back} />
      </Form>
      <div class="actions">
        <Verschieben self={self} hin="hoch" label="Nach oben" />
        <Verschieben self={self} hin="runter" label="Nach unten" />
        <Form action={`${self}/entfernen`}>
          <Button kind="tertiary" small>
            Von der Tagesordnung nehmen
          </Button>
        </Form>
      </div>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${TOPS}/:id/bearbeiten`,
  permission,
  { form, schema: TopEingabe },
  async (tx, { actor, at }, input) =>
    getan.after(`${SITZUNGEN}/${await changeTop(tx, actor, at, input)}`, "gespeichert"),
);

export const saveShift = change(
  `${TOPS}/:id/verschieben`,
  permission,
  { schema: VerschiebenEingabe, again: form },
  async (tx, visit, { hin }) =>
    getan.after(`${SITZUNGEN}/${await shiftTop(tx, visit.actor, idOf(visit), hin)}`, "gespeichert"),
);

export const savePostpone = change(
  `${TOPS}/:id/vertagen`,
  permission,
  { schema: Vertagen, again: form },
  async (tx, visit, { vertagt }) => {
    const sitzung = await postponeTop(tx, visit.actor, idOf(visit), vertagt);
    return getan.after(`${SITZUNGEN}/${sitzung}`, vertagt ? "vertagt" : "beraten");
  },
);

export const saveRemove = change(
  `${TOPS}/:id/entfernen`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, visit) => getan.after(`${SITZUNGEN}/${await removeTop(tx, visit.actor, idOf(visit))}`, "entfernt"),
);
