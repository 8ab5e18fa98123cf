import { z } from "zod";
import { day, id, line, optionalLine, text, yes } from "../../../platform/fields.ts";
import { type Values, several } from "../../../platform/form.ts";
import type { Hinaus } from "../../einwilligungen/model/stand.ts";
import { KATEGORIE } from "../../einwilligungen/model/zwecke.ts";
import {
  VERSTAENDIGUNG_EINGABE,
  type Verstaendigung,
  verstaendigungValues,
} from "../../verstaendigung/model/angabe.ts";

export const ART = { besprechung: "Fallbesprechung", konferenz: "Fallkonferenz" } as const;
export type Art = keyof typeof ART;

const MOST_QUESTION = 500;
const MOST_TEXT = 4000;
const MOST_MINUTES = 8000;
const MOST_NAME = 120;
export const ROWS = Array.from({ length: 12 }, (_, i) => i + 1);

/** Name and office of the n-th who took part (from 1). */
export const nameField = (row: number): string => `t${row}_name`;
export const officeField = (row: number): string => `t${row}_stelle`;

const cells: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  ROWS.flatMap((row) => [nameField(row), officeField(row)].map((cell) => [cell, text(MOST_NAME).optional()])),
);

const FIELDS = {
  art: z.enum(["besprechung", "konferenz"], "Wählen Sie, was es ist."),
  am: day("Geben Sie den Tag an."),
  frage: line(MOST_QUESTION, "Schreiben Sie, worum es gehen soll."),
  beschreibung: optionalLine(MOST_TEXT),
  protokoll: optionalLine(MOST_MINUTES),
  namentlich: yes,
  einwilligungen: several(id("Wählen Sie aus der Liste.")),
  kategorien: several(z.enum(KATEGORIE)),
  unbedenklich: yes,
  ...VERSTAENDIGUNG_EINGABE,
  ...cells,
};

export const BesprechungEingabe = z.object(FIELDS);
export type BesprechungEingabe = z.output<typeof BesprechungEingabe>;
export const NeueBesprechung = z.object({ fall: id("Beginnen Sie auf der Seite des Falls."), ...FIELDS });
export type NeueBesprechung = z.output<typeof NeueBesprechung>;

/** Somebody who took part. */
export type Teilnahme = { readonly name: string | null; readonly stelle: string | null };

/** A meeting about a case. Days are ISO. */
export type Besprechung = Verstaendigung & {
  readonly id: string;
  readonly fallId: string;
  readonly art: Art;
  readonly am: string;
  readonly namentlich: boolean;
  readonly frage: string;
  readonly beschreibung: string | null;
  readonly protokoll: string | null;
  readonly teilnahme: readonly Teilnahme[];
  /** What goes to those who take part, where she is named. */
  readonly hinaus: readonly Hinaus[];
  readonly version: number;
};

const typedIn = (typed: Readonly<Record<string, unknown>>, field: string): string | null => {
  const value = typed[field];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};

/** Who took part, of a sent form; empty rows are nobody. */
export const teilnahmeIn = (typed: Readonly<Record<string, unknown>>): Teilnahme[] =>
  ROWS.map((row) => ({ name: typedIn(typed, nameField(row)), stelle: typedIn(typed, officeField(row)) })).filter(
    ({ name, stelle }) => name !== null || stelle !== null,
  );

const one = (value: string | null): string[] => (value === null ? [] : [value]);

/** A stored meeting as its form would be filled with it. */
export const besprechungValues = (b: Besprechung): Values => ({
  art: [b.art],
  am: [b.am],
  frage: [b.frage],
  beschreibung: one(b.beschreibung),
  protokoll: one(b.protokoll),
  namentlich: b.namentlich ? ["ja"] : [],
  einwilligungen: [...new Set(b.hinaus.map(({ einwilligungId }) => einwilligungId))],
  kategorien: KATEGORIE.filter((one) => b.hinaus.some(({ kategorien }) => kategorien.includes(one))),
  ...verstaendigungValues(b),
  ...Object.fromEntries(
    b.teilnahme.flatMap(({ name, stelle }, i) => [
      [nameField(i + 1), one(name)],
      [officeField(i + 1), one(stelle)],
    ]),
  ),
});
