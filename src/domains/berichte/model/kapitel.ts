import { ergebnisBloecke, mittlungBloecke, verstaendigungBloecke } from "./abschnitte/merkmale.ts";
import { verweisBloecke } from "./abschnitte/verweise.ts";
import { delfinBloecke } from "./abschnitte/delfin.ts";
import { fallBloecke } from "./abschnitte/faelle.ts";
import { kommunenBloecke, monateBloecke } from "./abschnitte/ort-und-zeit.ts";
import { stellenBloecke } from "./abschnitte/stellen.ts";
import {
  auftraegeBloecke,
  beschluesseBloecke,
  gremienBloecke,
  lueckenBloecke,
  massnahmenBloecke,
} from "./abschnitte/steuerung.ts";
import { themenBloecke } from "./abschnitte/themen.ts";
import { neuzuweisungBloecke, zaehlungBloecke } from "./abschnitte/zaehlungen.ts";
import type { Grundlage } from "./grundlage.ts";
import type { Block } from "../../papier/model/papier.ts";
import { nenntZahlen } from "./text.ts";
import { VORSCHLAEGE } from "./vorschlag.ts";

/** What a kind of chapter brings along. A text is part of every one. */
type ArtDef = {
  readonly titel: string;
  /** 2: a part of the chapter before it. */
  readonly ebene?: 2;
  /** Its tables and charts. */
  readonly bloecke?: (g: Grundlage) => Block[];
};

/** The kinds of chapters in the order in which a first paper of a Kreis has them. Stored by their names. */
const DEFS = {
  vorbemerkung: { titel: "Vorbemerkungen" },
  personal: { titel: "Personelle Besetzung des KIM", bloecke: stellenBloecke },
  evaluationen: { titel: "KIM-Evaluationen" },
  konzept: { titel: "Weiterentwicklung des KIM-Konzepts und Arbeitsgruppen" },
  lenkungsgruppe: { titel: "Arbeit der KIM-Lenkungsgruppe und Systemlücken" },
  luecken: { titel: "Systemlücken nach Handlungsfeld und Stand", ebene: 2, bloecke: lueckenBloecke },
  beschluesse: { titel: "Beschlüsse seit dem letzten Bericht", ebene: 2, bloecke: beschluesseBloecke },
  massnahmen: { titel: "Maßnahmen und ihre Indikatoren", ebene: 2, bloecke: massnahmenBloecke },
  gremien: { titel: "Gremien, die getagt haben", ebene: 2, bloecke: gremienBloecke },
  auftraege: { titel: "Offene Aufträge", ebene: 2, bloecke: auftraegeBloecke },
  beratung: { titel: "Arbeit des Case Managements" },
  umfang: { titel: "Umfang der Arbeit", ebene: 2, bloecke: zaehlungBloecke },
  themen: { titel: "Themen", ebene: 2, bloecke: themenBloecke },
  kommunen: { titel: "Kommunen", ebene: 2, bloecke: kommunenBloecke },
  verlauf: { titel: "Verlauf", ebene: 2, bloecke: monateBloecke },
  neuzuweisungen: { titel: "Beratung neu zugewiesener Menschen", ebene: 2, bloecke: neuzuweisungBloecke },
  ergebnisse: { titel: "Ergebnisse und Vermittlungen", ebene: 2, bloecke: ergebnisBloecke },
  verstaendigung: { titel: "Verständigung", ebene: 2, bloecke: verstaendigungBloecke },
  sprachmittlung: { titel: "Bedarf an Sprachmittlung", ebene: 2, bloecke: mittlungBloecke },
  faelle: { titel: "Fälle des Case Managements", ebene: 2, bloecke: fallBloecke },
  delfin: { titel: "Sprachförderung vor der Einschulung", ebene: 2, bloecke: delfinBloecke },
  verweise: { titel: "Verweise an andere Stellen", ebene: 2, bloecke: verweisBloecke },
  schnittstellen: { titel: "Schnittstellen zwischen den Modulen I, II und III" },
  ausblick: { titel: "Ausblick" },
  zahlen: { titel: "Zu den Zahlen" },
  eigenes: { titel: "Eigenes Kapitel" },
} as const satisfies Readonly<Record<string, ArtDef>>;

