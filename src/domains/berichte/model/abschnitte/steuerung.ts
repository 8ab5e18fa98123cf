import { tagText } from "../../../../platform/span.ts";
import { VERDECKT } from "../../../auswertung/model/zelle.ts";
import { STAENDE, STAND, type Stand } from "../../../luecken/model/stand.ts";
import { LAGEN, grenze } from "../../../massnahmen/model/messung.ts";
import type { Block, Tabelle } from "../../../papier/model/papier.ts";
import type { Grundlage } from "../grundlage.ts";
import { zelle } from "../sprache.ts";
import type { Steuerung } from "../steuerung.ts";

const NUMBER = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });

/** A chapter with tables of its own; nothing of papers that were released before this was told, or where there is nothing. */
const of =
  (...tabellen: readonly ((s: Steuerung, g: Grundlage) => Tabelle)[]) =>
  (g: Grundlage): Block[] => {
    const { steuerung } = g;
    if (steuerung === null) return [];
    return tabellen.map((tabelle) => tabelle(steuerung, g)).filter(({ zeilen }) => zeilen.length > 0);
  };

/** As few columns as a page has room for. */
const TEILE: readonly { readonly titel: string; readonly staende: readonly Stand[] }[] = [
  { titel: "in Prüfung", staende: ["gemeldet", "gesichtet", "validiert"] },
  { titel: "in Gremien", staende: ["thema", "vorlage", "zurueckgestellt", "priorisiert", "projektgruppe"] },
  { titel: "Maßnahme", staende: ["massnahme", "umgesetzt", "wirkung"] },
  { titel: "erledigt", staende: ["geschlossen", "abgelehnt", "an_land"] },
];

const worte = (...staende: readonly Stand[]): string => staende.map((one) => STAENDE[one]).join(", ");

/** Gaps by Handlungsfeld and how far they are, with their sum. */
export const lueckenBloecke = of((s, { namen }) => {
  const count = (feld: string | undefined, staende: readonly string[]) =>
    s.luecken
      .filter((one) => (feld === undefined || one.handlungsfeld === feld) && staende.includes(one.stand))
      .reduce((sum, one) => sum + one.anzahl, 0);
  const felder = namen.themen.filter(({ code }) => s.luecken.some((one) => one.handlungsfeld === code));
  const row = (label: string, feld?: string): string[] => [
    label,
    ...TEILE.map(({ staende }) => zelle(count(feld, staende))),
    zelle(count(feld, STAND)),
  ];
  return {
    art: "tabelle",
    titel: `Systemlücken nach Handlungsfeld und Stand am ${tagText(s.bis)}`,
    spalten: [
      { titel: "Handlungsfeld" },
      ...TEILE.map(({ titel }) => ({ titel, zahl: true as const })),
      { titel: "zusammen", zahl: true as const },
    ],
    zeilen: felder.length === 0 ? [] : [...felder.map(({ code, name }) => row(name, code)), row("Zusammen")],
    summe: true,
    anmerkungen: [
      `Gezählt sind Lücken, nicht Meldungen; zusammengeführte zählen als eine. In Prüfung: ${worte("gemeldet", "gesichtet", "validiert")}. In Gremien: ${worte("thema", "vorlage", "priorisiert", "zurueckgestellt", "projektgruppe")}. Maßnahme: auch ${worte("umgesetzt", "wirkung")}. Erledigt: ${worte("geschlossen", "abgelehnt", "an_land")}.`,
    ],
  };
});

/** What bodies decided since the last paper, in the order in which it was. */
const neueBeschluesse = (s: Steuerung): Tabelle => ({
  art: "tabelle",
  titel: `Beschlüsse vom ${tagText(s.von)} bis zum ${tagText(s.bis)}`,
  spalten: [{ titel: "Nr." }, { titel: "Am" }, { titel: "Gremium" }, { titel: "Beschluss" }],
  zeilen: s.beschluesse.map(({ nummer, am, gremium, wortlaut, ergebnis }) => [
    nummer,
    tagText(am),
    gremium,
    ergebnis === "angenommen" ? wortlaut : `${wortlaut} (${ergebnis})`,
  ]),
  summe: false,
  anmerkungen: [],
});

