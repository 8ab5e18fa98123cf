import { summenwort } from "../erkennen/kopf.ts";
import { isTagwert } from "../erkennen/kopfzeile.ts";
import { zahlVon } from "../erkennen/werte.ts";
import { type Blatt, type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { isLegendenblatt } from "../woerter/legende.ts";
import { type Verzeichnis, WORTARTEN } from "../woerter/verzeichnis.ts";

import { sagtZahl } from "./zwischentitel.ts";
import { BLATTGRUENDE, type Blattgrund } from "./typen.ts";

/** What a row outside of every table is, and how its cells end. */
type Urteil = readonly [grund: string, ende: "v" | "w"];

const KEINE_LISTE: Urteil = ["In diesem Blatt wurde keine Liste gefunden", "w"];
const AUSWAHL: Urteil = ["Wörter zur Auswahl in einer Liste", "v"];
/** A title has few cells; beside its label there may be a number or a day. */
const TITLE_CELLS = 2;

const isFigure = (zelle: Zelle): boolean => zahlVon(zelle) !== undefined || isTagwert(zelle);

/** No code list is longer. */
const MOST_WORDS = 2000;
/** The names of the code lists are shorter. */
const LONGEST_NAME = 100;

/** A sheet of nothing but known words is what the drop-downs of the others choose from, or explains their short forms. */
export function isAuswahl(blatt: Blatt, verzeichnis: Verzeichnis): boolean {
  return isLegendenblatt(blatt, verzeichnis) || isWortblatt(blatt, verzeichnis);
}

function isWortblatt({ zeilen }: Blatt, verzeichnis: Verzeichnis): boolean {
  const known = (z: Zelle) =>
    typeof z === "string" &&
    z.length < LONGEST_NAME &&
    WORTARTEN.some((art) => verzeichnis.genau(art, z) !== undefined);
  let cells = 0;
  for (const { zellen } of zeilen) {
    for (const zelle of zellen) {
      if (zelle === null) continue;
      cells += 1;
      if (cells > MOST_WORDS || !known(zelle)) return false;
    }
  }
  return isVerschieden(zeilen);
}

/** A choice is offered once; rows of a list say the same again and again. */
function isVerschieden(zeilen: Blatt["zeilen"]): boolean {
  const seen = new Set<string>();
  for (const { zellen } of zeilen) {
    for (const [i, zelle] of zellen.entries()) {
      if (zelle === null) continue;
      const key = `${i}\n${zellText(zelle)}`;
      if (seen.has(key)) return false;
      seen.add(key);
    }
  }
  return seen.size > 0;
}

/**
 * Judges the rows of a sheet that lie in no table: titles are understood; what looks like data waits, so that nothing that
 * was not recognised is passed over.
 */
export function ausserhalb(
  blatt: Blatt,
  hasTables: boolean,
  verzeichnis: Verzeichnis,
  weg: Blattgrund | undefined,
): (zeile: Blattzeile) => Urteil {
  if (!hasTables) {
    const left: Urteil | undefined =
      weg === undefined ? undefined : [`Von Ihnen weggelassen: ${BLATTGRUENDE[weg]}`, "v"];
    const urteil = isAuswahl(blatt, verzeichnis) ? AUSWAHL : (left ?? KEINE_LISTE);
    return () => urteil;
  }
  return ({ zellen }) => {
    const filled = zellen.filter((z) => z !== null);
    if (summenwort(zellText(filled[0])) !== undefined) return ["Summe", "v"];
    if (filled.some((zelle) => typeof zelle === "string" && sagtZahl(zelle))) return ["Anmerkung zu den Zahlen", "w"];
    const figures = filled.filter(isFigure).length;
    return filled.length > TITLE_CELLS && figures > 0
      ? ["Zeile mit Zahlen außerhalb der Tabellen", "w"]
      : ["Titel oder Anmerkung", "v"];
  };
}
