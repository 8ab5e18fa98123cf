import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import type { TestKonto } from "../../../../tests/support/konten.ts";
import {
  gespraech,
  gespraechTyped,
  haushalt,
  mensch,
  schritt,
  stapel,
} from "../../../../tests/support/neuzuweisungen.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { distribute } from "../commands/distribute.ts";
import { joinHaushalte } from "../commands/join-haushalte.ts";
import { partHaushalt } from "../commands/part-haushalt.ts";
import { takeZeile } from "../commands/settle-zeile.ts";
import { takeBatch } from "../commands/take-batch.ts";
import { undoLetztes } from "../commands/undo-teilung.ts";
import { belegung } from "../queries/listen.ts";
import { stapelOf, zeilenVon } from "../queries/stapel.ts";
import { aufgegangenIn } from "../queries/teilungen.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

testDatabase();
let stelle: Beratungsstelle;
let mira: TestKonto;
let jo: TestKonto;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto;
  jo = await kollegin(stelle);
});

const reads = (id: string, who = mira) => readAs(who.actor, (tx) => zuweisungOf(tx, who.actor, id));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "",
    (error: unknown) => (error instanceof Refused ? error.message : String(error)),
  );
const join = async (id: string, mit: string, who = mira) => {
  const { version } = await reads(id, who);
  return writeAs(who.actor, (tx) => joinHaushalte(tx, who.actor, { id, version }, { mit }));
};
const part = async (id: string, mitglied: readonly string[], menschen: number) => {
  const { version } = await reads(id);
  return writeAs(mira.actor, (tx) =>
    partHaushalt(tx, mira.actor, { id, version }, { mitglied: [...mitglied], menschen }),
  );
};
const undo = async (id: string) => {
  const { version } = await reads(id);
  return writeAs(mira.actor, (tx) => undoLetztes(tx, mira.actor, { id, version }));
};
const names = async (id: string) => (await reads(id)).mitglieder.map(({ name }) => name);

/** Two rows of one batch, with people whom no other batch has. */
async function zwei() {
  const nachname = `Muster${crypto.randomUUID().slice(0, 8)}`;
  const batch = await stapel(mira.actor, [
    haushalt([mensch("Nour", nachname), mensch("Sami", nachname)], { anzahl: 3 }),
    haushalt([mensch("Tala", nachname)]),
  ]);
  const [a = "", b = ""] = batch.zuweisungen;
  return { ...batch, a, b, nachname };
}

/** Everything of a household that taking back has to bring back; its version goes on. */
const whole = async (id: string) => {
  const { schritte, mitglieder, ...z } = await reads(id);
  return {
    ...z,
    version: "goes on",
    teilungen: "stay readable",
    themen: [...z.themen],
    mitglieder: mitglieder.map(({ id: one, name }) => [one, name]),
    schritte: schritte.map(({ nach }) => nach),
  };
};

describe("two rows are one family", () => {
  test("joined: people, talks and themes in one household; taken back: each as it was", async () => {
    const { id, a, b, nachname } = await zwei();
    const menschen = (await reads(b)).mitglieder.map((one) => one.id);
    await gespraech(mira.actor, { id: a, version: 1 }, gespraechTyped(stelle.ags[0], { m3_vorname: "Uri" }));
    const before = [await whole(a), await whole(b)];
    await join(a, b);
    expect(await names(a)).toEqual([`Nour ${nachname}`, `Sami ${nachname}`, "Uri", `Tala ${nachname}`]);
    expect(await reads(a)).toMatchObject({ menschen: 4, stand: "erstkontakt" });
    expect((await reads(a)).gespraeche).toHaveLength(1);
    await expect(reads(b)).rejects.toThrow(NotFound);
    expect(await readAs(mira.actor, (tx) => aufgegangenIn(tx, mira.actor, b))).toBe(a);
    expect(await readAs(jo.actor, (tx) => aufgegangenIn(tx, jo.actor, b))).toBe(undefined);
    expect(await readAs(mira.actor, (tx) => stapelOf(tx, mira.actor, id))).toMatchObject({ haushalte: 1, menschen: 4 });
    await undo(a);
    expect([await whole(a), await whole(b)]).toEqual(before);
    expect((await reads(b)).mitglieder.map((one) => one.id)).toEqual(menschen);
    expect((await reads(a)).teilungen.map(({ art, zurueckgenommen }) => [art, zurueckgenommen])).toEqual([
      ["verbunden", true],
    ]);
    // Again, and then a talk: from now on it is parted, not taken back.
    await join(a, b);
    const { version, mitglieder } = await reads(a);
    const tala = mitglieder.find(({ vorname }) => vorname === "Tala")?.id ?? "";
    const typed = { m4_id: tala, m4_dabei: "ja", m4_vorname: "Tala", m4_nachname: nachname };
    await gespraech(mira.actor, { id: a, version }, gespraechTyped(stelle.ags[0], typed));
    expect(await refusal(undo(a))).toContain("Gespräch mit der Familie ist erfasst");
    const neu = await part(a, [tala], 1);
    expect(await reads(neu)).toMatchObject({ nr: 3, menschen: 1, stand: "erstkontakt", akteAm: expect.any(String) });
  });

  test("the one that is further stays; of another list or another counsellor there is none", async () => {
    const { a, b } = await zwei();
    await schritt(mira.actor, { id: b, version: 1 }, "erstkontakt");
    expect(await refusal(join(a, b))).toContain("schon erreicht");
    await join(b, a);
    const { a: dritte, b: vierte } = await zwei();
    await expect(join(b, dritte)).rejects.toThrow(NotFound);
    await expect(join(b, b)).rejects.toThrow(NotFound);
    await writeAs(mira.actor, (tx) => distribute(tx, mira.actor, { zuweisung: [vierte], an: jo.actor.kontoId }));
    await expect(join(dritte, vierte)).rejects.toThrow(NotFound);
    await expect(
      writeAs(mira.actor, (tx) => joinHaushalte(tx, mira.actor, { id: b, version: 1 }, { mit: a })),
    ).rejects.toThrow(Stale);
    const into = sql`update kim.zuweisung set aufgegangen_in = ${vierte}::uuid where id = ${dritte}::uuid`;
    await expect(writeAs(mira.actor, (tx) => into.execute(tx))).rejects.toThrow(/dieselbe zuständig/);
  });

  test("given away it takes along what went into it", async () => {
    const { a, b } = await zwei();
    await join(a, b);
    await writeAs(mira.actor, (tx) => distribute(tx, mira.actor, { zuweisung: [a], an: jo.actor.kontoId }));
    const { version } = await reads(a, jo);
    await expect(writeAs(jo.actor, (tx) => undoLetztes(tx, jo.actor, { id: a, version }))).rejects.toThrow(Refused);
    expect(await readAs(jo.actor, (tx) => aufgegangenIn(tx, jo.actor, b))).toBe(a);
  });
});

