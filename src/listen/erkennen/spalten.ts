import { type Zelle, spaltenBuchstaben } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { INHALT, OHNE_KOPF, explain } from "./inhalt.ts";
import { type Kopfdeutung, interpretKopf } from "./kopf.ts";
import { ohneThemaFuerMehrere } from "./kontaktspalten.ts";
import { interpretPersonenkopf } from "./personenkopf.ts";
import { type Kreuz, type Rohspalte, findKreuze, isWortFor } from "./kreuz.ts";
import { EXAKT, nachgelesen, nebenThema, nebenspalte } from "./nebenspalten.ts";
import { findPersonenspalten } from "./personenspalten.ts";
import { profilVon } from "./profil.ts";
import { doppeljahr, isSchuljahr } from "./schuljahr.ts";
import { BEDEUTUNGEN, type Bedeutung, type Rahmen, type Spalte, type Tabellenentscheidung } from "./typen.ts";

/** Meanings that only one column of a table has. */
const EINMAL = new Set<Bedeutung>([
  ...(["datum", "kommune", "alter", "geburtsdatum", "name", "vorname", "nachname", "neuzuweisung", "anzahl"] as const),
  ...(["personenzahl", "dauer", "woche", "monat", "jahr"] as const),
  ...(["herkunft", "kontaktweg", "verstaendigung", "summe"] as const),
  ...([
    "geschlecht",
    "seit",
    "fallbeginn",
    "fallende",
    "phase",
    "abschlussgrund",
    "einwilligung",
    "aktenzeichen",
  ] as const),
]);
/** Mere numbers say neither age nor duration where the head names something else. */
const NUR_ZAHLEN = new Set<Bedeutung>(["nummer", "alter", "dauer"]);
/** Meanings that hold whatever stands below an exact head: a figure would be lost or another taken instead. */
const BLEIBT = new Set<Bedeutung>([
  "datum",
  "monat",
  "woche",
  "anzahl",
  "personenzahl",
  "neuzuweisung",
  "summe",
  "kommune",
]);
/** So much of a column is marks, yes or no. */
const NUR_MARKEN = 0.9;
/** A head that is only like a known one says less than its cells. */
const CLEAR = 0.7;
/** The corner of a tally is often empty; the months below say what they are. */
const ECKE: Partial<Record<Bedeutung, number>> = { monat: 0.8 };
/** A year in the corner is that of the rows below. */
export const isEckjahr = (wort: string): boolean => /^(?:jahr\s)?20\d\d$/iu.test(wort);
/** Below this a meaning is not suggested. */
const SCHWELLE = 0.3;

/** The head of a column: the upper row's word reaches over the lower row's ones. */
export type Kopf = { readonly gruppe: string; readonly wort: string };

type Kopflesart = (kopf: string) => readonly Kopfdeutung[];

type Vorschlag = {
  readonly spalte: Rohspalte;
  readonly bedeutung: Bedeutung;
  readonly staerke: number;
  readonly wert: number;
};

const kopfText = ({ gruppe, wort }: Kopf): string =>
  [gruppe, wort].filter((text, i, all) => text !== "" && all.indexOf(text) === i).join(": ");

/** Head and cells together. Cells that contradict a head outweigh it; an empty column has its head only. */
function vorschlaege(spalte: Rohspalte, hasHeads: boolean, interpret: Kopflesart): Vorschlag[] {
  const { gruppe, wort, profil } = spalte;
  // “Jahr 2023” above other words than years is the year of the table.
  const own = isEckjahr(wort) && INHALT.jahr(profil) <= 0 ? [] : interpret(wort);
  const heads = new Map(own.map(({ bedeutung, staerke }) => [bedeutung, staerke]));
  if (own.length === 0) for (const { bedeutung, staerke } of interpret(gruppe)) heads.set(bedeutung, staerke * 0.7);
  const best = Math.max(0, ...heads.values());
  const eck = wort === "" || isEckjahr(wort) || (spalte.index === 0 && best < CLEAR);
  const ohneKopf = eck ? { ...OHNE_KOPF, ...ECKE } : OHNE_KOPF;
  return BEDEUTUNGEN.flatMap((bedeutung): Vorschlag[] => {
    const staerke = heads.get(bedeutung) ?? 0;
    const inhalt = profil.gefuellt === 0 ? 0 : INHALT[bedeutung](profil);
    if (staerke === 0) {
      // Marks say nothing of their own: what they mark, the head would have to say.
      if (bedeutung === "verstaendigung" && profil.marken >= NUR_MARKEN) return [];
      const needed = hasHeads && wort !== "" && NUR_ZAHLEN.has(bedeutung) ? 2 : (ohneKopf[bedeutung] ?? 2);
      // A known head beats cells that look like something else as well.
      const known = best >= CLEAR ? 0.5 : best > 0 ? 0.8 : hasHeads && wort !== "" ? 0.9 : 1;
      return inhalt < needed ? [] : [{ spalte, bedeutung, staerke, wert: inhalt * 0.6 * known }];
    }
    const wert = staerke * 0.65 + inhalt * 0.4;
    // What a head says exactly, odd cells do not unsay: they wait one by one.
    const least = staerke >= EXAKT && own.length > 0 && BLEIBT.has(bedeutung) ? SCHWELLE + 0.1 + inhalt * 0.05 : 0;
    return [{ spalte, bedeutung, staerke, wert: Math.max(wert, least) }];
  });
}

