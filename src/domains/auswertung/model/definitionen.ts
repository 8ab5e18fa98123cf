/** What each figure counts, in words for the page, the handbook and reports. */
export const DEFINITIONEN = {
  kontakte:
    "Alle Kontakte: Beratungen der Stufen 1 und 2, Fachanfragen (Stufe 0) und Beratungen aus übernommenen Strichlisten. Zurückgezogene zählen nirgends.",
  beratungen: "Beratungen der Stufen 1 und 2 und die aus übernommenen Strichlisten. Fachanfragen zählen nicht mit.",
  personen:
    "Verschiedene Personen mit mindestens einer Beratung der Stufe 2. Wer bei zwei Trägern beraten wurde, zählt bei beiden. Personen mehrerer Monate lassen sich nicht addieren; deshalb gibt es die Zahl nur für einen Monat, ein Quartal, ein Halbjahr oder ein Jahr.",
  faelle:
    "Fälle des Case Managements: vom ersten Schritt nach der Einwilligung bis zum Ende, gezählt am letzten Tag des Zeitraums. Bestand am Anfang, dazu gekommene, beendete und Bestand am Ende gehen auf. Wer wieder aufgenommen wird, kommt noch einmal dazu; eine Übergabe beim selben Träger ändert nichts; versehentlich angelegte zählen nirgends.",
  anfragen:
    "Was noch kein Fall ist: Anfrage, Klärung, offene Einwilligung. Eine Anfrage ist erledigt, wenn ein Fall beginnt, wenn sie an eine andere Stelle verwiesen wird oder nicht zustande kommt.",
  delfin:
    "Kinder nach dem Jahr ihres Tests und der Kommune, in der sie einen Platz brauchen. Mit Bedarf: der Test hat ihn festgestellt. Besetzt: Kinder mit Bedarf, die eine Kita oder die Sprachförderung besuchen oder besucht haben. Plätze trägt die Koordination oder MuKi-S ein.",
  verweise:
    "Verweise nach dem Tag, an dem verwiesen wurde, und was bis heute daraus wurde: Eine Antwort, die später kommt, ändert die Zahl dieses Zeitraums. Abgelehnt ist ungedeckter Bedarf, gleich warum. Die Hälfte der Angekommenen kam spätestens nach so vielen Tagen an (Median).",
  mittlung:
    "Einzelne Beratungen mit Sprache und Verständigung, in denen nicht beide Deutsch konnten. Nicht gedeckt: Es half nur ein Gerät, jemand aus der Familie, ein Kind oder niemand. Was zu klein ist, um genannt zu werden, verdeckt auch die Summe, in der es steckt.",
  anrufe:
    "Anrufe nach ihrem Tag; jeder hat eine Frage. Familien werden beraten; Kita, Schule, Praxis und andere Fachkräfte fragen an, das ist ein Kontakt und keine Beratung. Sprachen sind die des Kindes: Es kann mehrere haben oder keine genannte, darum ergeben sie zusammen nicht die Zahl der Anrufe.",
  zugewiesene:
    "Menschen nach dem Tag, an dem sie der Kommune zugewiesen wurden, und was bis heute daraus wurde. Erreicht: mit Erstkontakt. Beraten: mit Namen in einem Gespräch mit der Familie, das zählt. Ein späteres Gespräch ändert die Zahl dieses Zeitraums.",
  fallpersonen:
    "Verschiedene Personen und Haushalte, für die an mindestens einem Tag des Zeitraums ein Fall lief. Wer keinem Haushalt zugeordnet ist, zählt als eigener. Beides lässt sich wie die Personen der Beratungen nicht addieren.",
  phasen: "Fälle und Anfragen nach der Phase, in der sie am letzten Tag des Zeitraums waren; läuft er noch, heute.",
  abschlussgrund:
    "Fälle, die im Zeitraum endeten, nach dem Grund des Abschlusses; eine widerrufene Einwilligung steht für sich. Endet ein Fall zweimal, zählt jedes Ende.",
  ziele:
    "Ziele der Hilfepläne, eingeschätzt beim Abschluss des Falls, in fünf Stufen. Ein Fall hat meist mehrere; gezählt werden Ziele, nicht Fälle.",
  zufriedenheit:
    "Antworten auf die Frage nach der Zufriedenheit mit Beratung und Begleitung, nach dem Tag der Frage. Wer nicht antworten wollte, zählt nicht; wer zweimal gefragt wurde, zweimal. Wer berät, sieht die Antwort: Das fällt freundlicher aus als ein anonymer Bogen.",
  dauer:
    "Ganze Monate vom Beginn des Falls bis zu seinem Ende; bei einem wieder aufgenommenen von der Wiederaufnahme an. Die Hälfte der beendeten Fälle dauerte höchstens so lange wie der mittlere Wert (Median).",
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
