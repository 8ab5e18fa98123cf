import { z } from "zod";
import { type Visit, Redirect, action, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { type Draft, draftOf, draftsOf } from "../../../platform/drafts.ts";
import { type Rejected, type Values, first, readQuery } from "../../../platform/form.ts";
import { codelisten } from "../../codelisten/index.ts";
import { letzterArbeitstag } from "../model/beratung.ts";
import { recordBatch } from "../commands/record-batch.ts";
import { emptyValues } from "../queries/formular.ts";
import { orteOf } from "../queries/orte.ts";
import { ListeNachtragen, type ListenFormular } from "../parts/liste-nachtragen.tsx";
import { FORMULAR_LISTE } from "../queries/beratungen.ts";
import { ListeEingabe, MAX_ZEILEN, ZEILEN, gefuellteZeilen } from "../model/zeilen.ts";
import { getan } from "../parts/getan.ts";
import { asResponse, discardDraftOf, formId, keepForm } from "./new.tsx";

const PATH = "/beratungen/liste-erfassen";
const RECHT = "beratung.schreiben";

/** An empty list for the last working day, or a draft of one. */
export const showBatch = page({
  path: PATH,
  permission: RECHT,
  show: async (visit) => {
    const { entwurf } = readQuery(z.object({ entwurf: z.uuid().optional() }), visit.url);
    const f = await readAs(visit.actor, async (tx) => {
      const draft = entwurf === undefined ? undefined : await draftOf(tx, visit.actor, entwurf);
      const values = draft?.values ?? (await head(tx, visit));
      return formOf(tx, visit, { values, draft });
    });
    return <ListeNachtragen frame={visit.frame} f={f} />;
  },
});

/** Day, place and way of the list as they are mostly meant. */
async function head(tx: Tx, visit: Visit): Promise<Values> {
  const { ort = [], kontaktweg = [] } = await emptyValues(tx, visit.actor, today());
  return { am: [letzterArbeitstag(today())], ort, kontaktweg };
}

type Typed = {
  readonly values: Values;
  readonly rejected?: Rejected | undefined;
  readonly draft?: Draft | undefined;
  readonly more?: boolean;
};

async function formOf(tx: Tx, { actor }: Visit, typed: Typed): Promise<ListenFormular> {
  const { values, rejected, draft } = typed;
  const id = formId({ values, rejected, draft });
  const filled = gefuellteZeilen(Object.fromEntries(Object.keys(values).map((name) => [name, first(values, name)])));
  const shown = Math.max(ZEILEN, Number(first(values, "zeilen")) || 0, filled.at(-1) ?? 0);
  const begun = await draftsOf(tx, actor, FORMULAR_LISTE);
  return {
    values,
    rejected,
    listen: await codelisten(tx),
    orte: await orteOf(tx, actor),
    zeilen: Math.min(MAX_ZEILEN, shown + (typed.more === true ? ZEILEN : 0)),
    heute: today(),
    entwurf: id,
    fortgesetzt: draft?.geaendert,
    entwuerfe: begun.filter((e) => e.id !== id),
  };
}

export const postBatch = action({
  path: PATH,
  permission: RECHT,
  schema: ListeEingabe,
  draft: { form: FORMULAR_LISTE, resume: PATH },
  run: async (visit, value, submission) => {
    const n = await recordBatch(visit.actor, submission, value);
    return new Redirect(getan.after(`/beratungen?von=${value.am}&bis=${value.am}`, "liste", n));
  },
  again: async (visit, rejected) => {
    const more = first(rejected.values, "ansicht") === "mehr";
    const f = await writeAs(visit.actor, async (tx) => {
      const state = await formOf(tx, visit, { values: rejected.values, rejected: more ? undefined : rejected, more });
      await keepForm(tx, visit, FORMULAR_LISTE, state.entwurf, rejected.values);
      return state;
    });
    const html = <ListeNachtragen frame={visit.frame} f={f} />;
    return more ? asResponse(html) : html;
  },
});

export const discardBatch = discardDraftOf(PATH);
