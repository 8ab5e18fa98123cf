import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import { mergeLuecke, separateLuecke } from "../commands/merge-luecke.ts";
import { moveLuecke } from "../commands/move-luecke.ts";
import { joinLuecke, reportLuecke } from "../commands/report-luecke.ts";
import { genanntText } from "../model/gewicht.ts";
import { MeldungEingabe, NeueLuecke, SchrittEingabe, Zusammen } from "../model/luecke.ts";
import { lueckeOf } from "../queries/luecken.ts";
import { markRead, meineLuecken } from "../queries/meine.ts";
import { lueckenTag } from "../queries/tag.ts";
import { type Zeile, uebersicht } from "../queries/uebersicht.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;
let steuert: Actor;
let fall: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  steuert = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  await erfasse(stelle, { stufe: "2", neu1_vorname: "Amina", neu1_nachname: "Beispiel-Yılmaz" });
  const person = String((await db.admin("select id from kim.person"))[0]?.["id"]);
  const angaben = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
  fall = await writeAs(mira, (tx) => openFall(tx, mira, angaben));
});

const typed = (more: Readonly<Record<string, unknown>> = {}) => ({
  handlungsfeld: "sprache",
  satz: "Es fehlen Kurse mit Kinderbetreuung.",
  kommunen: [stelle.ags[0]],
  ...more,
});
const report = (who: Actor, more?: Readonly<Record<string, unknown>>) =>
  writeAs(who, (tx) => reportLuecke(tx, who, NeueLuecke.parse(typed(more))));
const move = (who: Actor, id: string, version: number, more: Readonly<Record<string, string>>) =>
  writeAs(who, (tx) => moveLuecke(tx, who, { id, version }, SchrittEingabe.parse(more)));
const zeileOf = async (who: Actor, id: string): Promise<Zeile | undefined> =>
  (await readAs(who, (tx) => uebersicht(tx, who, { stand: "alle" }))).find((z) => z.luecke.id === id);
const problems = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? error.errors : [];
};

describe("a report", () => {
  test("from a case: its client's name is refused in any text and script, and the place is told", async () => {
    const told = await problems(
      report(mira, { fall, satz: "Beispiel findet keinen Kurs.", beispiel: "أمينة wartet." }),
    );
    expect(told.map(({ field }) => field)).toEqual(["satz", "beispiel"]);
    expect(told[0]?.message).toContain("„Beispiel findet keinen Kurs.“");
    expect(await db.admin("select 1 from kim.luecke")).toEqual([]);
  });

  test("the same case counts once for a gap, and small numbers are told in its own Träger only", async () => {
    const id = await report(mira, { fall, personen: "2" });
    const again = MeldungEingabe.parse({ kommunen: [stelle.ags[0]], fall });
    const [twice] = await problems(writeAs(mira, (tx) => joinLuecke(tx, mira, id, again)));
    expect(twice?.message).toContain("schon gemeldet");
    expect((await zeileOf(mira, id))?.gewicht).toMatchObject({ meldungen: 1, faelle: 1, menschen: 2, standorte: 1 });
    const seen = await zeileOf(steuert, id);
    expect([seen?.gewicht.meldungen, seen?.gewicht.faelle, seen?.gewicht.menschen]).toEqual(
      Array.from({ length: 3 }, () => ({ unter: 3 })),
    );
    expect(genanntText(seen?.gewicht.faelle ?? 0)).toBe("weniger als 3");
  });

  test("is withdrawn by whoever wrote it, as long as nobody looked at it; nobody else moves a gap", async () => {
    const id = await report(mira);
    const [notHers] = await problems(move(mira, id, 1, { nach: "gesichtet" }));
    expect(notHers?.message).toBe("Das entscheidet die Koordination.");
    expect(await problems(move(steuert, id, 1, { nach: "abgelehnt" }))).not.toEqual([]);
    await move(mira, id, 1, { nach: "abgelehnt" });
    expect((await readAs(mira, (tx) => lueckeOf(tx, id))).stand).toBe("abgelehnt");
  });

  test("is followed step by step, also where its gap counts elsewhere, until it is read", async () => {
    const id = await report(mira, { satz: "Der Bus fährt abends nicht." });
    const other = await report(steuert, { satz: "Abends fährt kein Bus zum Kurs." });
    await writeAs(steuert, (tx) =>
      mergeLuecke(tx, steuert, { id, version: 1 }, Zusammen.parse({ in: other, grund: "Dasselbe." })),
    );
    const [counted] = await problems(move(steuert, other, 1, { nach: "abgelehnt" }));
    expect(counted?.message, "hers counts there").toContain("Andere haben dasselbe gemeldet.");
    await move(steuert, other, 1, { nach: "gesichtet" });
    const mine = async () => (await readAs(mira, (tx) => meineLuecken(tx, mira))).find((m) => m.luecke.id === id);
    const before = await mine();
    expect(before?.verlauf.map(({ nach, neu }) => [nach, neu])).toEqual([
      ["gemeldet", false],
      ["zusammengefuehrt", true],
      ["gesichtet", true],
    ]);
    const [unread, told] = await readAs(mira, async (tx) => [
      (await meineLuecken(tx, mira)).filter(({ verlauf }) => verlauf.some(({ neu }) => neu)).length,
      (await sql<{ n: number }>`select (${lueckenTag.neues(mira)}) as n`.execute(tx)).rows[0]?.n,
    ]);
    expect(unread).toBeGreaterThan(0);
    expect(told).toBe(unread);
    await writeAs(mira, (tx) => markRead(tx, mira, Math.max(...(before?.verlauf ?? []).map(({ nr }) => nr))));
    expect((await mine())?.verlauf.map(({ nach, neu }) => [nach, neu])).toEqual([
      ["gemeldet", false],
      ["zusammengefuehrt", false],
      ["gesichtet", false],
    ]);
  });
});

