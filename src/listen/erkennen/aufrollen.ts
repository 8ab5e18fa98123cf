import { type Blatt, type Blattzeile, type Zelle, spaltenBuchstaben, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { isFrei } from "../zeilen/abwesend.ts";
import { type Eintrag, type Kalender, inhaltDer, kalenderIn } from "./kalender.ts";
import { type Neuzeile, neueZeilen } from "./herkunft.ts";
import { kontakteIn } from "./kontaktspalten.ts";

const KALENDER =
  "Die Liste ist ein Kalender: Jedes Feld ist als eine Zeile gelesen; unter „Nr.“ steht, in welcher Zelle es stand.";
const KONTAKTE =
  "Eine Zeile der Liste nennt mehrere Tage: Jeder ist als eine Zeile gelesen; unter „Nr.“ steht, in welcher Zelle er stand.";
const MEHRERE =
  "In einem Feld des Kalenders stehen mehrere Themen. Ist jedes Feld eine Beratung, wählen Sie „einzelne Beratungen“";

/** What numbers in a calendar count, as the texts above it say. */
const ZAEHLT = /beratung|kontakt|gespr(?:ä|ae)ch|sprechstunde|strichliste/iu;
const MEHR = /[,;/+&]|\sund\s/u;
const stelle = ({ spalte, nr }: Pick<Eintrag, "spalte" | "nr">): string => `${spaltenBuchstaben(spalte)}${nr}`;

/** What the labels on the left of a calendar are: Kommunen, or times of the day that no column is needed for; null where nobody knows. */
function nebenkopf(eintraege: readonly Eintrag[], verzeichnis: Verzeichnis): string | null {
  const labels = [...new Set(eintraege.map(({ neben }) => zellText(neben)))].filter((text) => text !== "");
  if (labels.every(isTageszeit)) return "Uhrzeit";
  return labels.every((text) => verzeichnis.genau("kommune", text) !== undefined) ? "Kommune" : null;
}

const TAGESZEIT =
  /^(?:(?:vor|nach)?mittags?|morgens?|abends?|früh|(?:\d\.\s?)?(?:termin|slot|block|gespräch)(?:\s?\d)?|(?:ab\s|von\s)?\d{1,2}(?:[:.]\d\d)?(?:\s?uhr)?(?:\s?(?:-|–|bis)\s?\d{1,2}(?:[:.]\d\d)?)?(?:\s?uhr)?|termine?|beratung(?:en)?|anliegen|themen?|was)$/iu;
const isTageszeit = (text: string): boolean => TAGESZEIT.test(text.trim());

/** The rows behind a gap at the end of a sheet: remarks below the calendar, and none of its fields. */
function ohneAnhang(zeilen: readonly Blattzeile[]): number {
  for (let at = zeilen.length - 1; at > 0; at--) {
    const [row, before] = [zeilen[at], zeilen[at - 1]];
    if (row === undefined || before === undefined) break;
    if (row.zellen.filter((z) => z !== null).length > 2) break;
    if (row.nr > before.nr + 1) return at;
  }
  return zeilen.length;
}

/** A field that tells of several, a line each. */
const zeilenweise = (eintrag: Eintrag): Eintrag[] =>
  typeof eintrag.wert === "string"
    ? eintrag.wert
        .split("\n")
        .map((line) => line.trim().replace(/^[-•*]\s*/u, ""))
        .filter((line) => line !== "")
        .map((wert) => ({ ...eintrag, wert }))
    : [eintrag];

/** The rows of a calendar's fields below these heads, and behind a gap what stood below the calendar. */
function kalenderzeilen(
  koepfe: readonly Zelle[],
  lines: readonly Eintrag[],
  rest: readonly Blattzeile[],
): readonly Neuzeile[] {
  const felder = lines.map((one): Neuzeile => ({
    zellen: [one.tag, one.wert, one.neben, stelle(one)],
    her: [null, { spalte: one.spalte, nr: one.nr }, null, null],
  }));
  const anhang = rest.map(({ nr, zellen }): Neuzeile => {
    const own = zellen.flatMap((zelle, spalte) => (zelle === null ? [] : [{ zelle, her: { spalte, nr } }]));
    return { zellen: own.map(({ zelle }) => zelle), her: own.map(({ her }) => her) };
  });
  return [{ zellen: koepfe, her: koepfe.map(() => null) }, ...felder, { zellen: [], her: [] }, ...anhang];
}

function ausKalender(
  blatt: Blatt,
  { ab, eintraege, art }: Kalender,
  rest: readonly Blattzeile[],
  verzeichnis: Verzeichnis,
) {
  const lines = eintraege.flatMap(zeilenweise);
  const inhalt = inhaltDer(lines, isFrei);
  const title = [...blatt.zeilen.slice(0, ab).flatMap(({ zellen }) => zellen.map(zellText)), blatt.name].join(" ");
  // Numbers below days of a head are a tally as it stands.
  if (inhalt === undefined || (inhalt === "zahlen" && (art !== "monat" || !ZAEHLT.test(title)))) return undefined;
  const neben = nebenkopf(lines, verzeichnis);
  if (neben === null) return undefined;
  const kopf = inhalt === "zahlen" ? "Anzahl Beratungen" : inhalt === "themenzahlen" ? "Themen (Anzahl)" : "Anliegen";
  const neu = neueZeilen(
    blatt.zeilen.slice(ab),
    blatt.zeilen[ab]?.nr ?? 1,
    kalenderzeilen(["Datum", kopf, neben, "Nr."], lines, rest),
  );
  const asked =
    inhalt === "themen" &&
    !lines.some((one) => one.neben !== null) &&
    lines.some(({ wert }) => MEHR.test(zellText(wert)));
  return {
    ...blatt,
    zeilen: [...blatt.zeilen.slice(0, ab), ...neu.zeilen],
    verbunden: [],
    hinweise: [...blatt.hinweise, KALENDER],
    umgeformt: neu.umgeformt,
    ...(inhalt === "themen" ? { tagebuch: "zeilen" as const } : {}),
    ...(asked ? { frage: MEHRERE } : {}),
  };
}

/** Whether anything of a sheet is marked in a way that its rows would lose. */
const hatMarken = ({ zeilen, kommentare = [] }: Blatt): boolean =>
  kommentare.length > 0 || zeilen.some(({ gestrichen = [], farben }) => gestrichen.length > 0 || farben !== undefined);

/**
 * A sheet in which one row holds several consultations – a calendar whose fields tell of them, or a card for each person with the days
 * of her visits – with a row for each. Where anything of it would be lost it stays as it is; any other sheet is returned itself.
 * `datei`: the name of the file, which may tell the time.
 */
export function aufgerollt(blatt: Blatt, datei: string, verzeichnis: Verzeichnis): Blatt {
  if (blatt.koepfe !== undefined || blatt.umgeformt !== undefined || hatMarken(blatt)) return blatt;
  const kontakte = kontakteIn(blatt);
  if (kontakte !== undefined) {
    const { ab, zeilen } = kontakte;
    const neu = neueZeilen(blatt.zeilen.slice(ab), blatt.zeilen[ab]?.nr ?? 1, zeilen);
    return {
      ...blatt,
      zeilen: [...blatt.zeilen.slice(0, ab), ...neu.zeilen],
      verbunden: [],
      hinweise: [...blatt.hinweise, KONTAKTE],
      umgeformt: neu.umgeformt,
    };
  }
  const end = ohneAnhang(blatt.zeilen);
  const kalender = kalenderIn({ ...blatt, zeilen: blatt.zeilen.slice(0, end) }, datei);
  return kalender === undefined ? blatt : (ausKalender(blatt, kalender, blatt.zeilen.slice(end), verzeichnis) ?? blatt);
}
