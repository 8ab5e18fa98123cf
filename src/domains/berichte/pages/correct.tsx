import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm, TextField, fieldsOf } from "../../../ui/index.ts";
import { correctBericht } from "../commands/correct-bericht.ts";
import { Berichtigung } from "../model/eingabe.ts";
import { belowBericht } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { berichtOf } from "../queries/berichte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/berichtigen`;

async function form(visit: Visit, rejected?: Rejected) {
  const akte = await readAs(visit.actor, (tx) => berichtOf(tx, visit.actor, idOf(visit)));
  if (akte.nummer === undefined) throw new NotFound();
  const self = `${LIST}/${akte.id}`;
  return (
    <CardPage {...belowBericht(visit, akte)} title="Bericht berichtigen" rejected={rejected}>
      <Confirm action={`${self}/berichtigen`} confirm="Berichtigung entwerfen" back={self} rejected={rejected}>
        <p>
          Bericht {akte.nummer} bleibt, wie er ist. Es entsteht ein neuer Entwurf mit den Zahlen von heute, der bei der
          Freigabe eine eigene Nummer bekommt und diesen Bericht nennt.
        </p>
        <TextField
          {...fieldsOf(undefined, rejected)("grund")}
          label="Was wird berichtigt?"
          hint="Ein Satz, der im neuen Bericht steht. Zum Beispiel: Zwei Listen waren noch nicht übernommen."
        />
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: Berichtigung }, async (tx, visit, input) => {
  const id = await correctBericht(tx, visit.actor, visit.at, input);
  return getan.after(`${LIST}/${id}`, "angelegt");
});
