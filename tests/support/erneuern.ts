import { expect } from "vitest";
import { createPerson, PersonEingabe } from "../../src/domains/personen/index.ts";
import { renewRecoveryCodes } from "../../src/domains/zugang/rows/anmeldewege.ts";
import { totpCode } from "../../src/domains/zugang/model/totp.ts";
import { writeAs } from "../../src/platform/db.ts";
import { saveDraft } from "../../src/platform/drafts.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "./beratungsstelle.ts";
import { CookieBrowser } from "./cookie-browser.ts";
import { type TestKonto, testKonto } from "./konten.ts";

/** Somebody who counsels, with files and a draft, and recovery codes at home; and everybody around her. */
export type Team = {
  readonly stelle: Beratungsstelle;
  readonly erna: TestKonto;
  readonly codes: readonly string[];
  readonly personId: string;
  readonly leitung: TestKonto;
  readonly zweiteLeitung: TestKonto;
  readonly datenschutz: TestKonto;
  readonly administration: TestKonto;
};

/** A word that stands in no page but hers. */
export const SECRET = "Geheimnisvoll";

export async function team(kreis = "05382"): Promise<Team> {
  const stelle = await beratungsstelle(kreis);
  const { konto: erna, traegerId } = stelle;
  const { actor } = erna;
  const eingabe = PersonEingabe.parse({ person_vorname: "Mira", person_nachname: SECRET });
  const personId = await writeAs(actor, (tx) => createPerson(tx, actor, eingabe));
  await erfasse(stelle, { stufe: "2", person: [personId], notiz: `${SECRET} war da` });
  const values = { notiz: [`${SECRET} kommt wieder`] };
  await writeAs(actor, (tx) => saveDraft(tx, actor, { id: crypto.randomUUID(), form: "beratung", values }));
  const codes = await writeAs(actor, (tx) => renewRecoveryCodes(tx, actor));
  const inTraeger = (rolle: "traeger_leitung" | "datenschutz", name: string) =>
    testKonto({ kreis, traegerId, rollen: [rolle], name });
  return {
    stelle,
    erna,
    codes,
    personId,
    leitung: await inTraeger("traeger_leitung", "Lou Leitung"),
    zweiteLeitung: await inTraeger("traeger_leitung", "Zoe Zweite"),
    datenschutz: await inTraeger("datenschutz", "Dana Datenschutz"),
    administration: await testKonto({ kreis, rollen: ["administration"], name: "Ada Administration" }),
  };
}

const NEU = "Sieben leise Kraniche am Ufer";

/** Whoever has a link uses it through the pages, up to the setting-up of a new second factor. */
export async function useLink(url: string, token: string): Promise<CookieBrowser> {
  const browser = new CookieBrowser(url);
  const set = await browser.post(`/einladung/${token}`, { neu: NEU, wiederholung: NEU });
  expect(set.location).toBe("/anmelden/einrichten");
  return browser;
}

/** And on, with an app of one's own; the secret of that app, and the codes that the page shows. */
export async function setUpApp(browser: CookieBrowser) {
  const { html } = await browser.get("/anmelden/einrichten");
  const secret = (/<code translate="no">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? "").replaceAll(" ", "");
  const done = await browser.post("/anmelden/einrichten", { code: totpCode(secret, new Date()) });
  expect(done.status).toBe(200);
  const codes = [...done.html.matchAll(/<code translate="no">([^<]+)<\/code>/g)].map((m) => m[1] ?? "");
  return { secret, codes };
}

/** Uses a link as whoever it was not meant for would: signed in with everything set up anew. */
export async function takeOver(url: string, token: string): Promise<CookieBrowser> {
  const browser = await useLink(url, token);
  await setUpApp(browser);
  return browser;
}

/** The number that somebody who confirms reads off this screen. */
export const nummerOn = async (browser: CookieBrowser): Promise<string> =>
  /data-nummer="(\d{6})"/.exec((await browser.get("/konto/erneuerung")).html)?.[1] ?? "";
