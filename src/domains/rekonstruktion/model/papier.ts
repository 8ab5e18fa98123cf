import { tagText } from "../../../platform/span.ts";
import { bloeckeOf } from "../../berichte/model/text.ts";
import { type Abschnitt, type Block, type Papier, absatz, numbered } from "../../papier/model/papier.ts";
import { STAENDE } from "./stand.ts";
import type { Rekonstruktion, Station } from "./rekonstruktion.ts";

/** Whose paper it is and of which day (ISO). */
export type Haus = { readonly kreis: string; readonly tag: string };

/** What a paper says of a station besides its texts: codes in words. */
export type StationWorte = { readonly station: Station; readonly wer: string; readonly bruch: string };

type Inhalt = {
  readonly rekonstruktion: Rekonstruktion;
  readonly ausgang: readonly { readonly term: string; readonly value: string }[];
  readonly gruppe: readonly string[];
  readonly faelle: string;
  readonly stationen: readonly StationWorte[];
  /** Gaps that were reported, with how far they are. */
  readonly luecken: readonly string[];
};

const NICHTS = new Map();
const getippt = (text: string | null): Block[] => (text === null ? [] : bloeckeOf(text, NICHTS));
const abschnitt = (titel: string, bloecke: readonly Block[], ebene: 1 | 2 = 1): Abschnitt => ({
  titel,
  ebene,
  bloecke,
});
const liste = (punkte: readonly string[]): Block => ({
  art: "liste",
  gezaehlt: false,
  punkte: punkte.map((text) => [{ text, fett: false }]),
});

/** The line of stations, as a table: what the picture of the page shows. */
const tafel = (stationen: readonly StationWorte[]): Block => ({
  art: "tabelle",
  titel: "Stationen, und wo es brach",
  spalten: [{ titel: "Station" }, { titel: "Was geschah" }, { titel: "Wer handelte" }, { titel: "Bruch" }],
  zeilen: stationen.map(({ station: s, wer, bruch }) => [
    s.wann === null ? String(s.nr) : `${s.nr}, ${s.wann}`,
    s.geschehen,
    wer,
    bruch === "" ? "–" : bruch,
  ]),
  summe: false,
  anmerkungen: [],
});

function mehr({ station: s }: StationWorte): Abschnitt {
  const said = [
    { wort: "Gebraucht worden wäre", text: s.gebraucht },
    { wort: "Gelungen ist", text: s.gelungen },
    { wort: "Wie der Bruch sich zeigte", text: s.bruchText },
    { wort: "Noch offen", text: s.offen },
  ];
  const bloecke = said.flatMap(({ wort, text }): Block[] =>
    text === null
      ? []
      : [
          {
            art: "absatz",
            laeufe: [
              { text: `${wort}: `, fett: true },
              { text, fett: false },
            ],
          },
        ],
  );
  return abschnitt(`Station ${s.nr}`, bloecke, 2);
}

/** A reconstruction as a paper for a body: nobody can be recognised in it. */
export function rekonstruktionPapier({ kreis, tag }: Haus, inhalt: Inhalt): Papier {
  const { rekonstruktion: r, stationen } = inhalt;
  const entwurf = r.stand !== "abgeschlossen";
  return {
    titel: "Fallrekonstruktion",
    untertitel: r.frage,
    kreis,
    briefkopf: [kreis, "Kommunales Integrationsmanagement"],
    kopf: [
      { wort: "Begonnen", wert: tagText(r.begonnenAm) },
      { wort: "Stand", wert: `${STAENDE[r.stand]} seit ${tagText(r.standSeit)}` },
      { wort: "Fälle", wert: inhalt.faelle },
    ],
    abschnitte: numbered([
      abschnitt("Ausgangslage", [
        ...(inhalt.ausgang.length === 0 ? [] : [liste(inhalt.ausgang.map(({ term, value }) => `${term}: ${value}`))]),
        ...getippt(r.ausgangslage),
      ]),
      abschnitt("Gruppe", inhalt.gruppe.length === 0 ? [] : [liste(inhalt.gruppe)]),
      abschnitt("Stationen", stationen.length === 0 ? [] : [tafel(stationen)]),
      ...stationen.map(mehr),
      abschnitt("Was die Gruppe verstanden hat", getippt(r.ergebnis)),
      abschnitt("Was davon eine Systemlücke ist", [
        ...getippt(r.befund),
        ...(inhalt.luecken.length === 0 ? [] : [absatz("Gemeldet:"), liste(inhalt.luecken)]),
      ]),
    ]),
    schluss: [],
    datenstand: tagText(tag),
    fuss: `Fallrekonstruktion · ${entwurf ? "Entwurf" : "Stand"} ${tagText(tag)}`,
    entwurf,
    tag,
  };
}
