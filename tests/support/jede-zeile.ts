import { NeuerFall, VereinbarungEingabe, agree, openFall, setBetroffene } from "../../src/domains/faelle/index.ts";
import { addAngehoerige, addBeziehung, addStelle } from "../../src/domains/familie/index.ts";
import { NeueFrist, setFrist } from "../../src/domains/fristen/index.ts";
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
} from "../../src/domains/lebenslage/index.ts";
import { ZielEingabe, addZiel, beginEntwurf } from "../../src/domains/hilfeplan/index.ts";
import { NeueLuecke, reportLuecke } from "../../src/domains/luecken/index.ts";
import { NeuesKind, addKind } from "../../src/domains/muki/index.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { NeuerTermin, makeTermin } from "../../src/domains/termine/index.ts";
import { NeuerEinsatz, bookSprachmittlung } from "../../src/domains/verstaendigung/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import type { Beratungsstelle } from "./beratungsstelle.ts";
import type { TestDatabase } from "./db.ts";
import { legeAb, PDF } from "./dokumente.ts";
import { einbuergerung } from "./einbuergerung.ts";
import { einwilligungenIn } from "./einwilligungen.ts";
import { fallImAssessment, jedeArt } from "./einschaetzen.ts";
import { abschlussOf, klaerungOf } from "./fall-ende.ts";
import { eingewilligt, freigegeben, vorbereitet } from "./freigaben.ts";
import { ganzerPlan } from "./hilfeplan.ts";
import { haushalt, mensch, stapel } from "./neuzuweisungen.ts";
import { rekonstruiert } from "./rekonstruktion.ts";
import { organisation, verweis } from "./verweise.ts";

/** Where somebody records. */
export type Buehne = { readonly db: TestDatabase; readonly stelle: Beratungsstelle };
type Art = (buehne: Buehne, person: string) => Promise<void>;

const named = (vorname: string) => PersonEingabe.parse({ person_vorname: vorname, person_nachname: "Angehörig" });

async function fall({ db, stelle }: Buehne, person: string): Promise<void> {
  const { actor } = stelle.konto;
  const id = await fallImAssessment(actor, person);
  await jedeArt(actor, id);
  await ganzerPlan(actor, id);
  await writeAs(actor, (tx) => beginEntwurf(tx, actor, id));
  const schritt = { was_1: "Anmelden", wer_1: "andere", name_1: "Tante" };
  const ziel = ZielEingabe.parse({ ziel: "Ich möchte schwimmen lernen", handlungsfeld: "teilhabe", ...schritt });
  await writeAs(actor, (tx) => addZiel(tx, actor, id, ziel));
  // One rule begins on a day: the last one began on another.
  await db.admin("update kim.zielgruppe set gueltig_ab = gueltig_ab - 1 - (random() * 100000)::int");
  await klaerungOf(db, actor, id);
  await abschlussOf(db, actor, id);
  const punkt = VereinbarungEingabe.parse({ besprechung: "", wer: "Jo", was: "Anrufen", bis: daysFrom(today(), 5) });
  await writeAs(actor, (tx) => agree(tx, actor, id, punkt));
  const satz = "Es fehlt ein Kurs am Abend.";
  const typed = { handlungsfeld: "sprache", satz, kommunen: [stelle.ags[0]], fall: id };
  await writeAs(actor, (tx) => reportLuecke(tx, actor, NeueLuecke.parse(typed)));
  await rekonstruiert(stelle.konto, id);
  await anFall(actor, person, id);
}

/** What may hang from a case, and from nothing. */
async function anFall(actor: Beratungsstelle["konto"]["actor"], person: string, fallId: string): Promise<void> {
  const frist = NeueFrist.parse({ person, fall: fallId, titel: "Nachfragen", am: today() });
  await writeAs(actor, (tx) => setFrist(tx, actor, frist));
  const stelle = `organisation:${await organisation(actor, `Musterhilfe ${crypto.randomUUID()}`)}`;
  await verweis(actor, person, stelle, { fall: fallId, bedarf: "Kurs" });
}

async function lage({ stelle }: Buehne, person: string): Promise<void> {
  const { actor } = stelle.konto;
  const bis = daysFrom(today(), 90);
  const status = (code: string) => AufenthaltEingabe.parse({ status: code, bis, notiz: "Pass liegt beim Konsulat" });
  const leistung = LeistungEingabe.parse({ art: "sgb2", beantragt_am: today(), unterlagen: "Mietvertrag" });
  await writeAs(actor, async (tx) => {
    const id = await recordEintrag(tx, actor, AUFENTHALT, person, status("p24"));
    await changeEintrag(tx, actor, AUFENTHALT, { id, version: 1 }, { falsch: false, e: status("gestattung") });
    await recordEintrag(tx, actor, LEISTUNG, person, leistung);
    await recordEintrag(tx, actor, WERDEGANG, person, WerdegangEingabe.parse({ art: "integrationskurs", was: "VHS" }));
    await recordEintrag(tx, actor, SCHUTZBEDARF, person, SchutzEingabe.parse({ arten: ["gewalt"] }));
  });
}

