import { refuseErkennbar } from "../../luecken/index.ts";
import { refuseUnprintable } from "../../papier/index.ts";

/**
 * Looks through every text before it is stored: nobody who is counselled can be recognised in it, and every sign of it can be
 * printed. @throws Refused with each field and its place
 */
export function refuseText(texts: Readonly<Record<string, string | null>>, keinName: boolean): void {
  refuseErkennbar(texts, keinName);
  for (const [field, text] of Object.entries(texts)) refuseUnprintable([text ?? ""], field);
}
