import type { Actor } from "../../../platform/actor.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { today } from "../../../platform/clock.ts";
import { MAX_TEIL, type WordEingabe } from "../model/eingabe.ts";
import { type Stueck, kapitelVon, quellenVon, titelIn, unlesbaresIn } from "../model/word.ts";
import { beginKonzept } from "./create-konzept.ts";
import { refuseNamen } from "../rows/pruefen.ts";

const MOST_KAPITEL = 60;

/** What came of a Word file: the draft, and how much of the file nobody could read. */
export type Eingelesen = { readonly id: string; readonly unlesbar: number };

/**
 * A draft that begins with what a Word file says: its headings become chapters, its notes sources. Where a picture was, the text
 * says so.
 * @throws Refused (field `datei`) for a chapter that is longer than a part may be, characters that no font has a picture of, or
 * somebody who can be recognised
 */
export async function importKonzept(
  tx: Tx,
  actor: Actor,
  { titel, zeitraum, kein_name }: WordEingabe,
  datei: { readonly name: string; readonly stuecke: readonly Stueck[] },
): Promise<Eingelesen> {
  const felder = kodesAm((await codelisten(tx)).handlungsfeld, today());
  const kapitel = kapitelVon(datei.stuecke, felder);
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
