import { z } from "zod";
import { yes } from "../../../platform/fields.ts";
import { type Sprache, SPRACHEN, UEBERSETZUNGEN } from "./sprachen.ts";
import { STAND, WER } from "./plan.ts";
import { DE } from "./texte/de.ts";
import type { Texte } from "./texte/form.ts";

/** Releases the words of a language as they were read, or takes that back. */
export const UebersetzungEingabe = z.object({
  sprache: z.enum(UEBERSETZUNGEN, "Wählen Sie eine Sprache."),
  pruefsumme: z.string().regex(/^[0-9a-f]{64}$/, "Öffnen Sie die Seite noch einmal."),
  zurueck: yes,
});
export type UebersetzungEingabe = z.output<typeof UebersetzungEingabe>;

/** A sentence or word of the form in German and in a language. */
export type Zeile = { readonly deutsch: string; readonly text: string };

const einfach = (t: Texte): string[] =>
  Object.values(t).flatMap((value: unknown) => (typeof value === "string" ? [value] : []));

const worte = (t: Texte): string[] => [
  ...einfach(t),
  ...(["person", "beratung", "beide"] as const satisfies readonly (keyof typeof WER)[]).map((wer) => t.werWort[wer]),
  ...(["offen", "erledigt", "entfaellt"] as const satisfies readonly (keyof typeof STAND)[]).map((s) => t.standWort[s]),
  ...Object.keys(DE.felder).map((feld) => t.felder[feld] ?? ""),
];

/** Everything that the form says, in German and beside it in a language. */
export function nebeneinander(sprache: Sprache): Zeile[] {
  const texte = worte(SPRACHEN[sprache].texte);
  return worte(DE).map((deutsch, i) => ({ deutsch, text: texte[i] ?? "" }));
}
