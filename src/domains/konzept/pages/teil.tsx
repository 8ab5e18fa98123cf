import type { Visit } from "../../../platform/access.ts";
import { Instead, formPage } from "../../../platform/change.ts";
import type { Tx } from "../../../platform/db.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import { NotFound, type Rejected, type Values, first } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { zusammengefuehrt } from "../model/absaetze.ts";
import { saveTeil } from "../commands/save-teil.ts";
import { TeilEingabe } from "../model/eingabe.ts";
import { eingesetzt } from "../model/konzeptpapier.ts";
import { LIST, TEIL, getan } from "../parts/getan.ts";
import { TeilForm } from "../parts/teil-form.tsx";
import { type TeilAkte, teilOf } from "../queries/kapitel.ts";
import { staendeOf, textIn } from "../queries/staende.ts";
import { woraufOf } from "../queries/stand.ts";

const PATH = `${TEIL}/:id`;
const DRAFT = { form: "konzeptteil", name: "Teil eines Handlungskonzepts", resume: PATH };

/** What came back because somebody else saved meanwhile: both texts in one, and where they touch. */
async function beruehrung(tx: Tx, visit: Visit, akte: TeilAkte, rejected: Rejected | undefined) {
  if (rejected?.conflict === undefined) return { beruehrt: undefined, again: rejected };
  const vorher = await textIn(tx, akte.teil.id, Number(first(rejected.values, "_version")) || 0);
  const now = first(rejected.conflict.stored, "text");
  if (vorher === undefined) return { beruehrt: undefined, again: rejected };
  const { text, beruehrungen } = zusammengefuehrt(vorher, first(rejected.values, "text"), now);
  const wer = (await staendeOf(tx, visit.actor, akte, 1))[0]?.wer ?? "";
  const again = { ...rejected, values: { ...rejected.values, text: [text] } };
  return { beruehrt: { wer, stellen: beruehrungen }, again };
}

/** @param typed what stands in the form instead of what is stored, where somebody goes on typing in it */
async function form(visit: Visit, rejected?: Rejected, typed: Values = {}) {
  const { again, ...seite } = await readAs(visit.actor, async (tx) => {
    const akte = await teilOf(tx, visit.actor, idOf(visit));
    if (!akte.konzept.schreibt) throw new NotFound();
    const { beruehrt, again: back } = await beruehrung(tx, visit, akte, rejected);
    const record = { id: akte.teil.id, version: akte.teil.version, values: { text: [akte.teil.text] } };
    const f = await filled(tx, visit, DRAFT, record, back);
    const worauf = await woraufOf(tx, visit.actor, akte.konzept);
    return { ...akte, worauf, beruehrt, f: { ...f, values: { ...f.values, ...typed } }, again: back };
  });
  return <TeilForm {...seite} visit={visit} rejected={again} />;
}

export const { show, save } = formPage(
  PATH,
  "konzept.lesen",
  { form: (visit, rejected) => form(visit, rejected), schema: TeilEingabe, draft: DRAFT, notices: getan },
  async (tx, visit, input) => {
    const { actor, at } = visit;
    if (input.einsetzen) {
      const { teil, konzept } = await teilOf(tx, actor, at.id);
      if (!konzept.schreibt) throw new NotFound();
      const text = eingesetzt(input.text, input.zahl ?? "");
      // The form goes on speaking from the version that it was filled from.
      const before = (await textIn(tx, at.id, at.version)) ?? teil.text;
      const values = {
        _version: [String(at.version)],
        _gelesen: [JSON.stringify({ text: [before] })],
        text: [text],
        zahl: [],
      };
      throw new Instead(() => form(visit, { values, errors: [] }));
    }
    const { konzeptId, zusammen } = await saveTeil(tx, actor, at, input);
    return getan.after(`${LIST}/${konzeptId}`, zusammen ? "zusammen" : "gespeichert");
  },
);
