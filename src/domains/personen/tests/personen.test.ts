import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { TresorError } from "../../../platform/tresor.ts";
import { changePerson } from "../commands/change-person.ts";
import { NameEingabe, PersonEingabe, createPerson, personNames } from "../index.ts";
import { personOf } from "../queries/person.ts";

const db = testDatabase();
let mira: Actor;
beforeAll(async () => {
  mira = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ('05382', '05382060', 'Musterstadt')");
});

const eingabe = (fields: object) => PersonEingabe.parse(fields);
const record = (fields: object) => writeAs(mira, (tx) => createPerson(tx, mira, eingabe(fields)));
const read = (id: string) => readAs(mira, (tx) => personOf(tx, mira, id));
const change = (id: string, version: number, fields: object) =>
  writeAs(mira, (tx) => changePerson(tx, mira, { id, version }, NameEingabe.parse(fields)));
const eventsOf = async (id: string) =>
  (await db.admin("select art from kim.protokoll where gegenstand_id = $1 order by zeit", [id])).map(
    (row) => row["art"],
  );
const tokensOf = async (id: string) =>
  (await db.admin("select token from kim.person_token where person_id = $1 order by token", [id])).map(
    (row) => row["token"],
  );

const NAME = { person_vorname: "Zarinaprobe", person_nachname: "Testowski", person_geburtsdatum: "1985-03-12" };
const ZARINA = {
  ...NAME,
  person_kommune: "05382060",
  person_staatsangehoerigkeit: "166",
  person_sprachen: ["uk", "de", ""],
};

describe("creating", () => {
  test("everything comes back as it was given", async () => {
    const id = await record(ZARINA);
    expect(await read(id)).toMatchObject({
      id,
      name: { vorname: "Zarinaprobe", nachname: "Testowski" },
      geburtsdatum: "1985-03-12",
      kommune: { code: "05382060", name: "Musterstadt" },
      staatsangehoerigkeit: { code: "166", name: "Ukraine" },
      sprachen: [
        { code: "de", name: "Deutsch" },
        { code: "uk", name: "Ukrainisch" },
      ],
      version: 1,
    });
    expect(await readAs(mira, (tx) => personNames(tx, mira, [id]))).toEqual(new Map([[id, "Zarinaprobe Testowski"]]));
    expect(await eventsOf(id)).toEqual(["person.angelegt"]);
  });

  test("a pseudonym alone is enough", async () => {
    const id = await record({ person_vorname: "J. M." });
    expect(await read(id)).toMatchObject({ geburtsdatum: null, altersgruppe: null, kommune: null, sprachen: [] });
  });

  test("a birth date becomes the age band of the day of recording, and stays it", async () => {
    const twenty = `${Number(today().slice(0, 4)) - 20}-01-01`;
    const id = await record({ person_vorname: "Jo", person_geburtsdatum: twenty });
    const [before] = await db.admin("select altersgruppe from kim.person where id = $1", [id]);
    expect(before).toEqual({ altersgruppe: "18-26" });
    await db.admin("update kim.person set erfasst_am = '2015-06-01' where id = $1", [id]);
    await change(id, 1, { person_vorname: "Jo", person_geburtsdatum: "2000-01-02" });
    const [after] = await db.admin("select altersgruppe from kim.person where id = $1", [id]);
    expect(after).toEqual({ altersgruppe: "12-17" });
  });

  test("a rule or an unknown code refuses, names the field, and leaves nothing behind", async () => {
    const counts = () =>
      db.admin("select (select count(*) from kim.person) p, (select count(*) from tresor.schluessel) s");
    const before = await counts();
    const fieldOf = async (fields: object) => {
      const error: unknown = await record({ person_vorname: "Jo", ...fields }).catch((reason: unknown) => reason);
      return error instanceof Refused ? error.errors[0]?.field : error;
    };
    expect(await fieldOf({ person_vorname: "" })).toBe("person_vorname");
    expect(await fieldOf({ person_geburtsdatum: "2999-01-01" })).toBe("person_geburtsdatum");
    expect(await fieldOf({ person_kommune: "05382999" })).toBe("person_kommune");
    expect(await fieldOf({ person_altersgruppe: "1-2" })).toBe("person_altersgruppe");
    expect(await fieldOf({ person_staatsangehoerigkeit: "777" })).toBe("person_staatsangehoerigkeit");
    expect(await fieldOf({ person_sprachen: ["xx"] })).toBe("person_sprachen");
    expect(await counts()).toEqual(before);
  });
});

