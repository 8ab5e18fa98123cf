import { anzahl } from "../../../platform/words.ts";
import type { Stand } from "../model/stand.ts";
import type { Haushalt, Mitglied } from "../queries/zuweisungen.ts";

const KIND = {
  angekuendigt: "info",
  angekommen: "info",
  erstkontakt: "info",
  orientierung: "success",
  nicht_erreicht: "warning",
  verlegt: "warning",
} as const satisfies Readonly<Record<Stand, string>>;

export const standKind = (stand: Stand): (typeof KIND)[Stand] => KIND[stand];

/** Where a household is: the place, else the Kommune, else that nobody knows. */
export const ortText = ({ unterkunft, kommune }: Pick<Haushalt, "unterkunft" | "kommune">): string =>
  [unterkunft, kommune].filter((one) => one !== null).join(", ") || "noch nicht bekannt";

/** "Beispiel, 4 Menschen": whom somebody calls it by who sees names. */
export function familienName(h: Pick<Haushalt, "nr" | "menschen">, mitglieder: readonly Mitglied[]): string {
  const first = mitglieder.find(({ name }) => name !== "")?.name;
  const count = anzahl(h.menschen, "Mensch", "Menschen");
  return first === undefined
    ? `Haushalt ${h.nr}, ${count}`
    : `${first}${h.menschen > 1 ? ` und ${h.menschen - 1} weitere` : ""}`;
}

/** "Haushalt 3: Mira Beispiel und 2 weitere": one of several of a list, with its number as well. */
export function haushaltText(h: Pick<Haushalt, "nr" | "menschen">, mitglieder: readonly Mitglied[]): string {
  const name = familienName(h, mitglieder);
  return name.startsWith("Haushalt ") ? name : `Haushalt ${h.nr}: ${name}`;
}
