import { tagText } from "../../../platform/span.ts";
import type { ConflictField } from "../../../ui/index.ts";
import { feldLabel } from "../model/texte.ts";

type Options = readonly { readonly value: string; readonly label: string }[];

/** A field of typed text, told by what it is called. */
export const typedField = (name: string): ConflictField => ({ name, label: feldLabel(name) });

/** A field that is chosen, told by the words of its options. */
export const chosenField = (name: string, options: Options, label = feldLabel(name)): ConflictField => ({
  name,
  label,
  show: (values) => values.map((value) => options.find((o) => o.value === value)?.label ?? value).join(", "),
});

export const dayField = (name: string): ConflictField => ({
  ...typedField(name),
  show: (days) => days.map(tagText).join(""),
});

export const boxField = (name: string, label = feldLabel(name)): ConflictField => ({
  name,
  label,
  show: () => "ja",
  empty: "nein",
});
