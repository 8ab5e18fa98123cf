import { zahlVon } from "../erkennen/werte.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { readWortliste } from "../woerter/wortliste.ts";
import { type Lese, isLeer } from "./felder.ts";
import type { Kontakt, Personenzeile } from "./personentypen.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import { problem } from "./zugriff.ts";

const WORTE = new Map<string, string>();
const LISTE = readWortliste("geschlecht", { als: ["wort"], codes: ["w", "m", "d", "ohne"] });
for (const [code, { wort }] of LISTE) for (const one of wort) WORTE.set(one, code);

/** The gender of a row by its code; a word that is none is told, and lost. */
export function geschlechtIn(lese: Lese, cells: readonly Zelle[], plan: Spaltenplan): Personenzeile["geschlecht"] {
  const spalte = plan.eine("geschlecht");
  const text = spalte === undefined ? "" : zellText(cells[spalte.index]);
  if (spalte === undefined || text === "") return null;
  const found = WORTE.get(schluessel(text));
  if (found === undefined && !isLeer(text)) lese.hinweise.push(problem(spalte, text, "Hier steht weder w, m noch d."));
  return found ?? null;
}

/** Several numbers in a cell; a stroke without spaces is part of a number. */
const BETWEEN = /\s*[;,\n]\s*|\s+\/\s+|\s+(?:oder|und|or)\s+/iu;
const MOBILE = /^(?:\+?49|0049|0)?1[567]/u;
const NUMBER = /^[+\d][\d\s()/.-]{4,29}$/u;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u;
const MOST = 9;
const LONGEST = 100;

/** A number that a spreadsheet took for one is shown without its first zero. */
const written = (zelle: Zelle | undefined): string => {
  const text = zellText(zelle);
  return typeof zelle === "number" && zahlVon(zelle) !== undefined && /^[1-9]\d{6,11}$/u.test(text) ? `0${text}` : text;
};

/** How somebody is reached: numbers and addresses as they are written. What is neither is told, and lost. */
export function kontakteIn(lese: Lese, cells: readonly Zelle[], plan: Spaltenplan): readonly Kontakt[] {
  const found: Kontakt[] = [];
  for (const spalte of [...plan.alle("telefon"), ...plan.alle("email")]) {
    const text = written(cells[spalte.index]);
    for (const one of isLeer(text) ? [] : text.split(BETWEEN)) {
      const art = MAIL.test(one) ? "email" : MOBILE.test(one.replaceAll(/[^+\d]/gu, "")) ? "mobil" : "festnetz";
      const good = art === "email" || NUMBER.test(one);
      if (!good || one.length > LONGEST || found.length >= MOST) {
        lese.hinweise.push(problem(spalte, one, "Das ist keine Nummer und keine Adresse, die sich speichern lässt."));
      } else if (!found.some(({ wert }) => wert === one)) found.push({ art, wert: one });
    }
  }
  return found;
}
