import { randomUUID } from "node:crypto";
import { buildApp } from "../../src/app.ts";
import { correctBeratung } from "../../src/domains/beratungen/commands/correct.ts";
import { withdrawBeratung } from "../../src/domains/beratungen/commands/withdraw.ts";
import { type BeratungEingabe, recordBeratung } from "../../src/domains/beratungen/index.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { correctBericht } from "../../src/domains/berichte/commands/correct-bericht.ts";
import { halbjahre } from "../../src/domains/berichte/model/zeitraum.ts";
import { noteVakanz } from "../../src/domains/stellen/index.ts";
import { einrichten } from "../../src/domains/verwaltung/index.ts";
import { offerNewTotp } from "../../src/domains/zugang/commands/own-konto.ts";
import { beginSession, lockSession } from "../../src/domains/zugang/commands/sessions.ts";
import { createSetupLink } from "../../src/domains/zugang/index.ts";
import type { Rolle } from "../../src/domains/zugang/model/rechte.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { now, today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { saveDraft } from "../../src/platform/drafts.ts";
import { startLog } from "../../src/platform/log.ts";
import { submissionOf } from "../../src/platform/submission.ts";
import { givePassword, newAddress } from "../support/anmelden.ts";
import { freigegebener, neuerEntwurf } from "../support/berichte.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import type { TestDatabase } from "../support/db.ts";
import { type TestKonto, testKonto } from "../support/konten.ts";
import { type TestServer, serveApp } from "../support/server.ts";
import { staende } from "../support/uebernahme-staende.ts";
import { besetzung as neueBesetzung, stelle as neueStelle } from "../support/stellen.ts";
import { counted } from "../support/zaehlen.ts";

/** Who sits at the browser, and how far they got with signing in. */
export type Wer =
  | "niemand"
  | "beraterin"
  | "neue"
  | "leitung"
  | "administration"
  | "neuerKreis"
  | "dezernat"
  | "koordination"
  | "wartet"
  | "erstmals"
  | "gesperrt";

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
  readonly ids: Readonly<Record<string, string>>;
};

const KREIS = "05382";
/** A Kreis that the template has no Kommunen for. */
const KREIS_OHNE_VORLAGE = "05315";

const PERSONEN = [
  { person_vorname: "Karl", person_nachname: "Probe", person_geburtsdatum: "1971-01-01" },
  { person_vorname: "فاطمة", person_nachname: "البيضا", person_altersgruppe: "27-44", person_sprachen: ["ar"] },
  { person_vorname: "Mira-Magdalena-Theodora", person_nachname: "Beispiel-Musterhausen von der Probenstätte" },
];

const BERATUNG: Omit<BeratungEingabe, "ort"> = {
  am: today(),
  stufe: "1",
  kontaktweg: "offene_sprechstunde",
  themen: ["wohnen", "sprache"],
  dauer: 30,
  sprache: "uk",
  verstaendigung: "kind_dolmetscht",
  ergebnis: "an_sprachkurs",
  neuzuweisung: true,
  herkunftsgruppe: null,
  altersgruppe: "27-44",
  personenzahl: 2,
  person: [],
  suche: "",
  unbedenklich: false,
  notiz: "Braucht eine Bescheinigung für das Amt.",
};

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
  const people = await sessions(stelle);
  const ids = await records(db, stelle, people);
  await counted(db);
  const papers = await reports(people.open.get("koordination") ?? people.beraterin.actor);
  await ownTotp(people.beraterin);
  return {
    server,
    passwort: people.beraterin.passwort,
    cookieOf: (wer) => people.cookies.get(wer) ?? "",
    freshCookieOf: async (wer) => {
      const actor = people.open.get(wer);
      return actor === undefined ? (people.cookies.get(wer) ?? "") : openSession(actor);
    },
    ids: { ...ids, ...papers, einladung: link.replace("/einladung/", ""), einrichten: people.setup },
  };
}

type People = {
  readonly cookies: ReadonlyMap<Wer, string>;
  /** Whoever is signed in. */
  readonly open: ReadonlyMap<Wer, Actor>;
  readonly beraterin: TestKonto;
  readonly eingeladen: TestKonto;
  readonly setup: string;
};

