import { tagText } from "../../../platform/span.ts";
import { bloeckeOf } from "../../berichte/model/text.ts";
import { type Abschnitt, type Block, type Papier, absatz, numbered } from "../../papier/model/papier.ts";
import { spanneText, uhrText } from "../../termine/model/uhr.ts";
import { STAENDE as AUFTRAG_STAENDE, istUeberfaellig } from "./auftrag.ts";
import { type Beschluss, ERGEBNISSE, stimmenText } from "./beschluss.ts";
import type { Auftrag, Sitzung, Top } from "./eingabe.ts";
import type { Protokoll, Punkt } from "./protokoll.ts";
import { TEIL, TEILE, type Vorlage, type Zahlen, definitionen, geltung, standText } from "./vorlage.ts";

/** Whose paper it is and of which day (ISO). */
export type Haus = { readonly kreis: string; readonly tag: string };

const NICHTS = new Map();
/** What somebody typed: paragraphs, lists, sub-headings. */
const getippt = (text: string | null): Block[] => (text === null ? [] : bloeckeOf(text, NICHTS));
const abschnitt = (titel: string, bloecke: readonly Block[], ebene: 1 | 2 = 1): Abschnitt => ({
  titel,
  ebene,
  bloecke,
});
const fett = (text: string): Block => ({ art: "absatz", laeufe: [{ text, fett: true }] });
const liste = (punkte: readonly string[], gezaehlt = false): Block => ({
  art: "liste",
  gezaehlt,
  punkte: punkte.map((text) => [{ text, fett: false }]),
});

type Kopf = Papier["kopf"];
type Wish = Haus & {
  readonly titel: string;
  readonly untertitel: string;
  readonly kopf: Kopf;
  readonly abschnitte: readonly Abschnitt[];
  readonly entwurf?: boolean;
  readonly berichtigung?: string | undefined;
};

const papier = ({ kreis, tag, titel, untertitel, kopf, abschnitte, entwurf = false, berichtigung }: Wish): Papier => ({
  titel,
  untertitel,
  kreis,
  briefkopf: [kreis, "Kommunales Integrationsmanagement"],
  kopf,
  ...(berichtigung === undefined ? {} : { berichtigung }),
  abschnitte: numbered(abschnitte),
  schluss: [],
  datenstand: tagText(tag),
  fuss: `${titel} · ${untertitel} · ${entwurf ? "Entwurf" : "Stand"} ${tagText(tag)}`,
  entwurf,
  tag,
});

const wannWo = ({ tag, beginn, ende, ort }: Pick<Sitzung, "tag" | "beginn" | "ende" | "ort">): Kopf => [
  { wort: "Tag", wert: tagText(tag) },
  { wort: "Zeit", wert: spanneText(beginn, ende) },
  { wort: "Ort", wert: ort },
];

/** The invitation to a meeting, with its agenda. */
export const einladungPapier = (haus: Haus, sitzung: Sitzung, tagesordnung: readonly Top[]): Papier =>
  papier({
    ...haus,
    titel: "Einladung",
    untertitel: sitzung.gremium,
    kopf: wannWo(sitzung),
    abschnitte: [
      abschnitt("Tagesordnung", [
        liste(
          tagesordnung.map(({ titel }) => titel),
          true,
        ),
      ]),
      abschnitt("Hinweis", getippt(sitzung.hinweis)),
    ],
  });

const geltungVon = ({ fest }: Vorlage, { fest_am: am }: Zahlen): string =>
  geltung(fest !== null, am === undefined ? undefined : tagText(am));

/** The Vorlage of a gap: its parts, and the figures of the evaluation with their day. */
export function vorlagePapier(haus: Haus, vorlage: Vorlage, zahlen: Zahlen | undefined): Papier {
  const figures: Block[] =
    zahlen === undefined
      ? []
      : [
          {
            art: "tabelle",
            titel: `Zahlen aus der Auswertung, ${zahlen.zeitraum}`,
            spalten: [{ titel: "Was" }, { titel: "Anzahl", zahl: true }],
            zeilen: zahlen.zahlen.map(({ name, wert }) => [name, wert]),
            summe: false,
            anmerkungen: [
              `Datenstand ${standText(zahlen)}. Kleine Zahlen werden nicht genannt. ${geltungVon(vorlage, zahlen)}`,
              ...definitionen(zahlen),
            ],
          },
        ];
  return papier({
    ...haus,
    titel: "Vorlage",
    untertitel: vorlage.titel,
    kopf: [{ wort: "Erstellt am", wert: tagText(vorlage.angelegtAm) }],
    abschnitte: TEIL.map((teil) =>
      abschnitt(TEILE[teil], [...getippt(vorlage[teil]), ...(teil === "haeufigkeit" ? figures : [])]),
    ),
  });
}

/** How a member is called: where nobody may read the name, by function and organisation. */
export type Namen = (mitgliedId: string) => string;