export type Art = keyof typeof DEFS;
export const KAPITEL: Readonly<Record<Art, ArtDef>> = DEFS;

export const isArt = (text: string): text is Art => Object.hasOwn(KAPITEL, text);
export const ARTEN: readonly Art[] = Object.keys(KAPITEL).filter(isArt);

/** A chapter as somebody made it. */
export type Inhalt = {
  readonly art: Art;
  readonly titel: string;
  /** It stands in no paper, but keeps its text in the draft. */
  readonly entfaellt: boolean;
  /** What somebody wrote; null: what the figures suggest. */
  readonly text: string | null;
  /** What it was written against: the suggestion, or the text of the paper before. */
  readonly vorschlag: string;
};

/** The same where it is stored. */
export type Kapitel = Inhalt & { readonly id: string; readonly rang: number; readonly version: number };

/** What the figures suggest as the text of a chapter; "" where they suggest nothing. */
export const vorschlagOf = (g: Grundlage, art: Art): string => VORSCHLAEGE[art]?.(g) ?? "";

/** What stands in a chapter: what somebody wrote, otherwise what the figures suggest. */
export const textOf = (g: Grundlage, { art, text }: Inhalt): string => text ?? vorschlagOf(g, art);

/** Whether the figures have something to say for this kind of chapter. */
export const ausZahlen = (art: Art): boolean => VORSCHLAEGE[art] !== undefined;

/** Chapters written against figures that have changed since. */
export const ueberholte = <K extends Inhalt>(g: Grundlage, kapitel: readonly K[]): K[] =>
  kapitel.filter((k) => !k.entfaellt && k.text !== null && ausZahlen(k.art) && k.vorschlag !== vorschlagOf(g, k.art));

/** Chapters that still say what the paper before said, word for word. */
export const unveraenderte = <K extends Inhalt>(kapitel: readonly K[]): K[] =>
  kapitel.filter((k) => !k.entfaellt && !ausZahlen(k.art) && k.vorschlag !== "" && k.text === k.vorschlag);

/** The kinds that a draft does not have yet; a free chapter can always be added. */
export const fehlendeArten = (kapitel: readonly Inhalt[]): Art[] =>
  ARTEN.filter((art) => art === "eigenes" || !kapitel.some((k) => k.art === art));

/** The chapters of a first paper. */
export const ERSTE_KAPITEL: readonly Inhalt[] = ARTEN.filter((art) => art !== "eigenes").map((art) => ({
  art,
  titel: KAPITEL[art].titel,
  entfaellt: false,
  text: null,
  vorschlag: "",
}));

/** The same chapters for another paper. */
export const inhalte = (kapitel: readonly Inhalt[]): Inhalt[] =>
  kapitel.map(({ art, titel, entfaellt, text, vorschlag }) => ({ art, titel, entfaellt, text, vorschlag }));

/** What a text of the last paper was written against. Never what the figures suggest, so that somebody reads it again. */
const LETZTER_BERICHT = "(Text des letzten Berichts)";

function weiter({ art, titel, entfaellt, text }: Inhalt): Inhalt {
  const common = { art, titel, entfaellt };
  if (!ausZahlen(art)) return { ...common, text, vorschlag: text ?? "" };
  // A text that names its figures can go on: they are those of the new months. Any other about figures would be of the old.
  return text !== null && nenntZahlen(text)
    ? { ...common, text, vorschlag: LETZTER_BERICHT }
    : { ...common, text: null, vorschlag: "" };
}

/**
 * The chapters with which the next paper begins: order and titles as before. Sentences that follow the figures are made anew,
 * texts of people are there to be gone on with.
 */
export const weitergefuehrt = (before: readonly Inhalt[]): Inhalt[] => before.map(weiter);
