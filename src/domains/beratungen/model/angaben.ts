import { tagText } from "../../../platform/span.ts";
import { type Codelisten, kurzOf, nameOf } from "../../codelisten/model/codelisten.ts";
import type { Kodes } from "./beratung.ts";
import { optionVon, werteVon } from "./eingabe.ts";
import { STUFE_KURZ } from "./texte.ts";

/** What the words of codes are looked up in. */
export type Woerter = { readonly listen: Codelisten; readonly orte: ReadonlyMap<string, string> };

type Coded = Kodes & { readonly am: string };

/** A field of the form in words. */
export type Angabe = { readonly name: string; readonly label: string; readonly text: string };

const list =
  (key: keyof Codelisten) =>
  (value: string, { listen }: Woerter) =>
    nameOf(listen[key], value);

const FELDER: readonly {
  readonly name: string;
  readonly label: string;
  readonly word: (value: string, woerter: Woerter) => string;
}[] = [
  { name: "am", label: "Datum", word: tagText },
  { name: "ort", label: "Standort oder Kommune", word: (value, { orte }) => orte.get(value) ?? "nicht mehr da" },
  { name: "kontaktweg", label: "Kontaktweg", word: list("kontaktweg") },
  { name: "stufe", label: "Stufe", word: (value) => STUFE_KURZ[value] ?? value },
  { name: "themen", label: "Themen", word: (value, { listen }) => kurzOf(listen.handlungsfeld, value) },
  { name: "sprache", label: "Sprache", word: list("sprache") },
  { name: "verstaendigung", label: "Verständigung", word: list("verstaendigung") },
  { name: "dauer", label: "Dauer", word: (value) => `${value} Minuten` },
  { name: "ergebnis", label: "Ergebnis", word: list("ergebnis") },
  { name: "neuzuweisung", label: "Neuzuweisung", word: (value) => value },
  { name: "herkunftsgruppe", label: "Herkunft", word: list("herkunftsgruppe") },
  { name: "altersgruppe", label: "Alter", word: list("altersgruppe") },
  { name: "personenzahl", label: "Personen", word: (value) => value },
];

/** Labels of the coded fields, in the order of the form. */
export const LABELS: readonly { readonly name: string; readonly label: string }[] = FELDER;

/** Typed or stored values of a field in words; "–" for none. */
export function wortlaut(name: string, values: readonly string[], woerter: Woerter): string {
  const field = FELDER.find((f) => f.name === name);
  const given = values.filter((v) => v !== "");
  return given.length === 0 ? "–" : given.map((v) => field?.word(v, woerter) ?? v).join(", ");
}

/** Every coded field of a consultation in words. */
export function angaben(b: Coded, woerter: Woerter): Angabe[] {
  const values: Readonly<Record<string, readonly string[]>> = { ...werteVon(b), am: [b.am] };
  return FELDER.map(({ name, label }) => ({ name, label, text: wortlaut(name, values[name] ?? [], woerter) }));
}

/** The places that occur in records, for looking up their words. */
export const orteIn = (records: readonly Coded[]) => [
  ...new Map(records.map((r) => [optionVon(r.ort), r.ort])).values(),
];
