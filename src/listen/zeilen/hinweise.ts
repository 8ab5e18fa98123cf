import type { Tabelle } from "../erkennen/typen.ts";
import { type Blatt, spaltenBuchstaben } from "../leser/zelle.ts";
import type { Kuerzel } from "../woerter/legende.ts";
import type { Summe, Zeile } from "./typen.ts";

/** What a file is read from, and what came of it. */
type Gelesenes = {
  readonly blaetter: readonly Blatt[];
  readonly tabellen: readonly Tabelle[];
  readonly summen: readonly Summe[];
  readonly zeilen: readonly Zeile[];
  readonly legende: readonly Kuerzel[];
};

/** What people should know of the whole file. `gefallen` is what was said while its rows were read. */
export const hinweiseZu = (
  { blaetter, tabellen, summen, zeilen, legende }: Gelesenes,
  gefallen: readonly string[],
): string[] => [
  ...legendenhinweis(legende),
  ...blatthinweise(blaetter, tabellen, summen),
  ...ohneThemen(tabellen),
  ...ohneZelle(tabellen, zeilen),
  ...gefallen,
  ...ohneEinwilligung(zeilen),
];

/** What a person should know before taking over. */
function blatthinweise(blaetter: readonly Blatt[], tabellen: readonly Tabelle[], summen: readonly Summe[]): string[] {
  const hidden = blaetter.filter((b) => b.ausgeblendet > 0);
  const none = blaetter.filter((b) => b.zeilen.length > 0 && !tabellen.some((t) => t.blatt === b.name));
  return [
    ...new Set(blaetter.flatMap((b) => b.hinweise)),
    ...blaetter
      .filter((b) => b.versteckt && tabellen.some((t) => t.blatt === b.name))
      .map((b) => `Das Blatt „${b.name}“ ist ausgeblendet; es wird erst gelesen, wenn Sie es wählen.`),
    ...hidden.map((b) => `Im Blatt „${b.name}“ sind ${b.ausgeblendet} Zeilen ausgeblendet; sie wurden mitgelesen.`),
    ...blaetter.flatMap(kommentarhinweis),
    ...none.map((b) => `Im ${b.versteckt ? "ausgeblendeten " : ""}Blatt „${b.name}“ wurde keine Liste gefunden.`),
    ...[...new Set(tabellen.filter((t) => t.kontext.blattname === "offen").map((t) => t.blatt))].map(
      (name) =>
        `Das Blatt „${name}“ heißt wie eine Person. Sagen Sie bei „Tabellen und Spalten“, wer das ist, wenn es zählt.`,
    ),
    ...tabellen
      .filter((t) => t.art === "auswertung" || t.art === "keine")
      .map((t) => `Tabelle ab Zeile ${t.vonZeile} im Blatt „${t.blatt}“: ${t.grund}.`),
    ...zaehlhinweise(tabellen, summen),
  ];
}

const SHOWN = 5;

/** Remarks on cells are read to see whether somebody did not come; nothing of them is taken over. */
function kommentarhinweis({ name, kommentare = [] }: Blatt): string[] {
  if (kommentare.length === 0) return [];
  const cells = kommentare.slice(0, SHOWN).map(({ spalte, zeile }) => `${spaltenBuchstaben(spalte)}${zeile}`);
  const which = `${cells.join(", ")}${kommentare.length > SHOWN ? " …" : ""}`;
  return [
    kommentare.length === 1
      ? `Im Blatt „${name}“ hat die Zelle ${which} einen Kommentar; er wird nicht übernommen.`
      : `Im Blatt „${name}“ haben ${kommentare.length} Zellen einen Kommentar (${which}); Kommentare werden nicht übernommen.`,
  ];
}

/** Consultations whose only words are a note have no theme: nobody may take their number for that of the themes. */
const ohneThemen = (tabellen: readonly Tabelle[]): string[] =>
  tabellen
    .filter(({ art, spalten }) => {
      const has = (bedeutung: string) => spalten.some((s) => s.bedeutung === bedeutung);
      return art === "einzeln" && has("notiz") && !has("thema") && !spalten.some(({ kreuz }) => kreuz === "thema");
    })
    .map(
      ({ blatt, vonZeile }) =>
        `Tabelle ab Zeile ${vonZeile} im Blatt „${blatt}“: Keine Spalte nennt das Thema; der Text bleibt eine Notiz. Soll er als Thema zählen, wählen Sie das bei „Tabellen und Spalten“.`,
    );

/** A row of figures that is taken without one of them: once it is taken, nobody is asked for that one again. */
function ohneZelle(tabellen: readonly Tabelle[], zeilen: readonly Zeile[]): string[] {
  const tallies = new Set(tabellen.flatMap(({ art, schluessel }) => (art === "summen" ? [schluessel] : [])));
  const taken = zeilen.filter(
    ({ stand, tabelle, hinweise }) => stand === "uebernommen" && hinweise.length > 0 && tallies.has(tabelle ?? ""),
  );
  const which = taken.slice(0, SHOWN).map(({ zeile }) => zeile);
  const rows = `${which.length === 1 ? "Zeile" : "Zeilen"} ${which.join(", ")}${taken.length > SHOWN ? " …" : ""}`;
  return taken.length === 0
    ? []
    : [
        `In Strichlisten fehlt in ${rows} eine Zahl, die nicht zu lesen ist; die anderen der Zeile zählen. Schreiben Sie sie vor der Übernahme, danach lässt sie sich nicht mehr nachtragen.`,
      ];
}

const legendenhinweis = (legende: readonly Kuerzel[]): string[] =>
  legende.length === 0
    ? []
    : [`Die Liste erklärt ihre Kürzel selbst: ${legende.map(({ kurz, wort }) => `„${kurz}“ = ${wort}`).join(", ")}.`];

/** Cases that go on without a consent are not past the clarification here. */
function ohneEinwilligung(zeilen: readonly Zeile[]): string[] {
  const n = zeilen.filter(
    ({ stand, person }) =>
      stand === "uebernommen" && person?.fall?.phase === "klaerung" && person.fall.einwilligungAm === null,
  ).length;
  const fall = n === 1 ? "1 Fall beginnt" : `${n} Fälle beginnen`;
  const satz = `${fall} hier bei „Klärung“: Ohne den Tag einer Einwilligung geht kein Fall weiter. Der Stand aus der Liste steht im Verlauf.`;
  return n === 0 ? [] : [satz];
}

/** What a tally cannot tell: themes are mentions, and a consultation may have several. */
function zaehlhinweise(tabellen: readonly Tabelle[], summen: readonly Summe[]): string[] {
  const perThema = tabellen.filter(
    ({ art, spalten }) => art === "summen" && ["thema", "anzahl"].every((b) => spalten.some((s) => s.bedeutung === b)),
  );
  const found = perThema.map(
    ({ blatt, vonZeile }) =>
      `Tabelle ab Zeile ${vonZeile} im Blatt „${blatt}“: Die Zahlen stehen je Thema. Eine Beratung mit mehreren Themen zählt dann mehrfach.`,
  );
  const onlyThemes = summen.some(({ beratungen }) => beratungen === null);
  const unknown = "Teile der Liste zählen nur Themen. Wie viele Beratungen es waren, steht dort nicht.";
  return onlyThemes ? [...found, unknown] : found;
}
