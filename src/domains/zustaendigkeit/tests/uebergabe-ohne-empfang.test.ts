import { beforeAll, describe, expect, test } from "vitest";
import { beratungsstelle, type Beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { carryOut } from "../commands/carry-out.ts";
import { confirmUebergabe, withdrawUebergabe } from "../commands/confirm-uebergabe.ts";
import { countAllOpenWork } from "../commands/count-open-work.ts";
import { giveUebergabe, orderUebergabe } from "../commands/give-uebergabe.ts";
import { uebergabeOf } from "../queries/uebergaben.ts";

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

const person = (of: Actor, name: string) =>
  writeAs(of, (tx) => createPerson(tx, of, PersonEingabe.parse({ person_vorname: name, person_nachname: "Muster" })));
const run = (id: string) => asWorker(db, () => carryOut({ kreis: KREIS, id }));
const standOf = async (id: string) => (await readAs(mira.actor, (tx) => uebergabeOf(tx, mira.actor, id)))?.stand;
const ownersOf = async (id: string): Promise<string[]> =>
  (await db.admin("select konto_id from kim.person where id = $1", [id])).map((row) => String(row["konto_id"]));

describe("whoever was to take over left before", () => {
  test("it is taken back by itself, and the work can go to somebody else", async () => {
    const empfaenger = await kollegin(stelle, "Ela Empfang");
    const dora = await person(mira.actor, "Dora");
    const give = (an: TestKonto) =>
      writeAs(mira.actor, (tx) => giveUebergabe(tx, mira.actor, { an: an.actor.kontoId, notiz: null }, dora));
    const id = await give(empfaenger);
    await db.admin("update kim.konto set status = 'deaktiviert' where id = $1", [empfaenger.actor.kontoId]);
    await run(id);
    expect(await ownersOf(dora)).toEqual([mira.actor.kontoId]);
    // Not only at the next count: a page would say for minutes that it is just about to happen.
    expect(await standOf(id)).toBe("verfallen");
    await asWorker(db, countAllOpenWork);
    expect(await db.admin("select getan, zurueck_von from kim.uebergabe where id = $1", [id])).toEqual([
      { getan: null, zurueck_von: mira.actor.kontoId },
    ]);
    expect(await db.admin("select 1 from kim.protokoll where art = 'uebergabe.verfallen'")).toHaveLength(1);
    await run(await give(jo));
    expect(await ownersOf(dora)).toEqual([jo.actor.kontoId]);
  });
});

describe("whoever was to take over left while it waited", () => {
  test("nobody confirms it, the sentence says what to do, and taken back it can go to somebody else", async () => {
    const [weg, empfaenger] = [await kollegin(stelle, "Wilma Weg"), await kollegin(stelle, "Ela Empfang")];
    const emil = await person(weg.actor, "Emil");
    await db.admin("update kim.konto set status = 'deaktiviert' where id = $1", [weg.actor.kontoId]);
    const leitung = (await testKonto({ ...stelle, rollen: ["traeger_leitung"] })).actor;
    const zeugin = (await testKonto({ ...stelle, rollen: ["datenschutz"] })).actor;
    const order = (an: TestKonto) =>
      writeAs(leitung, (tx) => {
        const alles = { an: an.actor.kontoId, notiz: null, hoechstens: null, rest: true };
        return orderUebergabe(tx, leitung, weg.actor.kontoId, alles);
      });
    const confirm = (id: string) => writeAs(zeugin, (tx) => confirmUebergabe(tx, zeugin, { id }));
    const id = await order(empfaenger);
    // Her account stays; it is her role that ended.
    await db.admin("update kim.rolle set bis = current_date - 1 where konto_id = $1", [empfaenger.actor.kontoId]);
    await expect(confirm(id)).rejects.toThrow("berät hier nicht mehr. Nehmen Sie es zurück.");
    expect(await standOf(id)).toBe("wartet");
    await run(id);
    expect(await ownersOf(emil)).toEqual([weg.actor.kontoId]);
    await expect(order(empfaenger)).rejects.toThrow("gibt es diese Auswahl nicht");
    await writeAs(zeugin, (tx) => withdrawUebergabe(tx, zeugin, { id }));
    const anders = await order(jo);
    await confirm(anders);
    await run(anders);
    expect(await ownersOf(emil)).toEqual([jo.actor.kontoId]);
  });
});
