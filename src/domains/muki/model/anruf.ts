import { z } from "zod";
import { day, id, text, yes } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { VERSTAENDIGUNG_EINGABE } from "../../verstaendigung/model/angabe.ts";
import { DAUER_FELD, ORT_FELD } from "../../beratungen/model/eingabe.ts";

/** Who called. Parents are counselled; everybody else asks as a professional (stage 0). */
export const ANRUFER = {
  eltern: "Eltern oder Familie",
  kita: "Kita oder Tagespflege",
  schule: "Schule",
  praxis: "Praxis",
  fachkraft: "andere Fachkraft",
  andere: "jemand anderes",
} as const;

export const KIND_ALTER = {
  unter_3: "unter 3 Jahre",
  "3": "3 Jahre",
  "4": "4 Jahre",
  "5": "5 Jahre",
  "6_mehr": "6 Jahre und mehr",
} as const;

export const FRAGE = {
  mehrsprachig: "mit mehreren Sprachen aufwachsen",
  spricht_wenig: "spricht wenig oder nicht",
  versteht_wenig: "versteht wenig",
  aussprache: "Aussprache",
  redefluss: "stottert oder spricht sehr schnell",
  uebergang: "Übergang in die Schule",
  angebot: "sucht ein Angebot",
  andere: "anderes",
} as const;

const FRAGEN: Readonly<Record<string, string>> = FRAGE;
/** What a call was about, in words. */
export const frageWort = (code: string): string => FRAGEN[code] ?? code;

export const ANTWORT = {
  beratung: "beraten",
  logopaedie: "Abklärung in einer Praxis empfohlen",
  kita_gespraech: "Gespräch mit der Kita vereinbart",
  angebot: "Angebot genannt",
  folgetermin: "weiteres Gespräch",
  offen: "noch offen",
} as const;

const alter = z
  .string()
  .default("")
  .transform((code) => (code === "" ? null : code))
  .pipe(z.enum(["unter_3", "3", "4", "5", "6_mehr"], "Wählen Sie das Alter aus der Liste.").nullable());

const ANGABEN = {
  anrufer: z.enum(["eltern", "kita", "schule", "praxis", "fachkraft", "andere"], "Wählen Sie, wer anrief."),
  kind_alter: alter,
  sprachen: several(z.string().regex(/^([a-z]{2,3})?$/, "Wählen Sie die Sprachen aus der Liste.")),
  frage: z.enum(
    ["mehrsprachig", "spricht_wenig", "versteht_wenig", "aussprache", "redefluss", "uebergang", "angebot", "andere"],
    "Wählen Sie, worum es ging.",
  ),
  antwort: z.enum(
    ["beratung", "logopaedie", "kita_gespraech", "angebot", "folgetermin", "offen"],
    "Wählen Sie, was daraus wurde.",
  ),
};

/** What is told of a call beside the consultation that it is. */
export const AnrufAngaben = z.object(ANGABEN);
export type AnrufAngaben = z.output<typeof AnrufAngaben>;

/** A call: what is told of it, and what the consultation needs. `kind`: a child with a file of its own. */
export const NeuerAnruf = z.object({
  ...ANGABEN,
  am: day("Geben Sie den Tag des Anrufs an.", "back"),
  ort: ORT_FELD,
  dauer: DAUER_FELD,
  kind: z.union([z.literal("").transform(() => null), id("Suchen Sie das Kind noch einmal.")]).default(null),
  ...VERSTAENDIGUNG_EINGABE,
  notiz: z.string().trim().pipe(text(4000)).default(""),
  unbedenklich: yes,
});
export type NeuerAnruf = z.output<typeof NeuerAnruf>;

/** What the consultation has as its result. */
const ERGEBNIS: Readonly<Record<keyof typeof ANTWORT, string>> = {
  beratung: "beraten",
  logopaedie: "an_gesundheit",
  kita_gespraech: "an_kita",
  angebot: "beraten",
  folgetermin: "folgetermin",
  offen: "offen",
};

/** Who asks as a professional counts as a contact; a family without a file anonymously; a child with a file by name. */
const stufeOf = ({ anrufer, kind }: NeuerAnruf): "0" | "1" | "2" =>
  kind !== null ? "2" : anrufer === "eltern" || anrufer === "andere" ? "1" : "0";

/** The call as the fields of the form for a consultation: what it counts as. */
export const alsBeratung = (anruf: NeuerAnruf): Readonly<Record<string, string | string[]>> => ({
  am: anruf.am,
  ort: anruf.ort,
  kontaktweg: "telefonsprechstunde",
  stufe: stufeOf(anruf),
  themen: ["bildung_0_6"],
  sprache: anruf.sprache ?? "",
  verstaendigung: anruf.verstaendigung ?? "",
  dauer: String(anruf.dauer),
  ergebnis: ERGEBNIS[anruf.antwort],
  person: anruf.kind === null ? [] : [anruf.kind],
  notiz: anruf.notiz,
  ...(anruf.unbedenklich ? { unbedenklich: "ja" } : {}),
});
