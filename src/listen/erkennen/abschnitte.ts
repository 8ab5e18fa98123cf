import { type Blatt, type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { interpretKopf } from "./kopf.ts";
import { einzeilig, findErstenKopf, isPivotkopf, isSichererKopf, isTagwert, readKopf } from "./kopfzeile.ts";
import { isWortFor } from "./kreuz.ts";
import type { Kopf } from "./spalten.ts";
import { isZwischentitel, ortImTitel } from "./titel.ts";
import { zeitangabe } from "./zeitraum.ts";

/** Rows of a sheet from one head to the next, before their columns are known; numbers are indexes among the rows. */
export type Abschnitt = {
  readonly kopf: number;
  readonly kopfzeilen: number;
  readonly koepfe: readonly Kopf[];
  readonly bis: number;
};

/** So many rows may be titles of a table. */
export const TITLES = 12;

/** A row that says the same as the head, in most columns: printed again on the next page. */
export function isWiederholterKopf(zellen: readonly Zelle[], koepfe: readonly Kopf[]): boolean {
  let same = 0;
  let other = 0;
  for (const [i, zelle] of zellen.entries()) {
    if (zelle === null) continue;
    const { wort = "", gruppe = "" } = koepfe[i] ?? {};
    const text = typeof zelle === "string" ? einzeilig(zelle).toLowerCase() : zellText(zelle);
    if (text === wort.toLowerCase() || text === gruppe.toLowerCase()) same += 1;
    else other += 1;
    if (other * 4 >= zellen.length) return false;
  }
  return same >= 2 && same > other * 4;
}

/** A row that begins with a head for days and goes on with days: the list is turned, its heads stand on the left. */
export const isGedreht = ({ zeilen }: Blatt): boolean =>
  zeilen.slice(0, 20).some(({ zellen }) => {
    const [first, ...rest] = zellen.filter((z) => z !== null);
    if (typeof first !== "string" || rest.length < 2 || !rest.every(isTagwert)) return false;
    return interpretKopf(first).some(({ bedeutung, staerke }) => bedeutung === "datum" && staerke === 1);
  });

/** Cuts a sheet at its heads. A later head counts only when it differs from the one before. */
export function abschnitte(blatt: Blatt, verzeichnis: Verzeichnis): Abschnitt[] {
  if (isGedreht(blatt)) return [{ kopf: 0, kopfzeilen: 0, koepfe: [], bis: blatt.zeilen.length }];
  const first = findErstenKopf(blatt, verzeichnis);
  if (first === undefined) return [];
  if (first.art === "ohne") {
    const koepfe = (blatt.koepfe ?? []).map((wort) => ({ gruppe: "", wort }));
    return [{ kopf: first.at, kopfzeilen: 0, koepfe, bis: blatt.zeilen.length }];
  }
  const found: Abschnitt[] = [];
  let at = first.at;
  while (at < blatt.zeilen.length) {
    const { rows, koepfe } = readKopf(blatt, at, verzeichnis);
    let bis = at + rows;
    const from = bis;
    while (bis < blatt.zeilen.length && !isNeuerKopf(blatt, { from, at: bis }, koepfe, found.length, verzeichnis))
      bis += 1;
    const end = bis === blatt.zeilen.length ? bis : vorTitel(blatt.zeilen, from, bis, verzeichnis);
    found.push({ kopf: at, kopfzeilen: rows, koepfe, bis: end });
    at = bis;
  }
  return found;
}

/** A sheet with more heads than this has none: whatever looks like one is data. */
const MAX_TABLES = 200;

/** Where the titles of the next table begin, whose head is at `bis`: texts alone in their row that name place or time. */
function vorTitel(zeilen: readonly Blattzeile[], from: number, bis: number, verzeichnis: Verzeichnis): number {
  let at = bis;
  while (at - 1 > from && bis - at < TITLES) {
    const [text, ...more] = (zeilen[at - 1]?.zellen ?? []).filter((z) => z !== null);
    if (typeof text !== "string" || more.length > 0 || !isTitelzeile(text, verzeichnis)) break;
    at -= 1;
  }
  return at;
}

function isTitelzeile(text: string, verzeichnis: Verzeichnis): boolean {
  const { jahr, monat, monate } = zeitangabe(text);
  return (
    ortImTitel(text, verzeichnis) !== null || ((jahr ?? monat ?? monate) !== null && isZwischentitel(text, verzeichnis))
  );
}

/** So many rows above are looked at. */
const ABOVE = 50;

/** `from`: the first row below the last head, `at`: the row that may be one. */
function isNeuerKopf(
  { zeilen }: Blatt,
  { from, at }: { readonly from: number; readonly at: number },
  koepfe: readonly Kopf[],
  tables: number,
  verzeichnis: Verzeichnis,
): boolean {
  const zeile = zeilen[at];
  if (zeile === undefined || tables >= MAX_TABLES || zeile.zellen.some(isTagwert)) return false;
  if (isPivotkopf(zeile) || isAnderesEck(zeile.zellen, koepfe, verzeichnis)) return true;
  return (
    isSichererKopf(zeile.zellen) &&
    !isWiederholterKopf(zeile.zellen, koepfe) &&
    !stehtDarueber(zeile.zellen, zeilen.slice(Math.max(from, at - ABOVE), at))
  );
}

/** The same heads again behind another time or Kommune in the corner: “2. Quartal 2023 | Erkelenz | Wegberg”. */
function isAnderesEck(zellen: readonly Zelle[], koepfe: readonly Kopf[], verzeichnis: Verzeichnis): boolean {
  const at = zellen.findIndex((z) => z !== null);
  const eck = zellen[at];
  const before = koepfe[at]?.wort ?? "";
  if (typeof eck !== "string" || before === "" || eck.toLowerCase() === before.toLowerCase()) return false;
  const others = zellen.flatMap((z, i) => (z === null || i === at ? [] : [{ z, wort: koepfe[i]?.wort ?? "" }]));
  const same = others.every(
    ({ z, wort }) => typeof z === "string" && einzeilig(z).toLowerCase() === wort.toLowerCase(),
  );
  const says = (text: string) =>
    (["zeit", "kommune"] as const).some((art) => isWortFor(art, text, verzeichnis)) ||
    ortImTitel(text, verzeichnis) !== null;
  return same && others.length > 1 && says(eck) && says(before);
}

/** A row of data whose words are heads as well (“KW 13 | Aufenthalt | Telefon”): rows above say the same in the same columns. */
const stehtDarueber = (zellen: readonly Zelle[], above: readonly Blattzeile[]): boolean =>
  zellen.some((zelle, i) => typeof zelle === "string" && above.some((row) => row.zellen[i] === zelle));
