import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { tokenHash } from "../../../platform/token.ts";
import { emailHash, invite, kontoNames, openLink } from "../../zugang/index.ts";
import { createKonto, createStandort, createTraeger, einrichten, kommunen } from "../index.ts";

const db = testDatabase();

const input = (kreis: string) => ({
  kreis,
  traegerName: "Musterkreis",
  adminName: "Mira Beispiel",
  adminEmail: `Mira.${kreis}@Beispiel.example `,
});

const messageOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? error.errors : error;
};

test("sets up Kreis, Kommunen, Träger with keys, administrator and invitation", async () => {
  const made = await einrichten(input("05382"));
  const actor = systemActor("05382");
  const seen = await readAs(actor, async (tx) => ({
    kommunen: await kommunen(tx),
    names: await kontoNames(tx, "05382", [made.kontoId]),
    konto: await tx.selectFrom("kim.konto").select(["status", "traeger_id", "email_hash"]).executeTakeFirstOrThrow(),
    rollen: await tx.selectFrom("kim.rolle").select(["rolle", "bis"]).execute(),
    einladung: await tx.selectFrom("kim.einladung").select(["id", "token_hash"]).executeTakeFirstOrThrow(),
  }));
  expect(seen.kommunen).toHaveLength(19);
  expect(seen.names.get(made.kontoId)).toBe("Mira Beispiel");
  expect(seen.konto).toMatchObject({ status: "eingeladen", traeger_id: made.traegerId });
  expect(seen.konto.email_hash).toEqual(emailHash("mira.05382@beispiel.example"));
  expect(seen.rollen).toEqual([{ rolle: "administration", bis: null }]);
  expect(seen.einladung.token_hash).toEqual(tokenHash(made.link.replace("/einladung/", "")));
  expect(await readAs(actor, (tx) => openLink(tx, "05382", seen.einladung.id))).toBe(made.link);
  const keys = await db.admin("select art from tresor.schluessel where kreis = '05382' order by art");
  expect(keys).toEqual([{ art: "konto" }, { art: "traeger" }]);
  const events = await db.admin("select art from kim.protokoll order by art");
  expect(events.map((e) => e["art"])).toEqual([
    "konto.angelegt",
    "konto.eingeladen",
    "kreis.eingerichtet",
    "traeger.angelegt",
  ]);
});

test("neither name nor address nor link is stored in the clear", async () => {
  const rows = await db.admin(
    "select row_to_json(k)::text as k, row_to_json(e)::text as e from kim.konto k, kim.einladung e",
  );
  const jobs = await db.admin("select payload::text from graphile_worker._private_jobs");
  const text = JSON.stringify([rows, jobs]);
  const hex = (t: string) => Buffer.from(t).toString("hex");
  for (const word of ["Beispiel", "mira.05382", "einladung/05382"]) {
    expect(text).not.toContain(word);
    expect(text).not.toContain(hex(word));
  }
  expect(jobs).toHaveLength(1);
});

test("refuses a Kreis that is set up already, and changes nothing", async () => {
  const again = await messageOf(einrichten({ ...input("05382"), adminEmail: "jo@beispiel.example" }));
  expect(again).toEqual([{ field: "kreis", message: expect.stringContaining("schon eingerichtet") }]);
  expect(await db.admin("select 1 from kim.konto")).toHaveLength(1);
});

test.each(["05999", "5382", "00000", "05382'; drop table kim.konto; --"])(
  "refuses %s, which is no KIM-Kommune",
  async (kreis) => {
    expect(await messageOf(einrichten(input(kreis)))).toEqual([
      { field: "kreis", message: expect.stringContaining("KIM-Kommunen") },
    ]);
  },
);

test("a Kreis without a template starts without Kommunen; a kreisfreie Stadt is its own", async () => {
  await einrichten(input("05154"));
  await einrichten(input("05315"));
  expect(await readAs(systemActor("05154"), kommunen)).toEqual([]);
  expect(await readAs(systemActor("05315"), kommunen)).toHaveLength(1);
});

test("an address that another Kreis knows sets this one up like any other: nobody is told of it", async () => {
  const made = await einrichten({ ...input("05334002"), adminEmail: "MIRA.05382@beispiel.example" });
  expect(made.link).toMatch(/^\/einladung\/05334002\./);
});

test("Träger, Standort and account of another Träger can be made, and its staff cannot be read by a third", async () => {
  const actor = systemActor("05382");
  const made = await writeAs(actor, async (tx) => {
    const traegerId = await createTraeger(tx, actor, { name: "Musterverband", art: "wohlfahrt" });
    const standortId = await createStandort(tx, actor, { traegerId, ags: "05382004", name: "Beratungshaus" });
    const rollen = [{ rolle: "cm_lokal", von: "2026-01-01", bis: null }];
    const konto = { traegerId, name: "Jo Muster", email: "jo.muster@beispiel.example", standortId, rollen };
    const { kontoId } = await createKonto(tx, actor, konto);
    return { traegerId, kontoId };
  });
  const seenBy = (traegerId: string) =>
    readAs({ ...actor, traegerId, sicht: "traeger" }, (tx) => kontoNames(tx, "05382", [made.kontoId]));
  expect((await seenBy(made.traegerId)).get(made.kontoId)).toBe("Jo Muster");
  expect((await seenBy(randomUUID())).size).toBe(0);
});

test("a new invitation ends the older one", async () => {
  const actor = systemActor("05154");
  const [{ id } = { id: "" }] = await readAs(actor, (tx) => tx.selectFrom("kim.konto").select("id").execute());
  await writeAs(actor, (tx) => invite(tx, actor, id));
  const rows = await db.admin(
    "select verbraucht is null as offen, link is null as leer from kim.einladung where kreis = '05154' order by 1",
  );
  expect(rows).toEqual([
    { offen: false, leer: true },
    { offen: true, leer: false },
  ]);
});
