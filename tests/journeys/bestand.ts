import { buildApp } from "../../src/app.ts";
import { einrichten } from "../../src/domains/verwaltung/index.ts";
import { beginSession, lockSession } from "../../src/domains/zugang/commands/sessions.ts";
import { createSetupLink } from "../../src/domains/zugang/index.ts";
import type { Rolle } from "../../src/domains/zugang/model/rechte.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { now } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { startLog } from "../../src/platform/log.ts";
import { givePassword } from "../support/anmelden.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import type { TestDatabase } from "../support/db.ts";
import { type TestKonto, testKonto, testTraeger } from "../support/konten.ts";
import { type TestServer, serveApp } from "../support/server.ts";
import type { Ids, Wer } from "./probe.ts";
import { makeRecords } from "./proben.ts";

/** A small invented KIM behind the whole application, with somebody for every kind of page. */
export type Bestand = {
  readonly server: TestServer;
  /** Of the `beraterin`. */
  readonly passwort: string;
  /** The session cookie's value; "" for nobody. */
  readonly cookieOf: (wer: Wer) => string;
  /** A session of its own of the same person, where one request must not disturb the next. */
  readonly freshCookieOf: (wer: Wer) => Promise<string>;
  /** What stands in addresses for `:id` and the like, by the word in the site map or the kind of record. */
  readonly ids: Ids;
  /** Where the `beraterin` works. */
  readonly stelle: Beratungsstelle;
};

const KREIS = "05382";
/** A Kreis that the template has no Kommunen for. */
const KREIS_OHNE_VORLAGE = "05315";

/** Another Träger of the Kreis, as consents name it. */
export const NEBENAN = "Beratung Nebenan";

/** The Träger that the Kreis itself is. */
async function kreisTraeger(db: TestDatabase): Promise<string> {
  const [row] = await db.admin("select id from kim.traeger where kreis = $1 and art = 'kreis'", [KREIS]);
  return String(row?.["id"]);
}

/** @param db what `testDatabase()` returned; call it in `beforeAll` */
export async function bestand(db: TestDatabase): Promise<Bestand> {
  startLog({ level: "fatal", prozess: "kim-test" });
  const { link } = await einrichten({
    kreis: KREIS,
    traegerName: "Rhein-Sieg-Kreis",
    adminName: "Jo Muster",
    adminEmail: "jo.muster@beispiel.example",
  });
  const stelle = await beratungsstelle(KREIS);
  const server = await serveApp(buildApp({ adresse: undefined, metriken: "loopback", demo: true }));
  const people = await sessions(db, stelle);
  const ids = await makeRecords({ db, stelle, actorOf: people.actorOf });
  return {
    server,
    stelle,
    passwort: people.beraterin.passwort,
    cookieOf: (wer) => people.cookies.get(wer) ?? "",
    freshCookieOf: async (wer) => {
      const actor = people.open.get(wer);
      return actor === undefined ? (people.cookies.get(wer) ?? "") : openSession(actor);
    },
    ids: { ...ids, ...people.ids, einladung: link.replace("/einladung/", "") },
  };
}

type People = {
  readonly cookies: ReadonlyMap<Wer, string>;
  /** Whoever is signed in. */
  readonly open: ReadonlyMap<Wer, Actor>;
  readonly beraterin: TestKonto;
  /** @throws Error for somebody who is not signed in */
  readonly actorOf: (wer: Wer) => Actor;
  /** What only exists with the people: links, an account to work on and its role. */
  readonly ids: Ids;
};

async function sessions(db: TestDatabase, stelle: Beratungsstelle): Promise<People> {
  const { traegerId, konto: beraterin } = stelle;
  const inTraeger = (rolle: Rolle, name: string) => testKonto({ kreis: KREIS, traegerId, rollen: [rolle], name });
  const setup = (await createSetupLink("")).replace("/einrichten/", "");
  await einrichten({
    kreis: KREIS_OHNE_VORLAGE,
    traegerName: "Stadt Köln",
    adminName: "Mo Test",
    adminEmail: "mo.test@beispiel.example",
  });
  const nebenan = await testTraeger(KREIS, NEBENAN);
  const konten: [Wer, TestKonto][] = [
    ["beraterin", beraterin],
    ["neue", await inTraeger("cm_lokal", "Kim Neuling")],
    ["mukis", await inTraeger("cm_mukis", "Mia Mukisdorf")],
    ["leitung", await inTraeger("traeger_leitung", "Lou Leitung")],
    ["administration", await inTraeger("administration", "Jo Muster-Langnamenstein")],
    ["dezernat", await inTraeger("dezernat", "Toni Probe")],
    ["koordination", await inTraeger("kim_koordination", "Bela Bericht")],
    ["datenschutz", await inTraeger("datenschutz", "Dana Datenschutz")],
    [
      "abh",
      await testKonto({
        kreis: KREIS,
        traegerId: await kreisTraeger(db),
        rollen: ["abh_fachkraft", "ebh_fachkraft"],
        name: "Abel Amtmann",
      }),
    ],
    ["nebenan", await testKonto({ kreis: KREIS, traegerId: nebenan, rollen: ["cm_lokal"], name: "Nele Nebenan" })],
    ["erneuert", await inTraeger("cm_lokal", "Erna Erneuert")],
    ["neuerKreis", await testKonto({ kreis: KREIS_OHNE_VORLAGE, rollen: ["administration"] })],
    ["gesperrt", await inTraeger("cm_lokal", "Gerda Gesperrt")],
  ];
  const cookies = new Map<Wer, string>();
  const open = new Map<Wer, Actor>();
  for (const [wer, konto] of konten) {
    const cookie = await openSession(konto.actor);
    cookies.set(wer, cookie);
    if (wer === "gesperrt") await lockSession(konto.actor, cookie);
    else open.set(wer, konto.actor);
  }
  cookies.set("wartet", await givePassword(await inTraeger("cm_lokal", "Willi Wartend")));
  const erstmals = await testKonto({ kreis: KREIS, traegerId, rollen: ["cm_lokal"], zweiterFaktor: "ohne" });
  cookies.set("erstmals", await givePassword(erstmals));
  const konto = (await inTraeger("cm_lokal", "Eva Eingeladen")).actor.kontoId;
  const [rolle] = await db.admin("select id from kim.rolle where konto_id = $1", [konto]);
  const actorOf = (wer: Wer) => {
    const actor = open.get(wer);
    if (actor === undefined) throw new Error(`Niemand ist als ${wer} angemeldet.`);
    return actor;
  };
  const ids = { konto, rolle: String(rolle?.["id"]), einrichten: setup };
  return { cookies, open, actorOf, beraterin, ids };
}

/** A session as it is after the second factor, without the work of hashing a password. Returns its cookie. */
export const openSession = (actor: Actor): Promise<string> =>
  writeAs(systemActor(actor.kreis), (tx) => beginSession(tx, actor, now(), "offen"));