/** What became of decisions that papers told before. */
const fruehereBeschluesse = (s: Steuerung): Tabelle => ({
  art: "tabelle",
  titel: `Was aus früheren Beschlüssen wurde, am ${tagText(s.bis)}`,
  spalten: [{ titel: "Nr." }, { titel: "Am" }, { titel: "Beschluss" }, { titel: "Was daraus wurde" }],
  zeilen: s.frueher.map(({ nummer, am, wortlaut, daraus }) => [
    nummer,
    tagText(am),
    wortlaut,
    daraus.length === 0 ? "bisher ist nichts eingetragen" : daraus.join("; "),
  ]),
  summe: false,
  anmerkungen: [
    "Angenommene Beschlüsse des letzten Jahres; ältere, solange eine Maßnahme oder ein Auftrag aus ihnen nicht zu Ende ist.",
  ],
});

export const beschluesseBloecke = of(neueBeschluesse, fruehereBeschluesse);

const wertText = (n: number | typeof VERDECKT | null): string =>
  n === null ? "–" : n === VERDECKT ? VERDECKT : NUMBER.format(n);

/** Measures that were in force, a row an indicator; one without an indicator says so. */
export const massnahmenBloecke = of((s) => ({
  art: "tabelle",
  titel: `Maßnahmen und woran man sie misst, am ${tagText(s.bis)}`,
  spalten: [
    { titel: "Maßnahme" },
    { titel: "Indikator" },
    { titel: "Anfang", zahl: true },
    { titel: "zuletzt", zahl: true },
    { titel: "Ziel", zahl: true },
  ],
  zeilen: s.massnahmen.flatMap(({ titel, luecken, stand, seit, beschluss, urteil, indikatoren }) => {
    // It was in force, but was entered here only afterwards: where it stood then nobody knows.
    const wo = seit > s.bis ? `hier eingetragen am ${tagText(seit)}` : `${stand} seit ${tagText(seit)}`;
    const aus = beschluss === null ? "" : `; Beschluss ${beschluss}`;
    const head = `${titel} (gegen: ${luecken.join(", ")}${aus}), ${wo}${urteil === null ? "" : `. ${urteil}`}`;
    if (indikatoren.length === 0) return [[head, "noch keiner", "", "", ""]];
    return indikatoren.map((i) => [
      head,
      [`${i.name} (${i.einheit}), Ziel bis ${tagText(i.bis)}`, ...(i.lage === null ? [] : [LAGEN[i.lage]])].join(". "),
      wertText(i.anfang),
      i.laeuft ? `${wertText(i.zuletzt)} (läuft noch)` : wertText(i.zuletzt),
      i.richtung === null ? wertText(i.ziel) : grenze(i.richtung, wertText(i.ziel)),
    ]);
  }),
  summe: false,
  anmerkungen: [
    "„–“: nicht gemessen. Ob sich eine Zahl auch ohne die Maßnahme geändert hätte, sagt der Vergleich nicht.",
  ],
}));

/** Who met in the period. */
export const gremienBloecke = of((s) => ({
  art: "tabelle",
  titel: "Gremien, die getagt haben",
  spalten: [{ titel: "Gremium" }, { titel: "Art" }, { titel: "Sitzungen", zahl: true }, { titel: "Tage" }],
  zeilen: s.gremien.map(({ name, art, tage }) => [name, art, zelle(tage.length), tage.map(tagText).join(", ")]),
  summe: false,
  anmerkungen: [],
}));

/** What was agreed and is not done, what is due first, first. */
export const auftraegeBloecke = of((s) => ({
  art: "tabelle",
  titel: `Offene Aufträge am ${tagText(s.bis)}`,
  spalten: [{ titel: "Auftrag" }, { titel: "Gremium" }, { titel: "Wer" }, { titel: "Bis" }],
  zeilen: s.auftraege.map(({ was, gremium, wer, faellig, ueberfaellig }) => [
    was,
    gremium,
    wer,
    ueberfaellig ? `${tagText(faellig)}, überfällig` : tagText(faellig),
  ]),
  summe: false,
  anmerkungen: [],
}));
