import { loadDoppelte } from "./dubletten.ts";
import { type BeratungEingabe, recordBeratung } from "../domains/beratungen/index.ts";
import { createKonto, createStandort, createTraeger, einrichten, kommunen } from "../domains/verwaltung/index.ts";
import { type Rolle, actorOf, setInitialAccess } from "../domains/zugang/index.ts";
import { type Actor, may, systemActor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { readAs, writeAs } from "../platform/db.ts";
import { DEMO_PASSWORT, DEMO_TOTP, emailOf } from "./anmeldungen.ts";
import { inventBeratung } from "./beratungen.ts";
import { FAMILIEN, loadFamilie } from "./familien.ts";
import { STILL_SEIT, loadFaelle, loadZielgruppe } from "./faelle.ts";
import { loadDokumente } from "./dokumente.ts";
import { loadEinbuergerungen } from "./einbuergerung.ts";
import { loadFreigaben } from "./freigaben.ts";
import { loadFristen } from "./fristen.ts";
import { loadBegleitung, loadEinwilligungen, loadTexte } from "./einwilligungen.ts";
import { loadTermine } from "./termine.ts";
import { loadAngaben, loadPersons } from "./personen.ts";
import { SINCE, consultationsOn, daysBefore } from "./kalender.ts";
import { MITARBEITENDE, TRAEGER } from "./menschen.ts";
import { loadKonzepte } from "./konzept.ts";
import { loadGremien } from "./gremien.ts";
import { loadListen } from "./listen.ts";
import { loadLuecken } from "./luecken.ts";
import { loadMassnahmen } from "./massnahmen.ts";
import { loadNeuzuweisungen } from "./neuzuweisungen.ts";
import { loadMuki } from "./muki.ts";
import { loadRekonstruktionen } from "./rekonstruktion.ts";
import { loadStellen } from "./stellen.ts";
import { loadUebersetzungen } from "./uebersetzungen.ts";
import { loadVerstaendigung } from "./verstaendigung.ts";
import { loadOrganisationen, loadVerweise } from "./verweise.ts";
import { type Leute, loadVertretungen } from "./vertretung.ts";
import { Zufall } from "./zufall.ts";

export const DEMO_KREIS = "05382";
type Site = { readonly id: string; readonly ags: string };
/** Somebody who counsels, and where; most often at the first place. */
type Berater = {
  readonly actor: Actor;
  readonly sites: readonly [Site, ...Site[]];
  /** Days since somebody left; 0 for whoever is here. */
  readonly gegangen: number;
};

const YEAR = 365;
/** Consultations of a counsellor on an ordinary day, last year and this one: as far back as a day may be typed. */
const MEAN_PER_DAY = [0.5, 0.65];
const DAYS = YEAR * MEAN_PER_DAY.length;
const AT_FIRST_PLACE = 0.65;
/** Whose Träger have released what people agree to. */
const LEITUNGEN = ["susi.sorglos", "ludger.leitmuster"] as const;
const COUNSELS: readonly Rolle[] = ["cm_lokal", "cm_mukis", "cm_abh"];

/**
 * Fills an empty installation with an invented Rhein-Sieg-Kreis, through the same commands that people use. What is returned loads the
 * rest, once the consultations are counted: Vorlagen and concepts keep the figures that they find.
 */
export async function loadDemo(options: { readonly report: (line: string) => void }): Promise<() => Promise<void>> {
  options.report("Demo: Kreis, Träger, Mitarbeitende und Stellen werden erfunden …");
  const { berater, leute } = await loadStaff();
  const koordination = leute.get("jo.muster");
  if (koordination === undefined) throw new Error("Die Demo kennt keine KIM-Koordination.");
  const leitet = actorOf(koordination, ["kim_koordination"]);
  await loadZielgruppe(leitet);
  const texte = new Set(LEITUNGEN.flatMap((email) => leute.get(email)?.traegerId ?? []));
  const plan = await planYears(berater, texte, await loadOrganisationen(leitet));
  options.report(`Demo: ${plan.length} Beratungen aus zwei Jahren werden erfasst …`);
  let done = 0;
  const queue = plan.values();
  const work = async () => {
    for (const one of queue) {
      await writeAs(one.actor, (tx) => recordBeratung(tx, one.actor, one.eingabe));
      done += 1;
      if (done % 500 === 0) options.report(`Demo: ${done} von ${plan.length}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return () => loadRest({ berater, leute, leitet });
}

type Geladen = { readonly berater: readonly Berater[]; readonly leute: Leute; readonly leitet: Actor };

/** What rests on consultations: gaps, bodies, measures, what goes between people, the concept, lists. */
async function loadRest({ berater, leute, leitet }: Geladen): Promise<void> {
  await loadLuecken(berater, leitet);
  await loadGremien(leitet);
  await loadMassnahmen(
    leitet,
    berater.map(({ actor }) => actor),
  );
  await loadRekonstruktionen(
    leitet,
    ["mira.beispiel", "nele.skizze"].flatMap((email) => {
      const actor = berater.find((one) => one.actor.kontoId === leute.get(email)?.kontoId)?.actor;
      return actor === undefined ? [] : [{ actor, email }];
    }),
  );
  await loadVerstaendigung(berater, leitet);
  await loadNeuzuweisungen(berater, leitet);
  await loadFreigaben(leute);
  await loadVertretungen(leute);
  await loadKonzepte(leute, leitet);
  const [first] = berater;
  if (first !== undefined) await loadListen(first.actor);
}

async function loadStaff(): Promise<{ readonly berater: readonly Berater[]; readonly leute: Leute }> {
  const admin = MITARBEITENDE[0];
  const first = await einrichten({
    kreis: DEMO_KREIS,
    traegerName: TRAEGER.kreis.name,
    adminName: admin.name,
    adminEmail: emailOf(admin.email),
  });
  const actor = systemActor(DEMO_KREIS, first.traegerId);
  const access = { passwort: DEMO_PASSWORT, totp: DEMO_TOTP };
  await setInitialAccess(DEMO_KREIS, first.kontoId, access);
  const ids = new Map<string, string>([["kreis", first.traegerId]]);
  for (const [key, traeger] of Object.entries(TRAEGER)) {
    if (key !== "kreis") ids.set(key, await writeAs(actor, (tx) => createTraeger(tx, actor, traeger)));
  }
  const berater: Berater[] = [];
  const konten = new Map<string, string>();
  const leute = new Map<string, { readonly kreis: string; readonly traegerId: string; readonly kontoId: string }>();
  for (const person of MITARBEITENDE.slice(1)) {
    const traegerId = ids.get(person.traeger) ?? first.traegerId;
    const [site, ...more] = await sitesIn(actor, traegerId, person.orte);
    const gegangen = "gegangen" in person ? person.gegangen : 0;
    const bis = gegangen === 0 ? null : daysBefore(today(), gegangen);
    const rollen = [{ rolle: person.rolle, von: daysBefore(today(), SINCE), bis }];
    const { kontoId } = await writeAs(actor, (tx) =>
      createKonto(tx, actor, {
        traegerId,
        name: person.name,
        email: emailOf(person.email),
        rollen,
        ...(site === undefined ? {} : { standortId: site.id }),
      }),
    );
    konten.set(person.email, kontoId);
    leute.set(person.email, { kreis: DEMO_KREIS, traegerId, kontoId });
    await setInitialAccess(DEMO_KREIS, kontoId, access);
    if (site !== undefined && COUNSELS.some((r) => r === person.rolle)) {
      berater.push({
        actor: actorOf({ kreis: DEMO_KREIS, traegerId, kontoId }, [person.rolle]),
        sites: [site, ...more],
        gegangen,
      });
    }
  }
  await loadStellen(actor, { traeger: ids, konten });
  for (const email of LEITUNGEN) {
    const leitung = leute.get(email);
    if (leitung === undefined) continue;
    await loadTexte(leitung);
    await loadUebersetzungen(leitung);
  }
  const ohneLeitung = new Set(berater.map((one) => one.actor.traegerId));
  for (const email of LEITUNGEN) ohneLeitung.delete(leute.get(email)?.traegerId ?? "");
  for (const traegerId of ohneLeitung) await loadBegleitung({ ...first, kreis: DEMO_KREIS, traegerId });
  return { berater, leute };
}

async function sitesIn(actor: Actor, traegerId: string, orte: readonly string[]): Promise<Site[]> {
  const found: Site[] = [];
  for (const ort of orte) found.push(await siteIn(actor, traegerId, ort));
  return found;
}

const sites = new Map<string, Site>();

/** The site of a Träger in a Kommune, made when it is needed for the first time. */
async function siteIn(actor: Actor, traegerId: string, kommune: string): Promise<Site> {
  const known = sites.get(`${traegerId} ${kommune}`);
  if (known !== undefined) return known;
  const found = (await readAs(actor, kommunen)).find((k) => k.name === kommune);
  if (found === undefined) throw new Error(`Die Demo kennt keine Kommune ${kommune}.`);
  const name = `${kommune.replace(/ \(.*/, "")}, Rathaus`;
  const id = await writeAs(actor, (tx) => createStandort(tx, actor, { traegerId, ags: found.value, name }));
  const site = { id, ags: found.value };
  sites.set(`${traegerId} ${kommune}`, site);
  return site;
}

type Planned = { readonly actor: Actor; readonly eingabe: BeratungEingabe };

async function planYears(
  berater: readonly Berater[],
  texte: ReadonlySet<string>,
  stellen: readonly string[],
): Promise<Planned[]> {
  const zufall = new Zufall(Number(DEMO_KREIS));
  const plan: Planned[] = [];
  const chance = new Zufall(berater.length);
  const [erste] = berater;
  if (erste !== undefined) await loadDoppelte(erste.actor);
  for (const [nth, { actor, sites: places, gegangen }] of berater.entries()) {
    const wo = { ags: places[0].ags, nth };
    const personen = await loadPersons(actor, wo.ags, zufall);
    await loadAngaben(actor, personen, wo);
    const quiet = await loadFaelle(actor, personen, chance);
    const others = personen.filter(({ id }) => !quiet.has(id));
    if (texte.has(actor.traegerId)) await loadEinwilligungen(actor, personen);
    await loadVerweise(actor, personen, stellen, chance);
    await loadFristen(actor, personen);
    if (gegangen === 0) await loadEinbuergerungen(actor, personen);
    await loadDokumente(actor, personen);
    if (gegangen === 0) await loadTermine(actor, places[0].id, personen);
    if (may(actor, "muki.schreiben")) await loadMuki(actor, places[0], personen, chance);
    if (nth < FAMILIEN) await loadFamilie(actor, wo, inventBeratung(daysBefore(today(), 1), places[0].id, [], chance));
    for (let back = DAYS - 1; back >= gegangen; back -= 1) {
      const day = daysBefore(today(), back);
      const mean = MEAN_PER_DAY[MEAN_PER_DAY.length - 1 - Math.floor(back / YEAR)] ?? 0;
      const site = zufall.chance(AT_FIRST_PLACE) ? places[0] : zufall.one(places);
      for (let n = consultationsOn(day, mean, zufall); n > 0; n -= 1) {
        plan.push({ actor, eingabe: inventBeratung(day, site.id, back <= STILL_SEIT ? others : personen, zufall) });
      }
    }
  }
  return plan;
}
