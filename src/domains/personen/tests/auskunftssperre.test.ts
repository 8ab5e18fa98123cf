import { beforeAll, describe, expect, test } from "vitest";
import { TABLES } from "../../../../db/tables/index.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { fillPerson } from "../../../../tests/support/person-akte.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import { routes } from "../../../routes.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import {
  PersonEingabe,
  SperreEingabe,
  blockPerson,
  createPerson,
  findDoubles,
  findPersons,
  personFiles,
  personNames,
  personsByIds,
} from "../index.ts";
import { mergePersons } from "../commands/merge-persons.ts";
import { personOf } from "../queries/person.ts";

const db = testDatabase();
const room = useRoom(routes);
let stelle: Beratungsstelle;
let mira: Actor;
let member: Actor;
let named: Actor;
let person: string;
let open: string;

/** Tables of files that name a person, and how the rows of one are found in them. */
const ABOUT = TABLES.filter(
  ({ name, wall, columns }) =>
    wall === "akte" && ("person_id" in columns || name === "kim.person") && name !== "kim.auskunftssperre",
).map(({ name }) => [name, name === "kim.person" ? "id" : "person_id"] as const);

const blocked = SperreEingabe.parse({ gesperrt: "ja", bis: "2031-12-31" });

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  const colleague = await kollegin(stelle);
  const substitute = await kollegin(stelle);
  await vertretungOhneRegeln(db, { vertreten: stelle.konto, durch: substitute }, [0, 0]);
  const by = [crypto.randomUUID(), crypto.randomUUID()];
  const [team] = await db.admin(
    "insert into kim.team (kreis, traeger_id, name, gegruendet_von) values ($1, $2, 'Team', $3) returning id",
    [stelle.kreis, stelle.traegerId, by[0]],
  );
  for (const kontoId of [mira.kontoId, colleague.actor.kontoId])
    await db.admin(
      `insert into kim.team_mitglied (kreis, traeger_id, team_id, konto_id, gegeben_von, bestaetigt_von, bestaetigt_am)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [stelle.kreis, stelle.traegerId, team?.["id"], kontoId, ...by],
    );
  member = await actingNow(colleague);
  named = await actingNow(substitute);
  const made = async (nachname: string) => {
    const eingabe = PersonEingabe.parse({ person_vorname: "Xaverine", person_nachname: nachname });
    const id = await writeAs(mira, (tx) => createPerson(tx, mira, eingabe));
    await fillPerson(mira, id);
    await erfasse(stelle, { stufe: "2", person: id, notiz: nachname, themen: ["sprache"] });
    const fall = NeuerFall.parse({ person: id, begonnen: today(), dringlichkeit: "normal" });
    await writeAs(mira, (tx) => openFall(tx, mira, fall));
    return id;
  };
  [person, open] = [await made("Geheimnis"), await made("Offen")];
  await writeAs(mira, (tx) => blockPerson(tx, mira, { id: person, version: 5 }, blocked));
});

/** How many rows about a person somebody reads, by table. */
const reach = (actor: Actor, id: string): Promise<Record<string, number>> =>
  readAs(actor, async (tx) => {
    const seen: Record<string, number> = {};
    for (const [name, column] of ABOUT) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(name)} where ${sql.ref(column)} = ${id}::uuid`.execute(tx);
      seen[name] = rows[0]?.n ?? -1;
    }
    const { rows } = await sql<{ n: number }>`select count(*) as n from kim.beratung b where exists (
      select from kim.beratung_person x where x.beratung_id = b.id and x.person_id = ${id}::uuid)`.execute(tx);
    return { ...seen, "kim.beratung": rows[0]?.n ?? -1 };
  });

describe("a person with an Auskunftssperre", () => {
  test("a team reaches nothing of her in any table; of others everything", async () => {
    const seen = await reach(member, person);
    // Ids alone; what they belong to is out of reach.
    expect(Object.entries(seen).filter(([name, n]) => n > 0 && name !== "kim.beratung_person")).toEqual([]);
    expect(Object.keys(seen).length).toBeGreaterThan(8);
    expect(await reach(member, open)).toEqual(await reach(mira, open));
  });

  test("whoever keeps the file, and whoever was named for the day, reaches everything", async () => {
    const own = await reach(mira, person);
    expect(own["kim.person"]).toBe(1);
    expect(own["kim.beratung"]).toBe(1);
    expect(await reach(named, person)).toEqual(own);
  });

  test("no search and no look-up of a team finds her", async () => {
    await readAs(member, async (tx) => {
      const hits = (await findPersons(tx, member, "Xaverine")).treffer.map(({ id }) => id);
      expect(hits).not.toContain(person);
      expect((await findPersons(tx, member, "Mina Musterhaus")).treffer.map(({ id }) => id)).toEqual([open]);
      const doubles = await findDoubles(tx, member, { name: "Amina Magdalena al-Musterhaus", geburtsdatum: null });
      expect(doubles.map(({ id }) => id)).not.toContain(person);
      expect(await personsByIds(tx, member, [person])).toEqual([]);
      expect(await personNames(tx, member, [person])).toEqual(new Map());
      expect(await personFiles(tx, [person])).toEqual(new Map());
      await expect(personOf(tx, member, person)).rejects.toThrow("");
    });
  });

  test.each([
    () => `/personen?wessen=${mira.kontoId}`,
    () => `/beratungen?wessen=${mira.kontoId}`,
    () => "/beratungen?wessen=alle",
    () => "/faelle?stand=alle",
    () => "/",
  ])("no list of a team shows her", async (path) => {
    const html = (await room().as(member).get(path())).html;
    expect(html).not.toContain(person);
    expect(html).not.toContain("(Auskunftssperre)");
  });

  test("her own page and every list of whoever keeps the file say so", async () => {
    const { html } = await room().as(mira).get(`/personen/${person}`);
    expect(html).toContain("Geben Sie niemandem Auskunft");
    expect((await room().as(mira).get("/personen")).html).toContain("(Auskunftssperre)");
    expect((await room().as(mira).get("/faelle?stand=alle")).html).toContain("(Auskunftssperre)");
    expect((await room().as(member).get(`/personen/${person}`)).status).toBe(404);
  });

  test("a team enters none: it would lose sight of her", async () => {
    const version = (await readAs(member, (tx) => personOf(tx, member, open))).version;
    await expect(writeAs(member, (tx) => blockPerson(tx, member, { id: open, version }, blocked))).rejects.toThrow(
      Refused,
    );
    await writeAs(named, (tx) => blockPerson(tx, named, { id: open, version }, blocked));
    const lifted = SperreEingabe.parse({});
    await writeAs(named, (tx) => blockPerson(tx, named, { id: open, version: version + 1 }, lifted));
    expect((await reach(member, open))["kim.person"]).toBe(1);
  });

  test("who becomes one with her is hidden as well", async () => {
    const eingabe = PersonEingabe.parse({ person_vorname: "Xaverine", person_nachname: "Geheimnis" });
    const other = await writeAs(mira, (tx) => createPerson(tx, mira, eingabe));
    expect((await reach(member, other))["kim.person"]).toBe(1);
    await writeAs(mira, (tx) => mergePersons(tx, mira, [person, other], {}));
    expect((await reach(member, other))["kim.person"]).toBe(0);
  });

  test("it is the policy that holds: without it the team sees her", async () => {
    await db.admin("drop policy auskunftssperre on kim.person");
    expect((await reach(member, person))["kim.person"]).toBe(1);
  });
});
