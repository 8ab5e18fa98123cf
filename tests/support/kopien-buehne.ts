import { NeuerFall, openFall } from "../../src/domains/faelle/index.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import type { Rolle } from "../../src/domains/zugang/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { openPool, readAs, throughPool, writeAs } from "../../src/platform/db.ts";
import type { TestDatabase } from "./db.ts";
import { beratungsstelle } from "./beratungsstelle.ts";
import { testKonto, testTraeger } from "./konten.ts";
import { eingewilligt, freigegeben, vorbereitet } from "./freigaben.ts";
import { ANGEBOT, MODUL_III, openKopie } from "../../src/domains/freigaben/commands/receive-kopie.ts";
import type { Art } from "../../src/domains/freigaben/model/stand.ts";
import { freigabeOf } from "../../src/domains/freigaben/queries/freigaben.ts";
import { kopien } from "../../src/domains/freigaben/queries/kopien.ts";

export const NAME = "Mira Kanarienvogel";

/** A Kreis with somebody who counsels, an authority, another Träger, and what they do with copies. */
export async function buehne(db: TestDatabase, inKreis?: string) {
  const stelle = await beratungsstelle(inKreis);
  const cm = stelle.konto.actor;
  const konto = async (traegerId: string, ...rollen: Rolle[]): Promise<Actor> =>
    (await testKonto({ kreis: stelle.kreis, traegerId, rollen })).actor;
  const leitung = await konto(stelle.traegerId, "traeger_leitung");
  const kreis = await testTraeger(stelle.kreis, "Kreis Musterland");
  await db.admin("update kim.traeger set art = 'kreis' where id = $1", [kreis]);
  const anderer = await testTraeger(stelle.kreis, "Beratung Nebenan");
  const mira = PersonEingabe.parse({
    person_vorname: "Mira",
    person_nachname: "Kanarienvogel",
    person_altersgruppe: "27-44",
    person_kommune: stelle.ags[0],
    person_sprachen: ["uk"],
  });
  const person = () => writeAs(cm, (tx) => createPerson(tx, cm, mira));
  const fall = async () => {
    const neu = { begonnen: today(), zugangsweg: "", dringlichkeit: "normal", anliegen: "Wohnung" };
    const of = await person();
    const id = await writeAs(cm, (tx) => openFall(tx, cm, NeuerFall.parse({ person: of, ...neu })));
    return { person: of, id };
  };
  type Fall = Awaited<ReturnType<typeof fall>>;
  /** A copy for the authority; about a case where one is given. */
  const anBehoerde = async (of?: Fall) => {
    const wer = of?.person ?? (await person());
    const wozu = { zweck: "behoerde", art: "auslaenderbehoerde", kategorien: ["kontakt", "sprache"] } as const;
    const einwilligung = await eingewilligt(cm, leitung, wer, wozu);
    const id = await vorbereitet(cm, wer, { art: "abh", an: kreis, fall: of?.id ?? "" });
    await freigegeben(cm, id);
    return { id, einwilligung };
  };
  const angeboten = async (of?: Fall) => {
    const wer = of?.person ?? (await person());
    const an = { zweck: "uebergabe", art: "traeger", empfaenger: "Beratung Nebenan" } as const;
    await eingewilligt(cm, leitung, wer, { ...an, kategorien: ["kontakt", "sprache", "wohnen"] });
    const id = await vorbereitet(cm, wer, { art: "traeger", an: anderer, fall: of?.id ?? "" });
    const angaben = ["name", "alter", "kommune", "sprachen"];
    await freigegeben(cm, id, { angaben, bedarf: "Sucht einen Sprachkurs" });
    return id;
  };
  const mitLink = async () => {
    const wer = await person();
    const an = { zweck: "weitergabe", art: "kita_schule", empfaenger: "Kita Wiese" } as const;
    await eingewilligt(cm, leitung, wer, { ...an, kategorien: ["kontakt"] });
    const id = await vorbereitet(cm, wer, { art: "link", empfaenger_art: "kita_schule", empfaenger: "Kita Wiese" });
    const secret = await freigegeben(cm, id);
    if (secret === undefined) throw new Error("Ein Link hat ein Geheimnis.");
    return { id, ...secret };
  };
  return {
    stelle,
    cm,
    leitung,
    kreis,
    anderer,
    konto,
    abh: await konto(kreis, "abh_fachkraft"),
    andere: await konto(anderer, "cm_lokal"),
    person,
    fall,
    anBehoerde,
    angeboten,
    mitLink,
    opened: (actor: Actor, id: string, arten: readonly Art[] = MODUL_III) =>
      writeAs(actor, (tx) => openKopie(tx, actor, arten, id)),
    /** As the file has it. */
    seen: (id: string) => readAs(cm, (tx) => freigabeOf(tx, cm, id)),
    listed: (actor: Actor) => readAs(actor, (tx) => kopien(tx, actor, [...MODUL_III, ...ANGEBOT], {})),
  };
}

export type Buehne = Awaited<ReturnType<typeof buehne>>;

/** As the background does it, with the role of the background. */
export async function asWorker(db: TestDatabase, work: () => Promise<void>): Promise<void> {
  const pool = openPool({ url: db.urlOf("kim_worker"), applicationName: "kim-test-worker", poolSize: 1 });
  await throughPool(pool, work);
  await pool.end();
}
