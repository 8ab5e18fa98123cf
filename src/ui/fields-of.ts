import type { Rejected, Values } from "../platform/form.ts";

/** What every field of one form has in common, by its name: `<TextField {...field("name")} label="Name" />`. */
export type FieldsOf = (name: string) => {
  readonly name: string;
  readonly rejected: Rejected | undefined;
  /** For a field with one value, for one with several, and for a check box. */
  readonly value: string | undefined;
  readonly values: readonly string[] | undefined;
  readonly checked: boolean;
};

/**
 * Fills the fields of a form: with what was typed when it came back, else with `values`, those of the record or of a draft. A new
 * form has none.
 */
export const fieldsOf =
  (values: Values | undefined, rejected: Rejected | undefined): FieldsOf =>
  (name) => {
    const given = values?.[name];
    return { name, rejected, value: given?.[0], values: given, checked: (given?.[0] ?? "") !== "" };
  };
