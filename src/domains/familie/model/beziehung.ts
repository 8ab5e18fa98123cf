import { z } from "zod";
import { line, optionalDay, optionalId, text } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { IN_ORDER, inOrder } from "../../../platform/span.ts";

/** How two persons belong together, as it is stored: the other one is this of the person. */
export const ARTEN = [
  "elternteil",
  "pflegeelternteil",
  "vormund",
  "betreuung",
  "grosselternteil",
  "partner",
  "geschwister",
  "verwandt",
] as const;
export type Art = (typeof ARTEN)[number];

/** Which of the two of a stored relation somebody is. */
export type Seite = "person" | "andere";

/**
 * What one is to the other, each read from its own side: one row is "Elternteil" from the child and "Kind" from the parent. `seite`
 * is where whoever is called so stands in the row.
 */
export const ROLLEN = {
  kind: { art: "elternteil", seite: "person", wort: "Kind", mehrere: "Kinder" },
  elternteil: { art: "elternteil", seite: "andere", wort: "Elternteil", mehrere: "Eltern" },
  partner: { art: "partner", seite: "andere", wort: "Partner:in", mehrere: "Partner:innen" },
  geschwister: { art: "geschwister", seite: "andere", wort: "Geschwister", mehrere: "Geschwister" },
  pflegekind: { art: "pflegeelternteil", seite: "person", wort: "Pflegekind", mehrere: "Pflegekinder" },
  pflegeelternteil: { art: "pflegeelternteil", seite: "andere", wort: "Pflegeelternteil", mehrere: "Pflegeeltern" },
  muendel: { art: "vormund", seite: "person", wort: "Mündel", mehrere: "Mündel" },
  vormund: { art: "vormund", seite: "andere", wort: "Vormund", mehrere: "Vormünder" },
  betreut: { art: "betreuung", seite: "person", wort: "rechtlich betreut", mehrere: "rechtlich betreut" },
  betreuung: { art: "betreuung", seite: "andere", wort: "rechtliche Betreuung", mehrere: "rechtliche Betreuungen" },
  enkelkind: { art: "grosselternteil", seite: "person", wort: "Enkelkind", mehrere: "Enkelkinder" },
  grosselternteil: { art: "grosselternteil", seite: "andere", wort: "Großelternteil", mehrere: "Großeltern" },
  verwandt: { art: "verwandt", seite: "andere", wort: "sonst verwandt", mehrere: "sonst verwandt" },
} as const satisfies Readonly<
  Record<string, { readonly art: Art; readonly seite: Seite; readonly wort: string; readonly mehrere: string }>
>;
export type Rolle = keyof typeof ROLLEN;
export const ROLLE = Object.keys(ROLLEN).filter((one): one is Rolle => one in ROLLEN);

/** What somebody is to the other one, by the stored kind and where she or he stands in the row. */
export function rolleOf(art: string, seite: Seite): Rolle {
  const fits = ROLLE.filter((one) => ROLLEN[one].art === art);
  const rolle = fits.find((one) => ROLLEN[one].seite === seite) ?? fits[0];
  if (rolle === undefined) throw new Error(`Die Beziehung ${art} kennt dieses Programm nicht.`);
  return rolle;
}

const WAS_FEHLT = "Wählen Sie, wie die beiden zusammengehören.";

/** A relation about to be stored: who is what to the person, since when, and whether they live together. */
export const NeueBeziehung = z.object({
  beziehung: z.enum(ROLLE, WAS_FEHLT),
  vorhandene: optionalId("Wählen Sie die Person noch einmal aus."),
  von: optionalDay("Geben Sie den Tag an, seit dem es so ist.", "back"),
  zusammen: z
    .literal("ja")
    .optional()
    .transform((value) => value === "ja"),
  suche: text(200).default(""),
  /** What the shown hits were searched with. */
  gesucht: text(200).default(""),
  gesehen: several(z.uuid()),
  // Asks for another view of the form; never a record.
  ansicht: z.string().max(0).optional(),
});

/** From when to when a relation is. */
export const Zeitraum = z
  .object({
    von: optionalDay("Geben Sie den Tag an, seit dem es so ist.", "back"),
    bis: optionalDay("Geben Sie den letzten Tag an.", "back"),
  })
  .refine(({ von, bis }) => von === null || inOrder({ von, bis }), IN_ORDER);
export type Zeitraum = z.output<typeof Zeitraum>;

const MOST_STELLE = 200;

/** A guardian that is an office or an association. */
export const Stelle = Zeitraum.safeExtend({
  art: z.enum(["vormund", "betreuung"], "Wählen Sie, worum es geht."),
  stelle: line(MOST_STELLE, "Schreiben Sie, welches Amt oder welcher Verein es ist."),
});
export type Stelle = z.output<typeof Stelle>;

/** Who lives together with a person. */
export const Haushalt = z.object({
  person: several(z.uuid()),
  seit: optionalDay("Geben Sie den Tag an, seit dem es so ist.", "back"),
});
export type Haushalt = z.output<typeof Haushalt>;
