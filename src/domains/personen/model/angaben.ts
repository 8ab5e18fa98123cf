import { tagText } from "../../../platform/span.ts";
import type { Person } from "../queries/person.ts";
import type { Kontakt, Sprache } from "../queries/person-teile.ts";
import type { Anschrift } from "../queries/sealed.ts";
import { monthText } from "./monat.ts";
import { BASIS, FERTIGKEIT, GESCHLECHT, KONTAKTART, NIVEAU, SPRACHMITTLUNG, wordOf } from "./worte.ts";

/** The portions in which a person is recorded; each has a form and a section of its own. */
export type Teil = "sperre" | "name" | "herkunft" | "verstaendigung" | "erreichbarkeit";

/** One field as it is read. `feld` names it in the history and in disputes, `text` is never empty. */
export type Angabe = { readonly teil: Teil; readonly feld: string; readonly label: string; readonly text: string };

/** Everything that is recorded about a person, in the order of the page; what is empty is left out. */
export const angabenOf = (person: Person): Angabe[] =>
  [
    ...of("sperre", [["auskunftssperre", "Auskunftssperre", sperreText(person)]]),
    ...of("name", nameOf(person)),
    ...of("erreichbarkeit", kontakteOf(person.kontakte)),
    ...of("verstaendigung", verstaendigungOf(person)),
    ...of("herkunft", herkunftOf(person)),
  ].filter(({ text }) => text !== "");

type Line = readonly [feld: string, label: string, text: string | null | undefined];

const of = (teil: Teil, lines: readonly Line[]): Angabe[] =>
  lines.map(([feld, label, text]) => ({ teil, feld, label, text: text ?? "" }));

const list = (parts: readonly (string | null | undefined)[], between = ", "): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== "").join(between);

/** "seit 01.03.2026, laut Bescheid bis 28.02.2028"; "" where there is none. */
export function sperreText({ auskunftssperre }: Pick<Person, "auskunftssperre">): string {
  if (auskunftssperre === null) return "";
  const { seit, bis } = auskunftssperre;
  return list([`seit ${tagText(seit)}`, bis === null ? "" : `laut Bescheid bis ${tagText(bis)}`]);
}

function nameOf({ name, ...person }: Person): Line[] {
  return [
    ["vorname", "Vorname", name.vorname],
    ["nachname", "Nachname", list([name.zusatz, name.nachname], " ")],
    ["rufname", "Rufname", name.rufname],
    ["original", "In eigener Schrift", name.original],
    ["frueher", "Frühere Namen", list(name.frueher ?? [])],
    ["geburt", "Geburt", geburtText(person)],
    ["geschlecht", "Geschlecht", wordOf(GESCHLECHT, person.geschlecht)],
  ];
}

/** When somebody was born, as exactly as it is known: a day, a year, an age band. */
export function geburtText(
  person: Pick<Person, "geburtsdatum" | "geburtsjahr" | "geburtGeschaetzt"> & { altersgruppe: { name: string } | null },
): string {
  const known = person.geburtsdatum === null ? person.geburtsjahr : tagText(person.geburtsdatum);
  if (known === null) return person.altersgruppe?.name ?? "";
  return person.geburtGeschaetzt ? `${known} (geschätzt)` : known;
}

const herkunftOf = (person: Person): Line[] => [
  ["kommune", "Wohnt in", person.kommune?.name],
  ["anschrift", "Anschrift", person.anschrift === null ? "" : anschriftText(person.anschrift)],
  ["unterkunftsart", "Wohnt wie", person.unterkunftsart?.name],
  [
    "staaten",
    "Staatsangehörigkeit",
    list([person.staatsangehoerigkeit?.name, ...person.weitereStaaten.map(({ name }) => name)]),
  ],
  ["geburtsland", "Geboren in", person.geburtsland?.name],
  ["deutschland_seit", "In Deutschland seit", monthText(person.inDeutschlandSeit ?? "")],
  ["kreis_seit", "Im Kreis seit", monthText(person.imKreisSeit ?? "")],
];

const anschriftText = ({ bei, strasse, plz, ort }: Anschrift): string =>
  list([bei === null ? null : `bei ${bei}`, strasse, list([plz, ort], " ")]);

const verstaendigungOf = (person: Person): Line[] => [
  ["verstaendigung", "Gespräch auf", person.verstaendigungssprache?.name],
  ["sprachmittlung", "Sprachmittlung", wordOf(SPRACHMITTLUNG, person.sprachmittlung)],
  ...person.sprachen.map((sprache): Line => [`sprache_${sprache.code}`, sprache.name, spracheText(sprache)]),
];

const FERTIGKEITEN = ["hoeren", "sprechen", "lesen", "schreiben"] as const;

/** "Erstsprache", "B1", or each skill where they differ. */
export function spracheText(sprache: Sprache): string {
  const levels = FERTIGKEITEN.map((one) => sprache[one]);
  const same = new Set(levels).size === 1;
  const each = FERTIGKEITEN.flatMap((one) =>
    sprache[one] === null ? [] : [`${FERTIGKEIT[one]} ${wordOf(NIVEAU, sprache[one])}`],
  );
  const level = same ? wordOf(NIVEAU, levels[0]) : each.join(", ");
  const how = sprache.basis === null ? "" : ` (${wordOf(BASIS, sprache.basis)})`;
  return list([sprache.erstsprache ? "Erstsprache" : "", level]) + how || "genannt";
}

const kontakteOf = (kontakte: readonly Kontakt[]): Line[] =>
  kontakte.map((kontakt, i) => [`kontakt_${i + 1}`, i === 0 ? "Am besten" : "oder", kontaktText(kontakt)]);

export const kontaktText = ({ art, wert, hinweis, keinBand }: Kontakt): string =>
  list([`${wordOf(KONTAKTART, art)} ${wert}`, keinBand ? "nicht auf Band sprechen" : "", hinweis]);

/** A field that says something else than before; "" for nothing. */
export type Aenderung = { readonly feld: string; readonly label: string; readonly alt: string; readonly neu: string };

type Feld = Pick<Angabe, "feld" | "label" | "text">;

/** What changed between two states of the same record, field by field. */
export function unterschied(before: readonly Feld[], after: readonly Feld[]): Aenderung[] {
  const textIn = (felder: readonly Feld[], feld: string) => felder.find((one) => one.feld === feld)?.text ?? "";
  const all = [...after, ...before.filter(({ feld }) => !after.some((one) => one.feld === feld))];
  return all
    .map(({ feld, label }) => ({ feld, label, alt: textIn(before, feld), neu: textIn(after, feld) }))
    .filter(({ alt, neu }) => alt !== neu);
}
