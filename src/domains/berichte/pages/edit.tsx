import { z } from "zod";
import { Redirect, type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { type Draft, draftOf, draftsOf } from "../../../platform/drafts.ts";
import { NotFound, type Rejected, first, readQuery } from "../../../platform/form.ts";
import { changeBericht } from "../commands/change-bericht.ts";
import { entwurfEingabe } from "../model/eingabe.ts";
import { entwurfValues } from "../model/form-values.ts";
import { EntwurfForm } from "../parts/entwurf-form.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan, LIST } from "../parts/visit.ts";
import { berichtOf, halbjahresberichtOf } from "../queries/berichte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/bearbeiten`;
/** Where a text is continued after signing in again: the draft knows which report it is about. */
const RESUME = `${LIST}/fortsetzen`;
const FORMULAR = "bericht";
const query = z.object({ entwurf: z.uuid().optional() });

/** What was typed for this report and not saved: the asked one, or the latest. */
async function draftFor(tx: Tx, visit: Visit, id: string): Promise<Draft | undefined> {
  const { entwurf } = readQuery(query, visit.url);
  const begun = await draftsOf(tx, visit.actor, FORMULAR);
  for (const entry of begun.filter((e) => entwurf === undefined || e.id === entwurf)) {
    const draft = await draftOf(tx, visit.actor, entry.id);
    if (draft !== undefined && first(draft.values, "bericht") === id) return draft;
  }
  return undefined;
}

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const seite = await readAs(visit.actor, async (tx) => {
    const akte = await berichtOf(tx, visit.actor, id);
    if (akte.nummer !== undefined) throw new NotFound();
    const bericht = await halbjahresberichtOf(tx, visit.actor.kreis, akte, today());
    return { akte, bericht, draft: rejected === undefined ? await draftFor(tx, visit, id) : undefined };
  });
  const stored = entwurfValues(seite.bericht);
  return (
    <EntwurfForm
      {...seite}
      visit={visit}
      rejected={rejected}
      stored={stored}
      values={{ ...stored, ...seite.draft?.values }}
      keep={`/entwurf/${FORMULAR}`}
    />
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = change({
  path: PATH,
  permission,
  schema: entwurfEingabe,
  draft: { form: FORMULAR, resume: RESUME },
  save: async (tx, visit, input) => {
    const id = idOf(visit);
    await changeBericht(tx, visit.actor, id, visit.version, input);
    return getan.after(`${LIST}/${id}`, "gespeichert");
  },
  again: form,
});

/** Leads from something half typed to its report. */
export const resume = page({
  path: RESUME,
  permission,
  show: async (visit) => {
    const { entwurf } = readQuery(query, visit.url);
    const draft = await readAs(visit.actor, async (tx) =>
      entwurf === undefined ? undefined : draftOf(tx, visit.actor, entwurf),
    );
    const id = draft === undefined ? "" : first(draft.values, "bericht");
    return new Redirect(id === "" ? LIST : `${LIST}/${id}/bearbeiten?entwurf=${entwurf ?? ""}`);
  },
});
