import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { changeBericht } from "../commands/change-bericht.ts";
import { EntwurfEingabe } from "../model/eingabe.ts";
import { entwurfValues } from "../model/form-values.ts";
import { EntwurfForm } from "../parts/entwurf-form.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { berichtOf, halbjahresberichtOf } from "../queries/berichte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/bearbeiten`;
const DRAFT = { form: "bericht", name: "Texte eines Berichts", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const seite = await readAs(visit.actor, async (tx) => {
    const akte = await berichtOf(tx, visit.actor, idOf(visit));
    if (akte.nummer !== undefined) throw new NotFound();
    const bericht = await halbjahresberichtOf(tx, visit.actor.kreis, akte, today());
    const record = { id: akte.id, version: akte.version, values: entwurfValues(bericht) };
    return { akte, bericht, f: await filled(tx, visit, DRAFT, record, rejected) };
  });
  return <EntwurfForm {...seite} visit={visit} rejected={rejected} />;
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: EntwurfEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await changeBericht(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
