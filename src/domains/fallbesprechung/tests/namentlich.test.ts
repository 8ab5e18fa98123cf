import { beforeAll, describe, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { nimmtZurueck, willigtEinIn } from "../../../../tests/support/einwilligungen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { exactly } from "../../../../tests/support/runs.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { NeuerFall, openFall, setBetroffene } from "../../faelle/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { addBesprechung, changeBesprechung } from "../commands/keep-besprechung.ts";
import { BesprechungEingabe, NeueBesprechung } from "../model/besprechung.ts";
import { besprechungOf } from "../queries/besprechungen.ts";

const db = testDatabase();
let actor: Actor;
const KITA = "Kita Sonnenhut";
const GESTERN = daysFrom(today(), -1);
const BALD = daysFrom(today(), 9);
type Mehr = Readonly<Record<string, string | readonly string[]>>;

beforeAll(async () => {
  ({ actor } = (await beratungsstelle()).konto);
});

const person = (vorname: string, nachname: string) =>
  writeAs(actor, (tx) =>
    createPerson(tx, actor, PersonEingabe.parse({ person_vorname: vorname, person_nachname: nachname })),
  );

/** A new person with a case, and perhaps somebody else whom it is about. */
async function fallMit(weitere: readonly string[] = []) {
  const jo = await person("Jolanda", "Muster");
  const typed = NeuerFall.parse({ person: jo, begonnen: today(), dringlichkeit: "bald" });
  const fall = await writeAs(actor, (tx) => openFall(tx, actor, typed));
  if (weitere.length > 0) await writeAs(actor, (tx) => setBetroffene(tx, actor, { id: fall, version: 1 }, weitere));
  const ja = (empfaenger = KITA, wer = jo, am = today()) =>
    willigtEinIn(
      actor,
      wer,
      { zweck: "konferenz", empfaenger_art: "kita_schule", empfaenger, kategorien: ["kontakt", "sprache"] },
      am,
    );
  const typedFor = ({ namentlich = "ja", ...more }: Mehr) => ({
    art: "konferenz",
    am: BALD,
    frage: "Wie geht es weiter?",
    ...(namentlich === "" ? {} : { namentlich }),
    kategorien: ["kontakt", "sprache"],
    ...more,
  });
  const add = (more: Mehr = {}) =>
    writeAs(actor, (tx) => addBesprechung(tx, actor, NeueBesprechung.parse({ fall, ...typedFor(more) })));
  const change = async (id: string, more: Mehr) => {
    const { version } = await readAs(actor, (tx) => besprechungOf(tx, actor, id));
    const input = BesprechungEingabe.parse(typedFor(more));
    await writeAs(actor, (tx) => changeBesprechung(tx, actor, { id, version }, input));
  };
  return { jo, ja, add, change };
}

/** What went out on a consent, as the database has it. */
const hinaus = (einwilligung: string) =>
  db.admin("select art, am::text, kategorien from kim.weitergabe where einwilligung_id = $1 order by id", [
    einwilligung,
  ]);

const refused = async (what: Promise<unknown>) => {
  const error: unknown = await what.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error("It was not refused.", { cause: error });
  return error.errors;
};

describe("a conference by name", () => {
  test("needs a consent, and the refusal says what to do", async () => {
    const { add } = await fallMit();
    const [problem] = await refused(add());
    expect(problem).toEqual({
      field: "einwilligungen",
      message:
        "Noch hat niemand in eine Fallkonferenz eingewilligt. Bitten Sie die Person erst darum. Oder beraten Sie ohne Namen: Nehmen Sie das Kreuz bei „namentlich“ weg.",
    });
    await add({ namentlich: "", art: "besprechung", kategorien: [] });
    expect(await refused(add({ art: "besprechung" }))).toMatchObject([{ field: "art" }]);
  });

  test("goes out to whom she agreed to, once a day, and stands with the consent", async () => {
    const { ja, add, change } = await fallMit();
    const einwilligungen = [await ja()];
    const [one = ""] = einwilligungen;
    const id = await add({ einwilligungen, t1_name: "Ines Beispiel", t1_stelle: `${KITA}, Leitung`, t2_name: "Jo" });
    await change(id, { einwilligungen, protokoll: "Jolanda Muster spricht Arabisch.", t1_stelle: KITA });
    expect(await hinaus(one)).toEqual([{ art: "konferenz", am: today(), kategorien: ["kontakt", "sprache"] }]);
    await change(id, { einwilligungen, kategorien: ["kontakt"] });
    expect(await hinaus(one)).toHaveLength(2);
    expect((await readAs(actor, (tx) => besprechungOf(tx, actor, id))).hinaus).toHaveLength(1);
  });

  test("goes no further: not to another office, not about more, not to whom nobody ticked", async () => {
    const { ja, add } = await fallMit();
    const einwilligungen = [await ja()];
    expect(await refused(add({ einwilligungen, t1_stelle: "Kita Sonnenhut 2" }))).toMatchObject([
      { field: "t1_stelle" },
    ]);
    expect(await refused(add({ einwilligungen: [], t1_stelle: KITA }))).toMatchObject([{ field: "einwilligungen" }]);
    expect(await refused(add({ einwilligungen, kategorien: ["sprache"] }))).toMatchObject([{ field: "kategorien" }]);
    const [more] = await refused(add({ einwilligungen, kategorien: ["kontakt", "gesundheit"] }));
    expect(more).toMatchObject({ field: "einwilligungen", message: expect.stringContaining("„Gesundheit“ nicht") });
    const fremd = await fallMit();
    expect(await refused(add({ einwilligungen: [await fremd.ja()] }))).toMatchObject([{ field: "einwilligungen" }]);
    expect(await hinaus(einwilligungen[0] ?? "")).toEqual([]);
  });

  test("names only whom it is about with her own consent, for each who is there", async () => {
    const kind = await person("Radoslaw", "Muster");
    const { ja, add } = await fallMit([kind]);
    const jo = await ja();
    const said = { einwilligungen: [jo], beschreibung: "Frau Muster sucht für Radoslaw einen Platz." };
    const [named] = await refused(add(said));
    expect(named).toMatchObject({ field: "beschreibung", message: expect.stringContaining("Radoslaw") });
    expect(named?.message).not.toContain("Frau Muster sucht für Rados…“ (ein Name");
    await add({ ...said, beschreibung: "Frau Muster sucht für ihr Kind einen Platz." });
    const kindJa = await ja(KITA, kind);
    const schule = await ja("Grundschule Bach");
    const [lueckenhaft] = await refused(add({ ...said, einwilligungen: [jo, kindJa, schule] }));
    expect(lueckenhaft?.message).toContain("Für Radoslaw Muster ist „Grundschule Bach“ nicht angekreuzt");
    await add({ ...said, einwilligungen: [jo, kindJa] });
    expect(await hinaus(kindJa)).toHaveLength(1);
  });

  test("ends with a withdrawal, and who got something stands in the list; the minutes of one that was held go on", async () => {
    const { ja, add, change } = await fallMit();
    const one = await ja(KITA, undefined, daysFrom(today(), -3));
    const einwilligungen = [one];
    const bald = await add({ einwilligungen });
    const war = await add({ einwilligungen, am: GESTERN, t1_stelle: KITA });
    await nimmtZurueck(actor, one);
    expect(await refused(add({ einwilligungen }))).toMatchObject([{ field: "einwilligungen" }]);
    expect(await refused(change(bald, { einwilligungen, protokoll: "Neu." }))).toMatchObject([
      { field: "einwilligungen", message: expect.stringContaining("gilt heute nicht") },
    ]);
    await change(war, { einwilligungen, am: GESTERN, t1_stelle: KITA, protokoll: "So war es." });
    const wider = [{ t2_stelle: "Jugendamt" }, { am: today() }, { kategorien: ["kontakt"] }];
    for (const more of wider) await refused(change(war, { einwilligungen, am: GESTERN, t1_stelle: KITA, ...more }));
    await change(bald, { namentlich: "", einwilligungen: [], kategorien: [], protokoll: "Ohne Namen." });
    expect((await hinaus(one)).map(({ am }) => am).toSorted()).toEqual([GESTERN, today()]);
  });

  test("was not covered on a day before the consent, and will not be on one after it", async () => {
    const { ja, add } = await fallMit();
    const einwilligungen = [await ja()];
    const [before] = await refused(add({ einwilligungen, am: GESTERN }));
    expect(before?.message).toMatch(/gilt am \d/);
  });

  const ROUNDS = exactly(3, 1_000).numRuns;
  test(
    `raced ${ROUNDS} times against a withdrawal: what went out stands in the list, and afterwards nothing does`,
    { timeout: 900_000 },
    async () => {
      for (let i = 0; i < ROUNDS; i += 1) {
        const { ja, add } = await fallMit();
        const one = await ja();
        const [, ...saved] = await Promise.allSettled([
          nimmtZurueck(actor, one),
          add({ einwilligungen: [one] }),
          add({ einwilligungen: [one] }),
        ]);
        expect(await hinaus(one)).toHaveLength(saved.filter(({ status }) => status === "fulfilled").length);
        await refused(add({ einwilligungen: [one] }));
      }
    },
  );

  test("is refused by the database as well, whatever the program believes", async () => {
    const { ja, add } = await fallMit();
    const one = await ja();
    const id = await add({ einwilligungen: [one] });
    const verschoben = (am: string) =>
      writeAs(actor, (tx) => tx.updateTable("kim.fallbesprechung").set({ am }).where("id", "=", id).execute());
    await verschoben(daysFrom(today(), 3));
    await nimmtZurueck(actor, one);
    await expect(verschoben(daysFrom(today(), 4))).rejects.toThrow("keine Einwilligung");
  });
});
