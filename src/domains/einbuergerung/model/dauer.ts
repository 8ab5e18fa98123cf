import { monateSpaeter, tagText } from "../../../platform/span.ts";
import { kette, statusAm } from "./kette.ts";
import type { Licht, Regel } from "./regel.ts";
import { type Tatsachen, dauerText, volleMonate } from "./tatsachen.ts";

/** Recognised protection: with it the time of the asylum procedure counts (§ 55 Abs. 3 AsylG). */
const SCHUTZ = new Set(["asylberechtigt", "fluechtling", "subsidiaer"]);

type Frage = {
  readonly regel: Regel;
  readonly akte: Tatsachen;
  readonly tag: string;
  readonly worte: { readonly status: (code: string) => string };
};

/** Whether an unbroken time is long enough on the day, or from which day on it will be. */
export function dauer({ regel, akte, tag, worte }: Frage): { readonly licht: Licht; readonly weil: string } {
  const am = regel.stichtag ?? tag;
  const jetzt = statusAm(akte, am);
  const sofort = jetzt.find((one) => regel.sofort.includes(one));
  if (sofort !== undefined) return { licht: "erfuellt", weil: `Status: ${worte.status(sofort)}.` };
  const schutz = akte.aufenthalte.some(({ status }) => SCHUTZ.has(status));
  const sicher = [...regel.zaehlt, ...(schutz ? regel.beiSchutz : [])];
  const lang = kette(akte, [...sicher, ...regel.pruefen], am);
  if (lang === undefined) return ohne(jetzt, am, worte.status);
  if (lang.von === null) {
    return { licht: "unbekannt", weil: "Der erste Status, der zählt, hat in der Akte keinen Anfang." };
  }
  const monate = volleMonate(lang.von, am);
  const seit = `Ohne Lücke seit ${tagText(lang.von)}: ${dauerText(monate)}.`;
  if (monate >= regel.zahl) {
    const kurz = kette(akte, sicher, am);
    const reicht = kurz !== undefined && kurz.von !== null && volleMonate(kurz.von, am) >= regel.zahl;
    return reicht
      ? { licht: "erfuellt", weil: seit }
      : { licht: "offen", weil: `${seit} Darin sind Zeiten, über deren Anrechnung die Behörde entscheidet.` };
  }
  if (regel.stichtag !== null) return { licht: "nicht", weil: `${seit} Am ${tagText(am)} hat das nicht gereicht.` };
  const voll = `Voll am ${tagText(monateSpaeter(lang.von, regel.zahl))}.`;
  if (regel.zahlBis !== null && monate >= regel.zahlBis) {
    return {
      licht: "offen",
      weil: `${seit} Die kürzere Zeit ist erreicht, wenn der besondere Fall vorliegt. Sonst: ${voll}`,
    };
  }
  return { licht: "offen", weil: `${seit} ${voll}${frueher(akte, lang.von)}` };
}

function ohne(jetzt: readonly string[], am: string, wort: (code: string) => string): { licht: Licht; weil: string } {
  const [heute] = jetzt;
  return heute === undefined
    ? { licht: "unbekannt", weil: `Für den ${tagText(am)} steht kein Status in der Akte.` }
    : { licht: "nicht", weil: `Status am ${tagText(am)}: ${wort(heute)}. Diese Zeit zählt hier nicht.` };
}

/** Where somebody came earlier than the time that counts begins, something may be missing in the file. */
const frueher = ({ inDeutschlandSeit: seit }: Tatsachen, von: string): string =>
  seit !== null && seit < von.slice(0, seit.length)
    ? " In Deutschland ist sie oder er länger: Prüfen, ob ein früherer Status fehlt."
    : "";
