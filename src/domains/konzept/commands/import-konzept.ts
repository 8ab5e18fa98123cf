import type { Actor } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { codelisten, kodesAm, wahlAm } from "../../codelisten/index.ts";
import { today } from "../../../platform/clock.ts";
import { type Antworten, KEINES, MAX_TEIL, type WordEingabe } from "../model/eingabe.ts";
import { type Stueck, kapitelVon, quellenVon, titelIn, unlesbaresIn } from "../model/word.ts";
import { kapitelListe } from "../queries/kapitel.ts";
import { konzepte } from "../queries/konzepte.ts";
import { beginKonzept } from "./create-konzept.ts";
import { refuseNamen } from "../rows/pruefen.ts";

const MOST_KAPITEL = 60;

/** What came of a Word file: the draft, and how much of the file nobody could read. */
export type Eingelesen = { readonly id: string; readonly unlesbar: number };

/** Chapters that are made like one about a Handlungsfeld, and nothing says which: somebody has to, before they are read. */
export class KapitelOffen extends Error {
  override readonly name = "KapitelOffen";
  readonly titel: readonly string[];
  constructor(titel: readonly string[]) {
    super("Von Kapiteln ist nicht klar, zu welchem Handlungsfeld sie gehören.");
    this.titel = titel;
  }
}

/** The chapters of a file, each with what it is about. @throws KapitelOffen; Refused (field `feld`) */
async function kapitelDer(tx: Tx, actor: Actor, stuecke: readonly Stueck[], antworten: Antworten) {
  const { handlungsfeld } = await codelisten(tx);
  const gewaehlt = new Map([...antworten].map(([titel, code]) => [titel, code === KEINES ? null : code] as const));
  const chosen = [...gewaehlt.values()].filter((code) => code !== null);
  refuseClosed({ name: "feld", label: "Handlungsfeld", list: wahlAm(handlungsfeld, today()), chosen });
  const known = [];
  for (const { id } of await konzepte(tx, actor)) known.push(await kapitelListe(tx, id));
  const kapitel = kapitelVon(stuecke, kodesAm(handlungsfeld, today()), { konzepte: known, gewaehlt });
  const open = kapitel.filter(({ offen }) => offen === true);
  if (open.length > 0) throw new KapitelOffen(open.map(({ titel }) => titel));
  return kapitel;
}

/**
 * A draft that begins with what a Word file says: its headings become chapters, its notes sources. Where a picture was, the text
 * says so.
 * @throws KapitelOffen where it cannot tell which Handlungsfeld a chapter is about
 * @throws Refused (field `datei`) for a chapter that is longer than a part may be, characters that no font has a picture of, or
 * somebody who can be recognised
 */
export async function importKonzept(
  tx: Tx,
  actor: Actor,
  { titel, zeitraum, kein_name, antworten = new Map() }: WordEingabe & { readonly antworten?: Antworten },
  datei: { readonly name: string; readonly stuecke: readonly Stueck[] },
): Promise<Eingelesen> {
  const kapitel = await kapitelDer(tx, actor, datei.stuecke, antworten);
  if (kapitel.length > MOST_KAPITEL)
    throw new Refused(
      `Die Datei hat ${kapitel.length} Kapitel; ${MOST_KAPITEL} sind möglich. Nehmen Sie für kleinere Teile eine niedrigere Überschrift.`,
      "datei",
    );
  for (const { titel: name, texte } of kapitel) {
    for (const text of Object.values(texte)) {
      if (text.length > MAX_TEIL)
        throw new Refused(
          `Das Kapitel „${name}“ ist zu lang für einen Teil. Gliedern Sie es in Word mit Überschriften.`,
          "datei",
        );
    }
  }
  const quellen = quellenVon(datei.stuecke);
  const texts = kapitel.flatMap(({ titel: head, texte }) => [head, ...Object.values(texte)]);
  const all = [...texts, ...quellen.map(({ text }) => text)];
  refuseUnprintable(all, "datei");
  await refuseNamen(tx, actor, { datei: all.join("\n\n") }, kein_name);
  const name = datei.name.replace(/\.docx$/i, "").slice(0, 200);
  const called = titel || titelIn(datei.stuecke) || name || "Handlungskonzept";
  const id = await beginKonzept(tx, actor, { titel: called, zeitraum, kein_name: kein_name === true }, kapitel);
  await insertMany(
    tx,
    "kim.konzept_quelle",
    quellen.map((quelle) => ({ kreis: actor.kreis, konzept_id: id, ...quelle })),
  );
  return { id, unlesbar: unlesbaresIn(datei.stuecke) };
}