/** Where no head says the number of consultations, and several say a part of it, none of them is it: by frame and meaning. */
function mehrdeutigeAnzahl(all: readonly Vorschlag[], frame: (spalte: Rohspalte) => string): string[] {
  const named = all.filter(({ bedeutung, staerke, wert }) => bedeutung === "anzahl" && staerke > 0 && wert >= SCHWELLE);
  return [...Map.groupBy(named, ({ spalte }) => frame(spalte))].flatMap(([name, same]) =>
    same.length > 1 && same.every(({ staerke }) => staerke < EXAKT) ? [`${name}anzahl`] : [],
  );
}

/** Gives each column its best meaning; what only one column can be, the one that fits best gets.
 * Below each Kommune or time (`frame`) columns may mean the same again. */
function verteile(
  spalten: readonly Rohspalte[],
  hasHeads: boolean,
  frame: (spalte: Rohspalte) => string,
  interpret: Kopflesart,
): Map<number, Vorschlag> {
  const all = spalten.flatMap((spalte) => vorschlaege(spalte, hasHeads, interpret)).toSorted((a, b) => b.wert - a.wert);
  const taken = new Set(mehrdeutigeAnzahl(all, frame));
  const beside = nebenThema(all);
  const given = new Map<number, Vorschlag>();
  for (const vorschlag of all) {
    const { bedeutung, wert, spalte } = vorschlag;
    if (
      wert < SCHWELLE ||
      given.has(spalte.index) ||
      beside(vorschlag) ||
      (EINMAL.has(bedeutung) && taken.has(frame(spalte) + bedeutung))
    )
      continue;
    given.set(spalte.index, vorschlag);
    taken.add(frame(spalte) + bedeutung);
  }
  return given;
}

const NICHT_UEBERNOMMEN = "Für diese Angabe gibt es kein Feld; sie wird nicht übernommen";

/** The word above several columns, when it is a Kommune or a time. */
function rahmenVon({ gruppe, wort }: Kopf, verzeichnis: Verzeichnis): Rahmen | null {
  if (gruppe === "" || gruppe === wort) {
    // “Beratungen 2022” beside “Beratungen 2023”: the year belongs to the figures below.
    const jahr = /\p{L}/u.test(wort) ? (/(?<!\d)20[0-4]\d(?!\d)/u.exec(wort)?.[0] ?? null) : null;
    if (jahr === null || isWortFor("zeit", wort, verzeichnis)) return null;
    const both = doppeljahr(wort);
    // “Beratungen 2022/23” is neither of both; whether it is a school year, only the word says.
    return { art: "zeit", wort: both === null ? jahr : isSchuljahr(wort) ? wort : both.join("/") };
  }
  const art = (["kommune", "zeit"] as const).find((a) => isWortFor(a, gruppe, verzeichnis));
  return art === undefined ? null : { art, wort: gruppe };
}

