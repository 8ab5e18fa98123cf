import { beforeAll, describe, expect, test } from "vitest";
import { TABLES } from "../../../../db/tables/index.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import { type Beratungsstelle, beratungsstelle, eingabe, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { saveDraft } from "../../../platform/drafts.ts";
import { FILE_ROOTS, KINDS_OF_WORK } from "../../../platform/file-tables.ts";
import { NotFound } from "../../../platform/form.ts";
import { beratungOf } from "../../beratungen/queries/beratungen.ts";
import { recordBeratung } from "../../beratungen/index.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import { PersonEingabe, createPerson, findPersons } from "../../personen/index.ts";
import { personOf } from "../../personen/queries/person.ts";
import { carryOut } from "../commands/carry-out.ts";
import { confirmUebergabe } from "../commands/confirm-uebergabe.ts";
import { countAllOpenWork } from "../commands/count-open-work.ts";
import { giveUebergabe, orderUebergabe } from "../commands/give-uebergabe.ts";
import { notizOf, offeneArbeit, uebergebene } from "../queries/uebergaben.ts";

const db = testDatabase();
const KREIS = "05382";
let stelle: Beratungsstelle;
let mira: TestKonto;
let jo: TestKonto;

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS);
  mira = stelle.konto;
  jo = await kollegin(stelle);
});

const person = (of: Actor, name: string, erfasst = today()) =>
  writeAs(of, (tx) =>
    createPerson(
      tx,
      of,
      PersonEingabe.parse({ person_vorname: name, person_nachname: "Muster", person_sprachen: ["uk"] }),
      today(),
      erfasst,
    ),
  );
const found = async (as: Actor, text: string) => (await readAs(as, (tx) => findPersons(tx, as, text))).treffer;
const reads = (of: Actor, id: string) => readAs(of, (tx) => beratungOf(tx, of, id));
const run = (id: string) => asWorker(db, () => carryOut({ kreis: KREIS, id }));
const ownersOf = async (id: string): Promise<string[]> => {
  const files = TABLES.filter(({ wall, columns }) => wall === "akte" && "person_id" in columns).map(({ name }) => name);
  const rows = await db.admin(
    ["kim.person where id", ...files.map((name) => `${name} where person_id`)]
      .map((where) => `select konto_id from ${where} = '${id}'`)
      .join(" union "),
  );
  return rows.map((row) => String(row["konto_id"]));
};

test("every table of files can be handed over, and the log knows every kind of file", async () => {
  const [log] = await db.admin("select pg_get_functiondef('zustaendigkeit.nenne_vertretene'::regproc) as text");
  for (const { name } of TABLES.filter(({ wall }) => wall === "akte")) {
    if (KINDS_OF_WORK.includes(name)) expect(String(log?.["text"])).toContain(`from ${name} `);
    if (FILE_ROOTS.includes(name)) continue;
    // Everything else hangs from such a row by a reference that carries the account along; where there are two, of each row from one.
    const rows = await db.admin(
      `select exists (select from pg_constraint o where o.conrelid = c.conrelid and o.contype = 'c'
         and pg_get_constraintdef(o.oid) ~ 'num_nonnulls.*= 1\\)') as either
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
       where c.conrelid = $1::regclass and c.contype = 'f' and c.confupdtype = 'c' and a.attname = 'konto_id'`,
      [name],
    );
    expect(rows.length, name).toBeGreaterThan(0);
    if (rows.length > 1) expect(rows[0], name).toEqual({ either: true });
  }
});

test("no page can change whose file something is", async () => {
  const id = await person(mira.actor, "Zora");
  for (const { name } of TABLES.filter(({ wall }) => wall === "akte")) {
    const move = writeAs(mira.actor, (tx) =>
      sql`update ${sql.table(name)} set konto_id = ${jo.actor.kontoId}::uuid`.execute(tx),
    );
    await expect(move, name).rejects.toThrow(/permission denied/);
  }
  expect(await ownersOf(id)).toEqual([mira.actor.kontoId]);
});

