import { z } from "zod";
import { day, id, line, optionalLine, text, yes } from "../../../platform/fields.ts";
import { type FieldError, asDay, several } from "../../../platform/form.ts";
import { ID } from "../../../platform/ids.ts";
import { jaFeld } from "../../personen/model/ja.ts";
import { NAME_LENGTH } from "../../personen/model/person.ts";
import { type Beratungsdaten, type Kodes, Ort, STUFEN, istMitPerson } from "./beratung.ts";
import { NEUE_FELDER, NEUE_PERSONEN, feldNeu, neueZeilen } from "./neue-person.ts";

/** A code of a list, null for "not told". Whether the list knows it is checked where the lists are. */
const freiwillig = optionalLine(40);

/** The form of an option of the field `ort`. */
export const ORT = new RegExp(`^(standort:${ID}|kommune:\\d{8})$`);
const ORT_FEHLT = "Wählen Sie, wo die Beratung war.";

/** A whole number as it is typed. */
export const zahl = (missing: string, min: number, max: number) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .regex(/^\d{1,4}$/, `Geben Sie eine ganze Zahl von ${min} bis ${max} an.`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `Geben Sie eine Zahl von ${min} bis ${max} an.`);

export const MAX_DAUER = 600;
export const MAX_PERSONEN = 99;
const MAX_NOTIZ = 4000;

/** A choice of two; a check box is `yes`. */
const jaNein = z
  .enum(["ja", "nein"])
  .default("nein")
  .transform((typed) => typed === "ja");

/** What is wrong with it is told only where somebody is recorded from it: the row may not be shown at all. */
const geboren = () => asDay(z.string(), "birth");

const neuFelder: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  Array.from({ length: NEUE_PERSONEN }, (_, i) => i + 1).flatMap((row) =>
    NEUE_FELDER.map((feld) => [
      feldNeu(row, feld),
      (feld === "geburtsdatum" ? geboren() : text(NAME_LENGTH)).optional(),
    ]),
  ),
);

export const KONTAKTWEG_FEHLT = "Wählen Sie, wie der Kontakt zustande kam.";
export const KONTAKTWEG_FELD = line(40, KONTAKTWEG_FEHLT);
export const ORT_FELD = z.string(ORT_FEHLT).regex(ORT, ORT_FEHLT);
export const DAUER_FEHLT = "Geben Sie die Dauer in Minuten an.";
export const DAUER_FELD = zahl(DAUER_FEHLT, 1, MAX_DAUER);
export const THEMA_FEHLT = "Wählen Sie mindestens ein Thema.";

const FELDER = {
  am: day("Geben Sie das Datum an.", "back"),
  ort: ORT_FELD,
  kontaktweg: KONTAKTWEG_FELD,
  stufe: z.enum(STUFEN, "Wählen Sie, wie weit es ging."),
  themen: several(z.string().max(40)),
  sprache: freiwillig,
  verstaendigung: freiwillig,
  dauer: DAUER_FELD,
  ergebnis: freiwillig,
  herkunftsgruppe: freiwillig,
  altersgruppe: freiwillig,
  personenzahl: zahl("Geben Sie an, wie viele Personen es waren.", 1, MAX_PERSONEN).default(1),
  neuzuweisung: jaNein,
  person: several(id("Wählen Sie die Person noch einmal aus.")),
  suche: text(200).default(""),
  /** What the shown hits were searched with. */
  gesucht: text(200).optional(),
  /** Similar persons that were shown beside the new ones: ids, with spaces between. */
  gesehen: text(20_000).optional(),
  /** Consultations that were shown as probably the same: ids, with spaces between. */
  doppelt: text(4000).optional(),
  notiz: z.string().trim().pipe(text(MAX_NOTIZ)).default(""),
  unbedenklich: yes,
  // Asks for another view of the form (search results, one more person), so it is never a record: refusing it here leads
  // every such request to the page that shows the form again.
  ansicht: z.string().max(0).optional(),
  ...neuFelder,
};

type Typed = {
  readonly stufe?: unknown;
  readonly themen?: unknown;
  readonly person?: unknown;
  readonly suche?: unknown;
  readonly gesucht?: unknown;
};

const leer = (list: unknown) => !Array.isArray(list) || list.length === 0;

/** Rules across fields; they run as well when a single field is wrong, so that everything is said at once. */
function pruefe(typed: Typed & Readonly<Record<string, unknown>>, ctx: z.core.$RefinementCtx): void {
  const problem = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
  if (typed.stufe === "2") {
    if (leer(typed.person) && neueZeilen(typed).length === 0) {
      problem("suche", "Wählen Sie mindestens eine Person aus oder legen Sie eine neue an.");
    }
    // Typed a name and pressed Enter: that asks for the search, not for saving.
    if (typeof typed.suche === "string" && typed.suche.trim() !== "" && typed.suche !== typed.gesucht) {
      problem("ansicht", "suchen");
    }
  }
}

