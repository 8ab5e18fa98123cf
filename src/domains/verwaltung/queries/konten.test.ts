import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { newToken, tokenHash } from "../../../platform/token.ts";
import { recognise } from "../../zugang/index.ts";
import { signIn } from "../../zugang/commands/sign-in.ts";
import { addRolle } from "../commands/add-rolle.ts";
import { changeKonto } from "../commands/change-konto.ts";
import { deactivateKonto } from "../commands/deactivate-konto.ts";
import { endRolle } from "../commands/end-rolle.ts";
import { resetKonto } from "../commands/reset-konto.ts";
import { kontoAkte, kontoRows } from "./konten.ts";

const db = testDatabase();
const KREIS = "05382";
let admin: TestKonto;
let traegerId: string;
let leitung: Actor;
let jo: TestKonto;

beforeAll(async () => {
  traegerId = await testTraeger(KREIS);
  admin = await testKonto({ kreis: KREIS, rollen: ["administration"] });
  leitung = (await testKonto({ kreis: KREIS, traegerId, rollen: ["traeger_leitung"] })).actor;
});
beforeEach(async () => {
  jo = await testKonto({ kreis: KREIS, traegerId, rollen: ["cm_lokal"], name: "Jo Muster" });
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "gelungen",
    (error: unknown) => (error instanceof Refused ? (error.errors[0]?.message ?? "") : String(error)),
  );

/** A session as signing in would leave it. */
async function session(konto: Actor): Promise<string> {
  const token = newToken(KREIS);
  const row = { kreis: KREIS, konto_id: konto.kontoId, token_hash: tokenHash(token), stand: "offen" };
  await writeAs(systemActor(KREIS), (tx) => tx.insertInto("kim.sitzung").values(row).execute());
  return token;
}

const standOf = async (cookie: string) => (await recognise(cookie)).stand;
const akteOf = (id: string) => readAs(admin.actor, (tx) => kontoAkte(tx, admin.actor, id));
const events = async (id: string) =>
  (await db.admin("select art, konto_id, zweck from kim.protokoll where gegenstand_id = $1 order by zeit", [id])).map(
    (row) => ({ art: row["art"], wer: row["konto_id"], zweck: row["zweck"] }),
  );

describe("deactivating", () => {
  test("works from the next request on, and ends links", async () => {
    const cookie = await session(jo.actor);
    expect(await standOf(cookie)).toBe("offen");
    await writeAs(leitung, (tx) => resetKonto(tx, leitung, { id: jo.actor.kontoId }, { invitationId: randomUUID() }));
    await writeAs(leitung, (tx) => deactivateKonto(tx, leitung, { id: jo.actor.kontoId }));
    expect(await standOf(cookie)).toBe("unbekannt");
    const akte = await akteOf(jo.actor.kontoId);
    expect(akte).toMatchObject({ status: "deaktiviert", einladungBis: undefined });
    expect((await events(jo.actor.kontoId)).map((e) => e.art)).toEqual([
      "konto.zurueckgesetzt",
      "akten.geschlossen",
      "konto.eingeladen",
      "konto.deaktiviert",
    ]);
  });

  test("opening it again takes a new password and a new second factor", async () => {
    await writeAs(leitung, (tx) => deactivateKonto(tx, leitung, { id: jo.actor.kontoId }));
    await writeAs(leitung, (tx) => resetKonto(tx, leitung, { id: jo.actor.kontoId }, { invitationId: randomUUID() }));
    expect((await akteOf(jo.actor.kontoId)).status).toBe("eingeladen");
    const attempt = signIn({ email: jo.email, passwort: jo.passwort, address: "192.0.2.1", cookie: "" });
    await expect(attempt).rejects.toThrow(Refused);
  });
});

describe("resetting", () => {
  test("ends sessions and what was valid before; the new link is the only way", async () => {
    const cookie = await session(jo.actor);
    const token = await writeAs(leitung, (tx) =>
      resetKonto(tx, leitung, { id: jo.actor.kontoId }, { invitationId: randomUUID() }),
    );
    expect(await standOf(cookie)).toBe("unbekannt");
    const open = await db.admin("select token_hash from kim.einladung where konto_id = $1 and verbraucht is null", [
      jo.actor.kontoId,
    ]);
    expect(open).toEqual([{ token_hash: tokenHash(token) }]);
  });
});

describe("the last administration", () => {
  test("can neither be deactivated, reset nor demoted, whoever asks; not even with a later last day", async () => {
    const me = admin.actor;
    const { rollen } = await akteOf(me.kontoId);
    const rolle = rollen[0]?.id ?? "";
    const attempts = [
      () => writeAs(me, (tx) => deactivateKonto(tx, me, { id: me.kontoId })),
      () => writeAs(me, (tx) => resetKonto(tx, me, { id: me.kontoId }, { invitationId: randomUUID() })),
      () => writeAs(me, (tx) => endRolle(tx, me, { id: me.kontoId, rolle: rolle }, { bis: "2099-12-31" })),
    ];
    for (const attempt of attempts) expect(await refusal(attempt())).toContain("niemand mehr als Administration");
    expect(await akteOf(me.kontoId)).toMatchObject({ status: "aktiv", rollen: [{ bis: null }] });
  });

  test("two administrators cannot remove each other at the same instant", async () => {
    const kreis = "05315";
    for (let round = 0; round < 5; round++) {
      const [a, b] = [
        (await testKonto({ kreis, rollen: ["administration"] })).actor,
        (await testKonto({ kreis, rollen: ["administration"] })).actor,
      ];
      await db.admin("update kim.konto set status = 'deaktiviert' where kreis = $1 and id <> all($2)", [
        kreis,
        [a.kontoId, b.kontoId],
      ]);
      const outcomes = await Promise.all([
        refusal(writeAs(a, (tx) => deactivateKonto(tx, a, { id: b.kontoId }))),
        refusal(writeAs(b, (tx) => deactivateKonto(tx, b, { id: a.kontoId }))),
      ]);
      expect(outcomes.toSorted()).toEqual([expect.stringContaining("niemand mehr als Administration"), "gelungen"]);
    }
  });
});

describe("roles from one day to another", () => {
  const add = (rolle: string, von: string, bis: string | null = null) =>
    writeAs(leitung, (tx) => addRolle(tx, leitung, { id: jo.actor.kontoId }, { rolle, von, bis }));
  const rolleOf = async (code: string) =>
    (await akteOf(jo.actor.kontoId)).rollen.find((rolle) => rolle.rolle === code && rolle.bis === null);

  test("works from its first day through its last, on the next request", async () => {
    const cookie = await session(jo.actor);
    await add("traeger_leitung", today());
    expect(await recognise(cookie)).toMatchObject({ actor: { rollen: ["cm_lokal", "traeger_leitung"] } });
    const rolle = await rolleOf("traeger_leitung");
    await writeAs(leitung, (tx) =>
      endRolle(tx, leitung, { id: jo.actor.kontoId, rolle: rolle?.id ?? "" }, { bis: "2020-01-01" }),
    );
    expect(await recognise(cookie)).toMatchObject({ actor: { rollen: ["cm_lokal"] } });
    expect(await events(jo.actor.kontoId)).toEqual([
      { art: "rolle.vergeben", wer: leitung.kontoId, zweck: "traeger_leitung" },
      { art: "rolle.beendet", wer: leitung.kontoId, zweck: "traeger_leitung" },
    ]);
  });

  test("without any role nobody is known, and a role's end is kept", async () => {
    const cookie = await session(jo.actor);
    const rolle = await rolleOf("cm_lokal");
    await writeAs(leitung, (tx) =>
      endRolle(tx, leitung, { id: jo.actor.kontoId, rolle: rolle?.id ?? "" }, { bis: "2021-12-31" }),
    );
    expect(await standOf(cookie)).toBe("unbekannt");
    expect((await akteOf(jo.actor.kontoId)).rollen).toMatchObject([{ von: "2020-01-01", bis: "2021-12-31" }]);
  });

  test("the same role is not given twice for one day, nor ended later than it already does", async () => {
    expect(await refusal(add("cm_lokal", "2030-01-01"))).toContain("schon vergeben");
    await add("cm_mukis", "2026-01-01", "2026-03-31");
    await add("cm_mukis", "2026-04-01", "2026-06-30");
    const { rollen } = await akteOf(jo.actor.kontoId);
    const first = rollen.find((rolle) => rolle.von === "2026-01-01")?.id ?? "";
    const later = writeAs(leitung, (tx) =>
      endRolle(tx, leitung, { id: jo.actor.kontoId, rolle: first }, { bis: "2026-12-31" }),
    );
    expect(await refusal(later)).toContain("endet schon früher");
  });

  test("a link made before an account came to reach further opens nothing any more", async () => {
    const id = jo.actor.kontoId;
    await writeAs(leitung, (tx) => resetKonto(tx, leitung, { id }, { invitationId: randomUUID() }));
    const neu = { rolle: "administration", von: today(), bis: null };
    await writeAs(admin.actor, (tx) => addRolle(tx, admin.actor, { id }, neu));
    expect((await akteOf(id)).einladungBis).toBeUndefined();
    await writeAs(admin.actor, (tx) => deactivateKonto(tx, admin.actor, { id }));
  });
});

describe("name and address", () => {
  const change = (version: number, email = jo.email, name = "Jo Muster-Beispiel") =>
    writeAs(leitung, (tx) =>
      changeKonto(tx, leitung, { id: jo.actor.kontoId, version }, { name, email, standort: null }),
    );

  test("with the address the way to sign in changes, and an open link ends", async () => {
    const id = jo.actor.kontoId;
    await writeAs(leitung, (tx) => resetKonto(tx, leitung, { id }, { invitationId: randomUUID() }));
    await change(2, " Jo.Neu@Beispiel.example");
    expect(await akteOf(id)).toMatchObject({ email: "Jo.Neu@Beispiel.example", version: 3, einladungBis: undefined });
    const directory = await db.admin("select 1 from betrieb.anmeldename where konto_id = $1", [id]);
    expect(directory).toHaveLength(1);
    await change(3, "JO.NEU@beispiel.example");
    expect(await refusal(change(4, admin.email))).toContain("schon einen Zugang");
  });

  test("a stale save changes nothing and says what is stored", async () => {
    await change(1);
    const error = await change(1, jo.email, "Jo Fremd").catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Stale);
    if (error instanceof Stale)
      expect(error.conflict).toEqual({
        version: 2,
        stored: { name: ["Jo Muster-Beispiel"], email: [jo.email], standort: [] },
      });
    expect((await akteOf(jo.actor.kontoId)).name).toBe("Jo Muster-Beispiel");
  });

  test("nothing of it is anywhere in the tables in the clear", async () => {
    await change(1, "jo.ganz.geheim@beispiel.example", "Jo Ganzgeheim");
    const tables = await db.admin(
      "select table_schema || '.' || table_name as t from information_schema.tables where table_schema in ('kim', 'betrieb', 'tresor', 'graphile_worker') and table_type = 'BASE TABLE'",
    );
    for (const { t } of tables) {
      const rows = await db.admin(`select x::text as zeile from ${String(t)} x`);
      const text = rows.map((row) => String(row["zeile"])).join("\n");
      for (const word of ["Ganzgeheim", "ganz.geheim"]) {
        expect(text, String(t)).not.toContain(word);
        expect(text, String(t)).not.toContain(Buffer.from(word).toString("hex"));
      }
    }
  });
});

