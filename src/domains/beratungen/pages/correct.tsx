import { z } from "zod";
import { type Visit, Redirect, action, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { type Draft, draftOf, draftsOf, saveDraft } from "../../../platform/drafts.ts";
import { NotFound, type Rejected, type Values, first, readQuery } from "../../../platform/form.ts";
import { correctBeratung } from "../commands/correct.ts";
import { KorrekturEingabe, werteZum } from "../model/eingabe.ts";
import { type Ansicht, ansichtVon, formularOf } from "../queries/formular.ts";
import { Korrektur, type KorrekturSeite } from "../parts/korrektur.tsx";
import { FORMULAR_KORREKTUR, beratungOf } from "../queries/beratungen.ts";
import { asResponse, formId } from "./new.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";
import { openBeratung } from "./show.tsx";

const PATH = "/beratungen/:id/korrigieren";
/** Where a correction is continued after signing in again: the draft knows which consultation it is about. */
const RESUME = "/beratungen/korrektur-fortsetzen";
const RECHT = "beratung.schreiben";
const Query = z.object({ entwurf: z.uuid().optional() });

/** The form filled with what is stored, or with a draft of a correction. */
export const showCorrect = page({
  path: PATH,
  permission: RECHT,
  show: async (visit) => {
    const id = idOf(visit);
    const { entwurf } = readQuery(Query, visit.url);
    const seite = await openBeratung(visit, id, async (tx) => {
      const draft = await draftFor(tx, visit, id, entwurf);
      return seiteOf(tx, visit, id, { values: draft?.values, draft });
    });
    return <Korrektur frame={visit.frame} seite={seite} />;
  },
});

/** The asked draft, or the one that was begun for this consultation and not saved. */
async function draftFor(tx: Tx, visit: Visit, id: string, asked: string | undefined): Promise<Draft | undefined> {
  const begun = await draftsOf(tx, visit.actor, FORMULAR_KORREKTUR);
  for (const entry of begun.filter((e) => asked === undefined || e.id === asked)) {
    const draft = await draftOf(tx, visit.actor, entry.id);
    if (draft !== undefined && first(draft.values, "beratung") === id) return draft;
  }
  return undefined;
}

type Typed = {
  readonly values?: Values | undefined;
  readonly rejected?: Rejected | undefined;
  readonly ansicht?: Ansicht | undefined;
  readonly draft?: Draft | undefined;
};

/** @throws NotFound */
async function seiteOf(tx: Tx, visit: Visit, id: string, typed: Typed): Promise<KorrekturSeite> {
  const b = await beratungOf(tx, visit.actor, id);
  if (b === undefined) throw new NotFound();
  const values = typed.values ?? werteZum(b);
  const version = Number(first(values, "stand") || b.version);
  return {
    f: { ...(await formularOf(tx, visit.actor, { ...typed, values })), fokus: undefined },
    b,
    heute: today(),
    version,
    entwurf: formId({ values, draft: typed.draft }),
    fortgesetzt: typed.draft?.geaendert,
  };
}

export const postCorrect = action({
  path: PATH,
  permission: RECHT,
  schema: KorrekturEingabe,
  draft: { form: FORMULAR_KORREKTUR, resume: RESUME },
  run: async (visit, value, submission) => {
    const id = await correctBeratung(visit.actor, submission, idOf(visit), value);
    return new Redirect(getan.after(`/beratungen/${id}`, "korrektur"));
  },
  again: async (visit, rejected) => {
    const id = idOf(visit);
    const ansicht = ansichtVon(rejected);
    const seite = await writeAs(visit.actor, async (tx) => {
      const state = await seiteOf(tx, visit, id, { values: rejected.values, rejected, ansicht });
      await saveDraft(tx, visit.actor, { id: state.entwurf, form: FORMULAR_KORREKTUR, values: state.f.values });
      return state;
    });
    const html = <Korrektur frame={visit.frame} seite={seite} />;
    return ansicht === undefined ? html : asResponse(html);
  },
});

/** Leads from a draft to the consultation that it corrects. */
export const resumeCorrect = page({
  path: RESUME,
  permission: RECHT,
  show: async (visit) => {
    const { entwurf } = readQuery(Query, visit.url);
    const draft = await readAs(visit.actor, async (tx) =>
      entwurf === undefined ? undefined : draftOf(tx, visit.actor, entwurf),
    );
    const id = draft === undefined ? "" : first(draft.values, "beratung");
    return new Redirect(id === "" ? "/beratungen" : `/beratungen/${id}/korrigieren?entwurf=${entwurf ?? ""}`);
  },
});
