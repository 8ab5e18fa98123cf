import type { Rejected } from "../platform/form.ts";

/** What was typed into a field, or what the record says where nothing was sent yet. */
export const typed = (name: string, rejected: Rejected | undefined, value: string | undefined): string =>
  rejected === undefined ? (value ?? "") : (rejected.values[name]?.[0] ?? "");

/** The options that were chosen. A rejected form without the field means that none was. */
export const chosen = (
  name: string,
  rejected: Rejected | undefined,
  values: readonly string[] | undefined,
): readonly string[] => (rejected === undefined ? (values ?? []) : (rejected.values[name] ?? []));

/** The sentence that belongs to this field, if there is one. */
export const errorOf = (name: string, rejected: Rejected | undefined): string | undefined =>
  rejected?.errors.find((e) => e.field === name)?.message;

/** The attributes that tie hint and error to their field, for one field or a group of them. */
export const described = (name: string, hint: unknown, error: string | undefined) => ({
  "aria-describedby":
    [error === undefined ? "" : `${name}-fehler`, hint === undefined ? "" : `${name}-hinweis`].join(" ").trim() ||
    undefined,
  "aria-invalid": error === undefined ? undefined : "true",
});
