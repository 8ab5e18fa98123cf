import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { newAddress, signedIn } from "../../../../tests/support/anmelden.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { NotFound } from "../../../platform/form.ts";
import { newToken } from "../../../platform/token.ts";
import { writeAs } from "../../../platform/db.ts";
import { endOtherSessions, endOwnSession, switchKeys } from "../commands/own-konto.ts";
import { endSessionOf, lockSession } from "../commands/sessions.ts";
import { unlockSession } from "../commands/unlock-session.ts";
import { eigenesKonto } from "../queries/konto.ts";
import { noteAlive, recognise } from "../queries/sitzungen.ts";
import type { Rolle } from "../model/rechte.ts";

const db = testDatabase();

const START = new Date("2026-11-20T08:00:00Z");
const after = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const someone = (...rollen: Rolle[]) =>
  testKonto({ kreis: "05382", rollen: rollen.length > 0 ? rollen : ["cm_lokal"] });
const stand = async (cookie: string, at = START) => (await recognise(cookie, at)).stand;

async function sitzungId(cookie: string, at = START): Promise<string> {
  const who = await recognise(cookie, at);
  if (who.stand === "unbekannt") throw new Error("Diese Sitzung gibt es nicht.");
  return who.sitzungId;
}

const zuletzt = async (konto: TestKonto) => {
  const rows = await db.admin("select zuletzt from kim.sitzung where konto_id = $1", [konto.actor.kontoId]);
  return rows[0]?.["zuletzt"];
};

test("what is no cookie of ours, or of another Kreis, is nobody", async () => {
  const cookie = await signedIn(await someone(), START);
  const secret = cookie.split(".")[1] ?? "";
  const foreign = [
    "",
    "unsinn",
    `05315.${secret}`,
    `00000.${secret}`,
    newToken("05382"),
    `${cookie}x`,
    cookie.slice(1),
  ];
  for (const one of foreign) expect(await stand(one), one).toBe("unbekannt");
  expect(await stand(cookie)).toBe("offen");
});

test("the Kreis in front of a cookie proves nothing: the same secret under another Kreis opens nothing there", async () => {
  await testKonto({ kreis: "05315", rollen: ["administration"] });
  const cookie = await signedIn(await someone("administration"), START);
  expect(await stand(cookie.replace(/^05382/, "05315"))).toBe("unbekannt");
});

test("deactivated, or back to invited: unknown at the next request", async () => {
  for (const status of ["deaktiviert", "eingeladen"]) {
    const konto = await someone();
    const cookie = await signedIn(konto, START);
    expect(await stand(cookie)).toBe("offen");
    await db.admin("update kim.konto set status = $2 where id = $1", [konto.actor.kontoId, status]);
    expect(await stand(cookie)).toBe("unbekannt");
  }
});

test("a role that ended yesterday, begins tomorrow or that nobody knows is none", async () => {
  const konto = await someone();
  const cookie = await signedIn(konto, START);
  const setRole = (von: string, bis: string | null, rolle = "cm_lokal") =>
    db.admin("update kim.rolle set von = $2, bis = $3, rolle = $4 where konto_id = $1", [
      konto.actor.kontoId,
      von,
      bis,
      rolle,
    ]);
  await setRole("2026-01-01", "2026-11-19");
  expect(await stand(cookie)).toBe("unbekannt");
  await setRole("2026-11-21", null);
  expect(await stand(cookie)).toBe("unbekannt");
  await setRole("2026-01-01", null, "abgeschafft");
  expect(await stand(cookie)).toBe("unbekannt");
  await setRole("2026-11-20", "2026-11-20");
  expect(await stand(cookie)).toBe("offen");
  // Ten minutes to midnight in Germany is still that day, although it is 22:50 in UTC; then it is over.
  await db.admin("update kim.sitzung set angelegt = $1, zuletzt = $1", [new Date("2026-11-20T22:49:00Z")]);
  expect(await stand(cookie, new Date("2026-11-20T22:50:00Z"))).toBe("offen");
  expect(await stand(cookie, new Date("2026-11-20T23:00:00Z"))).toBe("unbekannt");
});

test("rights follow the roles of today on every request", async () => {
  const konto = await someone("administration");
  const cookie = await signedIn(konto, START);
  await db.admin("update kim.rolle set rolle = 'cm_lokal' where konto_id = $1", [konto.actor.kontoId]);
  const who = await recognise(cookie, START);
  expect(who).toMatchObject({ stand: "offen", actor: { rollen: ["cm_lokal"], sicht: "traeger" } });
  expect(who.stand === "offen" && who.actor.rechte.has("konto.verwalten")).toBe(false);
});

test("the sign of life is written once a minute, and idling for a quarter of an hour locks for good", async () => {
  const konto = await someone();
  const cookie = await signedIn(konto, START);
  const alive = async (minutes: number) => {
    const who = await recognise(cookie, after(minutes));
    if (who.stand === "offen") await noteAlive(who, after(minutes));
    return who.stand;
  };
  expect(await alive(0.5)).toBe("offen");
  expect(await zuletzt(konto)).toEqual(START);
  expect(await stand(cookie, after(1))).toBe("offen");
  expect(await zuletzt(konto)).toEqual(START);
  expect(await alive(1)).toBe("offen");
  expect(await zuletzt(konto)).toEqual(after(1));
  expect(await alive(16)).toBe("offen");
  expect(await stand(cookie, after(31.1))).toBe("gesperrt");
  // Once locked, only the password helps, even if the clock were set back.
  expect(await stand(cookie, after(31))).toBe("gesperrt");
  const rows = await db.admin("select art, zweck from kim.protokoll where gegenstand_art = 'sitzung'");
  expect(rows).toContainEqual({ art: "sitzung.gesperrt", zweck: "frist" });
});

