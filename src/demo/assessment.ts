import {
  AssessmentTag,
  Einschaetzung,
  NeueVerbindung,
  addVerbindung,
  assess,
  beginAssessment,
  changeVerbindung,
} from "../domains/assessment/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import type { Tx } from "../platform/db.ts";
import { daysBefore } from "./kalender.ts";
import { Zufall } from "./zufall.ts";

type Satz = { readonly lage: string; readonly ressourcen?: string; readonly bedarf?: string; readonly wunsch?: string };

/** What was said, area by area, the first time. Invented, about nobody. */
const GESAGT: Readonly<Record<string, Satz>> = {
  sprache: {
    lage: "Demo: versteht im Alltag vieles, spricht mit Ämtern noch nicht allein.",
    ressourcen: "Lernt mit einer App, die Nachbarin hilft.",
    bedarf: "Platz im Sprachkurs mit Kinderbetreuung.",
    wunsch: "„Ich möchte selbst zum Arzt gehen können.“",
  },
  lebensunterhalt: {
    lage: "Demo: Bescheid des Jobcenters ist da, eine Nachforderung ist offen.",
    bedarf: "Bescheid gemeinsam prüfen.",
  },
  wohnen: {
    lage: "Demo: zu fünft in zwei Zimmern der Unterkunft.",
    ressourcen: "Wohnberechtigungsschein ist beantragt.",
    bedarf: "Wohnung mit drei Zimmern in der Nähe der Schule.",
    wunsch: "„Eine Tür, die wir selbst zumachen.“",
  },
  gesundheit: { lage: "Demo: Termin in der Praxis erst in drei Monaten.", bedarf: "Praxis, in der man sich versteht." },
  schule: { lage: "Demo: das ältere Kind geht gern zur Schule.", ressourcen: "Der Klassenlehrer ist erreichbar." },
  arbeit: {
    lage: "Demo: Ausbildung im Herkunftsland, hier noch nicht anerkannt.",
    bedarf: "Beratung zur Anerkennung.",
    wunsch: "„Wieder in meinem Beruf arbeiten.“",
  },
  bildung_0_6: { lage: "Demo: Kitaplatz zugesagt, aber erst zum Sommer." },
  familie: {
    lage: "Demo: die Großeltern leben weit weg, der Kontakt ist gut.",
    ressourcen: "Telefonieren jeden Sonntag.",
  },
  alltag: { lage: "Demo: die Post bleibt liegen, weil sie niemand erklärt.", bedarf: "Begleitung durch eine Patin." },
  teilhabe: { lage: "Demo: die Kinder möchten in den Sportverein." },
};

const FELDER = Object.keys(GESAGT);

type Blick = { readonly fall: string; readonly am: string; readonly besser: number };

let made = 0;

/** An assessment of a case: some areas with a figure and sentences, others left out. Better than the last time by so much. */
async function writeAssessment(tx: Tx, actor: Actor, { fall, am, besser }: Blick): Promise<void> {
  const zufall = new Zufall(++made);
  const id = await beginAssessment(tx, actor, { fall }, AssessmentTag.parse({ am }));
  const rows = await tx
    .selectFrom("kim.lebensbereich")
    .select(["id", "handlungsfeld"])
    .where("assessment_id", "=", id)
    .execute();
  for (const [i, feld] of FELDER.entries()) {
    const bereich = rows.find((row) => row.handlungsfeld === feld);
    if (bereich === undefined || (i % 4 === 3 && zufall.chance(0.6))) continue;
    const skala = Math.min(10, 2 + (i % 4) + Math.floor(zufall.next() * 3) + (i % 3 === 2 ? 0 : besser));
    const satz = besser > 0 ? { lage: "Demo: beim zweiten Mal kürzer besprochen." } : GESAGT[feld];
    const typed = Einschaetzung.parse({ am, ...(i === FELDER.length - 1 ? {} : { skala: String(skala) }), ...satz });
    await assess(tx, actor, { id: bereich.id, version: 1 }, typed);
  }
}

type Erfunden = { readonly name: string; readonly art: string; readonly staerke: string; readonly richtung: string };

/** Who is around; what is marked is strained. */
const UMFELD: readonly (Erfunden & { readonly belastet?: "ja" })[] = [
  { name: "Mutter", art: "familie", staerke: "3", richtung: "gegenseitig" },
  { name: "Onkel Yahya (يحيى)", art: "familie", staerke: "1", richtung: "zur_person", belastet: "ja" },
  { name: "Nachbarin Frau Musterhain", art: "nachbarschaft", staerke: "2", richtung: "zur_person" },
  { name: "Patin vom Begegnungscafé", art: "ehrenamt", staerke: "2", richtung: "zur_person" },
  {
    name: "Jobcenter, Frau Platzhalter-Sonnenschein",
    art: "behoerde",
    staerke: "2",
    richtung: "zur_person",
    belastet: "ja",
  },
  { name: "Grundschule Musterweg", art: "schule_kita", staerke: "3", richtung: "gegenseitig" },
  { name: "Hausärztin Dr. Exempel", art: "gesundheit", staerke: "1", richtung: "zur_person" },
  { name: "Schwester in Much", art: "familie", staerke: "2", richtung: "von_person" },
];

/** The map of a case as it was on a day, and with `spaeter` what is different since. */
async function writeNetzwerk(
  tx: Tx,
  actor: Actor,
  { fall, am, spaeter }: { readonly fall: string; readonly am: string; readonly spaeter: string },
): Promise<void> {
  let amt = "";
  for (const one of UMFELD) {
    const id = await addVerbindung(tx, actor, { fall }, NeueVerbindung.parse({ ...one, von: am }));
    if (one.art === "behoerde") amt = id;
  }
  if (spaeter <= am) return;
  const entlastet = {
    name: "Jobcenter, Frau Platzhalter-Sonnenschein",
    art: "behoerde",
    staerke: "3",
    richtung: "gegenseitig",
  };
  await changeVerbindung(tx, actor, { id: amt, version: 1 }, NeueVerbindung.parse({ ...entlastet, von: spaeter }));
}

/** The first assessment with its map when a case has come to it; another one when it comes to its evaluation. */
export async function schaetzeEin(
  tx: Tx,
  actor: Actor,
  { fall, nach, begonnen }: { readonly fall: string; readonly nach: string; readonly begonnen: string },
): Promise<void> {
  const jetzt = daysBefore(today(), 2);
  if (nach === "assessment") {
    await writeAssessment(tx, actor, { fall, am: begonnen, besser: 0 });
    await writeNetzwerk(tx, actor, { fall, am: begonnen, spaeter: jetzt });
  }
  if (nach === "evaluation" && jetzt > begonnen) await writeAssessment(tx, actor, { fall, am: jetzt, besser: 3 });
}
