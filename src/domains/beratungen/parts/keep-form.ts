import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { TooManyDrafts, deleteDraft, saveDraft } from "../../../platform/drafts.ts";
import { type Values, first } from "../../../platform/form.ts";
import type { Flash, Frame } from "../../../platform/frame.ts";
import { isId } from "../../../platform/ids.ts";

/** What stands in a new form before anybody types. Alone it is no draft. */
const PRESET =
  /^(_.*|am|ort|fall|kontaktweg|stufe|personenzahl|neuzuweisung|ansicht|gesucht|gesehen|doppelt|zeilen|gleich|z\d+_stufe)$/;

const isUntouched = (values: Values): boolean =>
  Object.entries(values).every(([name, typed]) => PRESET.test(name) || typed.every((value) => value === ""));

/**
 * Keeps a form that came back as its draft: whoever has no JavaScript has no other. The draft that it was saved from goes.
 * `record` is what the form changes. The message says why it was not kept.
 */
export async function keepForm(
  tx: Tx,
  actor: Actor,
  draft: { readonly id: string; readonly form: string; readonly record?: string; readonly values: Values },
): Promise<Flash | undefined> {
  if (draft.record === undefined && isUntouched(draft.values)) {
    await deleteDraft(tx, actor, draft.id);
    return undefined;
  }
  try {
    const { ansicht: _, ...values } = draft.values;
    await saveDraft(tx, actor, { ...draft, values });
  } catch (error) {
    if (error instanceof TooManyDrafts) return { kind: "warning", text: error.message };
    throw error;
  }
  const sent = first(draft.values, "_entwurf");
  if (isId(sent) && sent !== draft.id) await deleteDraft(tx, actor, sent);
  return undefined;
}

/** The frame with a message of its own, where there is one. */
export const saying = (frame: Frame, flash: Flash | undefined): Frame =>
  flash === undefined ? frame : { ...frame, flash };
