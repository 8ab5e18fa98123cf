import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  Confirm,
  Day,
  DescriptionList,
  Entered,
  SelectField,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { settleEinwand } from "../commands/settle-einwand.ts";
import { EinwandEnde } from "../model/einwand.ts";
import { EINWAND_STAND, wordOf } from "../model/worte.ts";
import { belowPerson } from "../parts/below.tsx";
import { getan } from "../parts/getan.ts";
import { personOf } from "../queries/person.ts";
import type { Einwand } from "../queries/person-teile.ts";
import { einwandOf } from "../queries/verlauf.ts";

const PATH = "/personen/:id/einwaende/:einwand";
const ENDEN = [
  { value: "berichtigt", label: "Die Angabe ist berichtigt" },
  { value: "zurueckgenommen", label: "Die Person bestreitet sie nicht mehr" },
];

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { person, einwand } = await openRecordAs(visit.actor, { art: "person", id }, "bearbeitung", async (tx) => ({
    person: await personOf(tx, visit.actor, id),
    einwand: await einwandOf(tx, visit.actor, id, idOf(visit, "einwand")),
  }));
  const field = fieldsOf(undefined, rejected);
  const here = `/personen/${id}`;
  return (
    <CardPage {...belowPerson(visit, person)} title="Bestrittene Angabe" rejected={rejected}>
      <Gesagtes einwand={einwand} />
      {einwand.stand === "bestritten" ? (
        <Confirm
          action={`${here}/einwaende/${einwand.id}`}
          confirm="Einwand schließen"
          back={here}
          version={einwand.version}
          rejected={rejected}
        >
          <SelectField {...field("stand")} label="Wie ging es aus?" options={ENDEN} empty="Bitte wählen" />
          <TextField {...field("ergebnis")} label="Was hat sich ergeben?" optional />
        </Confirm>
      ) : null}
    </CardPage>
  );
}

const Gesagtes = ({ einwand }: { readonly einwand: Einwand }) => (
  <DescriptionList
    items={[
      { term: einwand.label, value: <Entered>{einwand.wert}</Entered> },
      { term: "Die Person sagt", value: <Entered>{einwand.erklaerung}</Entered> },
      { term: "am", value: <Day iso={einwand.am} /> },
      { term: "Stand", value: wordOf(EINWAND_STAND, einwand.stand) },
      ...(einwand.erledigtAm === null ? [] : [{ term: "erledigt am", value: <Day iso={einwand.erledigtAm} /> }]),
      ...(einwand.ergebnis === null ? [] : [{ term: "Ergebnis", value: <Entered>{einwand.ergebnis}</Entered> }]),
    ]}
  />
);

export const { show, save } = formPage(
  PATH,
  "person.schreiben",
  { form, schema: EinwandEnde },
  async (tx, visit, input) => {
    const [person, einwand] = [idOf(visit), idOf(visit, "einwand")];
    await settleEinwand(tx, visit.actor, { person, einwand, version: visit.version }, input);
    return getan.after(`/personen/${person}`, "geklaert");
  },
);
