import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { readAs, writeAs } from "../platform/db.ts";
import { faelleOf } from "../domains/faelle/index.ts";
import {
  AngebotEingabe,
  ErgebnisEingabe,
  NeuerVerweis,
  OrganisationEingabe,
  STAND,
  type Stand,
  addAngebot,
  addOrganisation,
  addVerweis,
  moveVerweis,
  undoSchritt,
} from "../domains/verweise/index.ts";
import type { DemoPerson } from "./beratungen.ts";
import { daysBefore } from "./kalender.ts";
import type { Zufall } from "./zufall.ts";

const ORGANISATIONEN = [
  {
    name: "Musterhilfe Siegburg, Migrationsberatung",
    art: "beratungsstelle",
    felder: ["aufenthalt", "alltag"],
    ort: "Beispielweg 4, 53721 Siegburg",
  },
  { name: "Sprachschule Wortreich", art: "sprachkurs", felder: ["sprache"], ort: "Musterplatz 1, 53721 Siegburg" },
  {
    name: "Familienzentrum Beispielwiese",
    art: "kita_schule",
    felder: ["bildung_0_6", "familie"],
    ort: "Am Beispielbach 2, 53840 Troisdorf",
  },
  {
    name: "Jobcenter Musterkreis",
    art: "jobcenter",
    felder: ["lebensunterhalt", "arbeit"],
    ort: "Musterallee 10, 53721 Siegburg",
  },
  { name: "Wohnungsamt Beispielstadt", art: "amt", felder: ["wohnen"], ort: "Rathausplatz 1, 53757 Sankt Augustin" },
  { name: "Praxis am Musterbach", art: "gesundheit", felder: ["gesundheit"], ort: "Bachstraße 8, 53773 Hennef" },
  {
    name: "Nachbarn in Beispieldorf e. V.",
    art: "verein",
    felder: ["teilhabe", "alltag"],
    ort: "Dorfstraße 3, 53783 Eitorf",
  },
  {
    name: "Schuldenberatung Alter Muster (geschlossen)",
    art: "beratungsstelle",
    felder: ["lebensunterhalt"],
    ort: "Altweg 7, 53721 Siegburg",
  },
] as const;

/** Places that people are sent to, one of them closed, with some offers. Their values as a form sends them. */
export async function loadOrganisationen(koordination: Actor): Promise<readonly string[]> {
  const stellen: string[] = [];
  for (const { name, art, felder, ort } of ORGANISATIONEN) {
    const zu = name.includes("geschlossen");
    const typed = OrganisationEingabe.parse({
      name,
      art,
      felder: [...felder],
      anschrift: ort,
      telefon: "02241 0000",
      email: "info@beispiel.example",
      sprachen: ["de", "ar", "uk"],
      zeiten: "Montag bis Donnerstag 9–12 Uhr",
      mitbringen: ["ausweis", "anliegen"],
      geschlossen_ab: zu ? daysBefore(today(), 30) : "",
    });
    const id = await writeAs(koordination, (tx) => addOrganisation(tx, koordination, typed));
    if (!zu) stellen.push(`organisation:${id}`);
    if (art === "sprachkurs") {
      for (const kurs of ["Alphabetisierung mit Kinderbetreuung", "Deutschkurs A1 am Abend"]) {
        const angebot = AngebotEingabe.parse({ name: kurs, handlungsfeld: "sprache", zeiten: "Dienstag 18–20 Uhr" });
        stellen.push(`angebot:${await writeAs(koordination, (tx) => addAngebot(tx, koordination, id, angebot))}`);
      }
    }
  }
  return stellen;
}

const FELDER = ["sprache", "wohnen", "arbeit", "gesundheit", "bildung_0_6", "lebensunterhalt"];
const GRUENDE = ["voll", "voll", "kein_angebot", "voraussetzung", "sprache"];
/** So many referrals has a counsellor, in every state that there is. */
const EACH = 28;

/** What becomes of each: most arrive, some wait, some are refused. */
const WEGE: readonly (readonly Stand[])[] = [
  ...STAND.map((one) => (one === "offen" ? [] : [one])),
  ["vermittelt", "angekommen"],
  ["vermittelt", "angekommen"],
  ["warteliste", "angekommen"],
  ["angekommen"],
  ["warteliste", "abgelehnt"],
  ["abgelehnt", "offen"],
];

/** Referrals of a counsellor over the last months, in every state, one with a slip of the hand taken back. */
export async function loadVerweise(
  actor: Actor,
  personen: readonly DemoPerson[],
  stellen: readonly string[],
  zufall: Zufall,
): Promise<void> {
  for (let i = 0; i < EACH; i += 1) {
    const person = personen[i % personen.length]?.id;
    const weg = WEGE[i % WEGE.length] ?? [];
    if (person !== undefined) await writeVerweis(actor, person, zufall.one(stellen), weg, zufall, i === 0);
  }
}

async function writeVerweis(
  actor: Actor,
  person: string,
  stelle: string,
  weg: readonly Stand[],
  zufall: Zufall,
  versehen: boolean,
): Promise<void> {
  const vor = 40 + Math.floor(zufall.next() * 200);
  // So many days from step to step.
  const tage = 2 + Math.floor(zufall.next() * 18);
  const [fall] = await readAs(actor, (tx) => faelleOf(tx, person));
  const offen = fall !== undefined && fall.personId === person && fall.phase !== "widerruf";
  const typed = NeuerVerweis.parse({
    person,
    fall: offen ? fall.id : "",
    stelle,
    handlungsfeld: stelle.startsWith("angebot") ? "" : zufall.one(FELDER),
    warum: zufall.one(["angebot", "zustaendig", "fachwissen", "wunsch"]),
    bedarf: "Sucht einen Platz, der mit den Kindern geht.",
    kontakt: zufall.one(["selbst", "selbst", "begleitet"]),
    am: daysBefore(today(), vor),
    nachfragen_am: daysBefore(today(), vor - 10 - Math.floor(zufall.next() * 40)),
  });
  await writeAs(actor, async (tx) => {
    const id = await addVerweis(tx, actor, typed);
    for (const [i, nach] of weg.entries()) {
      const schritt = ErgebnisEingabe.parse({
        nach,
        absage: nach === "abgelehnt" ? zufall.one(GRUENDE) : "",
        am: daysBefore(today(), vor - (i + 1) * tage),
      });
      await moveVerweis(tx, actor, { id, version: i + 1 }, schritt);
    }
    if (!versehen) return;
    const irrtum = ErgebnisEingabe.parse({ nach: "nicht_wahrgenommen", am: today() });
    await moveVerweis(tx, actor, { id, version: 1 }, irrtum);
    await undoSchritt(tx, actor, { id, version: 2 });
  });
}
