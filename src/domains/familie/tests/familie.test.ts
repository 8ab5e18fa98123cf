import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import type { TestKonto } from "../../../../tests/support/konten.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { addAngehoerige, addBeziehung } from "../commands/add-beziehung.ts";
import { addStelle } from "../commands/add-stelle.ts";
import { changeBeziehung, removeBeziehung } from "../commands/change-beziehung.ts";
import { setHaushalt } from "../commands/set-haushalt.ts";
import type { Rolle } from "../model/beziehung.ts";
import { rolleText } from "../model/texte.ts";
import { type Familie, familieOf } from "../queries/familie.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;
let jo: TestKonto;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  jo = await kollegin(stelle);
});

const named = (person_vorname: string, more: Readonly<Record<string, string>> = {}) =>
  PersonEingabe.parse({ person_vorname, person_nachname: "Beispiel", ...more });
const personen = (actor: Actor, ...names: readonly string[]): Promise<string[]> =>
  writeAs(actor, async (tx) => {
    const ids: string[] = [];
    for (const name of names) ids.push(await createPerson(tx, actor, named(name)));
    return ids;
  });
const ist = (beziehung: Rolle, zusammen = false) => ({ beziehung, von: null, zusammen });
const relate = (actor: Actor, to: string, other: string, rolle: Rolle, zusammen = false) =>
  writeAs(actor, (tx) => addBeziehung(tx, actor, to, other, ist(rolle, zusammen)));
const family = (actor: Actor, id: string): Promise<Familie> => readAs(actor, (tx) => familieOf(tx, actor, id));
/** What everybody is, as the page of a person tells it. */
async function told(actor: Actor, id: string): Promise<Record<string, string>> {
  const { personen: all, beziehungen } = await family(actor, id);
  const nameOf = (one: string) => all.find((p) => p.id === one)?.name ?? "?";
  return Object.fromEntries(
    all.slice(1).map((p) => [p.name, rolleText(p.id, id, beziehungen, today(), nameOf)] as const),
  );
}

