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
import { type TestDatabase, stockedDatabase } from "../support/db.ts";
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

type People = ReadonlyMap<Wer, TestKonto>;

/** Records and people, without a session: those end by themselves, so each file opens its own. */
type Vorrat = { readonly stelle: Beratungsstelle; readonly people: People; readonly ids: Ids };

/** A database with the records of every room, for one test file. Call it at the top. */
export const bestandDatabase = () => stockedDatabase<Vorrat>({ name: "bestand", make });

export type BestandDatabase = ReturnType<typeof bestandDatabase>;

/** Call it in `beforeAll`. */
export async function bestand(db: BestandDatabase): Promise<Bestand> {
  startLog({ level: "fatal", prozess: "kim-test" });
  const { stelle, people, ids } = db.made();
  const server = await serveApp(buildApp({ adresse: undefined, metriken: "loopback", demo: true }));
  const cookies = new Map<Wer, string>();
  for (const [wer, konto] of people) cookies.set(wer, await cookieFor(wer, konto));
  return {
    server,
    stelle,
    ids,
    passwort: stelle.konto.passwort,
    cookieOf: (wer) => cookies.get(wer) ?? "",
    freshCookieOf: async (wer) => {
      const konto = people.get(wer);
      return konto === undefined || !isSignedIn(wer) ? (cookies.get(wer) ?? "") : openSession(konto.actor);
    },
  };
}

const isSignedIn = (wer: Wer): boolean => !["gesperrt", "wartet", "erstmals"].includes(wer);

async function cookieFor(wer: Wer, konto: TestKonto): Promise<string> {
  if (wer === "wartet" || wer === "erstmals") return givePassword(konto);
  const cookie = await openSession(konto.actor);
  if (wer === "gesperrt") await lockSession(konto.actor, cookie);
  return cookie;
}

async function make(db: TestDatabase): Promise<Vorrat> {
  startLog({ level: "fatal", prozess: "kim-test" });
  const { link } = await einrichten({
    kreis: KREIS,
    traegerName: "Rhein-Sieg-Kreis",
    adminName: "Jo Muster",
    adminEmail: "jo.muster@beispiel.example",
  });
  const stelle = await beratungsstelle(KREIS);
  const setup = (await createSetupLink("")).replace("/einrichten/", "");
  const people = await everybody(db, stelle);
  const konto = await testKonto({
    kreis: KREIS,
    traegerId: stelle.traegerId,
    rollen: ["cm_lokal"],
    name: "Eva Eingeladen",
  });
  const [rolle] = await db.admin("select id from kim.rolle where konto_id = $1", [konto.actor.kontoId]);
  const actorOf = (wer: Wer) => {
    const one = people.get(wer);
    if (one === undefined || !isSignedIn(wer)) throw new Error(`Niemand ist als ${wer} angemeldet.`);
    return one.actor;
  };
  const ids = {
    ...(await makeRecords({ db, stelle, actorOf })),
    konto: konto.actor.kontoId,
    rolle: String(rolle?.["id"]),
    einrichten: setup,
    einladung: link.replace("/einladung/", ""),
  };
  return { stelle, people, ids };
}

async function everybody(db: TestDatabase, { traegerId, konto: beraterin }: Beratungsstelle): Promise<People> {
  const inTraeger = (rolle: Rolle, name: string) => testKonto({ kreis: KREIS, traegerId, rollen: [rolle], name });
  await einrichten({
    kreis: KREIS_OHNE_VORLAGE,
    traegerName: "Stadt Köln",
    adminName: "Mo Test",
    adminEmail: "mo.test@beispiel.example",
  });
  const nebenan = await testTraeger(KREIS, NEBENAN);
  const abh = { kreis: KREIS, traegerId: await kreisTraeger(db), name: "Abel Amtmann" };
  return new Map<Wer, TestKonto>([
    ["beraterin", beraterin],
    ["neue", await inTraeger("cm_lokal", "Kim Neuling")],
    ["mukis", await inTraeger("cm_mukis", "Mia Mukisdorf")],
    ["leitung", await inTraeger("traeger_leitung", "Lou Leitung")],
    ["administration", await inTraeger("administration", "Jo Muster-Langnamenstein")],
    ["dezernat", await inTraeger("dezernat", "Toni Probe")],
    ["koordination", await inTraeger("kim_koordination", "Bela Bericht")],
    ["datenschutz", await inTraeger("datenschutz", "Dana Datenschutz")],
    ["abh", await testKonto({ ...abh, rollen: ["abh_fachkraft", "ebh_fachkraft"] })],
    ["nebenan", await testKonto({ kreis: KREIS, traegerId: nebenan, rollen: ["cm_lokal"], name: "Nele Nebenan" })],
    ["erneuert", await inTraeger("cm_lokal", "Erna Erneuert")],
    ["neuerKreis", await testKonto({ kreis: KREIS_OHNE_VORLAGE, rollen: ["administration"] })],
    ["gesperrt", await inTraeger("cm_lokal", "Gerda Gesperrt")],
    ["wartet", await inTraeger("cm_lokal", "Willi Wartend")],
    ["erstmals", await testKonto({ kreis: KREIS, traegerId, rollen: ["cm_lokal"], zweiterFaktor: "ohne" })],
  ]);
}

/** A session as it is after the second factor, without the work of hashing a password. Returns its cookie. */
export const openSession = (actor: Actor): Promise<string> =>
  writeAs(systemActor(actor.kreis), (tx) => beginSession(tx, actor, now(), "offen"));
