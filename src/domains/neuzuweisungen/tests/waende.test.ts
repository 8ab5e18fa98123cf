import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { gespraech, gespraechTyped, haushalt, mensch, stapel } from "../../../../tests/support/neuzuweisungen.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { distribute } from "../commands/distribute.ts";
import { belegung, zuVerteilen } from "../queries/listen.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

testDatabase();
const KREIS = "05382";
let stelle: Beratungsstelle;
let mira: TestKonto;
let jo: TestKonto;
let leitung: TestKonto;

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS);
  mira = stelle.konto;
  jo = await kollegin(stelle);
  leitung = await testKonto({ kreis: KREIS, traegerId: stelle.traegerId, rollen: ["traeger_leitung"] });
});

const reads = (who: TestKonto, id: string) => readAs(who.actor, (tx) => zuweisungOf(tx, who.actor, id));
const give = (who: TestKonto, ids: readonly string[], an: TestKonto) =>
  writeAs(who.actor, (tx) => distribute(tx, who.actor, { zuweisung: [...ids], an: an.actor.kontoId }));

/** Another family each time: the same people would wait as being there already. */
const familie = () => {
  const nachname = `Muster${crypto.randomUUID().slice(0, 8)}`;
  return [
    mensch("Nour", nachname, { geburtsdatum: "1990-02-01", sprache: "ar" }),
    mensch("Sami", nachname, { geburtsdatum: "1988-04-09" }),
  ];
};

describe("who sees and who distributes", () => {
  test("names are with whoever is responsible alone; Leitung sees numbers and gives, and the names go along", async () => {
    const { zuweisungen } = await stapel(mira.actor, [haushalt(familie())]);
    const [id = ""] = zuweisungen;
    await expect(reads(jo, id)).rejects.toThrow(NotFound);
    await expect(reads(leitung, id)).rejects.toThrow(NotFound);
    const shown = await readAs(leitung.actor, (tx) => zuVerteilen(tx, leitung.actor));
    expect(shown.some((one) => one.id === id)).toBe(true);
    expect(JSON.stringify(shown)).not.toMatch(/Nour|Sami/);
    const rows = (as: Actor) =>
      readAs(as, (tx) => tx.selectFrom("kim.zuweisung_mensch").select("id").where("zuweisung_id", "=", id).execute());
    expect(await rows(leitung.actor)).toEqual([]);
    expect(await give(leitung, [id], jo)).toBe(1);
    expect((await reads(jo, id)).mitglieder.map(({ vorname }) => vorname)).toEqual(["Nour", "Sami"]);
    await expect(reads(mira, id)).rejects.toThrow(NotFound);
    expect(await rows(mira.actor)).toEqual([]);
    // A colleague takes nothing, whatever she sends.
    await expect(give(mira, [id], mira)).rejects.toThrow();
    const third = await kollegin(stelle, "Kim Beispiel");
    await expect(give(mira, [id], third)).rejects.toThrow(NotFound);
  });

  test("directly in SQL: nobody takes for herself, nobody gives to who does not counsel, nothing moves once there is a file", async () => {
    const beides = await testKonto({
      kreis: KREIS,
      traegerId: stelle.traegerId,
      rollen: ["traeger_leitung", "cm_lokal"],
    });
    const fern = await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] });
    const { zuweisungen } = await stapel(mira.actor, [haushalt(familie()), haushalt(familie())]);
    const [id = "", mitAkte = ""] = zuweisungen;
    await gespraech(
      mira.actor,
      { id: mitAkte, version: 1 },
      gespraechTyped(stelle.ags[0], { m1_vorname: "Nour", m1_dabei: "ja" }),
    );
    const set = (who: TestKonto, what: ReturnType<typeof sql>, at = id) =>
      writeAs(who.actor, (tx) => sql`update kim.zuweisung set ${what} where id = ${at}::uuid`.execute(tx));
    const to = (who: TestKonto) => sql`konto_id = ${who.actor.kontoId}::uuid`;
    await expect(set(beides, to(beides))).rejects.toThrow(/Niemand teilt sich selbst/);
    await expect(set(jo, to(jo))).rejects.toThrow(/Niemand|Verteilen/);
    await expect(set(jo, to(beides))).rejects.toThrow(/Verteilen kann/);
    await expect(set(leitung, to(leitung))).rejects.toThrow(/Niemand/);
    await expect(set(mira, to(leitung))).rejects.toThrow(/Zuständig wird nur/);
    await expect(set(leitung, to(fern))).rejects.toThrow(/Zuständig wird nur/);
    await expect(set(leitung, to(jo), mitAkte)).rejects.toThrow(/übergeben, nicht verteilt/);
    await expect(set(jo, sql`stand = 'verlegt'`)).rejects.toThrow(/zuständig/);
    await expect(set(leitung, sql`stand = 'verlegt'`)).rejects.toThrow(/zuständig/);
    const drop = (who: TestKonto, at: string) =>
      writeAs(who.actor, (tx) => sql`delete from kim.zuweisung where id = ${at}::uuid`.execute(tx));
    await expect(drop(jo, id)).rejects.toThrow(/nicht zurückgenommen/);
    await expect(drop(mira, mitAkte)).rejects.toThrow(/nicht zurückgenommen/);
    // Another Träger sees no household at all.
    await expect(readAs(fern.actor, (tx) => belegung(tx, fern.actor))).resolves.toEqual([]);
    const move = writeAs(mira.actor, (tx) => sql`update kim.zuweisung_mensch set ${to(jo)}`.execute(tx));
    await expect(move).rejects.toThrow(/permission denied/);
  });
});