test("putting together and taking apart loses no report and ends where it began, in any order", async () => {
  const own = await Promise.all(Array.from({ length: 4 }, (_, i) => report(mira, { satz: `Es fehlt Platz ${i}.` })));
  const weights = async () => {
    const all = await readAs(mira, (tx) => uebersicht(tx, mira, { stand: "alle" }));
    return all.filter((z) => own.includes(z.luecke.id)).map((z) => Number(z.gewicht.meldungen));
  };
  const state = (id: string) => readAs(mira, (tx) => lueckeOf(tx, id));
  const pair = fc.tuple(fc.nat(own.length - 1), fc.nat(own.length - 1));
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 4 }), async (pairs) => {
      const merged: string[] = [];
      for (const [from, to] of pairs) {
        const [id = "", target = ""] = [own[from], own[to]];
        const { version } = await state(id);
        const into = Zusammen.parse({ in: target });
        const refused = await problems(writeAs(steuert, (tx) => mergeLuecke(tx, steuert, { id, version }, into)));
        if (refused.length === 0) merged.push(id);
        expect((await weights()).reduce((all, n) => all + n, 0)).toBe(own.length);
      }
      for (const id of merged) {
        const { version } = await state(id);
        await writeAs(steuert, (tx) => separateLuecke(tx, steuert, { id, version }));
      }
      expect(await weights()).toEqual([1, 1, 1, 1]);
      for (const id of own) expect(await state(id)).toMatchObject({ stand: "gemeldet", inId: null });
    }),
    { numRuns: 8 },
  );
});

test("outside of the file there is no way from a gap to a case or a client: not a row, not a byte", async () => {
  const tables = ["luecke", "luecke_meldung", "luecke_meldung_kommune", "luecke_schritt"];
  const rows: unknown[] = [];
  for (const one of tables) rows.push(...(await db.admin(`select * from kim.${one}`)));
  const persons = await db.admin("select id from kim.person");
  const bytes = JSON.stringify(rows);
  for (const secret of [fall, mira.kontoId, ...persons.map((p) => String(p["id"])), "Amina", "Beispiel-Y"])
    expect(bytes.includes(secret), secret).toBe(false);
  const seen = await readAs(steuert, (tx) => tx.selectFrom("kim.luecke_bezug").selectAll().execute());
  const reporters = await readAs(steuert, (tx) =>
    tx.selectFrom("kim.luecke_melder").select("konto_id").where("konto_id", "<>", steuert.kontoId).execute(),
  );
  expect([seen, reporters]).toEqual([[], []]);
});
