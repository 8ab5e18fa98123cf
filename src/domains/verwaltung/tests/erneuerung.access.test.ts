import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { SECRET, type Team, nummerOn, takeOver, team } from "../../../../tests/support/erneuern.ts";
import { isTest, readSource, sourceFiles } from "../../../../tests/support/import-graph.ts";
import type { TestKonto } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import type { Actor, Recht } from "../../../platform/actor.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { routes } from "../../../routes.ts";
import { ROLLEN, confirmKonto, opensFiles, recognise } from "../../zugang/index.ts";
import { invite } from "../../zugang/commands/invite.ts";
import { changeKonto } from "../commands/change-konto.ts";
import { deactivateKonto } from "../commands/deactivate-konto.ts";
import { resetKonto } from "../commands/reset-konto.ts";
import { restoreAccess } from "../commands/restore-access.ts";
import { kontoAkte } from "../queries/konten.ts";

const db = testDatabase();
const server = useProduct();

const as = <R>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<R>) => writeAs(actor, (tx) => work(tx, actor));
const reset = (by: TestKonto, { erna }: Team) =>
  as(by.actor, (tx, actor) => resetKonto(tx, actor, { id: erna.actor.kontoId }, { invitationId: randomUUID() }));
const deactivate = (by: TestKonto, { erna }: Team) =>
  as(by.actor, (tx, actor) => deactivateKonto(tx, actor, { id: erna.actor.kontoId }));

async function changeAddress(by: TestKonto, { erna }: Team): Promise<void> {
  const id = erna.actor.kontoId;
  const { version, name } = await readAs(by.actor, (tx) => kontoAkte(tx, by.actor, id));
  const email = `${randomUUID().slice(0, 8)}@boese.example`;
  await as(by.actor, (tx, actor) => changeKonto(tx, actor, { id, version }, { name, email, standort: null }));
}

/** Every way to renew somebody's way in, by the file that makes its link; the token of the last one. */
const PATHS: Readonly<Record<string, Readonly<Record<string, (t: Team) => Promise<string>>>>> = {
  "src/domains/verwaltung/commands/reset-konto.ts": {
    "reset by the head of the Träger": (t) => reset(t.leitung, t),
    "reset by the administration": (t) => reset(t.administration, t),
    "opened again": (t) => deactivate(t.leitung, t).then(() => reset(t.leitung, t)),
    "one more link": (t) => reset(t.leitung, t).then(() => reset(t.administration, t)),
    "another address, then a new link": (t) => changeAddress(t.leitung, t).then(() => reset(t.leitung, t)),
    "a new link, then another address, then one more": async (t) => {
      await reset(t.leitung, t);
      await changeAddress(t.leitung, t);
      return reset(t.leitung, t);
    },
  },
  "src/domains/verwaltung/commands/restore-access.ts": {
    "./kim zugang": (t) => restoreAccess("05382", t.erna.email).then((path) => path.replace("/einladung/", "")),
  },
};

const sources = sourceFiles("src").filter((f) => !isTest(f) && !f.startsWith("src/demo/"));
const filesWith = (pattern: RegExp) => sources.filter((f) => pattern.test(readSource(f))).toSorted();

