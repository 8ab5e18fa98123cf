import { randomUUID } from "node:crypto";
import type { Zufall } from "../../demo/zufall.ts";
import type { Nutzer } from "./nutzer.ts";
import { LETZTER_TAG } from "./plan.ts";

/** One request as a browser sends it. `status` is what a healthy answer has. */
export type Anfrage = {
  readonly path: string;
  readonly cookie: string;
  readonly status: number;
  /** The fields of a form that is sent. */
  readonly form?: Readonly<Record<string, string>>;
};

type Wahl = (nutzer: Nutzer, zufall: Zufall) => Anfrage;
export type Mischung = { readonly says: string; readonly next: Wahl };

const get =
  (path: (nutzer: Nutzer, zufall: Zufall) => string): Wahl =>
  (nutzer, zufall) => ({ path: path(nutzer, zufall), cookie: nutzer.cookie, status: 200 });

/** As most people type it: the surname, or its beginning. */
function gesucht({ namen }: Nutzer, zufall: Zufall): string {
  const name = zufall.one(namen.length > 0 ? namen : ["Niemand"]);
  const teil = name.split(" ").at(-1) ?? name;
  return zufall.weighted({ [name]: 2, [teil]: 3, [teil.slice(0, 5)]: 2 });
}

const suche: Wahl = (nutzer, zufall) => ({
  path: "/personen",
  cookie: nutzer.cookie,
  status: 200,
  form: { _konto: nutzer.konto, suche: gesucht(nutzer, zufall) },
});

const speichern: Wahl = ({ cookie, konto, ort }, zufall) => ({
  path: "/beratungen/neu",
  cookie,
  status: 303,
  form: {
    _konto: konto,
    am: LETZTER_TAG,
    ort,
    kontaktweg: "offene_sprechstunde",
    stufe: "1",
    themen: zufall.one(["sprache", "wohnen", "arbeit"]),
    sprache: "uk",
    verstaendigung: "sprachmittlung",
    dauer: "30",
    ergebnis: "beraten",
    personenzahl: "1",
    neuzuweisung: "nein",
    notiz: "Bench-Notiz: Unterlagen fehlen noch.",
  },
});

const seiten = {
  sitzung: get(() => "/hilfe"),
  start: get(() => "/"),
  liste: get(() => "/beratungen"),
  selten: get(() => "/beratungen?thema=einbuergerung"),
  beratung: get(({ beratungen }, zufall) => `/beratungen/${zufall.one(beratungen)}`),
  personen: get(() => "/personen"),
  person: get(({ personen }, zufall) => `/personen/${zufall.one(personen)}`),
  erfassen: get(() => `/beratungen/neu?formular=${randomUUID()}`),
  suche,
  speichern,
  auswertung: (({ koordination }) => ({
    path: "/auswertung?von=2026-01&bis=2026-06",
    cookie: koordination,
    status: 200,
  })) satisfies Wahl,
};

/** How often each page is asked for on an ordinary day. */
const TAG = {
  start: 10,
  liste: 20,
  beratung: 15,
  personen: 5,
  person: 15,
  erfassen: 15,
  suche: 10,
  speichern: 8,
  auswertung: 2,
};

export const MISCHUNGEN: Readonly<Record<string, Mischung>> = {
  sitzung: { says: "Hilfe: nur die Sitzung wird gelesen", next: seiten.sitzung },
  start: { says: "Startseite", next: seiten.start },
  liste: { says: "eigene Beratungen, erste Seite mit Summe", next: seiten.liste },
  selten: { says: "eigene Beratungen zu einem seltenen Thema, ohne Zeitraum", next: seiten.selten },
  beratung: { says: "eine Beratung öffnen", next: seiten.beratung },
  personen: { says: "eigene Personen", next: seiten.personen },
  person: { says: "eine Person öffnen", next: seiten.person },
  erfassen: { says: "leeres Formular einer Beratung", next: seiten.erfassen },
  suche: { says: "Person nach Namen suchen", next: seiten.suche },
  speichern: { says: "eine Beratung speichern", next: seiten.speichern },
  auswertung: { says: "Zahlen eines Halbjahres mit dem Vorjahr", next: seiten.auswertung },
  alltag: {
    says: "alles davon, wie an einem gewöhnlichen Tag",
    next: (nutzer, zufall) => seiten[zufall.weighted(TAG)](nutzer, zufall),
  },
};
