/** How many persons can be recorded with one consultation: a family. */
export const NEUE_PERSONEN = 6;

/** What is asked here about a new person; the rest is added on the person's page. */
export const NEUE_FELDER = [
  "vorname",
  "nachname",
  "geburtsdatum",
  "altersgruppe",
  "kommune",
  "staatsangehoerigkeit",
] as const;
type NeuesFeld = (typeof NEUE_FELDER)[number];

type Typed = Readonly<Record<string, unknown>>;

/** The name of a field of the n-th new person (from 1). */
export const feldNeu = (row: number, feld: string): string => `neu${row}_${feld}`;

const text = (typed: Typed, row: number, feld: NeuesFeld): string => {
  const value = typed[feldNeu(row, feld)];
  return typeof value === "string" ? value.trim() : "";
};

/** The rows of new persons in which something stands. */
export const neueZeilen = (typed: Typed): number[] =>
  Array.from({ length: NEUE_PERSONEN }, (_, i) => i + 1).filter((row) =>
    NEUE_FELDER.some((feld) => feld !== "kommune" && text(typed, row, feld) !== ""),
  );

/** One row as the form of the room of persons, unchecked. The nationality is a code by now. */
export const alsPerson = (typed: Typed, row: number, staat: string, sprache: string | null) => ({
  person_vorname: [text(typed, row, "vorname")],
  person_nachname: [text(typed, row, "nachname")],
  person_geburtsdatum: [text(typed, row, "geburtsdatum")],
  person_altersgruppe: [text(typed, row, "altersgruppe")],
  person_kommune: [text(typed, row, "kommune")],
  person_staatsangehoerigkeit: [staat],
  person_sprachen: sprache === null ? [] : [sprache],
});

/** The nationality as it was typed. */
export const staatText = (typed: Typed, row: number): string => text(typed, row, "staatsangehoerigkeit");

/** The field of the n-th row that a field of the room of persons stands for. */
export const feldDerZeile = (row: number, field: string): string => feldNeu(row, field.replace(/^person_/, ""));
