import { z } from "zod";
import {
  code,
  line,
  optional,
  optionalCode,
  optionalDay,
  optionalId,
  optionalLine,
  text,
} from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { DRUCKSPRACHE, type Drucksprache } from "../../codelisten/model/druck-sprachen.ts";
import {
  EMPFAENGER_ART,
  type EmpfaengerArt,
  KATEGORIE,
  type Kategorie,
  type Zweck,
} from "../../einwilligungen/model/zwecke.ts";

/** Letters that come with the program. */
export const EINGEBAUT = {
  einladung: { name: "Einladung zum Termin", an: "person" },
  mitbringen: { name: "Was Sie mitbringen", an: "person" },
  anschreiben: { name: "Anschreiben an eine Stelle", an: "dritte" },
} as const;
export type Eingebaut = keyof typeof EINGEBAUT;
export const EINGEBAUTE = ["einladung", "mitbringen", "anschreiben"] as const satisfies readonly Eingebaut[];
export const eingebaut = (key: string): Eingebaut | undefined => EINGEBAUTE.find((one) => one === key);

/** Who gets a letter: the person herself, or somebody else; then nothing goes out without her consent. */
export type An = "person" | "dritte";

/** Everybody outside of the house. */
export const DRITTE = EMPFAENGER_ART.filter((art) => art !== "eigener_traeger");

/** For what a letter to them needs consent, and whether it names them by name. */
export function vorhabenZu(art: EmpfaengerArt, name: string | null, kategorien: readonly Kategorie[]) {
  const amt = art === "auslaenderbehoerde" || art === "einbuergerungsbehoerde";
  const zweck: Zweck = amt ? "behoerde" : "weitergabe";
  return { zweck, empfaengerArt: art, empfaenger: amt ? null : name, kategorien };
}

/** The languages that a letter to the person can be printed in beside German. */
export const BRIEFSPRACHE = DRUCKSPRACHE.filter((one) => one !== "de");

/** The first of the languages of a person that there are letters in; "" for German alone. */
export const briefspracheFor = (codes: readonly string[]): Drucksprache | "" =>
  BRIEFSPRACHE.find((one) => one === codes.find((code) => DRUCKSPRACHE.some((known) => known === code))) ?? "";

export const BriefEingabe = z.object({
  vorlage: code("Wählen Sie einen Brief.", /^[a-z\d-]{3,40}$/),
  betreff: optionalLine(120),
  text: optional(text(4000)),
  termin_am: optionalDay(undefined, "ahead"),
  termin_um: optionalLine(20),
  termin_ort: optionalLine(160),
  liste: optionalCode(undefined, /^[a-z\d-]{3,40}$/),
  sprache: optional(z.enum(BRIEFSPRACHE, "Wählen Sie eine Sprache aus der Liste.")),
  empfaenger_art: optional(z.enum(EMPFAENGER_ART, "Wählen Sie, an wen der Brief geht.")),
  empfaenger: optionalLine(120),
  anschrift: optional(text(300)),
  kategorien: several(z.enum(KATEGORIE)),
  zu_fall: optionalId(),
});
export type BriefEingabe = z.output<typeof BriefEingabe>;

/** Every placeholder of a Word file with what it stands for. */
export const PLATZHALTER = {
  heute: "Tag des Briefs",
  traeger: "Name Ihres Trägers",
  absender: "wer den Brief schreibt",
  vorname: "Vorname der Person",
  nachname: "Nachname der Person",
  name: "ganzer Name der Person",
  anschrift: "Anschrift der Person, mit Zeilen",
  geburtsdatum: "Geburtsdatum der Person",
  empfaenger: "Stelle, an die der Brief geht; in einem Brief an die Person ihr Name",
  empfaenger_anschrift: "Anschrift dieser Stelle; in einem Brief an die Person ihre",
  betreff: "Betreff",
  text: "was Sie schreiben, mit Zeilen",
  termin_tag: "Tag des Termins",
  termin_zeit: "Uhrzeit des Termins",
  termin_ort: "Ort des Termins",
  mitbringen: "was mitzubringen ist, je Punkt eine Zeile",
  mitbringen_sprache: "dasselbe in der Sprache der Person, das deutsche Wort dahinter",
  sperre: "Hinweis auf eine Auskunftssperre; sonst leer",
} as const;
export type Worte = Readonly<Record<keyof typeof PLATZHALTER, string>>;

export const VorlageEingabe = z.object({
  name: line(80, "Geben Sie der Vorlage einen Namen."),
  empfaenger: z.enum(["person", "dritte"], "Wählen Sie, an wen Briefe aus dieser Vorlage gehen."),
});
export type VorlageEingabe = z.output<typeof VorlageEingabe>;