async function sessions(stelle: Beratungsstelle): Promise<People> {
  const { traegerId, konto: beraterin } = stelle;
  const inTraeger = (rolle: Rolle, name: string) => testKonto({ kreis: KREIS, traegerId, rollen: [rolle], name });
  const setup = (await createSetupLink("")).replace("/einrichten/", "");
  await einrichten({
    kreis: KREIS_OHNE_VORLAGE,
    traegerName: "Stadt Köln",
    adminName: "Mo Test",
    adminEmail: "mo.test@beispiel.example",
  });
  const konten: [Wer, TestKonto][] = [
    ["beraterin", beraterin],
    ["neue", await inTraeger("cm_lokal", "Kim Neuling")],
    ["leitung", await inTraeger("traeger_leitung", "Lou Leitung")],
    ["administration", await inTraeger("administration", "Jo Muster-Langnamenstein")],
    ["dezernat", await inTraeger("dezernat", "Toni Probe")],
    ["koordination", await inTraeger("kim_koordination", "Bela Bericht")],
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
  return { cookies, open, beraterin, setup, eingeladen: await inTraeger("cm_lokal", "Eva Eingeladen") };
}

/** A session as it is after the second factor, without the work of hashing a password. Returns its cookie. */
export const openSession = (actor: Actor): Promise<string> =>
  writeAs(systemActor(actor.kreis), (tx) => beginSession(tx, actor, now(), "offen"));

async function records(db: TestDatabase, stelle: Beratungsstelle, people: People): Promise<Record<string, string>> {
  const { actor } = stelle.konto;
  const persons: string[] = [];
  for (const person of PERSONEN) {
    persons.push(await writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse(person))));
  }
  const [person = ""] = persons;
  const eingabe = { ...BERATUNG, ort: `standort:${stelle.standortId}` };
  const anonym = await recordBeratung(actor, sending(), eingabe);
  const zurueckgezogen = await recordBeratung(actor, sending(), { ...eingabe, stufe: "0", notiz: "" });
  await withdrawBeratung(actor, sending(1), zurueckgezogen, { grund: "doppelt erfasst", unbedenklich: false });
  const mitPerson = { ...eingabe, stufe: "2" as const, person: persons, herkunftsgruppe: null, altersgruppe: null };
  const beratung = await recordBeratung(actor, sending(), mitPerson);
  await correctBeratung(actor, sending(1), beratung, { ...mitPerson, dauer: 45, grund: "Dauer verwechselt" });
  const [rolle] = await db.admin("select id from kim.rolle where konto_id = $1", [people.eingeladen.actor.kontoId]);
  return {
    ...(await staende(db, actor)),
    ...(await posts(systemActor(KREIS, stelle.traegerId), stelle)),
    beratung,
    zurueckgezogen,
    person,
    konto: people.eingeladen.actor.kontoId,
    rolle: String(rolle?.["id"]),
    traeger: stelle.traegerId,
    standort: stelle.standortId,
    ags: stelle.ags[0],
    niemandes: randomUUID(),
    entwurf: await draft(actor, "beratung", {
      themen: ["wohnen"],
      dauer: ["20"],
      stufe: ["1"],
      notiz: ["halb getippt"],
    }),
    entwurfPerson: await draft(actor, "person-aendern", { person_id: [persons[1] ?? ""], person_vorname: ["Fatima"] }),
    entwurfKorrektur: await draft(actor, "beratung-korrektur", { beratung: [anonym], grund: ["Verwechselt"] }),
  };
}

/** A post that is partly filled and vacant for a reason, and one that nobody ever filled. */
async function posts(actor: Actor, { traegerId, ags }: Beratungsstelle): Promise<Record<string, string>> {
  const stelle = await neueStelle(actor, traegerId, { art: "cm_lokal", vzae: "1,5", kommunen: [...ags] });
  const besetzung = await neueBesetzung(actor, stelle, { name: "Mira-Magdalena Beispiel-Musterhausen" });
  await writeAs(actor, (tx) => noteVakanz(tx, actor, stelle, { von: "2023-01-01", grund: "elternzeit" }));
  return { stelle, besetzung, leereStelle: await neueStelle(actor, traegerId, { art: "abh_fachkraft" }) };
}

/** A draft with a text that its figures have left behind, a released report, and the draft that is to correct it. */
async function reports(actor: Actor): Promise<Record<string, string>> {
  const [jetzt] = halbjahre(today(), 1);
  const bericht = await neuerEntwurf(actor, jetzt);
  const ausblick = { text: "Im Herbst geht es weiter.\n\nDazu mehr im nächsten Bericht.", vorschlag: "" };
  const beratung = { text: "Das Case Management hat drei Menschen beraten.", vorschlag: "Von früher." };
  await writeAs(actor, (tx) =>
    tx
      .updateTable("kim.bericht")
      .set({ texte: JSON.stringify({ ausblick, beratung }) })
      .where("id", "=", bericht)
      .execute(),
  );
  const berichtFrei = await freigegebener(actor, jetzt);
  const berichtAlt = await freigegebener(actor, jetzt);
  await writeAs(actor, (tx) => correctBericht(tx, actor, berichtAlt, "Eine Liste war noch nicht übernommen."));
  return { bericht, berichtFrei, berichtAlt, entwurfBericht: await draft(actor, "bericht", { bericht: [bericht] }) };
}

/** A form as it is sent for the first time. */
const sending = (version = 0) => submissionOf({ _schluessel: [randomUUID()], _version: [String(version)] });

async function draft(actor: Actor, form: string, values: Record<string, string[]>): Promise<string> {
  const id = randomUUID();
  await writeAs(actor, (tx) => saveDraft(tx, actor, { id, form, values }));
  return id;
}

/** Somebody who is about to take another telephone: the page that confirms it exists only then. */
async function ownTotp({ actor, passwort }: TestKonto): Promise<void> {
  await offerNewTotp(actor, { passwort, address: newAddress() });
}
