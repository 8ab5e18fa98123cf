import {
  AbschlussEingabe,
  FallAngaben,
  KlaerungEingabe,
  NeuerFall,
  Schritt,
  VereinbarungEingabe,
  ZielgruppeEingabe,
  addZielgruppe,
  agree,
  changeFall,
  clarifyFall,
  closeFall,
  moveFall,
  openFall,
  vereinbarungenOf,
} from "../../src/domains/faelle/index.ts";
import { offeneZiele, wertField } from "../../src/domains/hilfeplan/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { draft } from "../journeys/draft.ts";
import { willigtEin } from "../support/einwilligungen.ts";
import { schaetzeEin } from "../support/einschaetzen.ts";
import { vereinbarterPlan } from "../support/hilfeplan.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const input = (person: string) =>
    NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "bald", anliegen: "Sucht eine Wohnung" });
  const fall = await writeAs(actor, (tx) => openFall(tx, actor, input(ids["person"] ?? "")));
  const fallLang = await writeAs(actor, (tx) => openFall(tx, actor, input(ids["personLang"] ?? "")));
  const entwurfFall = await draft(actor, "fall-aendern", { anliegen: ["Sucht"], _version: ["1"] }, fallLang);
  const fallKlaerung = await writeAs(actor, (tx) => openFall(tx, actor, input(ids["personLang"] ?? "")));
  const klaerung = Schritt.parse({ nach: "klaerung", am: today() });
  await writeAs(actor, (tx) => moveFall(tx, actor, { id: fallKlaerung, version: 1 }, klaerung));
  return { fall, fallLang, entwurfFall, fallKlaerung, ...(await ending(actor, input(ids["person"] ?? ""))) };
}

/** A case about to be closed, with something agreed, and one that is, of which somebody asks once more. */
async function ending(actor: Actor, input: NeuerFall): Promise<Ids> {
  const grown = async (): Promise<string> => {
    await willigtEin(actor, input.person);
    const id = await writeAs(actor, (tx) => openFall(tx, actor, input));
    let version = 1;
    const step = (nach: string) => {
      const schritt = Schritt.parse({ nach, am: today() });
      return writeAs(actor, (tx) => moveFall(tx, actor, { id, version: version++ }, schritt));
    };
    await step("klaerung");
    const angaben = FallAngaben.parse({
      begonnen: today(),
      dringlichkeit: "bald",
      weiteres: "nein",
    });
    await writeAs(actor, (tx) => changeFall(tx, actor, { id, version: version++ }, angaben));
    for (const nach of ["einwilligung", "assessment"]) await step(nach);
    await schaetzeEin(actor, id);
    await step("hilfeplan");
    await vereinbarterPlan(actor, id);
    for (const nach of ["umsetzung", "evaluation"]) await step(nach);
    return id;
  };
  const fallEvaluation = await grown();
  const wer = VereinbarungEingabe.parse({ wer: "Jobcenter", was: "Bescheid schicken" });
  await writeAs(actor, (tx) => agree(tx, actor, fallEvaluation, wer));
  const [offen] = await readAs(actor, (tx) =>
    vereinbarungenOf(tx, actor, { fallId: fallEvaluation, personId: input.person }),
  );
  const fallZu = await grown();
  const ziele = await readAs(actor, (tx) => offeneZiele(tx, actor, fallZu));
  const abschluss = AbschlussEingabe.parse({
    am: today(),
    abschlussgrund: "erreicht",
    ...Object.fromEntries(ziele.map(({ faden }) => [wertField(faden), ["1"]])),
    bedarf_felder: ["sprache"],
    bedarf: "Kurs am Abend",
    nachsorge_am: daysFrom(today(), 60),
  });
  await writeAs(actor, (tx) => closeFall(tx, actor, { id: fallZu, version: 8 }, abschluss));
  return { fallEvaluation, fallZu, punkt: offen?.id ?? "" };
}

