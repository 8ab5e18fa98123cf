import { randomUUID } from "node:crypto";
import { recordBeratung } from "../../src/domains/beratungen/index.ts";
import { FallAngaben, NeuerFall, Schritt, changeFall, moveFall, openFall } from "../../src/domains/faelle/index.ts";
import { beginEntwurf } from "../../src/domains/hilfeplan/commands/begin-entwurf.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { type Tx, writeAs } from "../../src/platform/db.ts";
import { einwilligungenIn, willigtEin } from "./einwilligungen.ts";
import { PDF, legeAb } from "./dokumente.ts";
import { type Beratungsstelle, beratungsstelle, eingabe } from "./beratungsstelle.ts";
import { today } from "../../src/platform/clock.ts";
import { daysFrom } from "../../src/platform/span.ts";
import type { TestDatabase } from "./db.ts";
import { type TestKonto, testKonto, testTraeger } from "./konten.ts";
import { inArbeit } from "./rekonstruktion.ts";
import { haushalt, stapel } from "./neuzuweisungen.ts";
import { stelle as neueStelle } from "./stellen.ts";
import { organisation } from "./verweise.ts";

/** Long enough ago that every ended code was still in force, and less than two years. */
const THEN = daysFrom(today(), -60);
const ENDED = daysFrom(today(), -30);
const KREIS = "05382";

/**
 * A Kreis in which of every code list one code has ended, and a Kommune, a Standort and a Träger were closed; and records that
 * were made with all of them before.
 */
export type Beendet = {
  readonly stelle: Beratungsstelle;
  readonly admin: TestKonto;
  readonly kommune: string;
  readonly standort: string;
  readonly traeger: string;
  /** An open Standort in the closed Kommune. */
  readonly haus: string;
  /** The ended code of a list and its words. */
  readonly code: (liste: string) => string;
  readonly word: (liste: string) => string;
  readonly ids: {
    readonly einwilligung: string;
    readonly organisation: string;
    readonly dokument: string;
    readonly zuweisung: string;
    /** A reconstruction that is worked on. */
    readonly rekonstruktion: string;
    readonly beratung: string;
    readonly inKommune: string;
    readonly person: string;
    /** Somebody of whom nothing is recorded but a name. */
    readonly andere: string;
    /** A case with consent, in its assessment, with the draft of a plan. */
    readonly fall: string;
    readonly stelle: string;
    readonly konto: string;
  };
};

type Ended = ReadonlyMap<string, { readonly code: string; readonly name: string }>;

/** Stages are fixed in the program; the one without a person has the fewest rules. */
const ENDING: Readonly<Record<string, string>> = { "ref.stufe": "0" };

/** Ends the last code of each list. Call it before the program reads them for the first time. */
async function endCodes({ admin }: TestDatabase): Promise<Ended> {
  const ended = new Map<string, { code: string; name: string }>();
  const lists = await admin(
    "select oid::regclass::text as t from pg_class where relnamespace = 'ref'::regnamespace and relkind = 'r'",
  );
  for (const liste of lists.map((row) => String(row["t"]))) {
    const [row] = await admin(
      `update ${liste} set gueltig_bis = $1
       where code = coalesce($2, (select code from ${liste} order by rang desc, code desc limit 1)) returning code, name`,
      [ENDED, ENDING[liste] ?? null],
    );
    ended.set(liste, { code: String(row?.["code"]), name: String(row?.["name"]) });
  }
  return ended;
}

async function standortIn(traegerId: string, ags: string, name: string): Promise<string> {
  const id = randomUUID();
  await writeAs(systemActor(KREIS, traegerId), (tx) =>
    tx.insertInto("kim.standort").values({ kreis: KREIS, id, traeger_id: traegerId, ags, name }).execute(),
  );
  return id;
}