describe("every path that renews a way in is known", () => {
  test("links are made in one place, and by the files of this test", () => {
    expect(filesWith(/insertInto\("kim\.einladung"\)/)).toEqual(["src/domains/zugang/commands/invite.ts"]);
    const first = ["commands/einrichten.ts", "pages/mitarbeitende-new.tsx"].map((f) => `src/domains/verwaltung/${f}`);
    const declared = "src/domains/zugang/commands/invite.ts";
    expect(filesWith(/\binvite\(/)).toEqual([...first, ...Object.keys(PATHS), declared].toSorted());
  });

  test("passwords and second factors are written where the person proved herself, or used a link", () => {
    const room = "src/domains/zugang";
    expect(filesWith(/\b(insertInto|updateTable)\("kim\.anmeldeweg"\)/)).toEqual([`${room}/rows/anmeldewege.ts`]);
    const writing = filesWith(/\b(setPasswort|offerTotp|confirmTotp|endWege|restoreFormerWege|renewRecoveryCodes)\(/);
    expect(writing).toEqual(
      [
        "rows/anmeldewege.ts",
        ...["accept-invitation", "enrol-second-factor", "own-konto", "passwortpruefung", "prove-konto", "sign-in"].map(
          (name) => `commands/${name}.ts`,
        ),
        // For invented people, and only before somebody accepted the account.
        "commands/set-initial-access.ts",
      ]
        .map((f) => `${room}/${f}`)
        .toSorted(),
    );
  });

  test("the database itself takes no link for somebody who was in before as long as her files are open", async () => {
    const { erna } = await team();
    const { kreis, traegerId, kontoId } = erna.actor;
    const insert = db.admin(
      "insert into kim.einladung (kreis, traeger_id, konto_id, token_hash, gueltig_bis) values ($1, $2, $3, '\\x00', now())",
      [kreis, traegerId, kontoId],
    );
    await expect(insert).rejects.toThrow("schließt dessen Akten");
  });
});

/** Files behind it, and hers: whoever lacks the permission is told that first. */
const isClosed = (recht: Recht): boolean => opensFiles(recht) && ROLLEN.cm_lokal.rechte.some((one) => one === recht);

const FILES = routes.filter((r) => r.method === "GET" && !r.path.includes(":") && r.permission !== "oeffentlich");
const PAGES = [
  ...FILES.map((r) => ({ path: r.path, closed: r.permission !== "oeffentlich" && isClosed(r.permission) })),
  { path: "/personen/:person", closed: true },
];

describe.each(Object.values(PATHS).flatMap((paths) => Object.entries(paths)))("%s", (_name, path) => {
  test("whoever uses the link opens no file, no draft and no figure of them", async () => {
    const t = await team();
    const browser = await takeOver(server().url, await path(t));
    for (const { path: address, closed } of PAGES) {
      const page = await browser.get(address.replace(":person", t.personId));
      expect(page.html, address).not.toContain(SECRET);
      if (closed)
        expect(page, address).toMatchObject({ status: 200, html: expect.stringContaining("noch geschlossen") });
      else expect([200, 303, 403], address).toContain(page.status);
    }
    const seen = await recognise(browser.cookie);
    expect(seen).toMatchObject({ stand: "offen", actor: { konten: [] } });
    if (seen.stand === "unbekannt") return;
    const rows = await readAs(seen.actor, async (tx) => [
      ...(await tx.selectFrom("kim.beratung").select("id").execute()),
      ...(await tx.selectFrom("kim.person").select("id").execute()),
      ...(await tx.selectFrom("kim.person_token").select("person_id").execute()),
      ...(await tx.selectFrom("kim.entwurf").select("id").execute()),
    ]);
    expect(rows).toEqual([]);
  });
});

test("sessions that were open end, and none of them comes back with the new link", async () => {
  const t = await team();
  const before = await takeOver(server().url, await reset(t.leitung, t));
  const token = await reset(t.administration, t);
  expect((await before.get("/konto")).location).toContain("/anmelden");
  await takeOver(server().url, token);
  expect((await before.get("/konto")).location).toContain("/anmelden");
});

test("a first invitation is no renewal, and one for somebody without files closes them all the same", async () => {
  const t = await team();
  const open = (id: string) => db.admin("select art from kim.erneuerung where konto_id = $1 and frei is null", [id]);
  await db.admin("update kim.konto set status = 'eingeladen', angenommen = null where id = $1", [
    t.leitung.actor.kontoId,
  ]);
  await as(t.administration.actor, (tx, actor) => invite(tx, actor, t.leitung.actor.kontoId));
  expect(await open(t.leitung.actor.kontoId)).toEqual([]);
  await as(t.administration.actor, (tx, actor) =>
    resetKonto(tx, actor, { id: t.zweiteLeitung.actor.kontoId }, { invitationId: randomUUID() }),
  );
  expect(await open(t.zweiteLeitung.actor.kontoId)).toEqual([{ art: "zurueckgesetzt" }]);
});

describe("who may confirm", () => {
  let t: Team;
  let nummer: string;
  beforeAll(async () => {
    t = await team();
    const browser = await takeOver(server().url, await reset(t.leitung, t));
    nummer = await nummerOn(browser);
  });
  const confirm = (by: Actor, given = nummer) =>
    writeAs(by, (tx) => confirmKonto(tx, by, { id: t.erna.actor.kontoId }, { nummer: given })).then(
      () => "bestätigt",
      (error: unknown) => (error instanceof Refused || error instanceof NotFound ? error.message : String(error)),
    );

  test("not whoever renewed it, not the person herself, not with another number, not from another Träger", async () => {
    expect(await confirm(t.leitung.actor)).toContain("selbst erneuert");
    expect(await confirm({ ...t.erna.actor, konten: [] })).toContain("Den eigenen Zugang");
    expect(await confirm(t.datenschutz.actor, String((Number(nummer) + 1) % 1_000_000).padStart(6, "0"))).toContain(
      "Diese Nummer gehört nicht",
    );
    const elsewhere = await team();
    expect(await confirm(elsewhere.datenschutz.actor)).toBe(new NotFound().message);
    // The administration sees the Kreis, but it confirms nobody: it holds no right to, and its Träger is another one.
    expect(t.administration.actor.rechte.has("konto.bestaetigen")).toBe(false);
    expect(await confirm(t.administration.actor)).toBe(new NotFound().message);
  });

  test("not somebody whose own way in was renewed and is not released", async () => {
    expect(await confirm({ ...t.zweiteLeitung.actor, konten: [] })).toContain("Ihr eigener Zugang");
  });

  test("not before the newest link was used, nor with the number of an older one", async () => {
    const u = await team();
    const first = await takeOver(server().url, await reset(u.leitung, u));
    const old = await nummerOn(first);
    const token = await reset(u.administration, u);
    const by = u.datenschutz.actor;
    const go = (given: string) =>
      writeAs(by, (tx) => confirmKonto(tx, by, { id: u.erna.actor.kontoId }, { nummer: given }));
    await expect(go(old)).rejects.toThrow("noch nicht benutzt");
    const second = await takeOver(server().url, token);
    await expect(go(old)).rejects.toThrow("Diese Nummer gehört nicht");
    await go(await nummerOn(second));
    expect((await second.get(`/personen/${u.personId}`)).html).toContain(SECRET);
  });

  test("the database keeps it too: nobody confirms oneself or what one did", async () => {
    const { kontoId } = t.erna.actor;
    for (const by of [kontoId, t.leitung.actor.kontoId]) {
      const sql = "update kim.erneuerung set frei = now(), frei_durch = 'person', frei_von = $2 where konto_id = $1";
      await expect(db.admin(sql, [kontoId, by])).rejects.toThrow(/check constraint/);
    }
  });

  test("another Leitung or Datenschutz; then the files open with the next request", async () => {
    expect(await confirm(t.zweiteLeitung.actor)).toBe("bestätigt");
    expect(await confirm(t.datenschutz.actor)).toBe(new NotFound().message);
    const events = await db.admin(
      "select art, konto_id, zweck from kim.protokoll where gegenstand_id = $1 and art like 'akten.%' order by zeit",
      [t.erna.actor.kontoId],
    );
    expect(events).toEqual([
      { art: "akten.geschlossen", konto_id: t.leitung.actor.kontoId, zweck: "zurueckgesetzt" },
      { art: "akten.freigegeben", konto_id: t.zweiteLeitung.actor.kontoId, zweck: "person" },
    ]);
  });
});
