import { FILE, KEY, amtlich, codeList, inhalt, keeping, kode, table, technik, version } from "../table.ts";

const EINBUERGERUNG = keeping(
  "Einbürgerung mit Verlauf",
  "3 Jahre nach dem Ende des Falls, sonst nach dem letzten Schritt",
  "noch nicht",
);
const GEPRUEFT = amtlich.says("Tag, an dem der Satz zuletzt mit seiner Quelle verglichen wurde.");
const ZU_PRUEFEN = amtlich.says("Was daran unsicher ist und jemand vom Fach nachsehen sollte; leer: nichts.");
const KODES = technik.says("Kodes, mit Leerzeichen dazwischen.");

/** What the law asks for, as dated data, and how far somebody is on the way. */
export const EINBUERGERUNGEN = [
  codeList("ref.perspektive", "Wege zu bleiben oder eingebürgert zu werden, jeder nach einem Paragrafen.", {
    paragraf: amtlich,
    art: technik.says("einbuergerung oder aufenthalt."),
    zu_pruefen: ZU_PRUEFEN,
  }),
  codeList("ref.regel", "Was ein Weg verlangt: je Bedingung gilt an jedem Tag genau eine Fassung.", {
    perspektive: technik,
    bedingung: technik.says("Wie die Bedingung in allen ihren Fassungen heißt."),
    satz: amtlich,
    quelle: amtlich.says("Fundstelle."),
    geprueft_am: GEPRUEFT,
    zu_pruefen: ZU_PRUEFEN,
    pruefung: technik.says("Wie KIM sie mit der Akte vergleicht; leer: nur Auskunft, ohne Ampel."),
    zahl: technik.says("Monate, Alter oder Niveau."),
    zahl_bis: technik.says("Alter, unter dem; oder Monate, die in besonderen Fällen genügen."),
    stichtag: technik.says("Der Tag, an dem gezählt wird; leer: heute."),
    zaehlt: KODES,
    pruefen: technik.says("Kodes, über die die Behörde entscheidet."),
    nicht: technik.says("Kodes, die entgegenstehen."),
    bei_schutz: technik.says("Kodes, die nur zählen, wenn Schutz anerkannt wurde."),
    dokumente: technik.says("Welche Dokumente man dazu braucht."),
  }),
  codeList("ref.wartezeit", "Wie lange die Einbürgerungsbehörden nach eigener Angabe brauchen.", {
    kreis: technik,
    satz: amtlich,
    quelle: amtlich,
    geprueft_am: GEPRUEFT,
  }),
  table("kim.einbuergerung", "akte", {
    work: true,
    says: "Eine Einbürgerung, die vorbereitet wird oder läuft: bei welcher Behörde, wie weit.",
    owner: "traeger",
    retention: EINBUERGERUNG,
    web: ["select"],
    worker: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      person_id: technik.insert,
      perspektive: kode.insert.update.says("Nach welchem Paragrafen."),
      ebh: amtlich.insert.update.says("Welche Einbürgerungsbehörde zuständig ist."),
      stand: kode.insert.update,
      stand_seit: kode.insert.update,
      antrag_am: kode.insert.update.says("Ab wann gewartet wird."),
      zusicherung_bis: kode.insert.update.says("Letzter Tag, an dem die Zusicherung gilt."),
      nachfragen_am: kode.insert.update,
      version: version.update,
    },
  }),
  table("kim.einbuergerung_schritt", "akte", {
    says: "Wie weit die Einbürgerung an welchem Tag war.",
    owner: "traeger",
    retention: EINBUERGERUNG,
    web: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      einbuergerung_id: technik.insert,
      folge: technik.insert.says("Der wievielte Schritt."),
      nach: kode.insert,
      am: kode.insert,
      bis: kode.insert.says("Bei einer Zusicherung ihr letzter Tag."),
      notiz: inhalt.insert,
      zurueckgenommen: kode.update.says("War ein Versehen."),
      erfasst_von: technik.insert.says("Wer es eintrug."),
    },
  }),
];
