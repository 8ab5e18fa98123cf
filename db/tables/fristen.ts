import { FILE, KEY, TAKE_OVER, inhalt, keeping, kode, table, technik, version } from "../table.ts";

const FRIST = keeping("Fristen mit Verlauf", "mit der Person, um deren Akte es geht", "noch nicht");

export const FRISTEN = [
  table("kim.frist", "akte", {
    says: "Wonach bis zu einem Tag zu sehen ist: von Hand, oder aus den Angaben einer Akte; dann ändert und beendet sie sich mit ihnen.",
    owner: "traeger",
    retention: FRIST,
    web: ["select"],
    // Counted for the load of a team, and for the mail that says how many wait; never opened.
    worker: ["select", { update: ["stand", "version"] }],
    columns: {
      ...FILE,
      ...KEY,
      person_id: technik.insert,
      fall_id: technik.insert,
      aufenthalt_id: technik.insert,
      leistung_id: technik.insert,
      werdegang_id: technik.insert,
      einwilligung_id: technik.insert,
      vereinbarung_id: technik.insert,
      einbuergerung_id: technik.insert,
      quelle_id: technik.says("Woraus sie folgt; die Datenbank rechnet es aus."),
      art: kode.insert,
      titel: inhalt.insert.update.says("Worum es geht; nur von Hand, sonst sagt es die Art."),
      am: kode.insert.update,
      vorlauf: kode.insert.update.says("So viele Tage vorher steht sie unter „Fällig“."),
      ab: kode.says("Der Tag, ab dem sie dort steht."),
      stand: kode.update.says("offen, erledigt, verworfen; entfallen, wo ihre Angabe nicht mehr gilt."),
      version: version.update,
    },
  }),
  table("kim.frist_schritt", "akte", {
    says: "Was aus einer Frist wurde, Schritt für Schritt: auch jeder Tag, der einmal galt. Kein Schritt ändert sich.",
    owner: "traeger",
    retention: FRIST,
    web: ["select"],
    // A case that was handed over ends, and what followed from it.
    worker: ["select", "insert like web"],
    columns: {
      ...FILE,
      ...KEY,
      frist_id: technik.insert,
      folge: technik.insert.says("Die Fassung der Frist, die er ergab."),
      stand: kode.insert,
      tag: kode.insert.says("Der Tag der Frist danach."),
      am: kode.insert,
      erfasst_von: technik.insert.says("Wer es tat."),
      aus_daten: technik.insert.says("Weil sich eine Angabe der Akte änderte."),
      zurueck: technik.insert.says("Nahm den Schritt davor zurück."),
      lauf: technik.insert.says("Was zusammen getan wurde, wird zusammen zurückgenommen."),
      grund: inhalt.insert,
    },
  }),
  table("kim.erinnerung", "konto", {
    says: "Wer morgens eine Nachricht will, die sagt, wie viele Fristen warten.",
    owner: "traeger",
    retention: keeping("Erinnerung per E-Mail", "bis die Person sie abbestellt", "ja"),
    web: ["select", "delete"],
    worker: ["select", { update: ["zuletzt"] }],
    columns: {
      kreis: technik.insert,
      konto_id: technik.insert,
      zuletzt: technik.says("An welchem Tag zuletzt."),
    },
  }),
  table("kim.auslastung", "traeger", {
    says: "Wie viele Fälle und Fristen jemand hat, nach Art: Zahlen für die Leitung, ohne dass jemand eine Akte öffnet.",
    owner: "traeger",
    retention: keeping("Auslastung", "alle zehn Minuten neu gezählt", "ja"),
    web: ["select"],
    worker: TAKE_OVER,
    columns: { kreis: technik, konto_id: technik, art: technik, traeger_id: technik, anzahl: kode },
  }),
  table("kim.auslastung_traeger", "kreis", {
    says: "Dasselbe je Träger, für die Koordination; „ohne“ sind Fälle von jemandem, der nicht mehr berät. Genannt werden kleine Zahlen nicht.",
    owner: "kreis",
    retention: keeping("Auslastung", "alle zehn Minuten neu gezählt", "ja"),
    web: ["select"],
    worker: TAKE_OVER,
    columns: { kreis: technik, traeger_id: technik, art: technik, anzahl: kode },
  }),
];
