import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { isReleased } from "../../../platform/actor.ts";
import { invite, rollenMit } from "../../zugang/index.ts";
import { addMitglied } from "../commands/add-mitglied.ts";
import { confirmMitglied } from "../commands/confirm-mitglied.ts";
import { confirmVertretung } from "../commands/confirm-vertretung.ts";
import { endVertretung } from "../commands/end-vertretung.ts";
import { foundTeam } from "../commands/found-team.ts";
import { endTeam, leaveTeam } from "../commands/leave-team.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: TestKonto;
let leitung: TestKonto;
let datenschutz: TestKonto;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto;
  leitung = await testKonto({ ...stelle, rollen: ["traeger_leitung"] });
  datenschutz = await testKonto({ ...stelle, rollen: ["datenschutz"] });
});

/** For whom somebody new stands in, given one Vertretung of Mira; her own account left out. */
async function fuer(span: readonly [number, number], by?: Parameters<typeof vertretungOhneRegeln>[3]) {
  const durch = await kollegin(stelle);
  const id = await vertretungOhneRegeln(db, { vertreten: mira, durch }, span, by);
  const others = async () => (await actingNow(durch)).konten.filter((k) => k !== durch.actor.kontoId);
  return { durch, id, others };
}
const MIRA = () => [mira.actor.kontoId];

describe("days, by the calendar in Berlin and the clock of the database", () => {
  test.each([
    ["the day before the first", [1, 3], false],
    ["the first day", [0, 3], true],
    ["in between", [-1, 1], true],
    ["the last day", [-3, 0], true],
    ["the day after the last", [-3, -1], false],
  ] as const)("%s", async (_when, span, open) => {
    expect(await (await fuer(span)).others()).toEqual(open ? MIRA() : []);
  });

  // One of both is on another day than Berlin at any time.
  test.each(["Etc/GMT+12", "Pacific/Kiritimati"])(
    "whatever day it is in the time zone %s of a session",
    async (zone) => {
      await db.admin(
        `do $$ begin execute format('alter database %I set timezone = ''${zone}''', current_database()); end $$`,
      );
      const until = async (day: number) => (await fuer([-3, day])).others();
      expect(await until(0)).toEqual(MIRA());
      expect(await until(-1)).toEqual([]);
      await db.admin("do $$ begin execute format('alter database %I reset timezone', current_database()); end $$");
    },
  );
});

describe("what makes it count", () => {
  test("what a Leitung ordered counts from the moment somebody second confirmed it, and its end with the next request", async () => {
    const { id, others } = await fuer([0, 3], { gegeben: leitung });
    expect(await others()).toEqual([]);
    await writeAs(datenschutz.actor, (tx) => confirmVertretung(tx, datenschutz.actor, { id }));
    expect(await others()).toEqual(MIRA());
    await writeAs(mira.actor, (tx) => endVertretung(tx, mira.actor, { id }));
    expect(await others()).toEqual([]);
  });

  test("whose own files are closed, who is deactivated or counsels no more, stands in for nobody", async () => {
    const closed = await fuer([0, 3]);
    await writeAs(leitung.actor, (tx) =>
      invite(tx, leitung.actor, closed.durch.actor.kontoId, { art: "zurueckgesetzt" }),
    );
    const actor = await actingNow(closed.durch);
    expect(actor.konten).toEqual([]);
    expect(isReleased(actor)).toBe(false);

    const ended = await fuer([0, 3]);
    await db.admin("update kim.rolle set rolle = 'traeger_leitung' where konto_id = $1", [ended.durch.actor.kontoId]);
    expect(await ended.others()).toEqual([]);

    const gone = await fuer([0, 3]);
    await db.admin("update kim.konto set status = 'deaktiviert' where id = $1", [gone.durch.actor.kontoId]);
    await expect(gone.others()).rejects.toThrow("unbekannt");
  });

  test("it is not passed on: who stands in for somebody does not stand in for whom she stands in", async () => {
    const { durch } = await fuer([0, 3]);
    const third = await kollegin(stelle);
    await vertretungOhneRegeln(db, { vertreten: durch, durch: third }, [0, 3]);
    expect((await actingNow(third)).konten).toEqual([third.actor.kontoId, durch.actor.kontoId]);
  });
});

describe("a team", () => {
  test("is one arrangement: its confirmed members stand in for each other, until one leaves or it ends", async () => {
    const [a, b, c] = [await kollegin(stelle), await kollegin(stelle), await kollegin(stelle)];
    const actor = leitung.actor;
    const team = await writeAs(actor, (tx) => foundTeam(tx, actor, { name: "Team Lohmar" }));
    const others = async (one: TestKonto) => (await actingNow(one)).konten.slice(1).toSorted();
    const ids = new Map<TestKonto, string>();
    for (const one of [a, b, c]) {
      ids.set(one, await writeAs(actor, (tx) => addMitglied(tx, actor, { team, konto: one.actor.kontoId })));
    }
    expect(await others(a)).toEqual([]);
    for (const one of [a, b, c]) {
      const at = { team, mitglied: ids.get(one) ?? "" };
      await writeAs(datenschutz.actor, (tx) => confirmMitglied(tx, datenschutz.actor, at));
    }
    expect(await others(a)).toEqual([b.actor.kontoId, c.actor.kontoId].toSorted());
    expect(await db.admin("select 1 from kim.team_mitglied where team_id = $1", [team])).toHaveLength(3);
    await writeAs(c.actor, (tx) => leaveTeam(tx, c.actor, { team, mitglied: ids.get(c) ?? "" }));
    expect([await others(a), await others(c)]).toEqual([[b.actor.kontoId], []]);
    await writeAs(actor, (tx) => endTeam(tx, actor, { id: team }));
    expect(await others(a)).toEqual([]);
  });
});

test("the roles that the database knows are those of the program", async () => {
  const [row] = await db.admin(
    "select zustaendigkeit.rollen('beraten') as beraten, zustaendigkeit.rollen('leiten') as leiten, zustaendigkeit.rollen('bezeugen') as bezeugen, zustaendigkeit.rollen('verteilen') as verteilen",
  );
  const sorted = (list: unknown) => (Array.isArray(list) ? list.map(String).toSorted() : []);
  expect(sorted(row?.["beraten"])).toEqual(rollenMit("beratung.schreiben").toSorted());
  expect(sorted(row?.["leiten"])).toEqual(rollenMit("vertretung.anordnen").toSorted());
  expect(sorted(row?.["bezeugen"])).toEqual(rollenMit("konto.bestaetigen").toSorted());
  expect(sorted(row?.["verteilen"])).toEqual(rollenMit("zuweisung.verteilen").toSorted());
  expect(await db.admin("select zustaendigkeit.heute()::text as tag")).toEqual([{ tag: today() }]);
});