/** How many were there is said where it is not what the head says: somebody came or left. */
const beschlussText =
  (kopf: Protokoll["stimmen"]) =>
  ({ nummer, wortlaut, ergebnis, stimmen, da }: Punkt["beschluesse"][number]): Block[] => {
    const andere =
      da !== null && kopf !== null && da.da !== kopf.da ? `; da waren ${da.da} von ${da.alle} Stimmen` : "";
    return [
      fett(`Beschluss ${nummer}, ${ERGEBNISSE[ergebnis]} (${stimmenText(stimmen)}${andere})`),
      ...getippt(wortlaut),
    ];
  };

function punktAbschnitt(punkt: Punkt, i: number, { stimmen }: Protokoll, namen: Namen): Abschnitt {
  const auftraege = punkt.auftraege.map(
    ({ was, mitgliedId, stelle, bis }) =>
      `${was} – ${mitgliedId === null ? (stelle ?? "") : namen(mitgliedId)}, bis ${tagText(bis)}`,
  );
  return abschnitt(`${i + 1}. ${punkt.titel}`, [
    ...getippt(punkt.notiz),
    ...punkt.beschluesse.flatMap(beschlussText(stimmen)),
    ...(auftraege.length === 0 ? [] : [fett("Aufträge"), liste(auftraege)]),
    ...(punkt.vertagt ? [fett("Vertagt: Der Punkt kommt auf eine spätere Sitzung.")] : []),
    ...(punkt.notiz === null && !punkt.vertagt && punkt.beschluesse.length + auftraege.length === 0
      ? [absatz("Ohne Wortmeldung.")]
      : []),
  ]);
}

type Welche = { readonly fassung: number | null; readonly grund: string | null };

/** Minutes: who was there, what was said, decided and agreed. Without a version it is a draft and says so. */
export function protokollPapier(haus: Haus, p: Protokoll, namen: Namen, { fassung, grund }: Welche): Papier {
  const stimmen =
    p.stimmen === null
      ? []
      : [
          {
            wort: "Stimmen",
            wert: `${p.stimmen.da} von ${p.stimmen.alle}${p.beschlussfaehig === null ? "" : p.beschlussfaehig ? ", beschlussfähig" : ", nicht beschlussfähig"}`,
          },
        ];
  const bis = (id: string): string => {
    const um = p.gegangen[id];
    return um === undefined ? namen(id) : `${namen(id)} (bis ${uhrText(um)} Uhr)`;
  };
  const entschuldigt = p.entschuldigt.map(namen).join("; ");
  return papier({
    ...haus,
    titel: "Protokoll",
    untertitel: p.gremium,
    entwurf: fassung === null,
    kopf: [
      ...wannWo(p),
      { wort: "Anwesend", wert: p.anwesend.map(bis).join("; ") || "nicht erhoben" },
      ...(entschuldigt === "" ? [] : [{ wort: "Entschuldigt", wert: entschuldigt }]),
      ...stimmen,
      ...(fassung === null ? [] : [{ wort: "Fassung", wert: String(fassung) }]),
    ],
    berichtigung: grund === null ? undefined : `Berichtigt die Fassung ${(fassung ?? 2) - 1}: ${grund}`,
    abschnitte: p.punkte.map((punkt, i) => punktAbschnitt(punkt, i, p, namen)),
  });
}

/** Decisions as a list, in the order given. */
export const beschlusslistePapier = (haus: Haus, alle: readonly Beschluss[], auswahl: string): Papier =>
  papier({
    ...haus,
    titel: "Beschlussliste",
    untertitel: auswahl,
    kopf: [{ wort: "Beschlüsse", wert: String(alle.length) }],
    abschnitte: alle.map((b) =>
      abschnitt(`Beschluss ${b.nummer}: ${b.top}`, [
        absatz(`${b.gremium}, ${tagText(b.gefasstAm)} · ${ERGEBNISSE[b.ergebnis]} · ${stimmenText(b.stimmen)}`),
        ...getippt(b.wortlaut),
      ]),
    ),
  });

/** What was agreed, by whom and by when: only what is still to be done, or everything. */
export function auftraegePapier(
  haus: Haus,
  alle: readonly Auftrag[],
  auswahl: { readonly gremium: string; readonly offen: boolean },
): Papier {
  const titel = auswahl.offen ? "Offene Aufträge" : "Aufträge";
  const stand = (a: Auftrag): string =>
    `${AUFTRAG_STAENDE[a.stand]}${istUeberfaellig(a, haus.tag) ? ", überfällig" : ""}`;
  return papier({
    ...haus,
    titel,
    untertitel: auswahl.gremium,
    kopf: [{ wort: "Aufträge", wert: String(alle.length) }],
    abschnitte: [
      abschnitt("Was zu tun ist", [
        alle.length === 0
          ? absatz(auswahl.offen ? "Es ist nichts offen." : "Es ist nichts vereinbart.")
          : {
              art: "tabelle",
              titel: `${titel}, der früheste zuerst`,
              spalten: [{ titel: "Bis" }, { titel: "Was" }, { titel: "Wer" }, { titel: "Gremium" }, { titel: "Stand" }],
              zeilen: alle.map((a) => [tagText(a.faelligAm), a.was, a.wer, a.gremium, stand(a)]),
              summe: false,
              anmerkungen: [],
            },
      ]),
    ],
  });
}