test("the list is sorted by name and filtered by Träger, role and state", async () => {
  const fresh = await testTraeger(KREIS);
  for (const name of ["Zoe Probe", "Änne Beispiel", "Bo Muster"])
    await testKonto({ kreis: KREIS, traegerId: fresh, rollen: ["cm_lokal"], name });
  const names = async (filter: Parameters<typeof kontoRows>[2]) =>
    (await readAs(admin.actor, (tx) => kontoRows(tx, admin.actor, filter))).map((row) => row.name);
  expect(await names({ traeger: fresh })).toEqual(["Änne Beispiel", "Bo Muster", "Zoe Probe"]);
  expect(await names({ traeger: fresh, rolle: "administration" })).toEqual([]);
  expect(await names({ traeger: fresh, status: "deaktiviert" })).toEqual([]);
  expect(await names({ rolle: "administration", status: "aktiv" })).toEqual(["Mira Beispiel"]);
});

test("an account of another Träger is not there for the head of one", async () => {
  for (const id of [admin.actor.kontoId, randomUUID()]) {
    const attempts = [
      () => writeAs(leitung, (tx) => deactivateKonto(tx, leitung, { id })),
      () => writeAs(leitung, (tx) => resetKonto(tx, leitung, { id }, { invitationId: randomUUID() })),
      () => writeAs(leitung, (tx) => addRolle(tx, leitung, { id }, { rolle: "cm_lokal", von: today(), bis: null })),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotFound);
  }
});
