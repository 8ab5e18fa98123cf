import {
  MeldungEingabe,
  NeueLuecke,
  SchrittEingabe,
  Zusammen,
  joinLuecke,
  lueckeOf,
  mergeLuecke,
  moveLuecke,
  reportLuecke,
} from "../domains/luecken/index.ts";
import type { Actor } from "../platform/actor.ts";
import { asOf, today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";

type Schritt = Readonly<Record<string, string>>;
type Erfunden = {
  readonly feld: string;
  readonly satz: string;
  /** When it was reported (ISO): long before bodies talked about it (gremien.ts, beschluesse.ts). */
  readonly am: string;
  readonly beispiel?: string;
  readonly menschen?: string;
  /** How many others say the same of where they counsel. */
  readonly auch?: number;
  readonly weg: readonly Schritt[];
};

const GESICHTET = { nach: "gesichtet" };
const GEPRUEFT = { nach: "validiert", faelle: "9", standorte: "4" };
const thema = (name: string) => [GESICHTET, GEPRUEFT, { nach: "thema", thema: name }, { nach: "vorlage" }];
const entschieden = (name: string, nach: string, grund: string) => [...thema(name), { nach, grund }];

const vor = (days: number): string => daysFrom(today(), -days);

/** Gaps on every rung and at every end, as far as bodies and measures have taken them. */
const LUECKEN: readonly Erfunden[] = [
  {
    feld: "gesundheit",
    satz: "Es gibt keine Kinderarztpraxis, die neue Familien ohne Deutsch aufnimmt.",
    am: vor(12),
    menschen: "14",
    weg: [],
  },
  {
    feld: "alltag",
    satz: "Briefe der Ämter versteht niemand, der erst ein Jahr Deutsch lernt.",
    am: vor(75),
    auch: 2,
    weg: [GESICHTET],
  },
  {
    feld: "wohnen",
    satz: "In den Unterkünften fehlt ein ruhiger Raum zum Lernen.",
    am: vor(160),
    auch: 3,
    weg: [GESICHTET, GEPRUEFT],
  },
  {
    feld: "schule",
    satz: "Zugezogene Kinder warten drei Monate auf einen Schulplatz.",
    am: vor(520),
    beispiel: "Die Plätze werden in zwei Häusern vergeben, die voneinander nichts wissen.",
    auch: 4,
    menschen: "31",
    weg: thema("Schulplatz nach dem Zuzug"),
  },
  {
    feld: "bildung_0_6",
    satz: "Nach DELFIN 4 fehlen Plätze der Sprachförderung.",
    am: vor(540),
    auch: 5,
    menschen: "40",
    // The Lenkungsgruppe takes it on from here (gremien.ts).
    weg: thema("DELFIN 4"),
  },
  {
    feld: "sprache",
    satz: "Kurse am Abend haben keine Kinderbetreuung.",
    am: vor(430),
    auch: 3,
    menschen: "22",
    weg: [
      ...entschieden("Kurs mit Kinderbetreuung", "priorisiert", "Viele warten, und es gibt einen Träger, der es will."),
      { nach: "projektgruppe", grund: "Die Gruppe vom letzten Jahr macht weiter." },
    ],
  },
  {
    feld: "alltag",
    satz: "Bescheide sind so geschrieben, dass viele eine Frist versäumen.",
    am: vor(330),
    auch: 2,
    weg: [
      ...entschieden("Post vom Amt", "priorisiert", "Betrifft jede Kommune."),
      { nach: "projektgruppe", grund: "Die Arbeitsgruppe Sprache übernimmt es." },
    ],
  },
  {
    feld: "sprache",
    satz: "Nach dem Abendkurs fährt kein Bus mehr in die Dörfer.",
    am: vor(440),
    auch: 3,
    menschen: "18",
    weg: [
      ...entschieden("Fahrten zum Kurs", "priorisiert", "Viele brechen deshalb ab."),
      { nach: "projektgruppe", grund: "Mit den Verkehrsbetrieben." },
    ],
  },
  {
    feld: "aufenthalt",
    satz: "Termine zur Verlängerung gibt es erst, wenn die Karte abgelaufen ist.",
    am: vor(330),
    auch: 2,
    weg: entschieden("Termine zur Verlängerung", "an_land", "Das Verfahren gibt das Land vor."),
  },
  {
    feld: "arbeit",
    satz: "Zeugnisse werden in jeder Kommune anders anerkannt.",
    am: vor(210),
    weg: [
      ...thema("Zeugnisse"),
      { nach: "zurueckgestellt", grund: "Erst die Auskunft der Kammer.", wieder_am: daysFrom(today(), 60) },
    ],
  },
  {
    feld: "teilhabe",
    satz: "Es fehlt ein Fahrdienst zum Sommerfest.",
    am: vor(190),
    weg: [GESICHTET, { nach: "abgelehnt", grund: "Ein einzelner Anlass, das löst der Verein selbst." }],
  },
];

const DOPPELT = { feld: "schule", satz: "Kinder sind nach dem Umzug lange ohne Schule.", am: vor(120) };

/** Days from one thing that happened to a gap to the next. */
const DANACH = 16;
/** The day on which the nth thing happened to a gap, no later than today. */
const danach = (am: string, n: number): string => {
  const day = daysFrom(am, DANACH * n);
  return day < today() ? day : today();
};

type Ort = { readonly actor: Actor; readonly sites: readonly [{ readonly ags: string }, ...unknown[]] };

/** Gaps that counsellors reported, and what the coordination made of them. */
export async function loadLuecken(berater: readonly Ort[], leitet: Actor): Promise<void> {
  const ids: string[] = [];
  const one = (i: number) => berater[i % berater.length];
  for (const [i, luecke] of LUECKEN.entries()) ids.push(await melde(one(i), luecke));
  for (const [i, { am, auch = 0 }] of LUECKEN.entries())
    for (let n = 1; n <= auch; n += 1) await asOf(daysFrom(am, n), () => bestaetige(one(i + n), ids[i] ?? ""));
  for (const [i, { am, weg }] of LUECKEN.entries())
    for (const [n, schritt] of weg.entries())
      await asOf(danach(am, n + 1), () =>
        writeAs(leitet, async (tx) => {
          const { id, version } = await lueckeOf(tx, ids[i] ?? "");
          await moveLuecke(tx, leitet, { id, version }, SchrittEingabe.parse({ ...schritt, kein_name: "ja" }));
        }),
      );
  const doppelt = await melde(one(1), DOPPELT);
  const zusammen = Zusammen.parse({ in: ids[3], grund: "Dasselbe mit anderen Worten.", kein_name: "ja" });
  await asOf(danach(DOPPELT.am, 1), () =>
    writeAs(leitet, (tx) => mergeLuecke(tx, leitet, { id: doppelt, version: 1 }, zusammen)),
  );
}

async function melde(ort: Ort | undefined, luecke: Omit<Erfunden, "weg">): Promise<string> {
  if (ort === undefined) throw new Error("Die Demo kennt niemanden, der berät.");
  const eingabe = NeueLuecke.parse({
    handlungsfeld: luecke.feld,
    satz: luecke.satz,
    kommunen: [ort.sites[0].ags],
    kein_name: "ja",
    ...(luecke.beispiel === undefined ? {} : { beispiel: luecke.beispiel }),
    ...(luecke.menschen === undefined ? {} : { personen: luecke.menschen }),
  });
  return asOf(luecke.am, () => writeAs(ort.actor, (tx) => reportLuecke(tx, ort.actor, eingabe)));
}

async function bestaetige(ort: Ort | undefined, id: string): Promise<void> {
  if (ort === undefined) return;
  const eingabe = MeldungEingabe.parse({ kommunen: [ort.sites[0].ags] });
  await writeAs(ort.actor, (tx) => joinLuecke(tx, ort.actor, id, eingabe));
}
