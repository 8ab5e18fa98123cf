import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NichtSetzbar } from "../../../platform/pdf.ts";
import type { Zeitraum } from "../../auswertung/index.ts";
import { dateiOf } from "../documents/dateien.ts";
import { WordFehler } from "../documents/word-pruefen.ts";
import type { Grundlage } from "../model/grundlage.ts";
import type { Halbjahresbericht } from "../model/halbjahresbericht.ts";
import { ERSTE_KAPITEL, type Inhalt } from "../model/kapitel.ts";
import { LEERER_KOPF, TITEL } from "../model/kopf.ts";
import { unbekannte } from "../model/text.ts";
import { Vorlage, kapitelAus } from "../model/vorlage.ts";
import { type Zahlen, falscherName, zahlenOf } from "../model/zahlen.ts";
import { type Format, stand } from "./berichte.ts";
import { grundlageOf } from "./grundlage.ts";
import { vorlageNamens, vorlagen, wordOf } from "./vorlagen.ts";

/** What a draft without a browser begins with: a template of the Kreis by its name, or one that came as a file. */
export type Womit =
  | { readonly name: string }
  /** Its text as JSON. */
  | { readonly datei: string }
  | { readonly word: Buffer };

type Wish = { readonly kreis: string; readonly zeitraum: Zeitraum; readonly sitzung: string; readonly vorlage?: Womit };

/** A template that is not there, or a file that is none, with a sentence that says what to do. */
export class VorlageFehlt extends Error {
  override readonly name = "VorlageFehlt";
}

type Anfang = { readonly vorlage?: Vorlage; readonly word?: Buffer | undefined };

function gelesen(datei: string): Vorlage {
  try {
    return Vorlage.parse(JSON.parse(datei));
  } catch {
    throw new VorlageFehlt(
      "Die Datei ist keine Vorlage. Sie hat titel, kopf und kapitel; ein Beispiel steht im Handbuch.",
    );
  }
}

async function anfang(tx: Tx, womit: Womit | undefined): Promise<Anfang> {
  if (womit === undefined) return {};
  if ("word" in womit) return { word: womit.word };
  if ("datei" in womit) return { vorlage: gelesen(womit.datei) };
  const found = await vorlageNamens(tx, womit.name);
  if (found !== undefined) return { vorlage: found, word: await wordOf(tx, found.id) };
  const names = (await vorlagen(tx)).map((v) => `„${v.name}“`);
  const there = names.length === 0 ? "Der Kreis hat noch keine." : `Es gibt: ${names.join(", ")}.`;
  throw new VorlageFehlt(`Eine Vorlage namens „${womit.name}“ gibt es nicht. ${there}`);
}

const inhalt = (vorlage: Vorlage | undefined, g: Grundlage) =>
  vorlage === undefined
    ? { titel: TITEL, kopf: LEERER_KOPF, kapitel: ERSTE_KAPITEL }
    : { titel: vorlage.titel, kopf: vorlage.kopf, kapitel: kapitelAus(vorlage, g) };

/** @throws VorlageFehlt for a text of a template that names a figure which does not exist, with its place */
function refuseNames(kapitel: readonly Inhalt[], zahlen: Zahlen): void {
  for (const { titel, text } of kapitel) {
    const [first] = unbekannte(text ?? "", zahlen);
    if (first !== undefined) throw new VorlageFehlt(`Kapitel „${titel}“, ${falscherName(first, zahlen)}`);
  }
}

/**
 * A draft as a file: with the texts that the figures suggest, or with those of a template. Nothing of it is stored.
 * @throws VorlageFehlt also for a Word file that cannot be filled
 * @throws Error when the period is no whole months (`unbrauchbar` of auswertung tells people)
 */
export async function ungespeicherteDatei(tx: Tx, { vorlage, ...wish }: Wish, format: Format): Promise<Buffer> {
  const { vorlage: first, word } = await anfang(tx, vorlage);
  const sitzung = wish.sitzung === "" ? (first?.kopf.sitzung ?? "") : wish.sitzung;
  const grundlage = await grundlageOf(tx, { ...wish, sitzung, heute: today() });
  const begun = inhalt(first, grundlage);
  refuseNames(begun.kapitel, zahlenOf(grundlage, sitzung));
  const bericht: Halbjahresbericht = {
    ...begun,
    kopf: { ...begun.kopf, sitzung },
    grundlage,
    nummer: undefined,
    berichtigt: undefined,
    ...stand(grundlage),
  };
  try {
    return await dateiOf(bericht, format, word);
  } catch (error) {
    throw error instanceof WordFehler || error instanceof NichtSetzbar ? new VorlageFehlt(error.message) : error;
  }
}
