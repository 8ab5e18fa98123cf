import { type Visit, page, PageAs, Redirect } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { correctBeratung } from "../commands/correct.ts";
import { KorrekturEingabe, werteZum } from "../model/eingabe.ts";
import { LIST, addressOf, getan } from "../parts/getan.ts";
import { keepForm, saying } from "../parts/keep-form.ts";
import { Korrektur, type KorrekturSeite } from "../parts/korrektur.tsx";
import { openBeratung } from "../parts/open-beratung.ts";
import { type Beratung, beratungOf } from "../queries/beratungen.ts";
import { ansichtVon, formularOf } from "../queries/formular.ts";

const permission = "beratung.schreiben";
const PATH = `${LIST}/:id/korrigieren`;
const DRAFT = { form: "beratung-korrektur", name: "Beratung korrigieren", resume: PATH };

async function seiteOf(tx: Tx, visit: Visit, b: Beratung, rejected?: Rejected): Promise<KorrekturSeite> {
  const record = { id: b.id, version: b.version, values: werteZum(b) };
  const f = await filled(tx, visit, DRAFT, record, rejected);
  const formular = await formularOf(tx, visit.actor, f.values, { rejected });
  return { f, formular, b };
}

/** The form filled with what is stored, or with a draft of a correction. */
export const show = page({
  path: PATH,
  permission,
  show: async (visit) => {
    const seite = await openBeratung(visit.actor, idOf(visit), (tx, b) => seiteOf(tx, visit, b));
    return <Korrektur frame={visit.frame} seite={seite} />;
  },
});

export const save = change(
  PATH,
  permission,
  {
    schema: KorrekturEingabe,
    draft: DRAFT,
    answer: (_, to) => new Redirect(addressOf(to)),
    again: async (visit, rejected) => {
      const record = idOf(visit);
      const { seite, flash } = await writeAs(visit.actor, async (tx) => {
        const b = await beratungOf(tx, visit.actor, record);
        if (b === undefined) throw new NotFound();
        const state = await seiteOf(tx, visit, b, rejected);
        const { values } = state.formular;
        const kept = { id: state.f.draft.id, form: DRAFT.form, record, values };
        return { seite: state, flash: await keepForm(tx, visit.actor, kept) };
      });
      const html = <Korrektur frame={saying(visit.frame, flash)} seite={seite} />;
      return ansichtVon(rejected) === undefined ? html : new PageAs(html);
    },
  },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await correctBeratung(tx, visit.actor, { id, version: visit.version }, input);
    return getan.after(`${LIST}/${id}`, "korrektur");
  },
);
