import { tagText } from "../leser/zelle.ts";
import type { Codes } from "../woerter/verzeichnis.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Beratungszeile, Fastgleich, Zeile } from "./typen.ts";

/** What two rows are compared by, besides day and Kommune. */
export type Vergleichbar = Pick<Beratungszeile, "am" | "ags" | "themen" | "kontaktweg" | "dauerMin" | "neuzuweisung">;
/** A row that is there already, and where. */
export type Vorhanden = { readonly wo: string; readonly zeile: Vergleichbar };

type Namen = Pick<Codes, "handlungsfeld" | "kontaktweg">;
const nameOf = (list: readonly { code: string; name: string; kurz?: string | undefined }[], code: string): string => {
  const found = list.find((one) => one.code === code);
  return found?.kurz ?? found?.name ?? code;
};

const FELDER: readonly (readonly [feld: string, text: (zeile: Vergleichbar, namen: Namen) => string])[] = [
  [
    "Thema",
    ({ themen }, namen) =>
      themen
        .map((code) => nameOf(namen.handlungsfeld, code))
        .toSorted()
        .join(", "),
  ],
  ["Kontaktweg", ({ kontaktweg }, namen) => (kontaktweg === null ? "" : nameOf(namen.kontaktweg, kontaktweg))],
  ["Dauer", ({ dauerMin }) => (dauerMin === null ? "" : `${dauerMin} Minuten`)],
  ["Neuzuweisung", ({ neuzuweisung }) => (neuzuweisung ? "ja" : "nein")],
];

/** So many of a list's rows must be there already before one that is nearly there is held: until then it is another visit. */
const OVERLAP = 0.5;
export const isFortsetzung = (da: number, neu: number): boolean => da > 0 && da >= (da + neu) * OVERLAP;

/** The place of a row by day and Kommune. */
export const tagUndOrt = ({ am, ags }: Pick<Vergleichbar, "am" | "ags">): string => `${am}/${ags}`;

/** How a row differs from one of the same day and Kommune that is there: in one value, or in its note or names alone. */
export function fastGleich(neu: Vergleichbar, vorhanden: readonly Vorhanden[], namen: Namen): Fastgleich | undefined {
  for (const { wo, zeile } of vorhanden) {
    const felder = FELDER.map(([feld, text]) => ({ feld, hier: text(neu, namen), dort: text(zeile, namen) }));
    const other = felder.filter(({ hier, dort }) => hier !== dort);
    if (other.length <= 1)
      return { wo, felder: [{ feld: "Tag", hier: tagText(neu.am), dort: tagText(zeile.am) }, ...felder] };
  }
  return undefined;
}

/** Why such a row waits, in one sentence. */
export function fastGleichGrund({ wo, felder }: Fastgleich): string {
  const other = felder.find(({ hier, dort }) => hier !== dort);
  const how =
    other === undefined
      ? "Notiz, Namen oder Wörter"
      : `${other.feld}: ${other.hier || "leer"} statt ${other.dort || "leer"}`;
  return `Fast gleich wie ${wo}, bis auf ${how}. Ist es dieselbe Beratung?`;
}

/** A row that waits because another one is nearly the same. */
export function mitFastgleich(zeile: Zeile, fast: Fastgleich): Zeile {
  const grund = fastGleichGrund(fast);
  const probleme = [{ spalte: "Zeile", buchstabe: null, wert: "", grund }];
  return { ...zeile, stand: "wartet", grund, probleme, fastGleich: fast };
}

/** Who came, whatever the order of names. */
export const personenVon = ({ personen: all }: Beratungszeile): string =>
  all
    .map(({ vorname, nachname }) => schluessel(`${vorname} ${nachname}`).split(" ").toSorted().join(" "))
    .toSorted()
    .join("|");

const KOPF = "Überschrift";

/**
 * Rows that stand below a head printed again in the same table – a part of the list was pasted in once more –, with which of these
 * parts they belong to; those below the first head belong to none.
 */
function nochmalEingefuegt(zeilen: readonly Zeile[]): ReadonlyMap<Zeile, string> {
  const found = new Map<Zeile, string>();
  const heads = new Map<string, number>();
  const begun = new Set<string>();
  for (const zeile of zeilen) {
    const { tabelle, stand, grund } = zeile;
    if (tabelle === null) continue;
    if (stand === "ohne_daten" && grund === KOPF && begun.has(tabelle))
      heads.set(tabelle, (heads.get(tabelle) ?? 0) + 1);
    else if (stand !== "ohne_daten") begun.add(tabelle);
    const nth = heads.get(tabelle);
    if (nth !== undefined) found.set(zeile, `${tabelle} ${nth}`);
  }
  return found;
}

/**
 * Holds rows of a table, or of a part of one, that mostly repeats another one of the same file – a year's sheet beside those of its months – where
 * they are nearly the same as a row there that nothing repeats. `gewollt`: a person decided to take the row.
 */
export function ohneFastGleiche(
  zeilen: readonly Zeile[],
  namen: Namen,
  gewollt: (zeile: Zeile) => boolean,
): readonly Zeile[] {
  const repeated = zeilen.filter(({ wiederholt, tabelle }) => wiederholt !== null && tabelle !== null);
  if (repeated.length === 0) return zeilen;
  const parts = nochmalEingefuegt(zeilen);
  const partOf = (zeile: Zeile) => parts.get(zeile) ?? zeile.tabelle;
  const tables = Map.groupBy(zeilen, partOf);
  const copies = new Set<string | null>();
  for (const [tabelle, rows] of tables) {
    const pasted = tabelle !== (rows[0]?.tabelle ?? null);
    const elsewhere = rows.filter((z) => z.wiederholt !== null && (pasted || z.wiederholt.blatt !== z.blatt)).length;
    const fresh = rows.filter(({ stand }) => stand === "uebernommen").length;
    if (tabelle !== null && isFortsetzung(elsewhere, fresh)) copies.add(tabelle);
  }
  if (copies.size === 0) return zeilen;
  const done = new Set(repeated.map(({ wiederholt }) => `${wiederholt?.blatt}!${wiederholt?.zeile}`));
  const others = zeilen.flatMap((zeile) =>
    zeile.stand === "uebernommen" &&
    zeile.beratung !== null &&
    !copies.has(partOf(zeile)) &&
    !done.has(`${zeile.blatt}!${zeile.zeile}`)
      ? [{ wo: `Zeile ${zeile.zeile} im Blatt „${zeile.blatt}“`, zeile: zeile.beratung }]
      : [],
  );
  const byPlace = Map.groupBy(others, ({ zeile }) => `${tagUndOrt(zeile)}/${personenVon(zeile)}`);
  return zeilen.map((zeile) => {
    if (zeile.stand !== "uebernommen" || zeile.beratung === null || !copies.has(partOf(zeile)) || gewollt(zeile))
      return zeile;
    const key = `${tagUndOrt(zeile.beratung)}/${personenVon(zeile.beratung)}`;
    const fast = fastGleich(zeile.beratung, byPlace.get(key) ?? [], namen);
    return fast === undefined ? zeile : mitFastgleich(zeile, fast);
  });
}
