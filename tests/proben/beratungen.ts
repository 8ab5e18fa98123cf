import { correctBeratung } from "../../src/domains/beratungen/commands/correct.ts";
import { joinBeratungen, partBeratungen } from "../../src/domains/beratungen/commands/join-beratungen.ts";
import { withdrawBeratung } from "../../src/domains/beratungen/commands/withdraw.ts";
import { type BeratungEingabe, recordBeratung } from "../../src/domains/beratungen/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { draft } from "../journeys/draft.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

const BERATUNG: Omit<BeratungEingabe, "ort"> = {
  am: today(),
  stufe: "1",
  kontaktweg: "offene_sprechstunde",
  themen: ["wohnen", "sprache"],
  dauer: 30,
  sprache: "uk",
  verstaendigung: "kind_dolmetscht",
  ergebnis: "an_sprachkurs",
  neuzuweisung: true,
  herkunftsgruppe: null,
  altersgruppe: "27-44",
  personenzahl: 2,
  person: [],
  suche: "",
  unbedenklich: false,
  notiz: "Braucht eine Bescheinigung für das Amt.",
};

const make = ({ stelle, ids }: Ort): Promise<Ids> =>
  writeAs(stelle.konto.actor, async (tx) => {
    const { actor } = stelle.konto;
    const eingabe = { ...BERATUNG, ort: `standort:${stelle.standortId}` };
    const anonym = await recordBeratung(tx, actor, eingabe);
    const zurueckgezogen = await recordBeratung(tx, actor, { ...eingabe, stufe: "0", notiz: "" });
    const doppelt = { grund: "doppelt erfasst", unbedenklich: false };
    await withdrawBeratung(tx, actor, { id: zurueckgezogen, version: 1 }, doppelt);
    const person = ["person", "personAndere", "personLang"].flatMap((word) => ids[word] ?? []);
    const mitPerson = { ...eingabe, stufe: "2" as const, person, herkunftsgruppe: null, altersgruppe: null };
    const beratung = await recordBeratung(tx, actor, mitPerson);
    const beratungNeu = await recordBeratung(tx, actor, mitPerson);
    const korrektur = { ...mitPerson, dauer: 45, grund: "Dauer verwechselt" };
    await correctBeratung(tx, actor, { id: beratung, version: 1 }, korrektur);
    const frueher = await recordBeratung(tx, actor, eingabe);
    const weitere = await recordBeratung(tx, actor, eingabe);
    return { anonym, beratung, beratungNeu, zurueckgezogen, frueher, weitere };
  });

/** Two that were anonymous and stand under a name now; of one the person took her yes back. */
async function join({ stelle, ids }: Ort, made: Ids): Promise<Ids> {
  const { actor } = stelle.konto;
  const { person = "" } = ids;
  const { frueher = "", weitere = "" } = made;
  const joined = (id: string) =>
    writeAs(actor, (tx) => joinBeratungen(tx, actor, person, { ja: "muendlich", am: today(), beratungen: [id] }));
  const anschluss = await joined(frueher);
  const zurueck = await joined(weitere);
  await writeAs(actor, (tx) => partBeratungen(tx, actor, { id: zurueck, version: 1 }, [weitere]));
  return { ...made, anschluss, zurueck };
}

/** What was begun: a new consultation, and a correction of one that was changed since. */
async function makeDrafts({ stelle }: Ort, ids: Ids): Promise<Ids> {
  const { actor } = stelle.konto;
  const typed = { themen: ["wohnen"], dauer: ["20"], stufe: ["1"], notiz: ["halb getippt"] };
  const korrektur = { ...typed, grund: ["Verwechselt"], _version: ["1"] };
  return {
    ...ids,
    entwurf: await draft(actor, "beratung", typed),
    entwurfAnderer: await draft(actor, "beratung", { ...typed, themen: ["schule"], sprache: ["ar"] }),
    entwurfKorrektur: await draft(actor, "beratung-korrektur", korrektur, ids["anonym"]),
  };
}

export const probe: Probe = {
  wege: {
    "/beratungen": [
      beraterin("/beratungen"),
      nur("neue", "/beratungen"),
      nur("beraterin", "/beratungen?von=2020-01-01&bis=2020-01-02"),
      nur("beraterin", "/beratungen?nach=-dauer&thema=wohnen"),
      nur("beraterin", "/beratungen?zurueckgezogene=ja&getan=liste&n=3"),
    ],
    "/beratungen/zahlen": [
      nur("beraterin", "/beratungen/zahlen"),
      nur("beraterin", "/beratungen/zahlen?zeit=zwoelf"),
      nur("neue", "/beratungen/zahlen"),
    ],
    "/beratungen/neu": [
      beraterin("/beratungen/neu"),
      nur("neue", "/beratungen/neu"),
      nur("beraterin", "/beratungen/neu?entwurf=:entwurf"),
      nur("beraterin", "/beratungen/neu?verworfen=beratung.3"),
      nur("beraterin", "/beratungen/neu?formular=:anonym&beratung=:beratung&getan=gespeichert"),
    ],
    "/beratungen/liste-erfassen": [beraterin("/beratungen/liste-erfassen")],
    "/beratungen/:id": [beraterin("/beratungen/:beratung"), nur("beraterin", "/beratungen/:zurueckgezogen")],
    "/beratungen/:id/korrigieren": [
      beraterin("/beratungen/:beratung/korrigieren"),
      nur("beraterin", "/beratungen/:anonym/korrigieren?entwurf=:entwurfKorrektur"),
    ],
    "/beratungen/:id/zurueckziehen": [
      beraterin("/beratungen/:beratung/zurueckziehen"),
      beraterin("/beratungen/:zurueckgezogen/zurueckziehen"),
    ],
    "/personen/:id/anschluss": [
      beraterin("/personen/:person/anschluss"),
      nur("beraterin", "/personen/:personAndere/anschluss?getan=angeschlossen"),
    ],
    "/personen/:id/anschluss/:anschluss": [
      beraterin("/personen/:person/anschluss/:anschluss"),
      nur("beraterin", "/personen/:person/anschluss/:zurueck"),
    ],
  },
  arten: { "/beratungen/": "beratungNeu", "/entwurf/beratung-korrektur/": "beratungNeu" },
  akten: ["/beratungen/"],
  after: ["personen"],
  make: async (ort) => makeDrafts(ort, await join(ort, await make(ort))),
};
