import { beforeAll, describe, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { addAngehoerige } from "../../familie/index.ts";
import { changePerson } from "../commands/change-person.ts";
import {
  ErreichbarEingabe,
  NameEingabe,
  PersonEingabe,
  changeErreichbarkeit,
  createPerson,
  findDoubles,
  findPersons,
} from "../index.ts";
import { comparePersons } from "../jobs/compare-persons.ts";
import { dubletten } from "../queries/dubletten.ts";

const db = testDatabase();
let mira: Actor;
let jo: Actor;
beforeAll(async () => {
  const stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  jo = (await kollegin(stelle)).actor;
});

type Typed = Readonly<Record<string, string>>;
const PORTION = new Set(["rufname", "original", "frueher", "geburtsjahr", "geburt_geschaetzt", "zusatz"]);

/** Somebody with everything that a name and a birth can have. */
async function person(typed: Typed, actor = mira): Promise<string> {
  const more = Object.keys(typed).some((field) => PORTION.has(field));
  const quick = Object.fromEntries(Object.entries(typed).filter(([field]) => !PORTION.has(field)));
  const id = await writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse(quick)));
  const { person_kontakt: _, ...name } = typed;
  if (more) await writeAs(actor, (tx) => changePerson(tx, actor, { id, version: 1 }, NameEingabe.parse(name)));
  return id;
}
const compare = () => asWorker(db, () => comparePersons(undefined, new AbortController().signal));

/** Why two are a pair in the list; undefined where they are none. */
async function reason(a: string, b: string): Promise<string | undefined> {
  await compare();
  const { paare } = await readAs(mira, (tx) => dubletten(tx, mira, "offen", undefined));
  return paare.find(({ eine, andere }) => [eine.id, andere.id].toSorted().join() === [a, b].toSorted().join())?.grund;
}

const named = (person_vorname: string, person_nachname: string, more: Typed = {}): Typed => ({
  person_vorname,
  person_nachname,
  ...more,
});

describe("the background compares everything that somebody is known by", () => {
  test.each<readonly [string, Typed, Typed, string]>([
    [
      "a former name",
      named("Ludmila", "Exempelchuk", { frueher: "Probenko" }),
      named("Людмила", "Пробенко"),
      "früherer Name",
    ],
    [
      "her own script",
      named("Fatma", "Vordruck", { original: "فاطمة البيضا" }),
      named("Fatima", "Albaida"),
      "Originalschrift",
    ],
    [
      "how she is called",
      named("Wolodymyr", "Schablonenko", { rufname: "Wowa" }),
      named("Вова", "Шаблоненко"),
      "Rufname",
    ],
    [
      "only the year of one",
      named("Tesfaye", "Attrapski", { geburtsjahr: "1984" }),
      named("Tesfaye", "Attrapski", { person_geburtsdatum: "1984-07-02" }),
      "gleiches Geburtsjahr",
    ],
    [
      "a guessed year",
      named("Selam", "Skizzow", { geburtsjahr: "1979", geburt_geschaetzt: "ja" }),
      named("Selam", "Skizzow", { geburtsjahr: "1981" }),
      "ähnliches Geburtsjahr",
    ],
    [
      "a number, where the birth was mistyped",
      named("Osman", "Platzhalterov", { person_geburtsdatum: "1990-02-03", person_kontakt: "+49 151 0000077" }),
      named("Osman", "Platzhalterow", { person_geburtsdatum: "1972-11-20", person_kontakt: "0151/0000077" }),
      "gleiche Telefonnummer",
    ],
    [
      "an address, where she has another surname since",
      named("Zilan", "Beispieloglu", { geburtsjahr: "1988", person_kontakt: "zilan@example.de" }),
      named("Zilan", "Mustermann", { geburtsjahr: "1988", person_kontakt: "Zilan@Example.de" }),
      "gleiche E-Mail-Adresse",
    ],
  ])("%s", async (_what, one, other, grund) => {
    expect(await reason(await person(one), await person(other))).toContain(grund);
  });

  test.each<readonly [string, Typed, Typed]>([
    [
      "years that nobody guessed are two people",
      named("Aster", "Formularski", { geburtsjahr: "1979" }),
      named("Aster", "Formularski", { geburtsjahr: "1981" }),
    ],
    [
      "a number alone is a family's",
      named("Ramin", "Vorlagezade", { person_kontakt: "0160 0000088" }),
      named("Kim", "Anderslautend", { person_kontakt: "0160 0000088" }),
    ],
  ])("%s", async (_what, one, other) => {
    expect(await reason(await person(one), await person(other))).toBeUndefined();
  });

  test("who is written down as family is no duplicate, however much they share", async () => {
    const mother = await person(named("Rojda", "Teilerin", { person_kontakt: "0170 0000099" }));
    const child = PersonEingabe.parse(named("Rojda", "Teilerin", { person_kontakt: "0170 0000099" }));
    const beziehung = { beziehung: "kind", von: null, zusammen: true } as const;
    const id = await writeAs(mira, (tx) => addAngehoerige(tx, mira, mother, beziehung, child));
    expect(await reason(mother, id)).toBeUndefined();
  });
});

describe("by number and address", () => {
  test("somebody is found and asked about while typing, by her own file only", async () => {
    const id = await person(named("Yusuf", "Nummernow", { person_kontakt: "0176 0000011" }));
    const find = (actor: Actor, text: string) => readAs(actor, (tx) => findPersons(tx, actor, text));
    for (const text of ["+49 176 0000011", "01760000011", "Jusuf 0176-0000011"])
      expect(
        (await find(mira, text)).treffer.map((hit) => [hit.id, hit.grund.split(",")[0]]),
        text,
      ).toEqual([[id, "gleiche Telefonnummer"]]);
    expect((await find(jo, "+49 176 0000011")).treffer).toEqual([]);
    const typed = { name: "Youssef Numernof", geburtsdatum: null, kontakt: "telefon:01760000011" };
    expect((await readAs(mira, (tx) => findDoubles(tx, mira, typed))).map((hit) => hit.id)).toEqual([id]);
    expect(await readAs(jo, (tx) => findDoubles(tx, jo, typed))).toEqual([]);
  });

  test("no table holds the number in the clear, and a changed one is not found any more", async () => {
    const id = await person(named("Petra", "Wechselmuster", { person_kontakt: "0151 7777001" }));
    const dump = await db.admin("select t::text as line from kim.person_token t where person_id = $1", [id]);
    expect(dump.map((row) => String(row["line"])).join()).not.toMatch(/7777001/);
    const typed = ErreichbarEingabe.parse({ kontakt_1_art: "mobil", kontakt_1_wert: "0151 7777002" });
    await writeAs(mira, (tx) => changeErreichbarkeit(tx, mira, { id, version: 1 }, typed));
    const hits = async (text: string) =>
      (await readAs(mira, (tx) => findPersons(tx, mira, text))).treffer.map((hit) => hit.id);
    expect([await hits("0151 7777001"), await hits("0151 7777002"), await hits("Wechselmuster")]).toEqual([
      [],
      [id],
      [id],
    ]);
  });
});