/** Everything that the capture form sends. `fall`: from whose page it was begun, and where it leads back to. */
export const BeratungEingabe = z.object({ ...FELDER, fall: z.uuid().optional() }).superRefine(
  (typed, ctx) => {
    if (leer(typed.themen)) ctx.addIssue({ code: "custom", path: ["themen"], message: THEMA_FEHLT });
    pruefe(typed, ctx);
  },
  { when: () => true },
);
export type BeratungEingabe = z.output<typeof BeratungEingabe>;

const GRUND_FEHLT = "Schreiben Sie kurz, warum.";

/** Why, in one's own words or as one of the reasons that are mostly meant (`GRUENDE`). */
const WARUM = {
  anlass: text(60).optional(),
  grund: z.string().trim().pipe(text(500)).default(""),
};

type Warum = { readonly anlass?: unknown; readonly grund?: unknown };

/** The reason: one's own words where there are any. */
export const grundVon = ({ anlass, grund }: { readonly anlass?: string | undefined; readonly grund: string }): string =>
  grund || (anlass ?? "");

function brauchtGrund({ anlass = "", grund }: Warum, ctx: z.core.$RefinementCtx): void {
  if (anlass === "" && (typeof grund !== "string" || grund.trim() === ""))
    ctx.addIssue({ code: "custom", path: ["grund"], message: GRUND_FEHLT });
}

/** The fields of a consultation, of which an old list may not have told all. */
export type BeratungFelder = Omit<BeratungEingabe, "kontaktweg" | "dauer"> & {
  readonly kontaktweg: string | null;
  readonly dauer: number | null;
};

/**
 * What the form for correcting sends. What an old list did not tell may stay empty; `refuseEmptied` holds that against the
 * record.
 */
export const KorrekturEingabe = z
  .object({
    ...FELDER,
    kontaktweg: freiwillig,
    dauer: z.union([z.literal("").transform(() => null), DAUER_FELD]).default(null),
    // Asked where it was without a name and is to have one.
    ja: jaFeld,
    ...WARUM,
  })
  .superRefine(pruefe, { when: () => true })
  .superRefine(brauchtGrund, { when: () => true });
export type KorrekturEingabe = z.output<typeof KorrekturEingabe>;

/** Why a consultation is withdrawn, or counted again. */
export const RueckzugEingabe = z
  .object({ ...WARUM, unbedenklich: yes })
  .superRefine(brauchtGrund, { when: () => true });

/** The place that an option of the field `ort` stands for. */
export function ortVon(option: string): Ort {
  const [art, id = ""] = option.split(":");
  return art === "standort" ? { art: "standort", id } : { art: "kommune", ags: id };
}

/** The option of the field `ort` that stands for a place. */
export const optionVon = (ort: Ort): string => (ort.art === "standort" ? `standort:${ort.id}` : `kommune:${ort.ags}`);

/** What was typed as a consultation. New persons are not in it: they get their ids when they are saved. */
export const datenVon = (e: BeratungFelder): Beratungsdaten => ({
  am: e.am,
  stufe: e.stufe,
  ort: ortVon(e.ort),
  kontaktweg: e.kontaktweg,
  themen: [...new Set(e.themen)],
  sprache: e.sprache,
  verstaendigung: e.verstaendigung,
  dauerMin: e.dauer,
  ergebnis: e.ergebnis,
  neuzuweisung: e.neuzuweisung,
  personenzahl: e.personenzahl,
  herkunftsgruppe: e.herkunftsgruppe,
  altersgruppe: e.altersgruppe,
  personen: istMitPerson(e.stufe) ? [...new Set(e.person)] : [],
  notiz: e.notiz,
});

/** The form's fields for these codes: for "wie die letzte" and for correcting. */
export const werteVon = (kodes: Kodes): Record<string, string[]> => ({
  ort: [optionVon(kodes.ort)],
  kontaktweg: [kodes.kontaktweg ?? ""],
  stufe: [kodes.stufe],
  themen: [...kodes.themen],
  sprache: [kodes.sprache ?? ""],
  verstaendigung: [kodes.verstaendigung ?? ""],
  dauer: [String(kodes.dauerMin ?? "")],
  ergebnis: [kodes.ergebnis ?? ""],
  herkunftsgruppe: [kodes.herkunftsgruppe ?? ""],
  altersgruppe: [kodes.altersgruppe ?? ""],
  personenzahl: [String(kodes.personenzahl)],
  neuzuweisung: [kodes.neuzuweisung ? "ja" : "nein"],
});

/** All fields of a stored consultation as its form shows them. A note whose key was destroyed is empty. */
export const werteZum = (
  b: Omit<Beratungsdaten, "notiz"> & { readonly notiz?: { readonly text: string } | string | undefined },
): Record<string, string[]> => ({
  am: [b.am],
  ...werteVon(b),
  person: [...b.personen],
  notiz: [typeof b.notiz === "object" ? b.notiz.text : ""],
});

/** The order of the form, in which its mistakes are told. */
const FOLGE = [...Object.keys(FELDER), "ja", ...Object.keys(WARUM)];

/** Mistakes in the order of the form. */
export const inOrder = (errors: readonly FieldError[]): FieldError[] =>
  errors.toSorted((a, b) => FOLGE.indexOf(a.field) - FOLGE.indexOf(b.field));
