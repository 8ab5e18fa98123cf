import {
  Erlaeuterung,
  Erteilung,
  type Kategorie,
  NeueEinwilligung,
  draftEinwilligung,
  explainEinwilligung,
  giveEinwilligung,
} from "../domains/einwilligungen/index.ts";
import { STAND } from "../domains/einbuergerung/index.ts";
import { NeuerFall, openFall } from "../domains/faelle/index.ts";
import {
  Ablehnung,
  EbhEingabe,
  Ergebnis,
  Frage,
  Freigabe,
  type Geheimnis,
  NeueFreigabe,
  PartnerAntwort,
  Termin,
  VerweisLink,
  acceptAngebot,
  answerLink,
  askAngebot,
  finishFreigabe,
  giveErgebnis,
  openKopie,
  openLink,
  prepareFreigabe,
  refuseAngebot,
  releaseFreigabe,
  sendVerweis,
  setEbhStand,
  setTermin,
  withdrawFreigabe,
} from "../domains/freigaben/index.ts";
import { PersonEingabe, createPerson } from "../domains/personen/index.ts";
import { NeuerVerweis, addVerweis } from "../domains/verweise/index.ts";
import { type Rolle, actorOf } from "../domains/zugang/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysBefore } from "./kalender.ts";
import { TRAEGER } from "./menschen.ts";
import type { Leute } from "./vertretung.ts";

/** Written in copies of the demo and in the answers to them, and so in no file of the data folder in the clear. */
export const IN_KOPIEN = {
  anliegen: "Fallbesprechung: welcher Weg zum Bleiberecht offensteht",
  umzug: "Zieht nach Hennef und möchte dort weiter begleitet werden",
  platz: "Sucht einen Platz für das jüngste Kind, vormittags",
  worte: "Arbeitet seit einem Jahr im Musterbetrieb am Bach",
  termin: "9 Uhr, Zimmer 12, zusammen mit der Beraterin",
  unterlagen: "Reisepass mit neuem Bild\nArbeitsvertrag vom Musterbetrieb\nNachweis über den Kurs B1",
  zusage: "Bis zur Entscheidung bleibt die Karte gültig",
  bedarf: "Sucht Begleitung in Hennef, mit Kindern im Kitaalter",
  ablehnung: "Bis Ostern ist bei uns kein Platz in der Begleitung",
  frage: "Gibt es schon einen Kitaplatz in Hennef?",
  link: "Gespräch um 15 Uhr in der Beispielgasse 3",
} as const;

const HENNEF = "05382020";
const MENSCHEN = {
  besprochen: ["Halyna", "Freimuster", "uk"],
  gewartet: ["Idris", "Kopiermann", "ar"],
  verlinkt: ["Daryna", "Briefmuster", "uk"],
  angeboten: ["Nour", "Musterumzug", "ar"],
  gefragt: ["Taras", "Rückfragenko", "uk"],
  abgelehnt: ["Rima", "Beispielnein", "ar"],
  uebergeben: ["Olena", "Musterwechsel", "uk"],
  kommt: ["Bohdan", "Herübermuster", "uk"],
} as const;
type Wer = readonly [string, string, string];

const BEHOERDE = { zweck: "behoerde", empfaenger: "" } as const;
const KITA = { art: "kita_schule", empfaenger: "Familienzentrum Beispielwiese" } as const;
const PRAXIS = { art: "gesundheit", empfaenger: "Praxis am Musterbach" } as const;

/** Copies for everybody who can get one, in every state that they can have. */
export async function loadFreigaben(leute: Leute): Promise<void> {
  const as = (wer: string, rolle: Rolle): Actor => {
    const one = leute.get(wer);
    if (one === undefined) throw new Error(`Die Demo kennt ${wer} nicht.`);
    return actorOf(one, [rolle]);
  };
  const mira = as("mira.beispiel", "cm_lokal");
  const toni = as("toni.vorlage", "cm_lokal");
  await anBehoerden(mira, as("vera.vordruck", "abh_fachkraft"), as("emil.formular", "ebh_fachkraft"));
  await alsLink(mira);
  await alsUebergabe(mira, toni);
}

