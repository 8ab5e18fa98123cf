import { type Bedeutung, RAHMENSPALTEN, type Spalte } from "../erkennen/typen.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { gemerkt, wortschluessel } from "../woerter/gemerkt.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { readWortliste, wortsorten } from "../woerter/wortliste.ts";
import { isLeer } from "./felder.ts";

const LISTE = readWortliste("abwesend", { als: ["wort", "unklar", "anfang"], codes: ["abwesend", "ausfall", "da"] });
const { wort, unklar } = wortsorten(LISTE, "abwesend");
const { wort: ausfall, anfang: AUSFALL_ANFANG } = wortsorten(LISTE, "ausfall");
const AUSFALL = new Set([...ausfall, ...AUSFALL_ANFANG]);
/** What such remarks begin with, by its first word: every note of a list is asked about. */
const ANFANG = Map.groupBy(AUSFALL_ANFANG, (begin) => begin.split(" ", 1)[0] ?? "");
const WORTE = new Set([...wort, ...unklar]);
/** Words that are no theme of a consultation either. */
const NUR_ABWESEND = new Set(wort);
const AUSGEFALLEN = "Das klingt nach einer Beratung, die nicht zustande kam oder nicht zählt. War es eine?";
/** Where people write that somebody did not come. */
const VERMERK = new Set<Bedeutung>(["notiz", "ergebnis", "thema", "ohne", "dauer", "kontaktweg", "name"]);
const KLINGT = "Das klingt nach einem Tag ohne Beratung. War es eine?";
/** A row that says more tells of a consultation. */
const MOST_TEXTS = 2;
/** Longer texts tell of a consultation, whatever words they hold. */
const MOST_WORDS = 6;

/** Below this nobody knows what a column is. */
const KNOWN = 0.6;

/** What a row may have without saying anything of a consultation: forms print it beforehand. */
const RAHMEN = new Set<Bedeutung>([...RAHMENSPALTEN, "datum", "kommune"]);

function isAbwesend(text: string): boolean {
  const key = schluessel(text);
  if (key === "" || key.split(" ").length > MOST_WORDS) return false;
  // Looked up by runs of its words: the list is long, and every row of a file may be asked about.
  const words = key.split(" ");
  return words.some((_, from) => words.some((__, to) => to >= from && WORTE.has(words.slice(from, to + 1).join(" "))));
}

/** What those who counsel do without anybody, whatever it is about: “Netzwerktreffen Schule”. */
const UNTER_SICH =
  /^(?:teamsitzung|teambesprechung|netzwerktreffen|netzwerkarbeit|arbeitskreis|ak|dienstbesprechung|runder tisch|fachtag|fachtagung|fortbildung|schulung|supervision|klausurtag|gremienarbeit|oeffentlichkeitsarbeit|fahrt)(?: |$)/;
function isNurAbwesend(text: string): boolean {
  const key = schluessel(text);
  return NUR_ABWESEND.has(key) || UNTER_SICH.test(key);
}

/** Whether a cell where a number should be says that nobody was there to counsel: “Urlaub”, “Karfreitag”, “zu”. */
export function isFrei(text: string): boolean {
  if (text.length > LONGEST_REMARK) return false;
  const key = schluessel(text);
  const words = key.split(" ");
  // “Karneval zu”: closed, and why.
  return NUR_ABWESEND.has(key) || (words.length === 2 && ZU.test(words[1] ?? "") && NUR_ABWESEND.has(words[0] ?? ""));
}
const ZU = /^(?:zu|geschlossen|frei|entfaellt|ausgefallen|entfallen)$/;

/** Heads that ask whether somebody came, or whether it was cancelled. */
const DA = new Set(wortsorten(LISTE, "da").wort);
const FERN = /^(?:nein|n|0|-|–|—|n\.?\s?e\.?|no|nicht.*|falsch)$/iu;
const JA = /^(?:ja|j|x|-?1|✓|✔|wahr)$/iu;

/** “erschienen: nein”, “storniert: x”. */
function isFern({ wort: kopf }: Spalte, zelle: Zelle): boolean {
  if (zelle === null || kopf === "" || kopf.length > LONGEST_REMARK) return false;
  const key = schluessel(kopf);
  const text = typeof zelle === "boolean" ? (zelle ? "ja" : "nein") : zellText(zelle);
  return (DA.has(key) && FERN.test(text)) || (AUSFALL.has(key) && JA.test(text));
}