/** Makes everything, and closes it afterwards. */
export async function beendet(db: TestDatabase): Promise<Beendet> {
  const ended = await endCodes(db);
  const stelle = await beratungsstelle(KREIS, ["cm_lokal", "cm_mukis", "verwaltungsassistenz"]);
  const admin = await testKonto({ kreis: KREIS, rollen: ["administration", "cm_koordination", "kim_koordination"] });
  const kommune = `${KREIS}004`;
  await writeAs(systemActor(KREIS), (tx) =>
    tx.insertInto("kim.kommune").values({ kreis: KREIS, ags: kommune, name: "Alfter" }).execute(),
  );
  const traeger = await testTraeger(KREIS, "Musterwerk");
  const standort = await standortIn(stelle.traegerId, stelle.ags[0], "Altes Rathaus");
  const haus = await standortIn(stelle.traegerId, kommune, "Haus in Alfter");
  const code = (liste: string) => ended.get(`ref.${liste}`)?.code ?? "";
  const word = (liste: string) => ended.get(`ref.${liste}`)?.name ?? "";
  const made = { stelle, admin, kommune, standort, traeger, haus, code, word };
  const rekonstruktion = await inArbeit(admin.actor);
  const ids = { rekonstruktion, ...(await recordFiles(made)), ...(await recordPosts(db, made)) };
  await db.admin("update kim.kommune set aktiv = false where ags = $1", [kommune]);
  await db.admin("update kim.standort set aktiv = false where id = $1", [standort]);
  await db.admin("update kim.traeger set aktiv = false where id = $1", [traeger]);
  return { ...made, ids };
}

type Made = Omit<Beendet, "ids">;

const KODEFELDER = ["kontaktweg", "sprache", "verstaendigung", "ergebnis", "herkunftsgruppe", "altersgruppe"] as const;

/** The coded fields of a consultation with their ended codes. */
export const beendeteKodes = ({ code }: Pick<Beendet, "code">) =>
  Object.fromEntries(KODEFELDER.map((field) => [field, code(field)]));

async function recordFiles({ stelle, code, kommune, standort }: Made) {
  const { actor } = stelle.konto;
  const kodes = { am: THEN, stufe: "0", themen: ["sprache", code("handlungsfeld")], ...beendeteKodes({ code }) };
  const person = PersonEingabe.parse({
    person_vorname: "Mira",
    person_kommune: kommune,
    person_altersgruppe: code("altersgruppe"),
    person_staatsangehoerigkeit: code("staatsangehoerigkeit"),
    person_sprachen: ["de", code("sprache")],
  });
  const made = await writeAs(actor, async (tx) => ({
    inKommune: await recordBeratung(tx, actor, eingabe(stelle, { ...kodes, ort: `kommune:${kommune}` })),
    beratung: await recordBeratung(tx, actor, eingabe(stelle, { ...kodes, ort: `standort:${standort}` })),
    person: await createPerson(tx, actor, person, THEN),
    andere: await createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Xaver" }), THEN),
  }));
  await willigtEin(actor, made.person, THEN);
  const fall = await writeAs(actor, (tx) => begonnenerFall(tx, actor, made.person, code("zugangsweg")));
  const { einwilligung = "" } = await einwilligungenIn(actor, actor, made.person);
  const dokument = await legeAb(actor, made.person, PDF);
  const { zuweisungen } = await stapel(actor, [haushalt([], { anzahl: 2 })]);
  const [zuweisung = ""] = zuweisungen;
  return { ...made, zuweisung, fall, einwilligung, dokument, organisation: await organisation(actor, "Musterhilfe") };
}

async function begonnenerFall(tx: Tx, actor: Actor, person: string, zugangsweg: string): Promise<string> {
  const angaben = { begonnen: THEN, zugangsweg, dringlichkeit: "bald" };
  const id = await openFall(tx, actor, NeuerFall.parse({ person, ...angaben }));
  const move = (version: number, nach: string) =>
    moveFall(tx, actor, { id, version }, Schritt.parse({ nach, am: THEN }));
  await move(1, "klaerung");
  const mehr = { weiteres: "nein" };
  await changeFall(tx, actor, { id, version: 2 }, FallAngaben.parse({ ...angaben, ...mehr }));
  await move(3, "einwilligung");
  await move(4, "assessment");
  await beginEntwurf(tx, actor, id);
  return id;
}

async function recordPosts(db: TestDatabase, { admin, stelle, code, kommune, standort, traeger }: Made) {
  const id = await neueStelle(admin.actor, stelle.traegerId, { kommunen: [kommune] });
  await db.admin("update kim.stelle set art = $1 where id = $2", [code("stelle_art"), id]);
  await db.admin("insert into kim.stelle_vakanz (kreis, stelle_id, von, grund) values ($1, $2, '2023-01-01', $3)", [
    KREIS,
    id,
    code("vakanzgrund"),
  ]);
  await neueStelle(admin.actor, traeger);
  const konto = (await testKonto({ kreis: KREIS, traegerId: stelle.traegerId, rollen: ["cm_lokal"] })).actor.kontoId;
  await db.admin("update kim.konto set standort_id = $1 where id = $2", [standort, konto]);
  return { stelle: id, konto };
}
