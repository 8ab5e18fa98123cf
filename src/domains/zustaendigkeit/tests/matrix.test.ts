import { beforeAll, describe, expect, test } from "vitest";
import { TABLES } from "../../../../db/tables/index.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { dokumenteIn } from "../../../../tests/support/dokumente.ts";
import { jedeFreigabe } from "../../../../tests/support/freigaben.ts";
import { einwilligungenIn } from "../../../../tests/support/einwilligungen.ts";
import { abschlussOf, klaerungOf } from "../../../../tests/support/fall-ende.ts";
import { fallImAssessment, jedeArt } from "../../../../tests/support/einschaetzen.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { ganzerPlan } from "../../../../tests/support/hilfeplan.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { einbuergerung } from "../../../../tests/support/einbuergerung.ts";
import { rekonstruiert } from "../../../../tests/support/rekonstruktion.ts";
import { organisation, verweis } from "../../../../tests/support/verweise.ts";
import { fillPerson } from "../../../../tests/support/person-akte.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import { jedeZuweisung } from "../../../../tests/support/neuzuweisungen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { saveDraft } from "../../../platform/drafts.ts";
import { joinBeratungen } from "../../beratungen/commands/join-beratungen.ts";
import { withdrawBeratung } from "../../beratungen/commands/withdraw.ts";
import { NeuerFall, openFall, setBetroffene } from "../../faelle/index.ts";
import { NeueFrist, setFrist } from "../../fristen/index.ts";
import { addAngehoerige } from "../../familie/index.ts";
import {
  AUFENTHALT,
  AufenthaltEingabe,
  LEISTUNG,
  LeistungEingabe,
  SCHUTZBEDARF,
  SchutzEingabe,
  WERDEGANG,
  WerdegangEingabe,
  changeEintrag,
  recordEintrag,
} from "../../lebenslage/index.ts";
import { NeueLuecke, reportLuecke } from "../../luecken/index.ts";
import { NeuerAnruf, NeuesKind, addKind, recordAnruf } from "../../muki/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { NeuerTermin, SprechstundeEingabe, beginSprechstunde, makeTermin, toggleAusfall } from "../../termine/index.ts";
import { NeuerEinsatz, bookSprachmittlung } from "../../verstaendigung/index.ts";
import type { Rolle } from "../../zugang/index.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: TestKonto;
const actors = new Map<string, Actor>();

/** Whom an Auskunftssperre hides from a team, personen/tests/auskunftssperre.test.ts looks at. */
const FILES = TABLES.filter(
  ({ name, wall }) => (wall === "akte" || wall === "entwurf") && name !== "kim.auskunftssperre",
);

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto;
  await everyKind();
  const durch = await kollegin(stelle);
  await vertretungOhneRegeln(db, { vertreten: mira, durch }, [0, 0]);
  const member = await kollegin(stelle);
  await teamOf(mira, member);
  actors.set("own", mira.actor);
  actors.set("represented", await actingNow(durch));
  actors.set("team", await actingNow(member));
  actors.set("colleague", (await kollegin(stelle)).actor);
  const { kreis, traegerId } = stelle;
  const inTraeger = async (rollen: Rolle[]) => (await testKonto({ kreis, traegerId, rollen })).actor;
  actors.set("coordination", await inTraeger(["cm_koordination", "kim_koordination"]));
  actors.set("Leitung", await inTraeger(["traeger_leitung"]));
  actors.set("Administration", await inTraeger(["administration"]));
  actors.set("Modul III", await inTraeger(["abh_fachkraft", "ebh_fachkraft"]));
  actors.set("other Träger", (await testKonto({ kreis, rollen: ["cm_lokal"] })).actor);
  actors.set("other Kreis", (await testKonto({ kreis: "05315", rollen: ["cm_lokal"] })).actor);
});