function spalteVon(
  roh: Rohspalte,
  rahmen: Rahmen | null,
  kreuz: Kreuz | undefined,
  vorschlag: Vorschlag | undefined,
): Spalte {
  const { index, wort, profil } = roh;
  const common = {
    index,
    buchstabe: spaltenBuchstaben(index),
    kopf: kopfText(roh),
    wort,
    rahmen,
    beispiele: profil.beispiele,
    entschieden: false,
  };
  if (kreuz !== undefined) {
    const grund = kreuz.bekannt
      ? `Überschrift „${wort}“ über Kreuzen oder Zahlen`
      : `Kreuze oder Zahlen zwischen Spalten der gleichen Art`;
    return { ...common, bedeutung: "kreuz", kreuz: kreuz.art, sicherheit: kreuz.bekannt ? 0.95 : 0.7, grund };
  }
  const neben = vorschlag === undefined ? nebenspalte(roh) : undefined;
  if (neben !== undefined) return { ...common, bedeutung: "ohne", kreuz: null, sicherheit: 0.9, grund: neben };
  if (vorschlag === undefined) {
    const grund = profil.gefuellt === 0 ? "Die Spalte ist leer" : "Weder Überschrift noch Inhalt sagen, was hier steht";
    return { ...common, bedeutung: "ohne", kreuz: null, sicherheit: profil.gefuellt === 0 ? 1 : 0.3, grund };
  }
  const { bedeutung, staerke, wert } = vorschlag;
  const grund = bedeutung === "ohne" ? NICHT_UEBERNOMMEN : explain(bedeutung, wort, staerke, profil);
  return { ...common, bedeutung, kreuz: null, sicherheit: Math.round(Math.min(1, wert) * 100) / 100, grund };
}

/**
 * Suggests what each column means, from its head and a sample of its cells; what a person chose for it wins. `proben` are
 * sampled rows of the table. `personen`: each row is a person or case, and heads are read as those of such a list.
 */
export function interpretSpalten(
  koepfe: readonly Kopf[],
  proben: readonly (readonly Zelle[])[],
  verzeichnis: Verzeichnis,
  entscheidung: Tabellenentscheidung | undefined,
  personen = false,
): Spalte[] {
  const width = Math.max(koepfe.length, ...proben.map((zellen) => zellen.length));
  const roh = Array.from({ length: width }, (_, index): Rohspalte => {
    const { gruppe, wort } = koepfe[index] ?? { gruppe: "", wort: "" };
    return {
      index,
      gruppe,
      wort,
      profil: profilVon(
        proben.map((zellen) => zellen[index] ?? null),
        verzeichnis,
      ),
    };
  });
  const counts = personen ? new Set<number>() : findPersonenspalten(roh);
  const others = roh.filter((spalte) => !counts.has(spalte.index) && (personen || nebenspalte(spalte) === undefined));
  const kreuze = personen ? new Map<number, Kreuz>() : findKreuze(others, verzeichnis);
  const plain = verteile(
    others.filter(({ index }) => !kreuze.has(index)),
    koepfe.length > 0,
    (spalte) => rahmenVon(spalte, verzeichnis)?.wort ?? "",
    personen ? interpretPersonenkopf : interpretKopf,
  );
  const described = roh
    .map((spalte) => {
      const { index } = spalte;
      const counted = { spalte, bedeutung: "personenzahl" as const, staerke: 1, wert: 0.9 };
      const plainly = counts.has(index) ? counted : plain.get(index);
      return spalteVon(spalte, rahmenVon(spalte, verzeichnis), kreuze.get(index), plainly);
    })
    .filter(({ kopf, beispiele }) => kopf !== "" || beispiele.length > 0)
    .map((spalte) => {
      const chosen = entscheidung?.spalten?.[spalte.buchstabe];
      if (chosen === undefined) return spalte;
      const kreuz = chosen.bedeutung === "kreuz" ? (chosen.kreuz ?? "thema") : null;
      return {
        ...spalte,
        bedeutung: chosen.bedeutung,
        kreuz,
        sicherheit: 1,
        grund: "von Ihnen gewählt",
        entschieden: true,
      };
    });
  const named = nameBeimVornamen(described).map(ohneThemaFuerMehrere);
  return personen ? named : nachgelesen(named, roh);
}

/** “Name” beside “Vorname” is the last name. */
function nameBeimVornamen(spalten: readonly Spalte[]): Spalte[] {
  const has = (bedeutung: Bedeutung) => spalten.some((s) => s.bedeutung === bedeutung);
  if (!has("vorname") || has("nachname")) return [...spalten];
  return spalten.map((s) => (s.bedeutung === "name" && !s.entschieden ? { ...s, bedeutung: "nachname" } : s));
}