/** Somebody of the family, the office that is guardian, and a case of somebody else that is about her too. */
async function familie({ stelle }: Buehne, person: string): Promise<void> {
  const { actor } = stelle.konto;
  const neu = { von: null, zusammen: true } as const;
  const amt = { art: "vormund", stelle: "Jugendamt Musterstadt", von: null, bis: today() } as const;
  const jo = await writeAs(actor, async (tx) => {
    await addStelle(tx, actor, person, amt);
    const kind = await createPerson(tx, actor, named("Kim"));
    await addBeziehung(tx, actor, kind, person, { ...neu, beziehung: "elternteil", zusammen: false });
    return addAngehoerige(tx, actor, person, { ...neu, beziehung: "partner" }, named("Jo"));
  });
  const offen = NeuerFall.parse({ person: jo, begonnen: today(), dringlichkeit: "normal" });
  const andererFall = await writeAs(actor, (tx) => openFall(tx, actor, offen));
  await writeAs(actor, (tx) => setBetroffene(tx, actor, { id: andererFall, version: 1 }, [person]));
}

async function kalender({ stelle }: Buehne, person: string): Promise<void> {
  const { actor } = stelle.konto;
  const termin = NeuerTermin.parse({ person, tag: today(), beginn: "9", dauer: "30", betreff: "Bescheid" });
  const einsatz = { sprache: "ar", weg: "telefon", tag: today(), beginn: "9", dauer: "30" };
  await writeAs(actor, async (tx) => {
    const id = await makeTermin(tx, actor, termin);
    await bookSprachmittlung(tx, actor, NeuerEinsatz.parse({ ...einsatz, termin: id }));
  });
}

async function delfin({ stelle }: Buehne, person: string): Promise<void> {
  const { actor } = stelle.konto;
  const typed = { person, jahr: today().slice(0, 4), am: today(), ags: stelle.ags[0], kita: "Kita Regenbogen" };
  await writeAs(actor, (tx) => addKind(tx, actor, NeuesKind.parse(typed)));
}

/** Somebody of a list whose file it became. */
async function zugewiesen({ db, stelle }: Buehne, person: string): Promise<void> {
  const name = `Muster${crypto.randomUUID().replaceAll(/[^a-f]/g, "")}`;
  const { zuweisungen } = await stapel(stelle.konto.actor, [haushalt([mensch("Nela", name)])]);
  await db.admin(
    `update kim.zuweisung_mensch set person_id = $1, name = null, geburtsdatum = null, kontakt = null, hinweis = null, abdruck = null
     where zuweisung_id = $2`,
    [person, zuweisungen[0]],
  );
}

/** A copy that went out as a link, and one that came from another Träger. */
async function freigabe({ db, stelle }: Buehne, person: string): Promise<void> {
  const { actor } = stelle.konto;
  const kita = { empfaenger: "Kita Wiese" };
  const wozu = { ...kita, zweck: "weitergabe", art: "kita_schule", kategorien: ["kontakt"] } as const;
  await eingewilligt(actor, actor, person, wozu);
  const id = await vorbereitet(actor, person, { ...kita, art: "link", empfaenger_art: "kita_schule" });
  await freigegeben(actor, id, { angaben: ["name"] });
  await db.admin(
    `insert into kim.freigabe_uebernahme (kreis, traeger_id, konto_id, freigabe_id, person_id, am, angaben)
     values ($1, $2, $3, $4, $5, current_date, '\\x00')`,
    [actor.kreis, actor.traegerId, actor.kontoId, id, person],
  );
}

/** Ways to record something of a person, by what it is: together they leave a row in every table that has one of hers. */
export const ARTEN: Readonly<Record<string, Art>> = {
  fall,
  lage,
  familie,
  kalender,
  delfin,
  zugewiesen,
  einwilligungen: async ({ stelle }, person) => {
    await einwilligungenIn(stelle.konto.actor, stelle.konto.actor, person);
  },
  verweis: async ({ stelle }, person) => {
    const { actor } = stelle.konto;
    const an = await organisation(actor, `Musterberatung ${crypto.randomUUID()}`);
    await verweis(actor, person, `organisation:${an}`);
  },
  einbuergerung: async ({ stelle }, person) => {
    await einbuergerung(stelle.konto.actor, person);
  },
  dokument: async ({ stelle }, person) => {
    await legeAb(stelle.konto.actor, person, PDF);
  },
  frist: async ({ stelle }, person) => {
    const frist = NeueFrist.parse({ person, titel: "Nachfragen", am: today() });
    await writeAs(stelle.konto.actor, (tx) => setFrist(tx, stelle.konto.actor, frist));
  },
  freigabe,
};
