import { beforeAll, describe, expect, test } from "vitest";
import { TABLES } from "../../../../db/tables/index.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { saveDraft } from "../../../platform/drafts.ts";
import { withdrawBeratung } from "../../beratungen/commands/withdraw.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import type { Rolle } from "../../zugang/index.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: TestKonto;
const actors = new Map<string, Actor>();

const FILES = TABLES.filter(({ wall }) => wall === "akte" || wall === "entwurf");

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto;
  await everyKind();
  const durch = await kollegin(stelle);
  await vertretungOhneRegeln(db, { vertreten: mira, durch }, [0, 0]);
  const member = await kollegin(stelle);
  await teamOf(mira, member);
  actors.set("own", mira.actor);
  actors.set("represented", await actingNow(durch));
  actors.set("team", await actingNow(member));
  actors.set("colleague", (await kollegin(stelle)).actor);
  const { kreis, traegerId } = stelle;
  const inTraeger = async (rollen: Rolle[]) => (await testKonto({ kreis, traegerId, rollen })).actor;
  actors.set("coordination", await inTraeger(["cm_koordination", "kim_koordination"]));
  actors.set("Leitung", await inTraeger(["traeger_leitung"]));
  actors.set("Administration", await inTraeger(["administration"]));
  actors.set("Modul III", await inTraeger(["abh_fachkraft", "ebh_fachkraft"]));
  actors.set("other Träger", (await testKonto({ kreis, rollen: ["cm_lokal"] })).actor);
  actors.set("other Kreis", (await testKonto({ kreis: "05315", rollen: ["cm_lokal"] })).actor);
}, 60_000);

/** At least one row of Mira in every table of files. */
async function everyKind(): Promise<void> {
  const id = await erfasse(stelle, { stufe: "2", neu1_vorname: "Mira", neu1_nachname: "Beispiel", notiz: "war da" });
  const why = { grund: "doppelt", unbedenklich: false };
  await writeAs(mira.actor, (tx) => withdrawBeratung(tx, mira.actor, { id, version: 1 }, why));
  const person = String((await db.admin("select id from kim.person"))[0]?.["id"]);
  const fall = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
  await writeAs(mira.actor, (tx) => openFall(tx, mira.actor, fall));
  const draft = { id: crypto.randomUUID(), form: "beratung", values: { notiz: ["angefangen"] } };
  await writeAs(mira.actor, (tx) => saveDraft(tx, mira.actor, draft));
  const { kreis, traegerId } = stelle;
  const whose = [kreis, traegerId, mira.actor.kontoId];
  await db.admin(
    `insert into kim.uebernahme (kreis, traeger_id, konto_id, datei, abdruck, bytes) values ($1, $2, $3, '\\x00', '\\x00', 1)`,
    whose,
  );
  const [wort] = await db.admin(
    `insert into kim.wort (kreis, traeger_id, art, abdruck, wort) values ($1, $2, 'thema', '\\x00', '\\x00') returning id`,
    [kreis, traegerId],
  );
  await db.admin(
    "insert into kim.beratung_wort (kreis, traeger_id, konto_id, beratung_id, wort_id) values ($1, $2, $3, $4, $5)",
    [...whose, id, wort?.["id"]],
  );
}

async function teamOf(...members: readonly TestKonto[]): Promise<void> {
  const { kreis, traegerId } = stelle;
  const by = [crypto.randomUUID(), crypto.randomUUID()];
  const [team] = await db.admin(
    "insert into kim.team (kreis, traeger_id, name, gegruendet_von) values ($1, $2, 'Team', $3) returning id",
    [kreis, traegerId, by[0]],
  );
  for (const { actor } of members)
    await db.admin(
      `insert into kim.team_mitglied (kreis, traeger_id, team_id, konto_id, gegeben_von, bestaetigt_von, bestaetigt_am)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [kreis, traegerId, team?.["id"], actor.kontoId, ...by],
    );
}

/** How many of Mira's rows somebody sees, and how many a change of all that she or he sees would reach, by table. */
async function reach(actor: Actor): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  await readAs(actor, async (tx) => {
    for (const { name } of FILES) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(name)} where konto_id = ${mira.actor.kontoId}::uuid`.execute(tx);
      seen[name] = rows[0]?.n ?? -1;
    }
  });
  return seen;
}
const none = Object.fromEntries(FILES.map(({ name }) => [name, 0]));
const actorOf = (who: string): Actor => actors.get(who) ?? mira.actor;

describe("every kind of record", () => {
  test("the account itself sees all of them: there is one of each", async () => {
    const empty = Object.entries(await reach(actorOf("own"))).filter(([, n]) => n === 0);
    expect(empty).toEqual([]);
  });

  test.each(["represented", "team"])("%s: everything of the file, but not what she began to write", async (who) => {
    expect(await reach(actorOf(who))).toEqual({ ...(await reach(actorOf("own"))), "kim.entwurf": 0 });
  });

  test.each(["colleague", "coordination", "Leitung", "Administration", "Modul III", "other Träger", "other Kreis"])(
    "%s: nothing",
    async (who) => expect(await reach(actorOf(who))).toEqual(none),
  );

  test("whoever is on the list of another Träger reaches nothing either: the Träger is asked as well", async () => {
    const actor = { ...actorOf("other Träger"), konten: [actorOf("other Träger").kontoId, mira.actor.kontoId] };
    expect(await reach(actor)).toEqual({ ...none });
  });

  test("it is the policy that holds: without it a colleague sees the rows, and this test says so", async () => {
    for (const { name } of FILES) await db.admin(`drop policy innere_wand on ${name}`);
    const open = Object.entries(await reach(actorOf("colleague"))).filter(([, n]) => n > 0);
    expect(open.map(([name]) => name)).toEqual(FILES.map(({ name }) => name));
  });
});
