import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { beginSession } from "../../zugang/commands/sessions.ts";
import { endEinwilligung, Absage } from "../../einwilligungen/index.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { now, today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { CookieBrowser, type Page } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type Buehne, asWorker, buehne } from "../../../../tests/support/kopien-buehne.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { forgetExpired } from "../commands/forget-expired.ts";
import { withdrawFreigabe } from "../commands/withdraw-freigabe.ts";

const db = testDatabase();
const server = useProduct();
/** How far the shortest times may lie apart; longer ones say what else the machine did. */
const APART_MS = 5;
let b: Buehne;
beforeAll(async () => {
  b = await buehne(db);
});

async function signedIn(actor: Actor): Promise<CookieBrowser> {
  const browser = new CookieBrowser(server().url);
  browser.cookie = await writeAs(systemActor(actor.kreis), (tx) => beginSession(tx, actor, now(), "offen"));
  return browser;
}

const ended = (id: string) => db.admin("update kim.freigabe set gueltig_bis = current_date - 2 where id = $1", [id]);
const takenBack = (id: string) => writeAs(b.cm, (tx) => withdrawFreigabe(tx, b.cm, { id, version: 3 }, { text: null }));

/** So often it asks again where the shortest times lie apart: noise of the machine goes with more of them, a difference stays. */
const AGAIN = 4;

/** Asks for each in turn, many times; what all of them said, and the shortest time of each. */
async function asked(
  rounds: number,
  ways: Readonly<Record<string, () => Promise<Page>>>,
  before?: () => Promise<unknown>,
) {
  const said = new Set<string>();
  const least: Record<string, number> = {};
  const enough = (round: number) => round >= rounds * (spread(least) < APART_MS ? 1 : AGAIN);
  for (let round = 0; !enough(round); round += 1) {
    await before?.();
    for (const [name, ask] of Object.entries(ways)) {
      const begun = performance.now();
      const { status, html } = await ask();
      least[name] = Math.min(least[name] ?? Infinity, performance.now() - begun);
      said.add(JSON.stringify([status, withoutIds(html)]));
    }
  }
  return { said: [...said], least };
}

/** Without what every page has for itself: padding of random length, keys of forms, and the address that was asked for. */
const withoutIds = (html: string): string =>
  html
    .replaceAll(/<!--[\w-]*-->/g, "")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id")
    .replaceAll(/\d{5}\.[\w-]{43}/g, "token");

const spread = (least: Readonly<Record<string, number>>): number =>
  Math.max(...Object.values(least)) - Math.min(...Object.values(least));

test("an authority cannot tell a copy that never was from one for others, ended, locked or taken back", async () => {
  const browser = await signedIn(b.abh);
  const [zurueck, vorbei, gesperrt] = [await b.anBehoerde(), await b.anBehoerde(), await b.anBehoerde()];
  await takenBack(zurueck.id);
  await ended(vorbei.id);
  const absage = Absage.parse({ am: today(), grund: "" });
  await writeAs(b.cm, (tx) =>
    endEinwilligung(tx, b.cm, { id: gesperrt.einwilligung, version: 3 }, "widerrufen", absage),
  );
  const ids = {
    unknown: randomUUID(),
    offer: await b.angeboten(),
    person: await b.person(),
    link: (await b.mitLink()).id,
    withdrawn: zurueck.id,
    expired: vorbei.id,
    locked: gesperrt.id,
  };
  for (const rest of ["", "/termin", "/ergebnis"]) {
    const ways = Object.entries(ids).map(([name, id]) => [name, () => browser.get(`/kopien/${id}${rest}`)]);
    const { said, least } = await asked(25, Object.fromEntries(ways));
    expect(said, rest).toHaveLength(1);
    expect(said[0]).toMatch(/^\[404,/);
    expect(spread(least), JSON.stringify(least)).toBeLessThan(APART_MS);
  }
}, 240_000);

test("nor can somebody with an address, whether there is a link: a wrong code, ended, taken back, used up, never there", async () => {
  const [offen, zurueck, vorbei, verbraucht] = [await link(), await link(), await link(), await link()];
  await takenBack(zurueck.id);
  await ended(vorbei.id);
  await asWorker(db, () => forgetExpired(new Date()));
  const browser = new CookieBrowser(server().url);
  for (let i = 0; i < 5; i += 1) await browser.post(`/kopie/${verbraucht.token}`, { code: WRONG });
  const never = `${b.stelle.kreis}.${"A".repeat(43)}`;
  const tokens = {
    wrong: offen.token,
    withdrawn: zurueck.token,
    expired: vorbei.token,
    used: verbraucht.token,
    never,
  };
  const each = (ask: (token: string) => Promise<Page>) =>
    Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, () => ask(token)]));
  // Five wrong codes end a link: here it goes on.
  const again = () => db.admin("update kim.freigabe set fehlversuche = 0 where id = $1", [offen.id]);
  const answer = { antwort: "angenommen", tag: "", text: "" };
  for (const [ask, status] of [
    [(token: string) => browser.get(`/kopie/${token}`), 200],
    [(token: string) => browser.post(`/kopie/${token}`, { code: WRONG }), 422],
    [(token: string) => browser.post(`/kopie/${token}/antwort`, { code: WRONG, ...answer }), 422],
  ] as const) {
    const { said, least } = await asked(8, each(ask), again);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`[${status},`);
    expect(spread(least), JSON.stringify(least)).toBeLessThan(APART_MS);
  }
}, 240_000);

/** No code of these tests. */
const WRONG = "0909 0909";
async function link() {
  const made = await b.mitLink();
  return made.code === WRONG.replace(" ", "") ? b.mitLink() : made;
}
