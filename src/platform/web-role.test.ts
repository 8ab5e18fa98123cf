import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../tests/support/db.ts";
import { testKonto } from "../../tests/support/konten.ts";
import { onServer } from "../../tests/support/sql.ts";
import { PersonEingabe, createPerson } from "../domains/personen/index.ts";
import { readAs, sql, writeAs } from "./db.ts";
import { createSubjectKey, destroySubjectKey, subjectKeys } from "./tresor/keys.ts";

/** What the web process cannot do, whatever mistake its program makes. */
const db = testDatabase();
let stelle: Beratungsstelle;
let personId: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  const eingabe = PersonEingabe.parse({ person_vorname: "Mira", person_nachname: "Beispiel" });
  personId = await writeAs(actor, (tx) => createPerson(tx, actor, eingabe));
});

const keysLeft = async () => Number((await db.admin("select count(*)::int as n from tresor.schluessel"))[0]?.["n"]);

describe("keys", () => {
  test("a colleague, the head of the Träger and the administration destroy none but those of their own files", async () => {
    const { kreis, traegerId } = stelle;
    const before = await keysLeft();
    const made = [
      await testKonto({ kreis, traegerId, rollen: ["cm_lokal"] }),
      await testKonto({ kreis, traegerId, rollen: ["traeger_leitung"] }),
      await testKonto({ kreis, traegerId, rollen: ["administration"] }),
    ];
    for (const { actor } of made) {
      expect(await writeAs(actor, (tx) => destroySubjectKey(tx, kreis, personId))).toBe(false);
      await writeAs(actor, (tx) => tx.deleteFrom("tresor.schluessel").execute());
    }
    expect(await keysLeft()).toBe(before + made.length);
  });

  test("nor does whoever's files are closed; the one who keeps the file does", async () => {
    const { actor } = stelle.konto;
    const id = await writeAs(actor, (tx) =>
      createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" })),
    );
    const closed = { ...actor, konten: [] };
    expect(await writeAs(closed, (tx) => destroySubjectKey(tx, actor.kreis, id))).toBe(false);
    expect(await writeAs(actor, (tx) => destroySubjectKey(tx, actor.kreis, id))).toBe(true);
    expect(await writeAs(actor, (tx) => destroySubjectKey(tx, actor.kreis, id))).toBe(false);
    expect([...(await readAs(actor, (tx) => subjectKeys(tx, actor.kreis, [id, personId]))).keys()]).toEqual([personId]);
  });

  test("no second version is put in the place of a key that is in use", async () => {
    const { actor } = stelle.konto;
    const again = writeAs(actor, async (tx) => {
      await createSubjectKey(tx, { kreis: actor.kreis, art: "person", id: randomUUID(), traegerId: actor.traegerId });
      await sql`insert into tresor.schluessel (kreis, id, traeger_id, version, art, verpackt)
        select kreis, id, traeger_id, 2, art, verpackt from tresor.schluessel where id = ${personId}`.execute(tx);
    });
    await expect(again).rejects.toThrow(/erste_fassung|row-level security/);
  });
});

describe("the log", () => {
  const insert = (zeit: string) => {
    const { kreis, traegerId, kontoId } = stelle.konto.actor;
    return writeAs(stelle.konto.actor, (tx) =>
      sql`insert into kim.protokoll (kreis, traeger_id, konto_id, art, gegenstand_art, gegenstand_id, zeit)
        values (${kreis}, ${traegerId}, ${kontoId}, 'beratung.geoeffnet', 'beratung', 'x', ${sql.raw(zeit)})`.execute(
        tx,
      ),
    );
  };

  test.each([
    "now() - interval '1 second'",
    "now() + interval '1 day'",
    "timestamptz '2020-01-01'",
    "clock_timestamp()",
  ])("takes no row of %s", async (zeit) => {
    await expect(insert(zeit)).rejects.toThrow(/zeit_der_datenbank|row-level security/);
  });

  test("takes what happens now, and of anonymous consultations the day", async () => {
    await insert("now()");
    await erfasse(stelle, {});
    const rows = await db.admin(
      "select zeit = date_trunc('day', zeit, 'Europe/Berlin') as tag from kim.protokoll where art = 'beratung.erfasst'",
    );
    expect(rows).toEqual([{ tag: true }]);
  });

  test("is never emptied, nor is a report or its files, not even by the owner of the tables", async () => {
    for (const table of ["kim.protokoll", "kim.bericht", "kim.bericht_dokument", "kim.konto cascade"])
      for (const truncate of [
        () => onServer(db.urlOf("kim_owner"), `truncate ${table}`),
        () => db.admin(`truncate ${table}`),
      ])
        await expect(truncate(), table).rejects.toThrow(/nie geleert|foreign key/);
  });
});

describe("limits and large objects", () => {
  const limitOf = () =>
    readAs(stelle.konto.actor, async (tx) => {
      const { rows } = await sql<{ s: string; l: string }>`
        select current_setting('statement_timeout') as s, current_setting('lock_timeout') as l`.execute(tx);
      return rows[0];
    });

  test("a limit that was lifted in a session, or by the role for itself, does not hold for the next transaction", async () => {
    await onServer(db.urlOf("kim_web"), "alter role kim_web set statement_timeout = 0").catch(() => undefined);
    await writeAs(stelle.konto.actor, (tx) => sql`set statement_timeout = 0`.execute(tx));
    for (let i = 0; i < 5; i++) expect(await limitOf()).toEqual({ s: "15s", l: "5s" });
    await db.admin("alter role kim_web set statement_timeout = '15s'");
  });

  test("a statement of the web is planned once for everybody, not anew each of the first times", async () => {
    const rows = await onServer(db.urlOf("kim_web"), "select current_setting('plan_cache_mode') as mode");
    expect(rows).toEqual([{ mode: "force_generic_plan" }]);
  });

  test.each(["kim_web", "kim_worker"] as const)(
    "the days that the database fills in for %s are those of the Kreis",
    async (role) => {
      const rows = await onServer(db.urlOf(role), "select current_setting('timezone') as zone");
      expect(rows).toEqual([{ zone: "Europe/Berlin" }]);
    },
  );

  test.each(["select lo_create(0)", "select lo_creat(1)", "select lo_from_bytea(0, 'x')"])(
    "%s is refused",
    async (statement) => {
      for (const role of ["kim_web", "kim_worker"] as const)
        await expect(onServer(db.urlOf(role), statement), role).rejects.toThrow(/permission denied/);
    },
  );
});
