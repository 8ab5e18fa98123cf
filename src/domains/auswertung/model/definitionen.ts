/** What each figure counts, in words for the page, the handbook and reports. */
export const DEFINITIONEN = {
  kontakte:
    "Alle Kontakte: Beratungen der Stufen 1 und 2, Fachanfragen (Stufe 0) und Beratungen aus übernommenen Strichlisten. Zurückgezogene zählen nirgends.",
  beratungen: "Beratungen der Stufen 1 und 2 und die aus übernommenen Strichlisten. Fachanfragen zählen nicht mit.",
  personen:
    "Verschiedene Personen mit mindestens einer Beratung der Stufe 2. Wer bei zwei Trägern beraten wurde, zählt bei beiden. Personen mehrerer Monate lassen sich nicht addieren; deshalb gibt es die Zahl nur für einen Monat, ein Quartal, ein Halbjahr oder ein Jahr.",
  faelle: "Fälle sind mehr als Beratungen: vereinbart und geplant. KIM zählt sie hier noch nicht.",
  neuzuweisungen:
    "Beratungen, nicht Menschen: solche mit Menschen, die der Kommune neu zugewiesen sind. Der Anteil bezieht sich auf die Beratungen, die das sagen können: einzelne, und die aus Strichlisten, die es zählen.",
  vzae: "Vollzeitäquivalente des Case Managements (Modul II): am letzten Tag des Zeitraums besetzt, von genehmigten.",
  themen:
    "Nennungen: Eine Beratung kann mehrere Themen haben, jedes zählt einmal. Was in Listen steht und noch keinem Handlungsfeld zugeordnet ist, zählt getrennt.",
  anteil:
    "Anteil an den einzelnen Beratungen mit mindestens einem Thema; Strichlisten sagen darüber nichts. Anteile sind gerundet und ergeben zusammen nicht immer 100 %.",
  monate:
    "Beratungen nach ihrem Tag. Eine Strichliste zählt in dem Monat, in dem die Mitte ihrer Spanne liegt: eine Woche also, wo ihr Donnerstag liegt.",
  kommunen: "Beratungen nach der Kommune, für die sie erfasst sind.",
  stufe: "Alle einzelnen Kontakte nach Stufe: Fachanfrage, anonyme Kurzberatung, Kurzberatung mit Person.",
  kontaktweg: "Einzelne Beratungen nach dem Weg des Kontakts, ohne Fachanfragen und Strichlisten.",
  verstaendigung: "Einzelne Beratungen danach, wie man sich verständigt hat.",
  ergebnis: "Einzelne Beratungen nach ihrem Ergebnis; „an …“ heißt vermittelt an diese Stelle.",
  sprache: "Einzelne Beratungen nach der Sprache der Ratsuchenden.",
} as const;

/** What the sign for a number that is not told means. */
export const kleineZahlen = (ab: number): string =>
  `„.“ steht für 1 bis ${ab - 1} und für Zahlen, aus denen sich eine so kleine errechnen ließe. 0 heißt: keine.`;