/** At least one row of Mira in every table of files. */
async function everyKind(): Promise<void> {
  const id = await erfasse(stelle, { stufe: "2", neu1_vorname: "Mira", neu1_nachname: "Beispiel", notiz: "war da" });
  const why = { grund: "doppelt", unbedenklich: false };
  await writeAs(mira.actor, (tx) => withdrawBeratung(tx, mira.actor, { id, version: 1 }, why));
  const person = String((await db.admin("select id from kim.person"))[0]?.["id"]);
  await fillPerson(mira.actor, person);
  const ohneNamen = await erfasse(stelle);
  const ja = { ja: "muendlich" as const, am: today(), beratungen: [ohneNamen] };
  await writeAs(mira.actor, (tx) => joinBeratungen(tx, mira.actor, person, ja));
  const fall = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
  const fallId = await writeAs(mira.actor, (tx) => openFall(tx, mira.actor, fall));
  const partner = { beziehung: "partner", von: null, zusammen: true } as const;
  const jo = PersonEingabe.parse({ person_vorname: "Jo" });
  const angehoerig = await writeAs(mira.actor, (tx) => addAngehoerige(tx, mira.actor, person, partner, jo));
  await writeAs(mira.actor, (tx) => setBetroffene(tx, mira.actor, { id: fallId, version: 1 }, [angehoerig]));
  await jedeArt(mira.actor, await fallImAssessment(mira.actor, person));
  await klaerungOf(db, mira.actor, fallId);
  await ganzerPlan(mira.actor, fallId);
  await abschlussOf(db, mira.actor, fallId);
  await everyLage(person);
  await einwilligungenIn(mira.actor, mira.actor, person);
  await verweis(mira.actor, person, `organisation:${await organisation(mira.actor, "Musterhilfe")}`);
  await einbuergerung(mira.actor, person);
  await dokumenteIn(mira.actor, person);
  await mukiOf(person);
  await jedeFreigabe(db, mira.actor, person);
  const frist = NeueFrist.parse({ person, titel: "Nachfragen", am: today() });
  await writeAs(mira.actor, (tx) => setFrist(tx, mira.actor, frist));
  await kalender(person);
  await luecke(fallId);
  await rekonstruiert(mira, fallId);
  await db.admin(`insert into kim.fallbesprechung_weitergabe (kreis, fallbesprechung_id, weitergabe_id, traeger_id, konto_id)
    select b.kreis, b.id, w.id, b.traeger_id, b.konto_id from kim.fallbesprechung b, kim.weitergabe w limit 1`);
  await jedeZuweisung(mira.actor, stelle.ags[0]);
  const draft = { id: crypto.randomUUID(), form: "beratung", values: { notiz: ["angefangen"] } };
  await writeAs(mira.actor, (tx) => saveDraft(tx, mira.actor, draft));
  const { kreis, traegerId } = stelle;
  const whose = [kreis, traegerId, mira.actor.kontoId];
  await db.admin(
    `insert into kim.uebernahme (kreis, traeger_id, konto_id, datei, abdruck, bytes) values ($1, $2, $3, '\\x00', '\\x00', 1)`,
    whose,
  );
  const [wort] = await db.admin(
    `insert into kim.wort (kreis, traeger_id, art, abdruck, wort) values ($1, $2, 'thema', '\\x00', '\\x00') returning id`,
    [kreis, traegerId],
  );
  await db.admin(
    "insert into kim.beratung_wort (kreis, traeger_id, konto_id, beratung_id, wort_id) values ($1, $2, $3, $4, $5)",
    [...whose, id, wort?.["id"]],
  );
  await merged(person, whose);
}

/** An appointment, and a series with a day on which it is off. */
async function kalender(person: string): Promise<void> {
  const { actor } = mira;
  const termin = NeuerTermin.parse({ person, tag: today(), beginn: "9", dauer: "30", betreff: "Bescheid" });
  const typed = { standort: stelle.standortId, rhythmus: "woche", beginn: "9", ende: "12", von: "2024-01-01" };
  const serie = SprechstundeEingabe.parse({ ...typed, wochentag: "1" });
  await writeAs(actor, async (tx) => {
    const einsatz = { sprache: "ar", weg: "telefon", tag: today(), beginn: "9", dauer: "30" };
    const zu = await makeTermin(tx, actor, termin);
    await bookSprachmittlung(tx, actor, NeuerEinsatz.parse({ ...einsatz, termin: zu }));
    const id = await beginSprechstunde(tx, actor, serie);
    await toggleAusfall(tx, actor, { id, version: 1 }, "2024-01-08");
  });
}

/** A gap in the system, reported from a case. */
async function luecke(fall: string): Promise<void> {
  const satz = "Es fehlt ein Kurs am Abend.";
  const typed = { handlungsfeld: "sprache", satz, kommunen: [stelle.ags[0]], fall };
  await writeAs(mira.actor, (tx) => reportLuecke(tx, mira.actor, NeueLuecke.parse(typed)));
}

/** A call about a child, and the child where it is with DELFIN 4. */
async function mukiOf(kind: string): Promise<void> {
  const [ags] = stelle.ags;
  const typed = { anrufer: "eltern", kind, kind_alter: "4", sprachen: ["ar"], frage: "spricht_wenig", dauer: "15" };
  const anruf = NeuerAnruf.parse({ ...typed, antwort: "kita_gespraech", am: today(), ort: `kommune:${ags}` });
  const jahr = today().slice(0, 4);
  await writeAs(mira.actor, (tx) => recordAnruf(tx, mira.actor, anruf));
  const delfin = NeuesKind.parse({ person: kind, jahr, am: today(), ags, kita: "" });
  await writeAs(mira.actor, (tx) => addKind(tx, mira.actor, delfin));
}

