import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signedIn } from "../../../../tests/support/anmelden.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { systemActor } from "../../../platform/actor.ts";
import { startDatabase, stopDatabase, writeAs } from "../../../platform/db.ts";
import { saveDraft } from "../../../platform/drafts.ts";
import { newToken } from "../../../platform/token.ts";
import { createSetupLink } from "../commands/set-up-link.ts";
import { cleanUp } from "./clean-up.ts";
import { jobs } from "./index.ts";
import { mailInvitation } from "./mail-invitation.ts";
import { invite } from "../commands/invite.ts";

const db = testDatabase();

const KREIS = "05382";
const system = systemActor(KREIS);
const letters: string[] = [];
let sink: SMTPServer;
let smtpUrl: string;
let konto: TestKonto;

beforeAll(async () => {
  sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        letters.push(Buffer.concat(parts).toString("utf8"));
        done();
      });
    },
  });
  const address = await new Promise<AddressInfo | string | null>((done) => {
    const server = sink.listen(0, "127.0.0.1", () => done(server.address()));
  });
  smtpUrl = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterAll(() => new Promise<void>((done) => sink.close(() => done())));

beforeEach(async () => {
  letters.length = 0;
  await as("kim_web");
  konto = await testKonto({ kreis: KREIS, rollen: ["cm_lokal"], name: "Jö Muster" });
});

/** Opens the doors as one of the two roles: jobs run as the worker, and may do only what it may. */
async function as(role: "kim_web" | "kim_worker"): Promise<void> {
  await stopDatabase();
  startDatabase({ url: db.urlOf(role), applicationName: "kim-test", poolSize: 2 });
}

const config = () => ({
  smtpUrl,
  mailAbsender: "kim@beispiel.example",
  adresse: "https://kim.beispiel.example",
  port: 8080,
});

async function invited(): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = await writeAs(system, (tx) => invite(tx, system, konto.actor.kontoId, { id }));
  return { id, token };
}

const linkOf = async (id: string) =>
  (await db.admin("select link from kim.einladung where id = $1", [id]))[0]?.["link"];

/** Undoes quoted-printable, which a letter with umlauts is sent in. */
const plain = (letter: string) =>
  Buffer.from(
    letter
      .replaceAll("=\r\n", "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

test("an invitation is mailed once, and then its link is forgotten", async () => {
  const { id, token } = await invited();
  await as("kim_worker");
  const payload = { kreis: KREIS, einladungId: id };
  await mailInvitation(config(), payload);
  await mailInvitation(config(), payload);
  expect(letters).toHaveLength(1);
  const letter = plain(letters[0] ?? "");
  expect(letter).toContain("Guten Tag Jö Muster,");
  expect(letter).toContain(`https://kim.beispiel.example/einladung/${token}`);
  expect(letter).toContain(`To: ${konto.email}`);
  expect(letter).toContain("Content-Type: text/plain");
  expect(await linkOf(id)).toBeNull();
});

test("without a mail server the link stays sealed until it runs out: a form sent twice shows it again", async () => {
  const { id } = await invited();
  await as("kim_worker");
  await mailInvitation({ ...config(), smtpUrl: undefined }, { kreis: KREIS, einladungId: id });
  expect(letters).toHaveLength(0);
  await cleanUp(days(6.9));
  expect(await linkOf(id)).not.toBeNull();
  await cleanUp(days(7.1));
  expect(await linkOf(id)).toBeNull();
});

test("a mail server that is away fails the job, and the link waits for the next try", async () => {
  const { id } = await invited();
  await as("kim_worker");
  const away = { ...config(), smtpUrl: "smtp://127.0.0.1:1" };
  await expect(mailInvitation(away, { kreis: KREIS, einladungId: id })).rejects.toThrow();
  expect(await linkOf(id)).not.toBeNull();
});

test("a link that was used or replaced is not mailed any more, and one of another Kreis never", async () => {
  const { id } = await invited();
  await invited();
  await as("kim_worker");
  await mailInvitation(config(), { kreis: KREIS, einladungId: id });
  await mailInvitation(config(), { kreis: "05315", einladungId: id });
  await mailInvitation(config(), { kreis: KREIS, einladungId: randomUUID() });
  expect(letters).toHaveLength(0);
});

test("jobs check their payload", async () => {
  const mail = jobs.find((j) => j.name === "einladung.mailen");
  await expect(mail?.run({ kreis: "05382; drop", einladungId: "x" })).rejects.toThrow();
});

const days = (n: number) => new Date(Date.now() + n * 86_400_000);

async function count(table: string): Promise<number> {
  const rows = await db.admin(`select count(*)::int as n from ${table}`);
  return Number(rows[0]?.["n"]);
}

test("what has served its time goes, what has not stays", async () => {
  await db.admin("delete from kim.einladung");
  await signedIn(konto);
  const draft = { id: randomUUID(), form: "beratung", values: { notiz: ["halb"] } };
  await writeAs(konto.actor, (tx) => saveDraft(tx, konto.actor, draft));
  await invited();
  await createSetupLink("http://localhost");
  await db.admin(
    `insert into kim.idempotenz (kreis, konto_id, schluessel, abdruck, antwort, am) values ($1, $2, $3, '', '/', current_date)`,
    [KREIS, konto.actor.kontoId, randomUUID()],
  );
  await db.admin("insert into betrieb.anmeldeversuch (schluessel, zuletzt) values ($1, now())", [newToken(KREIS)]);
  const tables = {
    "betrieb.anmeldeversuch": 1.1,
    "kim.sitzung": 1.6,
    "betrieb.einrichtung": 2.1,
    "kim.entwurf": 14.1,
    "kim.einladung": 37.1,
  };
  await as("kim_worker");
  for (const [table, age] of Object.entries(tables)) {
    await cleanUp(days(age - 0.2));
    expect(await count(table), `${table} vorher`).toBeGreaterThan(0);
    // Of a key of a form only the day is known.
    if (table === "kim.entwurf") expect(await count("kim.idempotenz")).toBe(1);
    await cleanUp(days(age));
    expect(await count(table), table).toBe(0);
  }
  expect(await count("kim.idempotenz")).toBe(0);
});
