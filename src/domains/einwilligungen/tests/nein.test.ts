import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { nimmtZurueck, willigtEinIn } from "../../../../tests/support/einwilligungen.ts";
import { neuerEntwurf, vereinbart } from "../../../../tests/support/hilfeplan.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NeuerFall, VereinbarungEingabe, agree, openFall } from "../../faelle/index.ts";
import { NeueBesprechung, addBesprechung } from "../../fallbesprechung/index.ts";
import { planSeite } from "../../hilfeplan/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { draftEinwilligung } from "../commands/draft-einwilligung.ts";
import { endEinwilligung } from "../commands/end-einwilligung.ts";
import { explainEinwilligung } from "../commands/explain-einwilligung.ts";
import { writeText } from "../commands/write-text.ts";
import { Absage, Erlaeuterung, NeueEinwilligung } from "../model/einwilligung.ts";
import {
  FORM,
  RAHMEN,
  ANGEBOTEN,
  bildschirmErlaubt,
  brauchtNamen,
  empfaengerZu,
  muendlichErlaubt,
} from "../model/zwecke.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
const actorOf = () => stelle.konto.actor;
beforeAll(async () => {
  stelle = await beratungsstelle();
});

/** One for each purpose, with its first recipient. */
const ZIELE = ANGEBOTEN.flatMap((zweck) =>
  empfaengerZu(zweck)
    .slice(0, 1)
    .map((art) => ({ zweck, empfaenger_art: art, empfaenger: brauchtNamen(art) ? "Stelle Muster" : "" })),
);

/** Whoever takes back all that she said yes to. */
async function nimmtAllesZurueck(person: string): Promise<void> {
  for (const ziel of ZIELE)
    await nimmtZurueck(actorOf(), await willigtEinIn(actorOf(), person, { ...ziel, kategorien: ["kontakt"] }));
}

/** Whoever says no to all that she is asked; the words are there by then. */
async function lehntAllesAb(person: string): Promise<void> {
  const actor = actorOf();
  for (const ziel of ZIELE) {
    const neu = NeueEinwilligung.parse({ ...ziel, kategorien: ["kontakt"] });
    const id = await writeAs(actor, (tx) => draftEinwilligung(tx, actor, person, neu));
    const erklaert = Erlaeuterung.parse({ am: today(), sprache: "de" });
    await writeAs(actor, (tx) => explainEinwilligung(tx, actor, { id, version: 1 }, erklaert));
    const nein = Absage.parse({ am: today() });
    await writeAs(actor, (tx) => endEinwilligung(tx, actor, { id, version: 2 }, "abgelehnt", nein));
  }
}

describe("counselling itself", () => {
  test.each([
    ["took back everything", nimmtAllesZurueck, "widerrufen"],
    ["said no to everything", lehntAllesAb, "abgelehnt"],
  ])("of somebody who %s goes on: consultation, note, case, plan, meeting without a name", async (_, nein, stand) => {
    const actor = actorOf();
    const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
    const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
    await nein(person);
    const staende = await db.admin("select distinct stand from kim.einwilligung where person_id = $1", [person]);
    expect(staende).toEqual([{ stand }]);
    await erfasse(stelle, { stufe: "2", person: [person], notiz: "Sucht eine Wohnung" });
    const neu = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
    const fall = await writeAs(actor, (tx) => openFall(tx, actor, neu));
    await neuerEntwurf(actor, fall);
    await vereinbart(actor, fall);
    expect((await readAs(actor, (tx) => planSeite(tx, actor, fall))).plan?.ziele).toHaveLength(1);
    const punkt = VereinbarungEingabe.parse({ wer: "Case Management", was: "Nachsehen, was frei ist" });
    await writeAs(actor, (tx) => agree(tx, actor, fall, punkt));
    const runde = { fall, art: "konferenz", am: today(), frage: "Wer hilft bei der Wohnung?" };
    await writeAs(actor, (tx) => addBesprechung(tx, actor, NeueBesprechung.parse(runde)));
    expect(await db.admin("select 1 from kim.weitergabe where person_id = $1", [person])).toEqual([]);
  });
});

test("which forms a law takes: on paper each, on the screen not the KDG, spoken the DSGVO alone", () => {
  const erlaubt = (rahmen: (typeof RAHMEN)[number]) => ({
    papier: true,
    bildschirm: bildschirmErlaubt(rahmen),
    muendlich: muendlichErlaubt(rahmen),
  });
  expect(Object.fromEntries(RAHMEN.map((one) => [one, FORM.filter((form) => erlaubt(one)[form])]))).toEqual({
    dsgvo: ["papier", "bildschirm", "muendlich"],
    kdg: ["papier"],
    dsg_ekd: ["papier", "bildschirm"],
  });
});

test("nobody is asked for what nothing would follow from: researchers get nothing, so there is no consent to it and no text", async () => {
  const actor = actorOf();
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  const neu = NeueEinwilligung.parse({
    zweck: "evaluation",
    empfaenger_art: "andere",
    empfaenger: "Institut Muster",
    kategorien: ["kontakt"],
  });
  await expect(writeAs(actor, (tx) => draftEinwilligung(tx, actor, person, neu))).rejects.toThrow("niemand gefragt");
  const text = { zweck: "evaluation", sprache: "de" } as const;
  await expect(writeAs(actor, (tx) => writeText(tx, actor, text, { wortlaut: "Ja." }))).rejects.toThrow("nicht nötig");
});
