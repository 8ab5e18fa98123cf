import { KEY, TAKE_OVER, amtlich, inhalt, keeping, kode, table, technik, zeitpunkt } from "../table.ts";

const VERTRETUNG = keeping("Vertretung und Team", "24 Monate nach ihrem Ende, wie das Protokoll", "noch nicht");

const gegeben = {
  gegeben_von: technik.insert.says("Wer sie bestimmt hat: die Person selbst oder ihre Leitung, nie wer vertritt."),
  gegeben_am: zeitpunkt,
};
const bestaetigt = {
  bestaetigt_von: technik.update.says("Die zweite Person; nie, wer sie bestimmt hat, und niemand, um den es geht."),
  bestaetigt_am: zeitpunkt.says("Setzt die Datenbank."),
};
const beendet = {
  beendet_von: technik.update,
  beendet_am: zeitpunkt.says("Setzt die Datenbank; ab dann gilt sie nicht mehr."),
};

/** Who acts for whom. Rows hold ids only; whoever belongs to the Träger may know who stands in for whom. */
export const ZUSTAENDIGKEIT = [
  table("kim.vertretung", "traeger", {
    says: "Jemand steht von einem Tag bis zu einem anderen für jemanden ein und sieht so lange deren Akten.",
    owner: "traeger",
    retention: VERTRETUNG,
    web: ["select"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      vertreten: technik.insert.says("Wessen Akten."),
      durch: technik.insert.says("Wer sie so lange sieht und führt."),
      grund: technik.insert.says("urlaub, krankheit oder ausscheiden."),
      von: technik.insert,
      bis: technik.insert.says("Der letzte Tag; er zählt noch mit, nach dem Kalender in Berlin."),
      ...gegeben,
      ...bestaetigt,
      ...beendet,
      gesehen: zeitpunkt.update.says("Wann die vertretene Person davon las."),
    },
  }),
  table("kim.team", "traeger", {
    says: "Wer in einem Team ist, steht für jeden darin ein, bis es endet.",
    owner: "traeger",
    retention: VERTRETUNG,
    web: ["select"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      name: amtlich.insert,
      gegruendet_von: technik.insert,
      gegruendet_am: zeitpunkt,
      beendet_von: technik.update,
      beendet_am: zeitpunkt.update,
    },
  }),
  table("kim.team_mitglied", "traeger", {
    says: "Wer zu einem Team gehört, von zweien bestimmt, die nicht dazugehören.",
    owner: "traeger",
    retention: VERTRETUNG,
    web: ["select"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      team_id: technik.insert,
      konto_id: technik.insert,
      ...gegeben,
      ...bestaetigt,
      ...beendet,
      gesehen: zeitpunkt.update.says("Bis wann das Mitglied gelesen hat, wer dazugehört."),
    },
  }),
  table("kim.uebergabe", "traeger", {
    says: "Was jemand im Träger an wen übergibt. Der Hintergrund führt es aus; keine Seite ändert, wessen eine Akte ist.",
    owner: "traeger",
    retention: keeping("Übergabe mit Notiz", "24 Monate; die Notiz mit der Person oder dem Konto", "noch nicht"),
    web: ["select"],
    worker: ["select", { update: ["getan", "personen", "beratungen", "listen", "zurueck_von"] }],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      von_konto: technik.insert,
      an_konto: technik.insert,
      person_id: technik.insert.says("Eine Person; leer: mehrere oder alles."),
      hoechstens: technik.insert.says("So viele Personen; leer: alle."),
      rest: technik.insert.says("Auch Beratungen ohne Person und alte Listen."),
      notiz: inhalt.insert.says("Was die übernehmende Person wissen soll."),
      notiz_schluessel: technik.insert.says("Der Schlüssel der Person, bei mehreren der des übernehmenden Kontos."),
      ...gegeben,
      ...bestaetigt,
      zurueck_von: technik.update.says("Wer sie zurücknahm, bevor etwas geschah."),
      getan: zeitpunkt,
      personen: kode.says("Wie viele es waren."),
      beratungen: kode,
      listen: kode,
      gesehen: zeitpunkt.update.says("Wann die übernehmende Person davon las."),
    },
  }),
  table("kim.offene_arbeit", "traeger", {
    says: "Was jemandem gehört, der nicht mehr berät, nach Zahl und Art: Die Leitung muss es verteilen.",
    owner: "traeger",
    retention: keeping("Offene Arbeit ohne Zuständige", "bis sie verteilt ist", "ja"),
    web: ["select"],
    worker: TAKE_OVER,
    columns: {
      kreis: technik,
      konto_id: technik,
      art: technik.says("Wie die Tabelle heißt: person, beratung, uebernahme."),
      traeger_id: technik,
      anzahl: kode,
    },
  }),
  table("kim.verteilung_erinnert", "konto", {
    says: "Wann eine Leitung zuletzt eine Nachricht bekam, dass Arbeit zu verteilen ist.",
    owner: "traeger",
    retention: keeping("Erinnerung an offene Arbeit", "mit dem Konto", "ja"),
    web: [],
    worker: ["select", "insert", { update: ["zuletzt"] }],
    columns: { kreis: technik, konto_id: technik, zuletzt: technik.says("An welchem Tag zuletzt.") },
  }),
];