test("a locked session keeps its owner, opens by password alone and gets a new cookie", async () => {
  const konto = await someone();
  const cookie = await signedIn(konto, START);
  await lockSession(konto.actor, cookie);
  expect(await recognise(cookie, after(60))).toMatchObject({
    stand: "gesperrt",
    actor: { kontoId: konto.actor.kontoId },
  });
  const unlock = (passwort: string, from = cookie) =>
    unlockSession({ cookie: from, passwort, address: newAddress() }, after(60));
  await expect(unlock("falsch")).rejects.toThrow("stimmt nicht");
  const opened = (await unlock(konto.passwort)) ?? "";
  expect(opened).not.toBe(cookie);
  expect(await stand(opened, after(61))).toBe("offen");
  expect(await stand(cookie, after(61))).toBe("unbekannt");
  expect(await unlock(konto.passwort)).toBeUndefined();
  expect(await unlock(konto.passwort, opened)).toBeUndefined();
});

test("somebody else's password does not open it", async () => {
  const [konto, other] = [await someone(), await someone()];
  const cookie = await signedIn(konto, START);
  await lockSession(konto.actor, cookie);
  const { passwort } = other;
  await expect(unlockSession({ cookie, passwort, address: newAddress() }, START)).rejects.toThrow("stimmt nicht");
});

test("after twelve hours the password alone opens nothing any more", async () => {
  const konto = await someone();
  const cookie = await signedIn(konto, START);
  await lockSession(konto.actor, cookie);
  const late = after(12 * 60 + 1);
  expect(await recognise(cookie, late)).toMatchObject({ stand: "abgelaufen", actor: { kontoId: konto.actor.kontoId } });
  expect(await unlockSession({ cookie, passwort: konto.passwort, address: newAddress() }, late)).toBeUndefined();
});

test("signing out ends the session on the server, and only this one", async () => {
  const konto = await someone();
  const [here, there] = [await signedIn(konto, START), await signedIn(konto, after(2))];
  await endSessionOf(here, after(3));
  expect(await stand(here, after(3))).toBe("unbekannt");
  expect(await stand(there, after(3))).toBe("offen");
  await endSessionOf("unsinn", after(3));
});

test("of others one sees no session and ends none: foreign and missing are the same, for every role", async () => {
  const traegerId = await testTraeger("05382");
  const owner = await testKonto({ kreis: "05382", traegerId, rollen: ["cm_lokal"] });
  const cookie = await signedIn(owner, START);
  const id = await sitzungId(cookie);
  const strangers = [
    await testKonto({ kreis: "05382", traegerId, rollen: ["cm_lokal"] }),
    await testKonto({ kreis: "05382", traegerId, rollen: ["traeger_leitung"] }),
    await someone("cm_lokal"),
    await someone("administration"),
    await testKonto({ kreis: "05315", rollen: ["administration"] }),
  ];
  for (const { actor } of strangers) {
    expect((await eigenesKonto(actor, START)).sitzungen).toEqual([]);
    await expect(writeAs(actor, (tx) => endOwnSession(tx, actor, { id }))).rejects.toThrow(NotFound);
    await expect(writeAs(actor, (tx) => endOwnSession(tx, actor, { id: randomUUID() }))).rejects.toThrow(NotFound);
    await expect(writeAs(actor, (tx) => endOtherSessions(tx, actor, { cookie }, START))).rejects.toThrow(NotFound);
    await lockSession({ ...actor, kreis: "05382" }, newToken("05382"));
  }
  expect(await stand(cookie)).toBe("offen");
});

test("one sees and ends one's own sessions", async () => {
  const konto = await someone();
  const first = await signedIn(konto, START);
  const second = await signedIn(konto, after(2));
  const third = await signedIn(konto, after(4));
  expect((await eigenesKonto(konto.actor, after(5))).sitzungen.map((s) => s.stand)).toEqual([
    "offen",
    "offen",
    "offen",
  ]);
  const { actor } = konto;
  const id = await sitzungId(first, after(5));
  await writeAs(actor, (tx) => endOwnSession(tx, actor, { id }));
  expect(await stand(first, after(5))).toBe("unbekannt");
  await writeAs(actor, (tx) => endOtherSessions(tx, actor, { cookie: third }, after(5)));
  expect(await stand(second, after(5))).toBe("unbekannt");
  expect(await stand(third, after(5))).toBe("offen");
});

test("shortcuts stay as they were switched, for this account", async () => {
  const [konto, other] = [await someone(), await someone("administration")];
  const cookie = await signedIn(konto, START);
  await writeAs(other.actor, (tx) => switchKeys(tx, other.actor, { an: false }));
  expect(await recognise(cookie, START)).toMatchObject({ tasten: true });
  await writeAs(konto.actor, (tx) => switchKeys(tx, konto.actor, { an: false }));
  expect(await recognise(cookie, START)).toMatchObject({ tasten: false });
  await writeAs(konto.actor, (tx) => switchKeys(tx, konto.actor, { an: true }));
  expect(await recognise(cookie, START)).toMatchObject({ tasten: true });
});
