import type { Blattzeile } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { isTagwert } from "./kopfzeile.ts";
import { isWortFor } from "./kreuz.ts";
import { type Kopf, isEckjahr } from "./spalten.ts";
import { isKopftag } from "./tagesraster.ts";
import { ortImTitel } from "./titel.ts";
import { zaehlwert, zahlVon } from "./werte.ts";
import { monatsangabe } from "./zeitzelle.ts";

/** What stands in the corner of a head: the year above “Monat” as well. */
export function eckwort(koepfe: readonly Kopf[]): string {
  const first = koepfe.find(({ wort }) => wort !== "");
  return first !== undefined && isEckjahr(first.gruppe) ? first.gruppe : (first?.wort ?? "");
}

/** The corner names the Kommune of the rows below, which say something else: “Stadt Jülich” above the months. */
export function isEckort(
  koepfe: readonly Kopf[],
  from: number,
  zeilen: readonly Blattzeile[],
  verzeichnis: Verzeichnis,
) {
  const eck = koepfe[from]?.wort ?? "";
  const below = zeilen[0]?.zellen[from];
  return (
    ortImTitel(eck, verzeichnis) !== null &&
    typeof below === "string" &&
    zaehlwert(below) === undefined &&
    verzeichnis.genau("kommune", below) === undefined &&
    koepfe.every(({ wort }) => wort === eck || verzeichnis.genau("kommune", wort) === undefined)
  );
}

/** The corner names the one time of all rows below, which say something else: “1. Quartal 2023” above the themes. */
export function isEckzeit(
  koepfe: readonly Kopf[],
  from: number,
  zeilen: readonly Blattzeile[],
  verzeichnis: Verzeichnis,
) {
  const eck = koepfe[from]?.wort ?? "";
  if (!isWortFor("zeit", eck, verzeichnis) || isKopftag(eck)) return false;
  const below = zeilen
    .slice(0, FIRST_ROWS)
    .map(({ zellen }) => zellen[from] ?? null)
    .filter((z) => z !== null);
  const isTime = (text: string) =>
    isWortFor("zeit", text, verzeichnis) || monatsangabe("", text) !== undefined || zahlVon(text) !== undefined;
  return (
    below.length > 0 &&
    below.every((z) => typeof z === "string" && !isTime(z) && !isTagwert(z)) &&
    koepfe.every(({ wort }) => wort === eck || !isWortFor("zeit", wort, verzeichnis))
  );
}
const FIRST_ROWS = 5;

/** The corner says the year, or place and year, of the rows below: “2025”, “Monat 2025”, “Much 2024”. */
export const isEcktitel = (eck: string, koepfe: readonly Kopf[]): boolean =>
  isEckjahr(eck) || (MIT_JAHR.test(eck) && koepfe.filter(({ wort }) => MIT_JAHR.test(wort)).length === 1);
const MIT_JAHR = /(?<!\d)20[1-4]\d(?!\d)/u;