async function anBehoerden(actor: Actor, abh: Actor, ebh: Actor): Promise<void> {
  const halyna = await mensch(actor, MENSCHEN.besprochen);
  const idris = await mensch(actor, MENSCHEN.gewartet);
  for (const wer of [halyna, idris]) {
    await darf(actor, wer.person, { ...BEHOERDE, art: "auslaenderbehoerde" });
    await darf(actor, wer.person, { ...BEHOERDE, art: "einbuergerungsbehoerde" });
  }
  const anAbh = (wer: Mensch) => kopie(actor, wer, { art: "abh", an: abh.traegerId });
  const ergebnis = (id: string, version: number) =>
    writeAs(abh, async (tx) => {
      await openKopie(tx, abh, ["abh"], id);
      const { unterlagen, zusage } = IN_KOPIEN;
      const typed = Ergebnis.parse({ unterlagen, zusage, tag: daysBefore(today(), -21), text: "" });
      await giveErgebnis(tx, abh, { id, version }, typed);
    });
  const termin = (id: string) =>
    writeAs(abh, async (tx) => {
      await openKopie(tx, abh, ["abh"], id);
      const typed = Termin.parse({ tag: daysBefore(today(), -6), text: IN_KOPIEN.termin });
      await setTermin(tx, abh, { id, version: 1 }, typed);
    });
  const erledigt = (await anAbh(halyna)).id;
  await termin(erledigt);
  await ergebnis(erledigt, 2);
  await writeAs(actor, (tx) => finishFreigabe(tx, actor, { id: erledigt, version: 5 }, { text: null }));
  await ergebnis((await anAbh(halyna)).id, 1);
  const gesperrt = (await anAbh(idris)).id;
  const grund = { text: "Der Arbeitsvertrag war noch der alte." };
  await writeAs(actor, (tx) => withdrawFreigabe(tx, actor, { id: gesperrt, version: 3 }, grund));
  await termin((await anAbh(idris)).id);
  await anAbh(idris);
  const vorcheck = await kopie(actor, halyna, { art: "ebh", an: ebh.traegerId });
  await writeAs(ebh, (tx) => openKopie(tx, ebh, ["ebh"], vorcheck.id));
  // The stock of the authority: one that is new, and some at every step.
  for (const [i, stand] of STAND.entries()) {
    const { id } = await kopie(actor, i % 2 === 0 ? halyna : idris, { art: "ebh", an: ebh.traegerId });
    const typed = EbhEingabe.parse({ stand, seit: daysBefore(today(), 4 + 9 * i) });
    await writeAs(ebh, (tx) => setEbhStand(tx, ebh, { id, version: 1 }, typed));
  }
}

/** A referral to the place with this name, for which there is a consent; sent to it as a link. */
async function verwiesen(actor: Actor, { person, fall }: Mensch, name: string): Promise<Geheimnis> {
  return writeAs(actor, async (tx) => {
    const of = tx.selectFrom("kim.organisation").select("id").where("name", "=", name);
    const { id: stelle } = await of.executeTakeFirstOrThrow();
    const tage = { am: today(), nachfragen_am: daysBefore(today(), -14) };
    const wohin = { stelle: `organisation:${stelle}`, handlungsfeld: "bildung_0_6", warum: "angebot" };
    const typed = { person, fall, ...wohin, ...tage, bedarf: IN_KOPIEN.platz, kontakt: "selbst" };
    const id = await addVerweis(tx, actor, NeuerVerweis.parse(typed));
    const angaben = { angaben: ["name", "sprachen"], worte_kategorien: [], gueltig_bis: daysBefore(today(), -30) };
    const link = VerweisLink.parse({ anliegen: IN_KOPIEN.platz, ...angaben });
    return sendVerweis(tx, actor, { id, version: 1 }, link);
  });
}

/** One link that nobody opened yet, and a referral by link with an answer that nobody took down yet. */
async function alsLink(actor: Actor): Promise<void> {
  const daryna = await mensch(actor, MENSCHEN.verlinkt);
  for (const an of [KITA, PRAXIS]) await darf(actor, daryna.person, { zweck: "weitergabe", ...an });
  const zu = ({ art, empfaenger }: typeof KITA | typeof PRAXIS) =>
    kopie(actor, daryna, { art: "link", empfaenger_art: art, empfaenger });
  await zu(PRAXIS);
  const link = await verwiesen(actor, daryna, KITA.empfaenger);
  await openLink(link.token, link.code);
  const antwort = { antwort: "termin", tag: daysBefore(today(), -9), text: IN_KOPIEN.link };
  await answerLink(link.token, PartnerAntwort.parse({ ...antwort, code: link.code }));
}

