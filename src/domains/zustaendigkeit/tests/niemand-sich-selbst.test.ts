import { beforeAll, describe, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { actingNow } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { sql, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Rolle, invite } from "../../zugang/index.ts";
import { confirmVertretung } from "../commands/confirm-vertretung.ts";
import { giveVertretung } from "../commands/give-vertretung.ts";

const db = testDatabase();
const KREIS = "05382";
let traegerId: string;
let mira: TestKonto;
let leitung: TestKonto;
/** Leads, counsels and confirms: whoever holds most. */
let beides: TestKonto;
let zweite: TestKonto;
let elsewhere: TestKonto;

const konto = (...rollen: Rolle[]) => testKonto({ kreis: KREIS, traegerId, rollen });
beforeAll(async () => {
  ({ traegerId, konto: mira } = await beratungsstelle());
  leitung = await konto("traeger_leitung");
  beides = await konto("traeger_leitung", "cm_lokal", "administration");
  zweite = await konto("cm_lokal");
  elsewhere = await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] });
});

const DENIED =
  /restrict|check constraint|permission denied|Vertret|bestimmt|Bestätig|angemeldet|erneuert|Leitung|gehört|foreign key|Team|zu Ende/;

type Row = { readonly vertreten: TestKonto; readonly durch: TestKonto; readonly gegeben: TestKonto };
/** As role kim_web, past every command. Returns the id. */
const insert = (actor: Actor, { vertreten, durch, gegeben }: Row, more = sql``) =>
  writeAs(actor, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into kim.vertretung (kreis, traeger_id, vertreten, durch, grund, von, bis, gegeben_von ${more})
      values (${KREIS}, ${vertreten.actor.traegerId}, ${vertreten.actor.kontoId}, ${durch.actor.kontoId}, 'urlaub',
        ${today()}, ${today()}, ${gegeben.actor.kontoId}) returning id`.execute(tx);
    return rows[0]?.id ?? "";
  });
const set = (actor: Actor, id: string, what: ReturnType<typeof sql>) =>
  writeAs(actor, (tx) => sql`update kim.vertretung set ${what} where id = ${id}::uuid`.execute(tx));
const konten = async (one: TestKonto) => (await actingNow(one)).konten;

describe("directly in SQL, as the role of the pages", () => {
  test("nobody appoints herself: not in her own name, not in that of the represented, not as Leitung", async () => {
    for (const [actor, row] of [
      [zweite.actor, { vertreten: mira, durch: zweite, gegeben: zweite }],
      [zweite.actor, { vertreten: mira, durch: zweite, gegeben: mira }],
      [zweite.actor, { vertreten: mira, durch: zweite, gegeben: leitung }],
      [beides.actor, { vertreten: mira, durch: beides, gegeben: beides }],
      [zweite.actor, { vertreten: mira, durch: beides, gegeben: zweite }],
      // Another Träger, and somebody who does not counsel.
      [leitung.actor, { vertreten: mira, durch: elsewhere, gegeben: leitung }],
      [mira.actor, { vertreten: mira, durch: leitung, gegeben: mira }],
    ] as const) {
      await expect(insert(actor, row)).rejects.toThrow(DENIED);
    }
  });

  test("a row cannot come confirmed, and only somebody who is neither of the others confirms it", async () => {
    const row = { vertreten: mira, durch: zweite, gegeben: leitung };
    await expect(insert(leitung.actor, row, sql`, bestaetigt_von`)).rejects.toThrow();
    const id = await insert(leitung.actor, row);
    await set(elsewhere.actor, id, sql`bestaetigt_von = ${elsewhere.actor.kontoId}::uuid`);
    for (const { actor } of [leitung, mira, zweite]) {
      await expect(set(actor, id, sql`bestaetigt_von = ${actor.kontoId}::uuid`)).rejects.toThrow(DENIED);
    }
    // In somebody else's name, or by turning the row to somebody else.
    await expect(set(leitung.actor, id, sql`bestaetigt_von = ${beides.actor.kontoId}::uuid`)).rejects.toThrow(DENIED);
    for (const what of [sql`durch = vertreten`, sql`bis = bis + 100`, sql`gegeben_von = vertreten`])
      await expect(set(leitung.actor, id, what)).rejects.toThrow(/permission denied/);
    expect(await konten(zweite)).toEqual([zweite.actor.kontoId]);
    await set(beides.actor, id, sql`bestaetigt_von = ${beides.actor.kontoId}::uuid`);
    expect(await konten(zweite)).toEqual([zweite.actor.kontoId, mira.actor.kontoId]);
    await set(mira.actor, id, sql`beendet_von = ${mira.actor.kontoId}::uuid`);
    await expect(set(mira.actor, id, sql`beendet_von = null`)).rejects.toThrow(DENIED);
    expect(await konten(zweite)).toEqual([zweite.actor.kontoId]);
  });

  test("a team takes two who are none of it", async () => {
    const member = (actor: Actor, team: string, who: TestKonto) =>
      writeAs(actor, (tx) =>
        sql`insert into kim.team_mitglied (kreis, traeger_id, team_id, konto_id, gegeben_von)
          values (${KREIS}, ${traegerId}, ${team}, ${who.actor.kontoId}, ${actor.kontoId})`.execute(tx),
      );
    const confirm = (actor: Actor, who: TestKonto) =>
      writeAs(actor, (tx) =>
        sql`update kim.team_mitglied set bestaetigt_von = ${actor.kontoId}::uuid where konto_id = ${who.actor.kontoId}::uuid`.execute(
          tx,
        ),
      );
    const team = await writeAs(leitung.actor, async (tx) => {
      const { rows } = await sql<{ id: string }>`insert into kim.team (kreis, traeger_id, name, gegruendet_von)
        values (${KREIS}, ${traegerId}, 'Team', ${leitung.actor.kontoId}) returning id`.execute(tx);
      return rows[0]?.id ?? "";
    });
    await expect(member(beides.actor, team, beides)).rejects.toThrow(DENIED);
    await expect(member(mira.actor, team, zweite)).rejects.toThrow(DENIED);
    await member(leitung.actor, team, beides);
    // She is in it now, or about to be: she opens nobody else's files.
    await expect(member(beides.actor, team, mira)).rejects.toThrow(DENIED);
    await member(leitung.actor, team, mira);
    await expect(confirm(beides.actor, mira)).rejects.toThrow(DENIED);
    await expect(confirm(leitung.actor, mira)).rejects.toThrow(DENIED);
    await db.admin("update kim.team_mitglied set beendet_von = gegeben_von, beendet_am = now()");
  });
});

describe("by the pages' commands", () => {
  const eingabe = (vertreten: TestKonto, durch: TestKonto) => ({
    vertreten: vertreten.actor.kontoId,
    durch: durch.actor.kontoId,
    grund: "krankheit",
    von: today(),
    bis: today(),
  });
  const give = (by: TestKonto, of: TestKonto, to: TestKonto) =>
    writeAs(by.actor, (tx) => giveVertretung(tx, by.actor, eingabe(of, to)));

  test("refuse with a sentence what the database would refuse", async () => {
    await expect(give(beides, mira, beides)).rejects.toThrow("Sich selbst kann niemand einsetzen");
    await expect(give(zweite, mira, beides)).rejects.toThrow(Refused);
    await expect(give(leitung, mira, elsewhere)).rejects.toThrow("gibt es diese Auswahl nicht");
    await expect(give(leitung, elsewhere, zweite)).rejects.toThrow("gibt es diese Auswahl nicht");
    await expect(give(mira, mira, leitung)).rejects.toThrow("gibt es diese Auswahl nicht");
    const id = await give(leitung, mira, zweite);
    const confirm = (by: TestKonto) => writeAs(by.actor, (tx) => confirmVertretung(tx, by.actor, { id }));
    await expect(confirm(leitung)).rejects.toThrow("selbst angeordnet");
    await expect(confirm(zweite)).rejects.toThrow("Es geht um Sie selbst");
    await expect(confirm(mira)).rejects.toThrow("Es geht um Sie selbst");
    await confirm(beides);
  });

  test("whose way in somebody renewed gives nothing: a Leitung with the link cannot open the files by it", async () => {
    await writeAs(leitung.actor, (tx) => invite(tx, leitung.actor, mira.actor.kontoId, { art: "zurueckgesetzt" }));
    const row = { vertreten: mira, durch: beides, gegeben: mira };
    await expect(insert(mira.actor, row)).rejects.toThrow("erneuerter Zugang");
  });
});
