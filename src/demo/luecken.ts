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
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";

type Schritt = Readonly<Record<string, string>>;
type Erfunden = {
  readonly feld: string;
  readonly satz: string;
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

/** Gaps on every rung and at every end, as far as bodies and measures have taken them. */
const LUECKEN: readonly Erfunden[] = [
  {
    feld: "gesundheit",
    satz: "Es gibt keine Kinderarztpraxis, die neue Familien ohne Deutsch aufnimmt.",
    menschen: "14",
    weg: [],
  },
  {
    feld: "alltag",
    satz: "Briefe der Ämter versteht niemand, der erst ein Jahr Deutsch lernt.",
    auch: 2,
    weg: [GESICHTET],
  },
  {
    feld: "wohnen",
    satz: "In den Unterkünften fehlt ein ruhiger Raum zum Lernen.",
    auch: 3,
    weg: [GESICHTET, GEPRUEFT],
  },
  {
    feld: "schule",
    satz: "Zugezogene Kinder warten drei Monate auf einen Schulplatz.",
    beispiel: "Die Plätze werden in zwei Häusern vergeben, die voneinander nichts wissen.",
    auch: 4,
    menschen: "31",
    weg: thema("Schulplatz nach dem Zuzug"),
  },
  {
    feld: "bildung_0_6",
    satz: "Nach DELFIN 4 fehlen Plätze der Sprachförderung.",
    auch: 5,
    menschen: "40",
    // The Lenkungsgruppe takes it on from here (gremien.ts).
    weg: thema("DELFIN 4"),
  },
  {
    feld: "sprache",
    satz: "Kurse am Abend haben keine Kinderbetreuung.",
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
    auch: 2,
    weg: [
      ...entschieden("Post vom Amt", "priorisiert", "Betrifft jede Kommune."),
      { nach: "projektgruppe", grund: "Die Arbeitsgruppe Sprache übernimmt es." },
    ],
  },
  {
    feld: "sprache",
    satz: "Nach dem Abendkurs fährt kein Bus mehr in die Dörfer.",
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
    auch: 2,
    weg: entschieden("Termine zur Verlängerung", "an_land", "Das Verfahren gibt das Land vor."),
  },
  {
    feld: "arbeit",
    satz: "Zeugnisse werden in jeder Kommune anders anerkannt.",
    weg: [
      ...thema("Zeugnisse"),
      { nach: "zurueckgestellt", grund: "Erst die Auskunft der Kammer.", wieder_am: daysFrom(today(), 60) },
    ],
  },
  {
    feld: "teilhabe",
    satz: "Es fehlt ein Fahrdienst zum Sommerfest.",
    weg: [GESICHTET, { nach: "abgelehnt", grund: "Ein einzelner Anlass, das löst der Verein selbst." }],
  },
];

const DOPPELT = { feld: "schule", satz: "Kinder sind nach dem Umzug lange ohne Schule." };

type Ort = { readonly actor: Actor; readonly sites: readonly [{ readonly ags: string }, ...unknown[]] };

/** Gaps that counsellors reported, and what the coordination made of them. */
export async function loadLuecken(berater: readonly Ort[], leitet: Actor): Promise<void> {
  const ids: string[] = [];
  const one = (i: number) => berater[i % berater.length];
  for (const [i, luecke] of LUECKEN.entries()) ids.push(await melde(one(i), luecke));
  for (const [i, { auch = 0 }] of LUECKEN.entries())
    for (let n = 1; n <= auch; n += 1) await bestaetige(one(i + n), ids[i] ?? "");
  for (const [i, { weg }] of LUECKEN.entries())
    for (const schritt of weg)
      await writeAs(leitet, async (tx) => {
        const { id, version } = await lueckeOf(tx, ids[i] ?? "");
        await moveLuecke(tx, leitet, { id, version }, SchrittEingabe.parse({ ...schritt, kein_name: "ja" }));
      });
  const doppelt = await melde(one(1), DOPPELT);
  const zusammen = Zusammen.parse({ in: ids[3], grund: "Dasselbe mit anderen Worten.", kein_name: "ja" });
  await writeAs(leitet, (tx) => mergeLuecke(tx, leitet, { id: doppelt, version: 1 }, zusammen));
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
  return writeAs(ort.actor, (tx) => reportLuecke(tx, ort.actor, eingabe));
}

async function bestaetige(ort: Ort | undefined, id: string): Promise<void> {
  if (ort === undefined) return;
  const eingabe = MeldungEingabe.parse({ kommunen: [ort.sites[0].ags] });
  await writeAs(ort.actor, (tx) => joinLuecke(tx, ort.actor, id, eingabe));
}