/** Offers of a hand-over: waiting, asked about, rejected, accepted; and one in the other direction. */
async function alsUebergabe(actor: Actor, andere: Actor): Promise<void> {
  const angebot = async (von: Actor, an: Actor, name: string, wer: Wer) => {
    const offen = await mensch(von, wer);
    await darf(von, offen.person, { zweck: "uebergabe", art: "traeger", empfaenger: name });
    return (await kopie(von, offen, { art: "traeger", an: an.traegerId })).id;
  };
  const hin = (wer: Wer) => angebot(actor, andere, TRAEGER.wohlfahrt.name, wer);
  await hin(MENSCHEN.angeboten);
  const gefragt = await hin(MENSCHEN.gefragt);
  const frage = Frage.parse({ text: IN_KOPIEN.frage });
  await writeAs(andere, (tx) => askAngebot(tx, andere, { id: gefragt, version: 1 }, frage));
  const abgelehnt = await hin(MENSCHEN.abgelehnt);
  const nein = Ablehnung.parse({ text: IN_KOPIEN.ablehnung });
  await writeAs(andere, (tx) => refuseAngebot(tx, andere, { id: abgelehnt, version: 1 }, nein));
  const uebergeben = await hin(MENSCHEN.uebergeben);
  await writeAs(andere, (tx) => acceptAngebot(tx, andere, { id: uebergeben, version: 1 }));
  await angebot(andere, actor, TRAEGER.kreis.name, MENSCHEN.kommt);
}

type Mensch = { readonly person: string; readonly fall: string };

async function mensch(actor: Actor, [vorname, nachname, sprache]: Wer): Promise<Mensch> {
  const eingabe = PersonEingabe.parse({
    person_vorname: vorname,
    person_nachname: nachname,
    person_altersgruppe: "27-44",
    person_kommune: HENNEF,
    person_sprachen: [sprache, "de"],
  });
  const seit = daysBefore(today(), 120);
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, eingabe, seit, seit));
  const anliegen = "Bleiben, arbeiten und die Kinder unterbringen";
  const neu = { person, begonnen: daysBefore(today(), 20), zugangsweg: "", dringlichkeit: "normal", anliegen };
  return { person, fall: await writeAs(actor, (tx) => openFall(tx, actor, NeuerFall.parse(neu))) };
}

const KATEGORIEN: readonly Kategorie[] = ["kontakt", "sprache", "wohnen", "bildung_arbeit"];
type Wozu = {
  readonly zweck: "behoerde" | "uebergabe" | "weitergabe";
  readonly art: string;
  readonly empfaenger: string;
};

/** A person agreed to it, on paper. */
async function darf(actor: Actor, person: string, { zweck, art, empfaenger }: Wozu): Promise<void> {
  const neu = NeueEinwilligung.parse({ zweck, empfaenger_art: art, empfaenger, kategorien: [...KATEGORIEN] });
  const am = daysBefore(today(), 10);
  const id = await writeAs(actor, (tx) => draftEinwilligung(tx, actor, person, neu));
  const erklaert = Erlaeuterung.parse({ am, sprache: "de" });
  await writeAs(actor, (tx) => explainEinwilligung(tx, actor, { id, version: 1 }, erklaert));
  const gegeben = Erteilung.parse({ am, durch: "person", form: "papier" });
  await writeAs(actor, (tx) => giveEinwilligung(tx, actor, { id, version: 2 }, gegeben));
}

type An = Readonly<Record<string, string>>;
type Kopie = { readonly id: string; readonly link: Geheimnis | undefined };

const WORUM: Readonly<Record<string, string>> = { traeger: IN_KOPIEN.umzug, link: IN_KOPIEN.platz };

/** What is released, about the case of a person. */
async function kopie(actor: Actor, { person, fall }: Mensch, an: An): Promise<Kopie> {
  const neu = NeueFreigabe.parse({ anliegen: WORUM[an["art"] ?? ""] ?? IN_KOPIEN.anliegen, fall, ...an });
  const id = await writeAs(actor, (tx) => prepareFreigabe(tx, actor, person, neu));
  const typed = Freigabe.parse({
    angaben: ["name", "alter", "kommune", "sprachen"],
    worte: IN_KOPIEN.worte,
    worte_kategorien: ["bildung_arbeit"],
    bedarf: an["art"] === "traeger" ? IN_KOPIEN.bedarf : "",
    gueltig_bis: daysBefore(today(), -20),
  });
  return { id, link: await writeAs(actor, (tx) => releaseFreigabe(tx, actor, { id, version: 1 }, typed)) };
}
