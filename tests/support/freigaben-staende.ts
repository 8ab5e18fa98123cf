import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import {
  EbhEingabe,
  Ergebnis,
  Frage,
  Termin,
  acceptAngebot,
  askAngebot,
  giveErgebnis,
  openKopie,
  setEbhStand,
  setTermin,
  withdrawFreigabe,
} from "../../src/domains/freigaben/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { eingewilligt, freigegeben, vorbereitet } from "./freigaben.ts";

type Leute = { readonly actor: Actor; readonly leitung: Actor; readonly abh: Actor; readonly nebenan: Actor };
type Ids = Readonly<Record<string, string>>;

const jo = PersonEingabe.parse({
  person_vorname: "Jo",
  person_nachname: "Musterfreigabe",
  person_altersgruppe: "27-44",
  person_sprachen: ["uk", "de"],
});

/** A person of whom something was released to every kind of recipient, in each state; the ids. */
export async function freigabenIn({ actor, leitung, abh, nebenan }: Leute): Promise<Ids> {
  const personFreigaben = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  const name = await traegerName(nebenan);
  const darf = (zweck: "behoerde" | "uebergabe" | "weitergabe", art: string, empfaenger: string) =>
    eingewilligt(actor, leitung, personFreigaben, { zweck, art, empfaenger, kategorien: ["kontakt", "sprache"] });
  await darf("behoerde", "auslaenderbehoerde", "");
  await darf("behoerde", "einbuergerungsbehoerde", "");
  await darf("uebergabe", "traeger", name);
  await darf("weitergabe", "beratungsstelle", "Beratung am Bach");
  const fuer = {
    abh: { art: "abh", an: abh.traegerId },
    ebh: { art: "ebh", an: abh.traegerId },
    traeger: { art: "traeger", an: nebenan.traegerId },
  };
  const kopie = async (an: "abh" | "ebh" = "abh") => {
    const id = await vorbereitet(actor, personFreigaben, fuer[an]);
    await freigegeben(actor, id);
    return id;
  };
  const angebot = async () => {
    const id = await vorbereitet(actor, personFreigaben, fuer.traeger);
    await freigegeben(actor, id, { bedarf: "Sucht einen Sprachkurs am Abend" });
    return id;
  };
  const an = { art: "link", empfaenger_art: "beratungsstelle", empfaenger: "Beratung am Bach" };
  const freigabeLink = await vorbereitet(actor, personFreigaben, an);
  const link = await freigegeben(actor, freigabeLink);
  const freigabeErgebnis = await kopie();
  await writeAs(abh, (tx) => openKopie(tx, abh, ["abh"], freigabeErgebnis));
  const ergebnis = { unterlagen: "Pass\nMietvertrag", tag: daysFrom(today(), 14), zusage: "", text: "" };
  await writeAs(abh, (tx) => giveErgebnis(tx, abh, { id: freigabeErgebnis, version: 1 }, Ergebnis.parse(ergebnis)));
  const freigabeFrage = await angebot();
  const frage = Frage.parse({ text: "Wie viele Kinder gehören dazu?" });
  await writeAs(nebenan, (tx) => askAngebot(tx, nebenan, { id: freigabeFrage, version: 1 }, frage));
  const freigabeGesperrt = await kopie();
  await writeAs(actor, (tx) => withdrawFreigabe(tx, actor, { id: freigabeGesperrt, version: 3 }, { text: null }));
  const angebotAngenommen = await angebot();
  await writeAs(nebenan, (tx) => acceptAngebot(tx, nebenan, { id: angebotAngenommen, version: 1 }));
  const kopieEbh = await kopie("ebh");
  const stand = EbhEingabe.parse({ stand: "anhoerung", seit: today() });
  await writeAs(abh, (tx) => setEbhStand(tx, abh, { id: kopieEbh, version: 1 }, stand));
  const kopieTermin = await kopie();
  const termin = Termin.parse({ tag: daysFrom(today(), 9), text: "10 Uhr, Zimmer 4" });
  await writeAs(abh, (tx) => setTermin(tx, abh, { id: kopieTermin, version: 1 }, termin));
  return {
    personFreigaben,
    kopieEbh,
    kopieTermin,
    freigabe: await vorbereitet(actor, personFreigaben, fuer.abh),
    freigabeAngebot: await vorbereitet(actor, personFreigaben, fuer.traeger),
    freigabeLink,
    link: link?.token ?? "",
    freigabeErgebnis,
    freigabeFrage,
    freigabeGesperrt,
    kopie: await kopie(),
    uebergabeAngebot: await angebot(),
    angebotAngenommen,
  };
}

const traegerName = (actor: Actor): Promise<string> =>
  readAs(actor, async (tx) => {
    const of = tx.selectFrom("kim.traeger").select("name").where("id", "=", actor.traegerId);
    return (await of.executeTakeFirstOrThrow()).name;
  });
