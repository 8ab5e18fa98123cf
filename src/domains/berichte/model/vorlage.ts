import { z } from "zod";
import type { Grundlage } from "./grundlage.ts";
import { type Inhalt, ausZahlen, isArt, vorschlagOf } from "./kapitel.ts";
import { Kopf } from "./kopf.ts";

const VorlagenKapitel = z
  .object({
    art: z.string().refine(isArt),
    titel: z.string().min(1).max(200),
    entfaellt: z.boolean().default(false),
    /** What stands there in every paper; null: what the figures suggest, or nothing. */
    text: z.string().max(12_000).nullable().default(null),
  })
  .readonly();

/** What a paper begins with. Stored per Kreis; as a file (JSON) it has the same form. */
export const Vorlage = z
  .object({
    titel: z.string().min(1).max(200),
    kopf: Kopf,
    kapitel: z.array(VorlagenKapitel).min(1).max(40).readonly(),
  })
  .readonly();
export type Vorlage = z.output<typeof Vorlage>;

/**
 * The chapters of a draft that begins with a template. A fixed text counts as written against what the figures say on that day, so
 * that it is told when they say something else.
 */
export const kapitelAus = ({ kapitel }: Vorlage, g: Grundlage): Inhalt[] =>
  kapitel.map((k) => ({ ...k, vorschlag: k.text !== null && ausZahlen(k.art) ? vorschlagOf(g, k.art) : "" }));

/** A template of a draft: its head, its chapters, and the texts of those that are the same in every paper. */
export const vorlageAus = (
  { titel, kopf }: { readonly titel: string; readonly kopf: Kopf },
  kapitel: readonly (Inhalt & { readonly id: string })[],
  feste: readonly string[],
): Vorlage => ({
  titel,
  kopf: { ...kopf, sitzung: "" },
  kapitel: kapitel.map(({ id, art, titel: called, entfaellt, text }) => ({
    art,
    titel: called,
    entfaellt,
    text: feste.includes(id) ? text : null,
  })),
});
