/**
 * Staff of the demo, one or more for each role, and where they counsel, most often at the first place: in 15 Kommunen. Invented,
 * and meant to sound like it.
 */
export const MITARBEITENDE = [
  { name: "Ada Exempel", email: "ada.exempel", rolle: "administration", traeger: "kreis", orte: [] },
  {
    name: "Mira Beispiel",
    email: "mira.beispiel",
    rolle: "cm_lokal",
    traeger: "kreis",
    orte: ["Siegburg"],
  },
  { name: "Karl Probe", email: "karl.probe", rolle: "cm_lokal", traeger: "kreis", orte: ["Lohmar", "Much"] },
  {
    name: "Toni Vorlage",
    email: "toni.vorlage",
    rolle: "cm_lokal",
    traeger: "wohlfahrt",
    orte: ["Hennef (Sieg)", "Ruppichteroth"],
  },
  {
    name: "Lea Platzhalter",
    email: "lea.platzhalter",
    rolle: "cm_lokal",
    traeger: "wohlfahrt",
    orte: ["Eitorf", "Windeck"],
  },
  {
    name: "Rana Testmann",
    email: "rana.testmann",
    rolle: "cm_lokal",
    traeger: "verein",
    orte: ["Bornheim", "Alfter"],
  },
  { name: "Piet Entwurf", email: "piet.entwurf", rolle: "cm_lokal", traeger: "verein", orte: ["Niederkassel"] },
  { name: "Nele Skizze", email: "nele.skizze", rolle: "cm_lokal", traeger: "stadt", orte: ["Troisdorf"] },
  {
    name: "Ole Attrappe",
    email: "ole.attrappe",
    rolle: "cm_lokal",
    traeger: "kreis",
    orte: ["Königswinter", "Bad Honnef"],
  },
  {
    name: "Ines Schablone",
    email: "ines.schablone",
    rolle: "cm_lokal",
    traeger: "kreis",
    orte: ["Meckenheim", "Rheinbach"],
  },
  { name: "Zoe Modellfall", email: "zoe.modellfall", rolle: "cm_mukis", traeger: "kreis", orte: ["Siegburg"] },
  { name: "Bela Muster", email: "bela.muster", rolle: "cm_abh", traeger: "kreis", orte: ["Siegburg"] },
  { name: "Jo Muster", email: "jo.muster", rolle: "kim_koordination", traeger: "kreis", orte: [] },
  { name: "Uta Beispielhof", email: "uta.beispielhof", rolle: "cm_koordination", traeger: "kreis", orte: [] },
  { name: "Kim Platzmann", email: "kim.platzmann", rolle: "verwaltungsassistenz", traeger: "kreis", orte: [] },
  { name: "Gero Probst-Muster", email: "gero.muster", rolle: "ki_leitung", traeger: "kreis", orte: [] },
  { name: "Vera Vordruck", email: "vera.vordruck", rolle: "abh_fachkraft", traeger: "kreis", orte: [] },
  { name: "Emil Formular", email: "emil.formular", rolle: "ebh_fachkraft", traeger: "kreis", orte: [] },
  { name: "Susi Sorglos", email: "susi.sorglos", rolle: "traeger_leitung", traeger: "wohlfahrt", orte: [] },
  { name: "Dr. Hans Mustermeier", email: "hans.mustermeier", rolle: "dezernat", traeger: "kreis", orte: [] },
  { name: "Lina Landmuster", email: "lina.landmuster", rolle: "land", traeger: "kreis", orte: [] },
  { name: "Bruno Bezirk", email: "bruno.bezirk", rolle: "bra", traeger: "kreis", orte: [] },
  { name: "Dora Datenschutz", email: "dora.datenschutz", rolle: "datenschutz", traeger: "kreis", orte: [] },
  { name: "Ludger Leitmuster", email: "ludger.leitmuster", rolle: "traeger_leitung", traeger: "kreis", orte: [] },
  { name: "Tom Gegenprobe", email: "tom.gegenprobe", rolle: "datenschutz", traeger: "wohlfahrt", orte: [] },
  // Left a week ago: what was hers waits to be distributed.
  {
    name: "Gitta Gegangen",
    email: "gitta.gegangen",
    rolle: "cm_lokal",
    traeger: "wohlfahrt",
    orte: ["Hennef (Sieg)"],
    gegangen: 8,
  },
] as const;