describe("a relation", () => {
  test("is stored once and read from both sides, and from further away", async () => {
    const [mutter = "", kind = "", oma = ""] = await personen(mira, "Mutter", "Kind", "Oma");
    await relate(mira, mutter, kind, "kind");
    await relate(mira, mutter, oma, "elternteil");
    expect(await db.admin("select person_id, andere_id, art from kim.beziehung where person_id = $1", [kind])).toEqual([
      { person_id: kind, andere_id: mutter, art: "elternteil" },
    ]);
    expect(await told(mira, mutter)).toEqual({ "Kind Beispiel": "Kind", "Oma Beispiel": "Elternteil" });
    expect(await told(mira, kind)).toEqual({
      "Mutter Beispiel": "Elternteil",
      "Oma Beispiel": "Elternteil von Mutter Beispiel",
    });
  });

  test("comes once, whichever side it is entered from; not to oneself, and not from tomorrow", async () => {
    const [a = "", b = ""] = await personen(mira, "Ada", "Bela");
    await relate(mira, a, b, "partner");
    await expect(relate(mira, b, a, "partner")).rejects.toThrow(Refused);
    await expect(relate(mira, a, a, "geschwister")).rejects.toThrow("die Person selbst");
    const later = { beziehung: "verwandt", von: "2999-01-01", zusammen: false } as const;
    await expect(writeAs(mira, (tx) => addBeziehung(tx, mira, a, b, later))).rejects.toThrow("in der Zukunft");
    const both = await Promise.allSettled([relate(mira, a, b, "verwandt"), relate(mira, b, a, "verwandt")]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("ends, and whoever saw it before learns that", async () => {
    const [a = "", b = ""] = await personen(mira, "Cem", "Dana");
    const id = await relate(mira, a, b, "partner");
    const end = (version: number, bis: string | null) =>
      writeAs(mira, (tx) => changeBeziehung(tx, mira, { id, version }, { von: "2020-01-01", bis }));
    await end(1, "2024-01-01");
    expect(await told(mira, a)).toEqual({ "Dana Beispiel": "" });
    await expect(end(1, "2024-02-01")).rejects.toThrow(Stale);
    await relate(mira, b, a, "partner");
    await expect(end(2, null)).rejects.toThrow("besteht schon wieder");
    await writeAs(mira, (tx) => removeBeziehung(tx, mira, { id, version: 2 }));
    expect((await family(mira, a)).beziehungen).toHaveLength(1);
  });
});

describe("who sees it", () => {
  test("nobody who may not see both: neither the relation nor that there is somebody", async () => {
    const [mine = ""] = await personen(mira, "Emil");
    const [hers = ""] = await personen(jo.actor, "Fana");
    await expect(relate(mira, mine, hers, "geschwister")).rejects.toThrow(Refused);
    await expect(relate(mira, hers, mine, "geschwister")).rejects.toThrow(NotFound);
    await vertretungOhneRegeln(db, { vertreten: jo, durch: stelle.konto }, [0, 0]);
    const both = await actingNow(stelle.konto);
    await relate(both, mine, hers, "geschwister");
    expect(await told(both, hers)).toEqual({ "Emil Beispiel": "Geschwister" });
    // The day after the Vertretung nobody sees both any more.
    expect((await family(mira, mine)).personen).toHaveLength(1);
    expect((await family(mira, mine)).beziehungen).toEqual([]);
    expect((await family(jo.actor, hers)).personen).toHaveLength(1);
    await expect(family(mira, hers)).rejects.toThrow(NotFound);
  });

  test("goes with the person whose relation it is when one is handed over, and is whole again when the other follows", async () => {
    const [mutter = "", kind = ""] = await personen(mira, "Gala", "Hedi");
    await relate(mira, mutter, kind, "kind", true);
    const to = (id: string) => db.admin("update kim.person set konto_id = $1 where id = $2", [jo.actor.kontoId, id]);
    const whose = async () =>
      (await db.admin("select konto_id from kim.beziehung where person_id = $1", [kind])).map((row) => row["konto_id"]);
    await to(kind);
    expect(await whose()).toEqual([jo.actor.kontoId]);
    expect((await family(mira, mutter)).personen).toHaveLength(1);
    await to(mutter);
    expect(await told(jo.actor, mutter)).toEqual({ "Hedi Beispiel": "Kind" });
    expect((await family(jo.actor, mutter)).personen.every((p) => p.haushalt !== null)).toBe(true);
  });
});

describe("the household", () => {
  test("a child entered after its mother lives with her; who moves out leaves the others together", async () => {
    const [mutter = ""] = await personen(mira, "Ines");
    const add = (vorname: string) =>
      writeAs(mira, (tx) => addAngehoerige(tx, mira, mutter, ist("kind", true), named(vorname)));
    const [eins, zwei] = [await add("Juri"), await add("Kaya")];
    const households = async () => new Set((await family(mira, mutter)).personen.map((p) => p.haushalt)).size;
    expect(await households()).toBe(1);
    await writeAs(mira, (tx) => setHaushalt(tx, mira, mutter, { person: [zwei], seit: null }));
    const after = await family(mira, mutter);
    expect(after.personen.find((p) => p.id === eins)?.haushalt).toBeNull();
    expect(after.personen.find((p) => p.id === zwei)?.haushalt).toBe(after.person.haushalt);
    await writeAs(mira, (tx) => setHaushalt(tx, mira, mutter, { person: [], seit: null }));
    expect((await family(mira, mutter)).person.haushalt).toBeNull();
    await expect(
      writeAs(mira, (tx) => setHaushalt(tx, mira, mutter, { person: [eins], seit: "2999-01-01" })),
    ).rejects.toThrow("in der Zukunft");
  });
});

test("an office that is guardian is sealed and stands with the child", async () => {
  const [kind = ""] = await personen(mira, "Lio");
  const amt = { art: "vormund", stelle: "Jugendamt Beispielstadt", von: "2025-03-01", bis: null } as const;
  await writeAs(mira, (tx) => addStelle(tx, mira, kind, amt));
  expect((await family(mira, kind)).beziehungen).toMatchObject([{ stelle: "Jugendamt Beispielstadt", andere: null }]);
  expect(JSON.stringify(await db.admin("select * from kim.beziehung"))).not.toContain("Jugendamt");
});