/** “storniert”, “Termin abgesagt wegen Krankheit”: the whole cell says it, not a sentence that holds the word. */
export function isAusfall(text: string): boolean {
  if (text.length > LONGEST_REMARK) return false;
  const key = schluessel(text);
  const space = key.indexOf(" ");
  const begins = ANFANG.get(space === -1 ? key : key.slice(0, space)) ?? [];
  return (
    AUSFALL.has(key) ||
    KURZ_AUSFALL.test(key) ||
    KAM_NICHT.test(key) ||
    begins.some((begin) => key.startsWith(begin) && key[begin.length] === " ")
  );
}
/** “nicht ersch.”, “n. gekommen”. */
const KURZ_AUSFALL = /^(?:nicht|n)\s?(?:ersch|erschien|gek|gekom|angetr|wahrgen)\w{0,6}$/;
/** “Kl. kam nicht”, “Frau Muster ist nicht erschienen”: whoever it was. */
const KAM_NICHT =
  /^(?:kl|klient\w*|kd|kund\w*|rs|ratsuchende\w*|tn|teilnehm\w*|er|sie|person|(?:fam|familie|fr|frau|hr|herr)(?: \w+)?) (?:kam(?:en)?|(?:ist|sind|war|waren)(?= (?:\w+ )?nicht (?:gekommen|erschienen|da(?: |$)))) (?:(?:leider|heute|wieder|doch) )?nicht(?: |$)/;
const LONGEST_REMARK = 80;

/** Where a cell says several things, one of them may be that nobody came: “Schule - abgesagt”, “Arbeit (nicht gekommen)”. */
const MEHRERES = new Set<Bedeutung>(["thema", "ergebnis", "kontaktweg", "name", "ohne"]);
const TEILE = /[,;|()[\]\n:]|\s[-–—/]\s|\.\s/u;
const hasAusfall = (text: string): boolean =>
  text.length <= LONGEST_REMARK &&
  TEILE.test(text) &&
  text.split(TEILE).some((part) => part.trim() !== "" && isAusfall(part.trim()));

const klingtAusgefallen = gemerkt(isAusfall);
const klingtTeils = gemerkt(hasAusfall);

const ANDERS =
  /(?<!\p{L})(?:nicht|kein\w*|ohne|anders?\w*|extern\w*|doppelt\w*|privat\w*|geplant\w*|ausfall\w*)(?!\p{L})/iu;

/** Whether what a colour means says that such rows do not count, or may not. */
export const klingtAnders = (text: string): boolean =>
  isAusfall(text) || hasAusfall(text) || isAbwesend(text) || ANDERS.test(text);

/** Columns of a table by what they may say of it; looked at once for all its rows. */
type Stellen = {
  readonly inhalt: readonly Spalte[];
  readonly vermerk: readonly Spalte[];
  readonly mehreres: readonly Spalte[];
  readonly gefragt: readonly Spalte[];
  /** What it was about, and what came of it. */
  readonly worum: readonly Spalte[];
  readonly wer: readonly Spalte[];
  /** Columns whose words tell of a consultation; how long it took says nothing of one. */
  readonly gesagt: readonly Spalte[];
  /** Nothing but the theme is kept. */
  readonly nurThema: boolean;
  /** No row fills a column that would tell of a consultation. */
  readonly ohneInhalt: boolean;
};
/** “Termin”, and as result “Termin vereinbart 9.12.”. */
const ABSPRACHE =
  /^(?:termin(?:vereinbarung|absprache)?|(?:neuer )?termin (?:vereinbart|ausgemacht|abgesprochen|verschoben|verlegt|bestaetigt)|rueckruf(?:bitte)?|bittet um rueckruf)(?: [\d ]*)?$/;
/** Where a name should be, somebody who works there: their question is no consultation of a person. */
const EINRICHTUNG =
  /(?:^|[a-z])(?:schule|kita|kindergarten|jobcenter|sozialamt|jugendamt|auslaenderbehoerde|sekretariat|hausverwaltung|arztpraxis|beratungsstelle|krankenhaus)(?: |$)|(?:^| )(?:erzieher|lehrer|sozialarbeiter|sozialpaedagog|fachkraft|hebamme|schulleit|kitaleit|jobcentermitarbeit)\w*|^(?:caritas|diakonie|awo|drk|bamf|abh|jc)(?: |$)/;
