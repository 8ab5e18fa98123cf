import { lastPersons } from "../domains/personen/index.ts";
import { uploadList } from "../domains/uebernahme/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { readAs, writeAs } from "../platform/db.ts";
import { tagText } from "../platform/span.ts";
import { daysBefore } from "./kalender.ts";

const KOPF =
  "Fallnr.;Name;Geburtsdatum;Staatsangehörigkeit;Sprachen;Gemeinde;Fallbeginn;Einwilligung am;Status;Fallende;Abschlussgrund;Anliegen;Bemerkung";

/** Days before today on which a case of the list began, had its consent, and ended. */
const tag = (days: number): string => tagText(daysBefore(today(), days));

/** Invented cases of the years before, as a team kept them: some are clear, one word nobody knows, one case lacks its reason. */
const FAELLE = [
  `F-1;Muster, Ilja;04.03.1988;Ukraine;Ukrainisch, Russisch;Siegburg;${tag(700)};${tag(690)};abgeschlossen;${tag(300)};Ziele erreicht;Arbeit finden;`,
  `F-2;Beispiel, Noor;17.09.1994;Syrien;Arabisch;Lohmar;${tag(400)};${tag(380)};läuft;;;Wohnung für die Familie;wartet auf WBS`,
  `F-3;Probe, Amina;;Somalia;Somali;Siegburg;${tag(200)};;läuft;;;Kita und Sprachkurs;`,
  `F-4;Erfunden, Kaspar;22.01.1979;Polen;Polnisch;Lohmar;${tag(500)};${tag(480)};beendet;${tag(250)};weggezogen;Anerkennung des Berufs;`,
  `F-5;Beispielsohn, Timo;30.11.2001;Eritrea;Tigrinya;Siegburg;${tag(450)};${tag(440)};beendet;${tag(260)};;Ausbildung;`,
  `F-6;Musterfrau, Zoe;12.12.1990;Iran;Farsi;Siegburg;${tag(150)};${tag(140)};schläft;;;Gesundheit;`,
];

/**
 * A list of cases of the years before, uploaded and not yet taken over: it shows how such a list is understood, and what waits.
 * One of its rows is about somebody who is there already.
 */
export async function loadListen(actor: Actor): Promise<void> {
  const [known] = await readAs(actor, (tx) => lastPersons(tx, actor, 1));
  const same =
    known === undefined
      ? []
      : [
          `F-7;${known.name};${known.geburtsdatum === null ? "" : tagText(known.geburtsdatum)};;;Siegburg;${tag(120)};${tag(110)};läuft;;;Einbürgerung;`,
        ];
  const bytes = Buffer.from(`${[KOPF, ...FAELLE, ...same].join("\n")}\n`);
  await writeAs(actor, (tx) => uploadList(tx, actor, { datei: "Fallliste der letzten Jahre.csv", bytes }));
}
