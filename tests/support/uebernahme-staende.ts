import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { startTakeOver, undoTakeOver, uploadList } from "../../src/domains/uebernahme/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { writeAs } from "../../src/platform/db.ts";
import type { TestDatabase } from "./db.ts";
import { handliste, kommunenVon, listen } from "./uebernahme.ts";

/** A list with everything that can be wrong: unknown words, faulty, repeated and waiting rows, a sum that disagrees. */
export const SCHWIERIGE_LISTE = [
  "Datum;Kommune;Name;Geburtsdatum;Thema;Sprache;Dauer (min)",
  "1.2.2023;Lohmar;Mira Beispiel;1.1.1990;Zauberei;Kurdisch;30",
  "1.2.2023;Lohmar;Mira Beispiel;1.1.1990;Zauberei;Kurdisch;30",
  "30.2.2023;Lohmar;Jo Muster;1.1.1990;Kita;Dari;30",
  "2.2.2023;Atlantis;anonym;;Kita;Dari;45",
  "3.2.2023;Lohmar;anonym;;Wohnungssuche;Arabisch;zwei Tage",
  "4.2.2023;Siegburg;anonym;;Wohnungssuche / Astralreise;Arabisch;15",
  "Summe;;;;;;400",
  "",
].join("\n");

const FAST = [
  "Datum;Kommune;Thema;Dauer",
  "1.3.2023;Lohmar;Kita;30",
  "2.3.2023;Lohmar;Schule;20",
  "3.3.2023;Lohmar;Wohnung;45",
];
/** The list that was there before, with one figure corrected and a day more: one row of it is nearly the same. */
const FAST_GLEICH = [...FAST.slice(0, 3), "3.3.2023;Lohmar;Wohnung;40", "4.3.2023;Lohmar;Wohnung;15"];

/** A list of cases: one clear, one about somebody who is there, one with a word nobody knows, one without its reason. */
export const FALLLISTE = [
  "Fallnummer;Name;Vorname;Geburtsdatum;Kommune;Fallbeginn;Einwilligung am;Status;Fallende;Abschlussgrund;Anliegen",
  "F-1;Probe;Ina;4.3.1980;Lohmar;8.1.2023;10.1.2023;läuft;;;Wohnung",
  "F-2;Vorhanden;Jo;4.3.1981;Lohmar;9.1.2023;;läuft;;;Kita",
  "F-3;Probe;Uwe;;Lohmar;9.1.2023;;schläft;;;",
  "F-4;Probe;Pia;;Lohmar;9.1.2023;;zu;1.3.2023;;",
  "",
].join("\n");

/** A list of one's own in each state, by the state; and one with everything that can be wrong (`schwierig`). */
export async function staende(db: TestDatabase, actor: Actor): Promise<Record<string, string>> {
  const l = listen(db);
  await kommunenVon(actor.kreis);
  const hoch = (datei: string, text: string | Buffer) => l.hoch(actor, datei, Buffer.from(text));
  const zeile = (tag: number) => `Datum;Kommune;Thema\n${tag}.2.2023;Lohmar;Kita\n`;
  const schwierig = await hoch("Beratungen 2023 Lohmar.csv", SCHWIERIGE_LISTE);
  const monate = await hoch(
    "Beratungen_Siegburg_Lohmar_2023-1.xlsx",
    handliste("Beratungen_Siegburg_Lohmar_2023-1.xlsx"),
  );
  const unlesbar = await hoch("Foto.xlsx", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
  const uebernimmt = await hoch("Februar 1.csv", zeile(1));
  await writeAs(actor, (tx) => startTakeOver(tx, actor, uebernimmt));
  const mitWort = await hoch(
    "Februar 2.csv",
    "Datum;Kommune;Thema\n2.2.2023;Lohmar;Astralreise\n2.2.2023;Lohmar;Kita\n",
  );
  const uebernommen = await l.uebernimm(actor, mitWort);
  const mitRest = "Datum;Kommune;Thema\n6.2.2023;Lohmar;Kita\n30.2.2023;Lohmar;Kita\n";
  const rest = await l.uebernimm(actor, await hoch("Februar 6.csv", mitRest));
  const zweite = await l.uebernimm(actor, await hoch("Februar 7.csv", mitRest.replace("6.2.", "7.2.")));
  const nachgeholt = await l.oeffne(actor, zweite);
  const dritte = await l.uebernimm(actor, await hoch("Februar 3.csv", zeile(3)));
  await writeAs(actor, (tx) => undoTakeOver(tx, actor, dritte));
  const vierte = await l.uebernimm(actor, await hoch("Februar 4.csv", zeile(4)));
  const zurueckgenommen = await l.nimmZurueck(actor, vierte);
  await l.uebernimm(actor, await hoch("März.csv", FAST.join("\n")));
  const fastGleich = await hoch("März, berichtigt.csv", FAST_GLEICH.join("\n"));
  const jo = {
    person_vorname: "Jo",
    person_nachname: "Vorhanden",
    person_geburtsdatum: "1981-03-04",
    person_sprachen: [],
  };
  await writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse(jo)));
  const faelle = await hoch("Fallliste.csv", FALLLISTE);
  const personen = await l.uebernimm(
    actor,
    await hoch("Personen.csv", "Name;Geburtsdatum;Kommune\nPersonenliste, Eva;5.5.1985;Lohmar\n"),
  );
  const liest = await writeAs(actor, (tx) => uploadList(tx, actor, { datei: "Neu.csv", bytes: Buffer.from(zeile(5)) }));
  return {
    schwierig: schwierig.id,
    monate: monate.id,
    unlesbar: unlesbar.id,
    uebernimmt: uebernimmt.id,
    uebernommen: uebernommen.id,
    rest: rest.id,
    nachgeholt: nachgeholt.id,
    nimmtZurueck: dritte.id,
    zurueckgenommen: zurueckgenommen.id,
    fastGleich: fastGleich.id,
    faelle: faelle.id,
    personen: personen.id,
    liest,
  };
}