describe("one person", () => {
  test("goes with her consultations, her search words and their keys; what was shared stays, linked", async () => {
    const [amina, bahar] = [await person(mira.actor, "Amina"), await person(mira.actor, "Bahar")];
    const alone = await erfasse(stelle, { stufe: "2", person: [amina], notiz: "allein" });
    const shared = await erfasse(stelle, { stufe: "2", person: [amina, bahar], notiz: "zu zweit" });
    const fall = NeuerFall.parse({ person: amina, begonnen: today(), dringlichkeit: "normal" });
    const fallId = await writeAs(mira.actor, (tx) => openFall(tx, mira.actor, fall));
    const draft = { id: crypto.randomUUID(), form: "person-aendern", record: amina, values: { x: ["y"] } };
    await writeAs(mira.actor, (tx) => saveDraft(tx, mira.actor, draft));
    const eingabe = { an: jo.actor.kontoId, notiz: "Ruft freitags an" };
    const id = await writeAs(mira.actor, (tx) => giveUebergabe(tx, mira.actor, eingabe, amina));
    await run(id);
    await run(id);

    expect(await ownersOf(bahar)).toEqual([mira.actor.kontoId]);
    // Her case goes along, with its steps.
    const cases = `select konto_id from kim.fall union select konto_id from kim.fall_schritt where fall_id = $1`;
    expect(await db.admin(cases, [fallId])).toEqual([{ konto_id: jo.actor.kontoId }]);
    await expect(readAs(mira.actor, (tx) => personOf(tx, mira.actor, amina))).rejects.toThrow(NotFound);
    expect(await readAs(jo.actor, (tx) => personOf(tx, jo.actor, amina))).toMatchObject({
      name: { vorname: "Amina" },
      erfasstVon: mira.actor.kontoId,
    });
    expect(await found(jo.actor, "Amina")).toHaveLength(1);
    expect(await found(mira.actor, "Amina")).toEqual([]);
    expect(await reads(jo.actor, alone)).toMatchObject({ notiz: { text: "allein" }, erfasstVon: mira.actor.kontoId });
    expect(await reads(mira.actor, alone)).toBeUndefined();
    expect((await reads(mira.actor, shared))?.personen).toHaveLength(2);
    expect(await reads(jo.actor, shared)).toBeUndefined();
    expect(await readAs(jo.actor, (tx) => notizOf(tx, jo.actor, id))).toBe("Ruft freitags an");
    expect(await readAs(jo.actor, (tx) => uebergebene(tx, id))).toEqual([amina]);
    expect(await db.admin("select 1 from kim.entwurf where gegenstand = $1", [amina])).toEqual([]);
    const logged = await db.admin("select konto_id, vertreten from kim.protokoll where art = 'person.uebergeben'");
    expect(logged).toEqual([{ konto_id: mira.actor.kontoId, vertreten: null }]);

    // The other one follows, and now the shared one as well.
    await run(await writeAs(mira.actor, (tx) => giveUebergabe(tx, mira.actor, { ...eingabe, notiz: null }, bahar)));
    expect((await reads(jo.actor, shared))?.personen).toHaveLength(2);
  });

  test("only one's own, only to somebody who counsels at the same Träger, never past the rules in SQL", async () => {
    const amina = await person(mira.actor, "Amina");
    const elsewhere = await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] });
    const give = (by: TestKonto, an: TestKonto) =>
      writeAs(by.actor, (tx) => giveUebergabe(tx, by.actor, { an: an.actor.kontoId, notiz: null }, amina));
    await expect(give(jo, mira)).rejects.toThrow(NotFound);
    await expect(give(mira, elsewhere)).rejects.toThrow("gibt es diese Auswahl nicht");
    const insert = (as: Actor, von: string, an: string, by: string) =>
      writeAs(as, (tx) =>
        sql`insert into kim.uebergabe (kreis, traeger_id, von_konto, an_konto, gegeben_von)
          values (${KREIS}, ${stelle.traegerId}, ${von}, ${an}, ${by})`.execute(tx),
      );
    const [m, j] = [mira.actor.kontoId, jo.actor.kontoId];
    await expect(insert(jo.actor, m, j, j)).rejects.toThrow();
    await expect(insert(jo.actor, m, j, m)).rejects.toThrow("angemeldet");
    const leitung = await testKonto({ ...stelle, rollen: ["traeger_leitung", "cm_lokal"] });
    await expect(insert(leitung.actor, m, j, leitung.actor.kontoId)).rejects.toThrow("niemand mehr führt");
    await expect(insert(leitung.actor, m, leitung.actor.kontoId, leitung.actor.kontoId)).rejects.toThrow();
  });
});

