import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { today } from "../../../platform/clock.ts";
import { MAX_TEIL, type WordEingabe } from "../model/eingabe.ts";
import { type Stueck, kapitelVon, titelIn } from "../model/word.ts";
import { beginKonzept } from "./create-konzept.ts";

const MOST_KAPITEL = 60;

/**
 * A draft that begins with what a Word file says: its headings become chapters. Returns its id.
 * @throws Refused (field `datei`) for a chapter that is longer than a part may be, or characters that no font has a picture of
 */
export async function importKonzept(
  tx: Tx,
  actor: Actor,
  { titel, zeitraum }: WordEingabe,
  datei: { readonly name: string; readonly stuecke: readonly Stueck[] },
): Promise<string> {
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
    refuseUnprintable([name, ...Object.values(texte)], "datei");
  }
  const name = datei.name.replace(/\.docx$/i, "").slice(0, 200);
  return beginKonzept(
    tx,
    actor,
    { titel: titel || titelIn(datei.stuecke) || name || "Handlungskonzept", zeitraum },
    kapitel,
  );
}
