export type Schritt = Readonly<Record<string, string>>;
export type Erfunden = {
  /** What the gap is called that it is for. */
  readonly luecke: string;
  readonly titel: string;
  readonly ziel: string;
  readonly budget?: string;
  /** What was said differently later. */
  readonly geaendert?: Schritt;
  readonly weg: readonly Schritt[];
  readonly indikator?: Schritt;
  /** Typed values, as days before today and number. */
  readonly werte?: readonly (readonly [number, string])[];
  readonly wirkung?: Schritt;
  readonly danach?: readonly Schritt[];
};

const BESCHLOSSEN = { nach: "beschlossen" };
const LAEUFT = [BESCHLOSSEN, { nach: "laeuft" }];
const UMGESETZT = [...LAEUFT, { nach: "umgesetzt" }];

/** Measures in every state, some bound to figures of KIM, for gaps as far as bodies have taken them. */
export const MASSNAHMEN: readonly Erfunden[] = [
  {
    luecke: "Schulplatz nach dem Zuzug",
    titel: "Eine Stelle für alle Schulplätze",
    ziel: "Jedes Kind hat vier Wochen nach dem Zuzug einen Platz.",
    weg: [],
    indikator: { name: "Wochen bis zum Schulplatz", einheit: "Wochen", anfang: "12", richtung: "weniger", ziel: "4" },
  },
  {
    luecke: "Schulplatz nach dem Zuzug",
    titel: "Ein Bus zu den freien Schulen",
    ziel: "Kinder erreichen Schulen, die Plätze haben.",
    weg: [{ nach: "verworfen", grund: "Zu teuer für die wenigen Plätze." }],
  },
  {
    luecke: "DELFIN 4",
    titel: "Zwei Gruppen im Familienzentrum",
    ziel: "Jedes Kind mit Bedarf hat einen Platz der Sprachförderung.",
    budget: "48.500",
    geaendert: { titel: "Drei Gruppen in Familienzentren", budget: "61.000" },
    weg: LAEUFT,
    indikator: { zahl: "delfin_plaetze", richtung: "mehr", ziel: "60" },
  },
  {
    luecke: "DELFIN 4",
    titel: "Einladung zum Test in zehn Sprachen",
    ziel: "Mehr Kinder mit Bedarf werden gefunden und gefördert.",
    budget: "3.200",
    weg: [...LAEUFT, { nach: "ruht", grund: "Die Übersetzung wartet auf die amtliche Prüfung." }],
    indikator: { zahl: "delfin_besucht", richtung: "mehr", ziel: "80" },
  },
  {
    luecke: "DELFIN 4",
    titel: "Vorlesen in der Kita",
    ziel: "Kinder hören jede Woche Geschichten auf Deutsch und in ihrer Sprache.",
    weg: [BESCHLOSSEN],
  },
  {
    luecke: "DELFIN 4",
    titel: "Plätze in Tagespflege",
    ziel: "Auch kleine Orte haben Plätze.",
    weg: [...LAEUFT, { nach: "abgebrochen", grund: "Es fanden sich keine Räume." }],
  },
  {
    luecke: "Post vom Amt",
    titel: "Briefe in einfacher Sprache",
    ziel: "Menschen verstehen, was das Amt von ihnen will.",
    budget: "9.800",
    weg: UMGESETZT,
    indikator: { zahl: "kein_angebot", richtung: "weniger", ziel: "8" },
  },
  {
    luecke: "Fahrten zum Kurs",
    titel: "Sammeltaxi zum Abendkurs",
    ziel: "Wer keinen Bus hat, kommt abends nach Hause.",
    budget: "15.000",
    weg: UMGESETZT,
    indikator: { name: "Abbrüche im Kurs", einheit: "je Kurs", anfang: "6", richtung: "weniger", ziel: "2" },
    werte: [
      [120, "5"],
      [60, "3"],
      [10, "3"],
    ],
    wirkung: { urteil: "etwas", text: "Die Abbrüche haben sich halbiert; das Ziel ist noch nicht erreicht." },
  },
  {
    luecke: "Kurs mit Kinderbetreuung",
    titel: "Zwei Kurse mit Kinderbetreuung",
    ziel: "Mütter mit kleinen Kindern können einen Kurs besuchen.",
    budget: "22.000",
    weg: UMGESETZT,
    indikator: { name: "Plätze mit Betreuung", einheit: "Plätze", anfang: "0", richtung: "mehr", ziel: "24" },
    werte: [
      [200, "12"],
      [90, "24"],
    ],
    wirkung: { urteil: "besser", text: "Beide Kurse sind voll, die Warteliste ist halb so lang." },
    danach: [{ nach: "geschlossen" }],
  },
];
