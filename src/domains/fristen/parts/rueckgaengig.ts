import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { readQuery } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import { LIST } from "./getan.ts";

const Query = z.object({ lauf: z.uuid().optional() });

/** What was done just now, with the button that takes it back. */
export function mitRueckgaengig({ frame, url }: Visit): Frame {
  const { lauf } = readQuery(Query, url);
  if (frame.flash === undefined || lauf === undefined) return frame;
  const press = { label: "Rückgängig machen", action: `${LIST}/zurueck/${lauf}` };
  return { ...frame, flash: { ...frame.flash, press } };
}
