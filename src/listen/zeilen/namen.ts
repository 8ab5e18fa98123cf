import { gemerkt } from "../woerter/gemerkt.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Namensperson } from "./typen.ts";

/** What stands where no name is known or wanted. */
const NO_NAME = new Set(
  (
    "x|xx|xxx|anonym|anonyme|anonymous|unbekannt|unknown|nn|n n|ka|k a|keine angabe|keine|ohne|ohne namen|ohne name|nicht bekannt|" +
    "anonyme beratung|anonymisiert|anonyme person|name unbekannt|isimsiz|anonim|inconnu|sans nom"
  ).split("|"),
);

const SEVERAL = /\s*(?:[;\n&+]|\s(?:und|u\.|and|et|ve)\s)\s*/iu;
const TITLE = /^(?:herr|frau|hr|fr|fam|familie|mr|mrs|ms|mme|dr)\.?\s+(?=\p{L})/iu;

/** Whether a cell holds a name and not a stand-in for one. */
export function isName(text: string): boolean {
  const key = schluessel(text);
  return key !== "" && !NO_NAME.has(key);
}

/** Which part comes first where no comma tells: as the head says, the first name otherwise. */
export const isNachnameZuerst = gemerkt((kopf) => {
  const key = schluessel(kopf);
  const first = key.indexOf("vorname");
  return first > 0 && /name/u.test(key.slice(0, first));
});

function nameOf(text: string, nachnameZuerst: boolean): { vorname: string; nachname: string } {
  const plain = text.trim().replace(TITLE, "");
  const [before = "", after] = plain.split(/\s*,\s*/u);
  if (after !== undefined) return { nachname: before, vorname: after };
  const words = plain.split(/\s+/u);
  if (words.length === 1) return { nachname: plain, vorname: "" };
  // “Beispiel M.” ends with the initial of the first name.
  return nachnameZuerst || /^\p{L}\.?$/u.test(words.at(-1) ?? "")
    ? { nachname: words[0] ?? "", vorname: words.slice(1).join(" ") }
    : { nachname: words.at(-1) ?? "", vorname: words.slice(0, -1).join(" ") };
}

/** The parts of a name in any order and script, and the birth date: the same for the same person. */
export function personSchluessel(vorname: string, nachname: string, geburtsdatum: string | null): string | null {
  if (geburtsdatum === null) return null;
  const parts = schluessel(`${vorname} ${nachname}`).split(" ").toSorted().join(" ");
  return `${parts}|${geburtsdatum}`;
}

const personOf = (name: { vorname: string; nachname: string }, geburtsdatum: string | null): Namensperson => ({
  ...name,
  geburtsdatum,
  schluessel: personSchluessel(name.vorname, name.nachname, geburtsdatum),
});

/** What is longer is no name: mostly a remark in the wrong column. Nothing of it is cut off; the row asks. */
export const LONGEST_NAME = 200;

/** The persons in a name cell. A birth date belongs to a single one only. */
export function personenIn(text: string, kopf: string, geburtsdatum: string | null): Namensperson[] {
  const names = text.split(SEVERAL).filter((part) => isName(part));
  const [only] = names;
  if (only === undefined) return [];
  if (names.length === 1) return [personOf(nameOf(only, isNachnameZuerst(kopf)), geburtsdatum)];
  return names.map((name) => personOf(nameOf(name, isNachnameZuerst(kopf)), null));
}

/** A person whose name has two columns. */
export function personAus(vorname: string, nachname: string, geburtsdatum: string | null): Namensperson[] {
  const first = isName(vorname) ? vorname : "";
  const last = isName(nachname) ? nachname : "";
  return first === "" && last === "" ? [] : [personOf({ vorname: first, nachname: last }, geburtsdatum)];
}
