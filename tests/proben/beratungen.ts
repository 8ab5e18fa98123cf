import { correctBeratung } from "../../src/domains/beratungen/commands/correct.ts";
import { withdrawBeratung } from "../../src/domains/beratungen/commands/withdraw.ts";
import { type BeratungEingabe, recordBeratung } from "../../src/domains/beratungen/index.ts";
import { today } from "../../src/platform/clock.ts";
import { draft, sending } from "../journeys/sending.ts";
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

async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const eingabe = { ...BERATUNG, ort: `standort:${stelle.standortId}` };
  const anonym = await recordBeratung(actor, sending(), eingabe);
  const zurueckgezogen = await recordBeratung(actor, sending(), { ...eingabe, stufe: "0", notiz: "" });
  await withdrawBeratung(actor, sending(1), zurueckgezogen, { grund: "doppelt erfasst", unbedenklich: false });
  const person = ["person", "personAndere", "personLang"].flatMap((word) => ids[word] ?? []);
  const mitPerson = { ...eingabe, stufe: "2" as const, person, herkunftsgruppe: null, altersgruppe: null };
  const beratung = await recordBeratung(actor, sending(), mitPerson);
  const beratungNeu = await recordBeratung(actor, sending(), mitPerson);
  await correctBeratung(actor, sending(1), beratung, { ...mitPerson, dauer: 45, grund: "Dauer verwechselt" });
  const typed = { themen: ["wohnen"], dauer: ["20"], stufe: ["1"], notiz: ["halb getippt"] };
  return {
    beratung,
    beratungNeu,
    zurueckgezogen,
    entwurf: await draft(actor, "beratung", typed),
    entwurfKorrektur: await draft(actor, "beratung-korrektur", { beratung: [anonym], grund: ["Verwechselt"] }),
  };
}

export const probe: Probe = {
  wege: {
    "/beratungen": [
      beraterin("/beratungen"),
      nur("neue", "/beratungen"),
      nur("beraterin", "/beratungen?von=2020-01-01&bis=2020-01-02"),
      nur("beraterin", "/beratungen?zurueckgezogene=ja&getan=liste&n=3"),
    ],
    "/beratungen/neu": [
      beraterin("/beratungen/neu"),
      nur("neue", "/beratungen/neu"),
      nur("beraterin", "/beratungen/neu?entwurf=:entwurf"),
      nur("beraterin", "/beratungen/neu?gespeichert=:beratung"),
    ],
    "/beratungen/liste-erfassen": [beraterin("/beratungen/liste-erfassen")],
    "/beratungen/korrektur-fortsetzen": [
      nur("beraterin", "/beratungen/korrektur-fortsetzen?entwurf=:entwurfKorrektur"),
    ],
    "/beratungen/:id": [beraterin("/beratungen/:beratung"), nur("beraterin", "/beratungen/:zurueckgezogen")],
    "/beratungen/:id/korrigieren": [beraterin("/beratungen/:beratung/korrigieren")],
    "/beratungen/:id/zurueckziehen": [
      beraterin("/beratungen/:beratung/zurueckziehen"),
      beraterin("/beratungen/:zurueckgezogen/zurueckziehen"),
    ],
  },
  arten: { "/beratungen/": "beratungNeu" },
  akten: ["/beratungen/"],
  after: ["personen"],
  make,
};
