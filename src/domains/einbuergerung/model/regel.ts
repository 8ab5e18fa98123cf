import { type Span, tagDavor, tagText } from "../../../platform/span.ts";

/**
 * Rules of residence and naturalisation as dated data (db/regeln). Of every condition exactly one version holds on a day; one that
 * was abolished has a version that says so. What the program compares with the file is information, never a decision (§ 2 RDG).
 */

/** How a condition is compared with the file; null: told only, without a light (convictions and the like, 0072). */
export const PRUEFUNG = [
  "dauer",
  "status",
  "deutsch",
  "deutsch_muendlich",
  "unterhalt",
  "alter",
  "schule",
  "dokument",
  "entfallen",
] as const;
export type Pruefung = (typeof PRUEFUNG)[number];

/** A version of a condition. Days are ISO, `zahl` months, years of age or a level (A1 = 1 … C2 = 6). */
export type Regel = {
  readonly code: string;
  readonly perspektive: string;
  readonly bedingung: string;
  readonly name: string;
  readonly satz: string;
  readonly quelle: string;
  readonly geprueftAm: string;
  /** What nobody could check of it; null where nothing is left to. */
  readonly zuPruefen: string | null;
  readonly pruefung: Pruefung | null;
  readonly zahl: number;
  /** The age before which; or fewer months that are enough in cases that the program does not know. */
  readonly zahlBis: number | null;
  /** The day on which is counted; null: the day that is asked for. */
  readonly stichtag: string | null;
  readonly zaehlt: readonly string[];
  /** Codes of which one alone is enough. */
  readonly sofort: readonly string[];
  /** Codes that the authority decides about. */
  readonly pruefen: readonly string[];
  readonly nicht: readonly string[];
  /** Codes that count only where protection was recognised. */
  readonly beiSchutz: readonly string[];
  readonly dokumente: readonly string[];
  readonly ab: string;
  readonly bis: string | null;
};

/** A way to stay, or to be naturalised. */
export type Perspektive = {
  readonly code: string;
  readonly name: string;
  readonly paragraf: string;
  readonly art: "einbuergerung" | "aufenthalt";
  /** The same of the whole way. */
  readonly zuPruefen: string | null;
  readonly ab: string;
  readonly bis: string | null;
};

/** The first day that the data know; the law before it is not told. */
export const BEGINN = "2020-01-01";

/** The times in which nothing changed for some rules, the oldest first; the last one has no end. */
export function zeitraeume(regeln: readonly Regel[]): Span[] {
  const tage = [...new Set(regeln.map(({ ab }) => ab))].toSorted();
  return tage.map((von, i) => {
    const next = tage[i + 1];
    return { von, bis: next === undefined ? null : tagDavor(next) };
  });
}

/** Where the sentence stands, when it holds, and when somebody looked. What held on the first day of the data is older than they know. */
export function quelleText({ quelle, ab, bis, geprueftAm }: Regel): string {
  const von = ab === BEGINN ? "" : `vom ${tagText(ab)} `;
  const seit = ab === BEGINN ? "mindestens seit" : "seit";
  const wann = bis === null ? `${seit} ${tagText(ab)}` : `${von}bis ${tagText(bis)}`;
  return `${quelle}. Gilt ${wann}, geprüft am ${tagText(geprueftAm)}.`;
}

/** Up to which day the laws were read, word by word (ISO). */
const GELESEN = "2026-04-29";

/** What every page and sheet about rules says of where they come from. */
export const WORTLAUT = `Die Sätze sind mit dem Wortlaut der Gesetze im Stand vom ${tagText(GELESEN)} verglichen.`;

/** What stands before whatever nobody could check. */
export const ZU_PRUEFEN = "Von Fachleuten zu prüfen";

/** That something is not certain, and why, in a line; null where it is. */
export const zuPruefenText = (zuPruefen: string | null): string | null =>
  zuPruefen === null ? null : `${ZU_PRUEFEN}: ${zuPruefen}`;

/** What the file says of a condition. */
export type Licht = "erfuellt" | "offen" | "unbekannt" | "nicht" | "auskunft" | "entfallen";
export const LICHTER = {
  erfuellt: { kind: "success", text: "erfüllt" },
  offen: { kind: "warning", text: "offen" },
  unbekannt: { kind: "info", text: "Akte sagt nichts" },
  nicht: { kind: "danger", text: "nicht erfüllt" },
} as const;
export type Ampel = keyof typeof LICHTER;
export const AMPEL = ["erfuellt", "offen", "unbekannt", "nicht"] as const satisfies readonly Ampel[];
export const isAmpel = (licht: Licht): licht is Ampel => AMPEL.some((one) => one === licht);

/** The versions of a day, in the order of the data. */
export const regelnAm = (regeln: readonly Regel[], tag: string): Regel[] =>
  regeln.filter(({ ab, bis }) => ab <= tag && (bis === null || tag <= bis));

/** The version before this one, and the one after it. */
export const davor = (regeln: readonly Regel[], r: Regel): Regel | undefined =>
  versionen(regeln, r).findLast(({ ab }) => ab < r.ab);
export const danach = (regeln: readonly Regel[], r: Regel): Regel | undefined =>
  versionen(regeln, r).find(({ ab }) => ab > r.ab);

/** All versions of the same condition, the oldest first. */
const versionen = (regeln: readonly Regel[], { perspektive, bedingung }: Regel): Regel[] =>
  regeln
    .filter((one) => one.perspektive === perspektive && one.bedingung === bedingung)
    .toSorted((a, b) => (a.ab < b.ab ? -1 : 1));