/** Employers of the demo. */
export const TRAEGER = {
  kreis: { name: "Rhein-Sieg-Kreis", art: "kreis" },
  stadt: { name: "Stadt Troisdorf (Demo)", art: "kommune" },
  wohlfahrt: { name: "Musterwohlfahrt Rhein-Sieg", art: "wohlfahrt" },
  verein: { name: "Beispielhilfe e. V.", art: "wohlfahrt" },
} as const;

type Herkunft = {
  readonly staat: string;
  readonly gruppe: string;
  readonly sprache: string;
  readonly gewicht: number;
  readonly vornamen: readonly string[];
  readonly nachnamen: readonly string[];
};

/** Where people come from, how often, which language they speak; names that nobody bears in this combination. */
export const HERKUNFT: readonly Herkunft[] = [
  {
    staat: "166",
    gruppe: "ukraine",
    sprache: "uk",
    gewicht: 30,
    vornamen: ["Oksana", "Olena", "Taras", "Bohdan", "Daryna"],
    nachnamen: ["Beispielenko", "Musterchuk", "Probenko", "Vorlaienko"],
  },
  {
    staat: "475",
    gruppe: "syrien",
    sprache: "ar",
    gewicht: 22,
    vornamen: ["Samir", "Rima", "Yahya", "Nour", "Hala"],
    nachnamen: ["Al-Beispiel", "Mustari", "Al-Probe", "Vorlagi"],
  },
  {
    staat: "423",
    gruppe: "afghanistan",
    sprache: "prs",
    gewicht: 15,
    vornamen: ["Farid", "Shirin", "Wahid", "Laila"],
    nachnamen: ["Beispielzada", "Mustari-Khel", "Probezai"],
  },
  {
    staat: "163",
    gruppe: "tuerkei",
    sprache: "tr",
    gewicht: 12,
    vornamen: ["Emre", "Zeynep", "Deniz", "Elif"],
    nachnamen: ["Örnekoğlu", "Muster-Yılmaz", "Denemeci"],
  },
  {
    staat: "438",
    gruppe: "irak_iran",
    sprache: "ckb",
    gewicht: 8,
    vornamen: ["Rêbîn", "Dilan", "Hiwa"],
    nachnamen: ["Beispielani", "Nimunay"],
  },
  {
    staat: "224",
    gruppe: "afrika_ost",
    sprache: "ti",
    gewicht: 6,
    vornamen: ["Selam", "Yonas", "Winta"],
    nachnamen: ["Beispielmariam", "Musterab"],
  },
  {
    staat: "154",
    gruppe: "eu",
    sprache: "ro",
    gewicht: 7,
    vornamen: ["Ioana", "Radu", "Mihaela"],
    nachnamen: ["Exemplescu", "Probeanu"],
  },
];

/** Notes of the demo: what a case manager writes, about nobody. */
export const NOTIZEN = [
  "Demo-Notiz: Unterlagen für den Sprachkurs fehlen noch, kommt nächste Woche wieder.",
  "Demo-Notiz: Wohnung zu klein, Antrag auf Wohnberechtigungsschein besprochen.",
  "Demo-Notiz: Brief der Krankenkasse erklärt, Rückruf vereinbart.",
  "Demo-Notiz: Kind geht in zwei Schulen, Klärung mit dem Schulamt nötig.",
  "Demo-Notiz: Facharzt mit passender Sprache gesucht, bisher nicht gefunden.",
  "Demo-Notiz: Anerkennung des Berufsabschlusses angestoßen, Unterlagenliste mitgegeben.",
  "Demo-Notiz: Termin bei der Behörde dauert über drei Monate, Zwischenbescheinigung erfragt.",
] as const;