describe("one row is two households", () => {
  test("parted: who goes is beside it with the same way, and the people add up; taken back it is one again", async () => {
    const { id, a, b, nachname } = await zwei();
    await schritt(mira.actor, { id: a, version: 1 }, "angekommen");
    const before = await whole(a);
    const sami = (await reads(a)).mitglieder[1]?.id ?? "";
    expect(await refusal(part(a, [sami], 3))).toContain("muss in diesem Haushalt bleiben");
    expect(await refusal(part(a, [], 2))).toContain("genannt sind aber mehr");
    await expect(part(a, [(await reads(b)).mitglieder[0]?.id ?? ""], 1)).rejects.toThrow(NotFound);
    const neu = await part(a, [sami], 2);
    expect(await reads(a)).toMatchObject({ menschen: 1, stand: "angekommen" });
    expect(await reads(neu)).toMatchObject({ nr: 3, menschen: 2, stand: "angekommen" });
    expect([await names(a), await names(neu)]).toEqual([[`Nour ${nachname}`], [`Sami ${nachname}`]]);
    expect((await reads(neu)).schritte.map(({ nach }) => nach)).toEqual(["angekuendigt", "angekommen"]);
    const told = await readAs(mira.actor, (tx) => stapelOf(tx, mira.actor, id));
    expect(told).toMatchObject({ haushalte: 3, menschen: 4 });
    await undo(a);
    expect(await whole(a)).toEqual(before);
    await expect(reads(neu)).rejects.toThrow(NotFound);
    // Somebody went on with the new one: then it stays.
    const zweiter = await part(a, [sami], 1);
    await schritt(mira.actor, { id: zweiter, version: 1 }, "erstkontakt");
    expect(await refusal(undo(a))).toContain("seitdem gearbeitet");
    const orte = await readAs(mira.actor, (tx) => belegung(tx, mira.actor, [mira.actor.kontoId]));
    expect(orte.reduce((all, one) => all + one.menschen, 0)).toBeGreaterThanOrEqual(4);
  });
});

test("two waiting rows taken at once, and a household parted meanwhile: each gets a number of its own", async () => {
  const { actor } = mira;
  const nela = mensch("Nela", `Doppelt${crypto.randomUUID().slice(0, 8)}`, { geburtsdatum: "1991-01-01" });
  const haushalte = [haushalt([nela], { anzahl: 2 }), haushalt([nela]), haushalt([nela])];
  const liste = { haushalte, unklar: [], ohneDaten: 0, zeilen: 3, nie: [] };
  const print = crypto.randomUUID();
  const id = await writeAs(actor, (tx) => takeBatch(tx, actor, liste, { print, angekuendigt: "2026-11-02" }));
  const zeilen = await readAs(actor, (tx) => zeilenVon(tx, actor, id));
  expect(zeilen).toHaveLength(2);
  const numbers = () =>
    readAs(actor, (tx) => tx.selectFrom("kim.zuweisung").select(["id", "nr"]).where("stapel_id", "=", id).execute());
  const [first] = await numbers();
  await Promise.all([
    ...zeilen.map((zeile) => writeAs(actor, (tx) => takeZeile(tx, actor, zeile.id))),
    part(first?.id ?? "", [], 1),
  ]);
  expect((await numbers()).map(({ nr }) => nr).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
});