describe("changing", () => {
  test("replaces name and birth, the tokens too, and leaves the other portions alone", async () => {
    const id = await record(ZARINA);
    const tokens = await tokensOf(id);
    await change(id, 1, { person_vorname: "Hugo", person_nachname: "Dummkuch", person_altersgruppe: "45-64" });
    expect(await read(id)).toMatchObject({
      name: { vorname: "Hugo", nachname: "Dummkuch" },
      geburtsdatum: null,
      altersgruppe: { code: "45-64" },
      kommune: { code: "05382060" },
      sprachen: [{ code: "de" }, { code: "uk" }],
      version: 2,
    });
    const now = await tokensOf(id);
    expect(tokens.filter((token) => now.includes(token))).toEqual([]);
    expect(await eventsOf(id)).toEqual(["person.angelegt", "person.geaendert"]);
  });

  test("of two edits at once one wins, the other sees both versions", async () => {
    const id = await record(ZARINA);
    const results = await Promise.allSettled([
      change(id, 1, { ...NAME, person_nachname: "Erstfassung" }),
      change(id, 1, { ...NAME, person_nachname: "Zweitfassung" }),
    ]);
    const lost = results.find((result) => result.status === "rejected")?.reason;
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    if (!(lost instanceof Stale)) throw lost;
    const stored = (await read(id)).name.nachname;
    expect(lost.conflict.version).toBe(2);
    expect(lost.conflict.stored).toMatchObject({
      person_nachname: [stored],
      person_geburtsdatum: ["1985-03-12"],
      person_altersgruppe: [""],
    });
    expect(await eventsOf(id)).toEqual(["person.angelegt", "person.geaendert"]);
  });
});

describe("sealed", () => {
  test("no table holds the name or the birth date in the clear, in any usual encoding", async () => {
    const id = await record(ZARINA);
    await change(id, 1, NAME);
    const tables = await db.admin(
      "select format('%I.%I', table_schema, table_name) as t from information_schema.tables where table_schema in ('kim', 'tresor', 'betrieb')",
    );
    let seen = 0;
    for (const { t } of tables) {
      const rows = await db.admin(`select x::text as row from ${t} as x`);
      seen += rows.length;
      const all = rows.map((row) => String(row["row"]).toLowerCase()).join("\n");
      for (const plain of ["zarinaprobe", "testowski", "1985-03-12"]) {
        expect(all.includes(plain), `${plain} in ${t}`).toBe(false);
        expect(all.includes(Buffer.from(plain).toString("hex")), `${plain} (hex) in ${t}`).toBe(false);
        expect(all.includes(Buffer.from(plain).toString("base64").slice(0, -4).toLowerCase())).toBe(false);
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  test("a ciphertext copied to another person, or to another column, does not open", async () => {
    const [a, b] = [await record(ZARINA), await record({ ...ZARINA, person_vorname: "Mira" })];
    await db.admin("update kim.person set name = (select name from kim.person where id = $1) where id = $2", [a, b]);
    await expect(read(b)).rejects.toThrow(TresorError);
    // Even with the other person's wrapped key copied along.
    await db.admin(
      "update tresor.schluessel set verpackt = (select verpackt from tresor.schluessel where id = $1) where id = $2",
      [a, b],
    );
    await expect(read(b)).rejects.toThrow(TresorError);
    await db.admin("update kim.person set geburtsdatum = name where id = $1", [a]);
    await expect(read(a)).rejects.toThrow(TresorError);
  });

  test("with the key destroyed the record stays, its name is gone", async () => {
    const id = await record(ZARINA);
    await db.admin("delete from tresor.schluessel where id = $1", [id]);
    expect(await readAs(mira, (tx) => personNames(tx, mira, [id]))).toEqual(new Map([[id, "gelöschte Person"]]));
    await expect(read(id)).rejects.toThrow("");
    await expect(change(id, 1, NAME)).rejects.toThrow("");
  });

  test("the same name has other tokens at another Träger", async () => {
    const other = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
    const here = await tokensOf(await record(ZARINA));
    const there = await tokensOf(await writeAs(other, (tx) => createPerson(tx, other, eingabe(ZARINA))));
    expect(here.length).toBeGreaterThan(10);
    expect(there.filter((token) => here.includes(token))).toEqual([]);
  });
});