const WER = /^(?:anrufer\w*|anfragende\w*|wer|kontaktperson|person|anruf von|anfrage von)$/;
const ANREDE = /^(?:fr|frau|hr|herr|fam|familie)(?: |$)/;
const KLINGT_ABGESPROCHEN = "Das klingt nach der Absprache eines Termins. War es eine Beratung?";
const KLINGT_FACHLICH = "Statt eines Namens steht hier eine Einrichtung. War es eine Beratung?";

const stellen = new WeakMap<readonly Spalte[], Stellen>();

function stellenIn(spalten: readonly Spalte[]): Stellen {
  const known = stellen.get(spalten);
  if (known !== undefined) return known;
  const inhalt = spalten.filter(({ bedeutung }) => !RAHMEN.has(bedeutung));
  const fremd = spalten.filter((s) => s.bedeutung === "ohne" && !s.entschieden && s.sicherheit < KNOWN);
  const gesagt = [...inhalt.filter(({ bedeutung }) => bedeutung !== "dauer"), ...fremd];
  const found = {
    inhalt,
    gesagt,
    nurThema: gesagt.length < 2 && gesagt[0]?.bedeutung === "thema",
    ohneInhalt: inhalt.every(({ beispiele }) => beispiele.length === 0),
    vermerk: spalten.filter(({ bedeutung }) => VERMERK.has(bedeutung)),
    mehreres: spalten.filter(({ bedeutung }) => MEHRERES.has(bedeutung)),
    worum: spalten.filter(({ bedeutung }) => bedeutung === "thema" || bedeutung === "ergebnis"),
    wer: spalten.filter((s) => s.bedeutung === "name" || (s.bedeutung === "ohne" && WER.test(schluessel(s.wort)))),
    gefragt: spalten.filter(({ wort: kopf }) => DA.has(schluessel(kopf)) || AUSFALL.has(schluessel(kopf))),
  };
  stellen.set(spalten, found);
  return found;
}

/**
 * Why a row with a day is perhaps no consultation: nothing but the day, or words for being away. `andere`: columns that other
 * rows fill; a list that keeps nothing but days has its consultations all the same. `themen`: how many themes its words name.
 */
export function keineBeratung(cells: readonly Zelle[], spalten: readonly Spalte[], themen: number): string | undefined {
  const { inhalt, gesagt, vermerk, mehreres, gefragt, worum, wer, nurThema, ohneInhalt } = stellenIn(spalten);
  const says = (list: readonly Spalte[], test: (text: string) => boolean) =>
    list.some(({ index }) => {
      const zelle = cells[index];
      return typeof zelle === "string" && test(zelle);
    });
  if (says(vermerk, klingtAusgefallen) || says(mehreres, klingtTeils)) return AUSGEFALLEN;
  if (gefragt.some((spalte) => isFern(spalte, cells[spalte.index] ?? null))) return AUSGEFALLEN;
  const told = worum.map(({ index }) => wortschluessel(zellText(cells[index]))).filter((key) => key !== "");
  if (told.length > 1 && told.every((key) => ABSPRACHE.test(key))) return KLINGT_ABGESPROCHEN;
  const names = wer.map(({ index }) => schluessel(zellText(cells[index])));
  if (names.some((key) => EINRICHTUNG.test(key) && !ANREDE.test(key))) return KLINGT_FACHLICH;
  if (ohneInhalt) return undefined;
  const texts: string[] = [];
  for (const { index } of gesagt) {
    const text = zellText(cells[index]);
    if (!isLeer(text) && /\p{L}/u.test(text)) texts.push(text);
    if (texts.length > MOST_TEXTS && !nurThema) return undefined;
  }
  if (texts.length === 0 && inhalt.every(({ index }) => isLeer(zellText(cells[index]))))
    return "Der Tag hat keine weiteren Angaben. War es eine Beratung?";
  // Where nothing but the theme is kept, “Krankheit” is one, “krank” hardly; “Fortbildung” where it names no theme is a day away.
  const test = themen === 0 ? isAbwesend : isNurAbwesend;
  // A number may name the theme as well.
  if (nurThema) return texts.every(test) && (texts.length > 0 || themen === 0) ? KLINGT : undefined;
  return texts.length > 0 && texts.every(isAbwesend) ? KLINGT : undefined;
}
