import { beforeAll, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { addBeziehung } from "../../familie/commands/add-beziehung.ts";
import { mergePersons } from "../commands/merge-persons.ts";
import { splitPerson } from "../commands/split-person.ts";
import { PersonEingabe, createPerson } from "../index.ts";
import { giveRecords } from "../jobs/give-records.ts";
import { seitherOf } from "../queries/seither.ts";
import { verlaufOf } from "../queries/verlauf.ts";
import { geltende, zusammenfuehrungOf } from "../queries/zusammenfuehrungen.ts";

const db = testDatabase();
let mira: Actor;
let kreis: string;
beforeAll(async () => {
  const stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  kreis = stelle.kreis;
});

const person = (vorname: string, more: Readonly<Record<string, string>> = {}) =>
  writeAs(mira, (tx) =>
    createPerson(tx, mira, PersonEingabe.parse({ person_vorname: vorname, person_nachname: "Spurmuster", ...more })),
  );
const merge = async (a: string, b: string, wahl: Parameters<typeof mergePersons>[3]) => {
  const shown = await writeAs(mira, (tx) => mergePersons(tx, mira, [a, b], wahl));
  const [row] = await db.admin("select id from kim.zusammenfuehrung where in_person_id = $1 order by folge desc", [
    shown,
  ]);
  return { shown, gone: shown === a ? b : a, id: String(row?.["id"]) };
};
const history = async (id: string) =>
  (await readAs(mira, (tx) => verlaufOf(tx, mira, id))).zeilen.map(({ label, alt, neu }) => [label, alt, neu]);

test("what merging and undoing it decide about a field is a line of the history, and nothing else is", async () => {
  const [one, other] = [
    await person("Erna"),
    await person("Erna", { person_kommune: "05382060", person_kontakt: "0151 4440001" }),
  ];
  // Whichever of the two is shown says something else afterwards.
  const { shown, id } = await merge(one, other, { ags: "andere", kontakte: "andere" });
  const merged = await history(shown);
  expect(merged.every(([label]) => label?.endsWith("(zusammengeführt)"))).toBe(true);
  expect(merged.length).toBe(2);
  await writeAs(mira, (tx) => splitPerson(tx, mira, id, { eintraege: [], felder: {} }));
  const undone = (await history(shown)).filter(([label]) => label?.endsWith("(Zusammenführung aufgehoben)"));
  expect(undone.map(([label, alt, neu]) => [label?.split(" (")[0], neu, alt]).toSorted()).toEqual(
    merged.map(([label, alt, neu]) => [label?.split(" (")[0], alt, neu]).toSorted(),
  );
});

test("a relation in the file of somebody of the family leads to whom one says when it is undone", async () => {
  const [a, b, child] = [await person("Frida"), await person("Frieda"), await person("Kind")];
  const before = { beziehung: "elternteil", von: null, zusammen: false } as const;
  const { shown, gone, id } = await merge(a, b, {});
  await writeAs(mira, (tx) => addBeziehung(tx, mira, child, shown, before));
  const since = await readAs(mira, async (tx) => {
    const z = await zusammenfuehrungOf(tx, mira, id);
    return z === undefined ? [] : seitherOf(tx, z, await geltende(tx, mira, z.in));
  });
  const end = since.find(({ tabelle }) => tabelle === "kim.beziehung:andere_id");
  expect(end).toBeDefined();
  const eintraege = [`kim.beziehung:andere_id:${end?.id}`];
  await writeAs(mira, (tx) => splitPerson(tx, mira, id, { eintraege, felder: {} }));
  await asWorker(db, () => giveRecords({ kreis, id }));
  expect(await db.admin("select person_id, andere_id from kim.beziehung where id = $1", [end?.id])).toEqual([
    { person_id: child, andere_id: gone },
  ]);
});
