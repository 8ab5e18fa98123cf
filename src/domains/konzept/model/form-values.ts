import type { Values } from "../../../platform/form.ts";
import type { Kapitel, Konzept, Quelle } from "./konzept.ts";

/** The head of a draft as its form is filled. */
export const kopfValues = ({ titel, von, bis }: Pick<Konzept, "titel" | "von" | "bis">): Values => ({
  titel: [titel],
  zeitraum: [`${von}_${bis}`],
});

/** A chapter among the others, as its form is filled. */
export function kapitelValues(
  { id, titel }: Pick<Kapitel, "id" | "titel">,
  alle: readonly { readonly id: string }[],
): Values {
  const at = alle.findIndex((one) => one.id === id);
  return { titel: [titel], nach: [alle[at - 1]?.id ?? ""] };
}

export const quelleValues = ({ text, adresse }: Pick<Quelle, "text" | "adresse">): Values => ({
  text: [text],
  adresse: [adresse ?? ""],
});
