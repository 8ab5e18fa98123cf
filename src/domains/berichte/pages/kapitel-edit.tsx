import type { Visit } from "../../../platform/access.ts";
import { Instead, formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected, Values } from "../../../platform/form.ts";
import { held } from "../../../platform/held.ts";
import { idOf } from "../../../platform/ids.ts";
import { changeKapitel } from "../commands/change-kapitel.ts";
import { KapitelEingabe } from "../model/eingabe.ts";
import { kapitelValues } from "../model/form-values.ts";
import { eingesetzt } from "../model/text.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KapitelForm } from "../parts/kapitel-form.tsx";
import { halbjahresberichtOf } from "../queries/berichte.ts";
import { kapitelAkte } from "../queries/kapitel-akte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/kapitel/:id`;
const DRAFT = { form: "kapitel", name: "Kapitel eines Berichts", resume: PATH };

/** @param typed what stands in the form instead of what is stored, where somebody goes on typing in it */
async function form(visit: Visit, rejected?: Rejected, typed: Values = {}) {
  const seite = await readAs(visit.actor, async (tx) => {
    const { akte, kapitel } = await kapitelAkte(tx, visit.actor, idOf(visit));
    const bericht = await halbjahresberichtOf(tx, visit.actor.kreis, akte, today());
    const record = { id: kapitel.id, version: kapitel.version, values: kapitelValues(bericht.grundlage, kapitel) };
    const f = await filled(tx, visit, DRAFT, record, rejected);
    return { akte, kapitel, bericht, f: { ...f, values: { ...f.values, ...typed } } };
  });
  return <KapitelForm {...seite} visit={visit} rejected={rejected} />;
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form: (visit, rejected) => form(visit, rejected), schema: KapitelEingabe, draft: DRAFT, notices: getan },
  async (tx, visit, input) => {
    const { actor, at } = visit;
    if (input.einsetzen) {
      const { kapitel } = await kapitelAkte(tx, actor, at.id);
      held(kapitel, at.version);
      const text = eingesetzt(input.text, input.zahl ?? "");
      throw new Instead(() =>
        form(visit, undefined, { titel: [input.titel], text: [text], zahl: [], gesehen: [input.gesehen] }),
      );
    }
    return getan.after(`${LIST}/${await changeKapitel(tx, actor, at, input)}`, "gespeichert");
  },
);