describe("who left", () => {
  test("keeps open work in a list by number and kind, which two distribute without opening anything", async () => {
    const weg = await kollegin(stelle, "Wera Weg");
    const [a, b, c] = [
      await person(weg.actor, "Anja", "2025-01-01"),
      await person(weg.actor, "Berta"),
      await person(weg.actor, "Cem"),
    ];
    const record = (more: Parameters<typeof eingabe>[1]) =>
      writeAs(weg.actor, (tx) => recordBeratung(tx, weg.actor, eingabe(stelle, more)));
    // The first and the third belong together.
    const shared = await record({ stufe: "2", person: [a, c] });
    const anonym = await record({});
    const leitung = await testKonto({ ...stelle, rollen: ["traeger_leitung"] });
    const zeugin = await testKonto({ ...stelle, rollen: ["datenschutz"] });
    const open = async () => {
      await asWorker(db, countAllOpenWork);
      const rows = await readAs(leitung.actor, (tx) => offeneArbeit(tx, leitung.actor));
      return Object.fromEntries(rows.find((row) => row.konto === weg.actor.kontoId)?.arten ?? []);
    };
    expect(await open()).toEqual({});
    await db.admin("update kim.konto set status = 'deaktiviert' where id = $1", [weg.actor.kontoId]);
    expect(await open()).toEqual({ person: 3, beratung: 2 });

    const order = (hoechstens: string | null, rest: boolean) =>
      writeAs(leitung.actor, (tx) =>
        orderUebergabe(tx, leitung.actor, weg.actor.kontoId, {
          an: jo.actor.kontoId,
          notiz: "bitte",
          hoechstens,
          rest,
        }),
      );
    const id = await order("1", false);
    await run(id);
    expect(await ownersOf(a)).toEqual([weg.actor.kontoId]);
    await expect(writeAs(leitung.actor, (tx) => confirmUebergabe(tx, leitung.actor, { id }))).rejects.toThrow(
      "selbst angeordnet",
    );
    await writeAs(zeugin.actor, (tx) => confirmUebergabe(tx, zeugin.actor, { id }));
    await run(id);
    expect([await ownersOf(a), await ownersOf(b), await ownersOf(c)].flat()).toEqual([
      jo.actor.kontoId,
      weg.actor.kontoId,
      jo.actor.kontoId,
    ]);
    expect((await reads(jo.actor, shared))?.personen).toHaveLength(2);
    expect(await open()).toEqual({ person: 1, beratung: 1 });
    const rest = await order(null, true);
    await writeAs(zeugin.actor, (tx) => confirmUebergabe(tx, zeugin.actor, { id: rest }));
    await run(rest);
    expect(await open()).toEqual({});
    expect(await reads(jo.actor, anonym)).toMatchObject({ erfasstVon: weg.actor.kontoId });
    // Neither of the two who distributed ever opened one.
    expect(await db.admin("select 1 from kim.protokoll where art like '%.geoeffnet'")).toEqual([]);
    expect(await reads(leitung.actor, shared)).toBeUndefined();
  });
});
