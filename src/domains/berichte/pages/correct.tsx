import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { Confirm, TextField } from "../../../ui/index.ts";
import { correctBericht } from "../commands/correct-bericht.ts";
import { berichtigungEingabe } from "../model/eingabe.ts";
import { BerichtPage } from "../parts/bericht-page.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan, LIST } from "../parts/visit.ts";
import { berichtOf } from "../queries/berichte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/berichtigen`;

async function form(visit: Visit, rejected?: Rejected) {
  const akte = await readAs(visit.actor, (tx) => berichtOf(tx, visit.actor, idOf(visit)));
  if (akte.nummer === undefined) throw new NotFound();
  const self = `${LIST}/${akte.id}`;
  return (
    <BerichtPage visit={visit} akte={akte} title="Bericht berichtigen" rejected={rejected}>
      <Confirm action={`${self}/berichtigen`} confirm="Berichtigung entwerfen" back={self} rejected={rejected}>
        <p>
          Bericht {akte.nummer} bleibt, wie er ist. Es entsteht ein neuer Entwurf mit den Zahlen von heute, der bei der
          Freigabe eine eigene Nummer bekommt und diesen Bericht nennt.
        </p>
        <TextField
          name="grund"
          label="Was wird berichtigt?"
          hint="Ein Satz, der im neuen Bericht steht. Zum Beispiel: Zwei Listen waren noch nicht übernommen."
          maxlength={500}
          rejected={rejected}
        />
      </Confirm>
    </BerichtPage>
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = change({
  path: PATH,
  permission,
  schema: berichtigungEingabe,
  save: async (tx, visit, { grund }) =>
    getan.after(`${LIST}/${await correctBericht(tx, visit.actor, idOf(visit), grund)}`, "angelegt"),
  again: form,
});