/** The rule of the Kreis, one that comes, and a case that is clarified by the one that holds. */
async function zielgruppe({ stelle, ids, actorOf }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const koordination = actorOf("koordination");
  const rule = (gueltig_ab: string) => {
    const frage = { k1_frage: "Höchstens drei Jahre im Kreis?", k2_frage: "Mehrere Stellen beteiligt?" };
    const input = ZielgruppeEingabe.parse({
      gueltig_ab,
      ...frage,
      k2_gewicht: "weiteres",
      hinweis: "Fragen Sie nach.",
    });
    return writeAs(koordination, (tx) => addZielgruppe(tx, koordination, input));
  };
  const zielgruppe = await rule(today());
  const zielgruppeKommt = await rule(daysFrom(today(), 30));
  const input = KlaerungEingabe.parse({ regel: zielgruppe, dringlichkeit: "bald", weiteres: "nein", a1: "nein" });
  const at = { id: ids["fallKlaerung"] ?? "", version: 2 };
  await writeAs(actor, (tx) => clarifyFall(tx, actor, at, input));
  return { zielgruppe, zielgruppeKommt };
}

const koordination = besuch("koordination");

export const probe: Probe = {
  wege: {
    "/faelle": [
      beraterin("/faelle"),
      nur("beraterin", "/faelle?stand=beendet"),
      nur("neue", "/faelle"),
      nur("mukis", "/faelle?art=mukis"),
    ],
    "/faelle/ohne-kontakt": [beraterin("/faelle/ohne-kontakt"), nur("beraterin", "/faelle/ohne-kontakt?monate=3")],
    "/faelle/neu": [
      beraterin("/faelle/neu?person=:person"),
      nur("beraterin", "/faelle/neu"),
      nur("mukis", "/faelle/neu?person=:kindPerson"),
    ],
    "/faelle/:id": [
      beraterin("/faelle/:fall"),
      nur("beraterin", "/faelle/:fallLang?getan=angelegt"),
      nur("beraterin", "/faelle/:fallZu"),
      nur("mukis", "/faelle/:fallMukis"),
    ],
    "/faelle/:id/verlauf": [beraterin("/faelle/:fall/verlauf"), nur("beraterin", "/faelle/:fall/verlauf?art=beratung")],
    "/faelle/:id/schritt": [
      beraterin("/faelle/:fall/schritt?nach=klaerung"),
      nur("beraterin", "/faelle/:fall/schritt"),
      nur("beraterin", "/faelle/:fall/schritt?nach=verweis"),
    ],
    "/faelle/:id/abschluss": [
      beraterin("/faelle/:fallEvaluation/abschluss"),
      nur("beraterin", "/faelle/:fall/abschluss"),
    ],
    "/faelle/:id/zufriedenheit": [
      beraterin("/faelle/:fallEvaluation/zufriedenheit?sprache=ar"),
      nur("beraterin", "/faelle/:fallEvaluation/zufriedenheit"),
      nur("beraterin", "/faelle/:fallEvaluation/zufriedenheit?sprache=de_leicht"),
      nur("beraterin", "/faelle/:fallEvaluation/zufriedenheit?sprache=fa&danke=1"),
    ],
    "/faelle/:id/vereinbaren": [beraterin("/faelle/:fallEvaluation/vereinbaren")],
    "/faelle/:id/punkte/:punkt/plan": [
      beraterin("/faelle/:fallEvaluation/punkte/:punkt/plan"),
      nur("beraterin", "/faelle/:fall/punkte/:punkt/plan"),
    ],
    "/faelle/:id/klaerung": [
      beraterin("/faelle/:fallKlaerung/klaerung"),
      nur("beraterin", "/faelle/:fallKlaerung/klaerung?getan=geklaert"),
      nur("beraterin", "/faelle/:fall/klaerung"),
    ],
    "/zielgruppe": [koordination("/zielgruppe")],
    "/zielgruppe/neu": [koordination("/zielgruppe/neu")],
    "/zielgruppe/:id": [koordination("/zielgruppe/:zielgruppeKommt"), nur("koordination", "/zielgruppe/:zielgruppe")],
    "/zielgruppe/:id/entfernen": [koordination("/zielgruppe/:zielgruppeKommt/entfernen")],
    "/faelle/:id/bearbeiten": [
      beraterin("/faelle/:fall/bearbeiten"),
      nur("beraterin", "/faelle/:fallLang/bearbeiten?entwurf=:entwurfFall"),
    ],
  },
  arten: {
    "/faelle/": "fall",
    "/zielgruppe/": "zielgruppeKommt",
    "/entwurf/fall-aendern/": "fall",
    "/entwurf/fall-abschluss/": "fallEvaluation",
  },
  akten: ["/faelle/"],
  after: ["personen"],
  make,
  zuletzt: zielgruppe,
};