/** Somebody else was the same person, and one consultation since goes with her. */
async function merged(person: string, whose: readonly string[]): Promise<void> {
  const double = { person_vorname: "Myra", person_nachname: "Beispiel" };
  const andere = await writeAs(mira.actor, (tx) => createPerson(tx, mira.actor, PersonEingabe.parse(double)));
  const [row] = await db.admin(
    `insert into kim.zusammenfuehrung (kreis, traeger_id, konto_id, person_id, in_person_id, werte, bestand)
     values ($1, $2, $3, $4, $5, '\\x00', '{}') returning id`,
    [...whose, andere, person],
  );
  await db.admin(
    `insert into kim.zusammenfuehrung_zeile (kreis, traeger_id, konto_id, zusammenfuehrung_id, tabelle, zeile, von_person_id, an_person_id)
     values ($1, $2, $3, $4, 'kim.fall', gen_random_uuid(), $5, $6)`,
    [...whose, row?.["id"], person, andere],
  );
}

/** An entry in each history of a person, one of them changed. */
async function everyLage(person: string): Promise<void> {
  const status = (code: string) => AufenthaltEingabe.parse({ status: code });
  await writeAs(mira.actor, async (tx) => {
    const id = await recordEintrag(tx, mira.actor, AUFENTHALT, person, status("p24"));
    const changed = { falsch: false, e: status("gestattung") };
    await changeEintrag(tx, mira.actor, AUFENTHALT, { id, version: 1 }, changed);
    await recordEintrag(tx, mira.actor, LEISTUNG, person, LeistungEingabe.parse({ art: "sgb2" }));
    await recordEintrag(tx, mira.actor, WERDEGANG, person, WerdegangEingabe.parse({ art: "integrationskurs" }));
    await recordEintrag(tx, mira.actor, SCHUTZBEDARF, person, SchutzEingabe.parse({ arten: ["gewalt"] }));
  });
}

async function teamOf(...members: readonly TestKonto[]): Promise<void> {
  const { kreis, traegerId } = stelle;
  const by = [crypto.randomUUID(), crypto.randomUUID()];
  const [team] = await db.admin(
    "insert into kim.team (kreis, traeger_id, name, gegruendet_von) values ($1, $2, 'Team', $3) returning id",
    [kreis, traegerId, by[0]],
  );
  for (const { actor } of members)
    await db.admin(
      `insert into kim.team_mitglied (kreis, traeger_id, team_id, konto_id, gegeben_von, bestaetigt_von, bestaetigt_am)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [kreis, traegerId, team?.["id"], actor.kontoId, ...by],
    );
}

/** How many of Mira's rows somebody sees, and how many a change of all that she or he sees would reach, by table. */
async function reach(actor: Actor): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  await readAs(actor, async (tx) => {
    for (const { name } of FILES) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(name)} where konto_id = ${mira.actor.kontoId}::uuid`.execute(tx);
      seen[name] = rows[0]?.n ?? -1;
    }
  });
  return seen;
}
const none = Object.fromEntries(FILES.map(({ name }) => [name, 0]));
const actorOf = (who: string): Actor => actors.get(who) ?? mira.actor;

describe("every kind of record", () => {
  test("the account itself sees all of them: there is one of each", async () => {
    const empty = Object.entries(await reach(actorOf("own"))).filter(([, n]) => n === 0);
    expect(empty).toEqual([]);
  });

  test.each(["represented", "team"])("%s: everything of the file, but not what she began to write", async (who) => {
    expect(await reach(actorOf(who))).toEqual({ ...(await reach(actorOf("own"))), "kim.entwurf": 0 });
  });

  test.each(["colleague", "coordination", "Leitung", "Administration", "Modul III", "other Träger", "other Kreis"])(
    "%s: nothing",
    async (who) => expect(await reach(actorOf(who))).toEqual(none),
  );

  test("whoever is on the list of another Träger reaches nothing either: the Träger is asked as well", async () => {
    const actor = { ...actorOf("other Träger"), konten: [actorOf("other Träger").kontoId, mira.actor.kontoId] };
    expect(await reach(actor)).toEqual({ ...none });
  });

  test("it is the policy that holds: without it a colleague sees the rows, and this test says so", async () => {
    for (const { name } of FILES) await db.admin(`drop policy innere_wand on ${name}`);
    const open = Object.entries(await reach(actorOf("colleague"))).filter(([, n]) => n > 0);
    expect(open.map(([name]) => name)).toEqual(FILES.map(({ name }) => name));
  });
});
