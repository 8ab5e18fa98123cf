import type { Blattzeile, Zelle } from "../leser/zelle.ts";
import { zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { summenwort } from "./kopf.ts";
import { isWortFor } from "./kreuz.ts";
import { isKopftag } from "./tagesraster.ts";
import { zaehlwert, zahlVon } from "./werte.ts";

/** So many rows below each other say what they are, and have numbers. */
const LEAST = 3;
/** So many of the rows that have numbers. */
const MOST = 0.7;
const ARTEN = ["zeit", "kommune", "thema"] as const;

const isZahl = (zelle: Zelle): boolean =>
  zelle !== null && zahlVon(zelle) !== undefined && zaehlwert(zelle) !== undefined;

/** Rows that begin with a text and go on with numbers; the label and its column. */
function beschriftet({ zellen }: Blattzeile) {
  const at = zellen.findIndex((z) => z !== null);
  const label = zellen[at];
  const others = zellen.slice(at + 1).filter((z) => z !== null);
  const counted = others.some(isZahl) && others.every((z) => zaehlwert(z) !== undefined);
  return typeof label === "string" && zahlVon(label) === undefined && counted ? { at, label } : undefined;
}

/**
 * Where the head of a tally is whose words nobody knows, but whose rows say what they are: months, Kommunen or themes in front of
 * numbers. The index of the row above the first of them, `ohne` where that one has no head; undefined for any other sheet.
 */
export function kopfNachInhalt(
  zeilen: readonly Blattzeile[],
  verzeichnis: Verzeichnis,
): { readonly at: number; readonly art: "form" | "ohne" } | undefined {
  const rows = zeilen.flatMap((zeile, i) => {
    const found = beschriftet(zeile);
    return found === undefined || summenwort(found.label) !== undefined ? [] : [{ i, ...found }];
  });
  const [first] = rows;
  if (first === undefined || rows.length < LEAST) return undefined;
  const same = rows.filter(({ at }) => at === first.at);
  const known = ARTEN.some(
    (art) =>
      same.filter(({ label }) => isWortFor(art, label, verzeichnis)).length >= Math.max(LEAST, rows.length * MOST),
  );
  if (!known) return undefined;
  const above = zeilen[first.i - 1]?.zellen ?? [];
  const counts = (zeilen[first.i]?.zellen ?? []).flatMap((z, i) => (i > first.at && z !== null ? [i] : []));
  const isKopf = counts.some((i) => typeof above[i] === "string" && zahlVon(above[i]) === undefined);
  const plain = above.every((z) => z === null || (typeof z === "string" && zellText(z).length < 120));
  return isKopf && plain ? { at: first.i - 1, art: "form" } : { at: first.i, art: "ohne" };
}

/** Rows that begin with a day whose year stands elsewhere, below no head; undefined where hardly any do. */
export function ohneKopfUndJahr(
  rows: readonly Blattzeile[],
): { readonly at: number; readonly art: "ohne" } | undefined {
  const isDated = ({ zellen: [first, ...others] }: Blattzeile) =>
    typeof first === "string" && isKopftag(first) && others.filter((z) => z !== null).length >= 2;
  const dated = rows.filter(isDated).length;
  return dated >= LEAST && dated * 2 > rows.length ? { at: rows.findIndex(isDated), art: "ohne" } : undefined;
}
