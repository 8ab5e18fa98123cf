import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { isWortFor } from "./kreuz.ts";
import type { Tabelle } from "./typen.ts";

const headsOf = ({ spalten }: Tabelle): string => spalten.map(({ kopf }) => kopf.toLowerCase()).join("\n");
const themaOf = (blatt: string, verzeichnis: Verzeichnis): string | undefined =>
  isWortFor("thema", blatt, verzeichnis) ? (verzeichnis.sicher("thema", blatt)?.code ?? undefined) : undefined;

/** Where several sheets of one shape are each called like another theme and their tables name none, the name is the theme of all they count. */
export function mitThemenblatt(tabellen: readonly Tabelle[], verzeichnis: Verzeichnis): Tabelle[] {
  const named = tabellen.filter(
    ({ blatt, spalten, art, kontext }) =>
      (art === "summen" || art === "einzeln") &&
      kontext.blattname === null &&
      themaOf(blatt, verzeichnis) !== undefined &&
      !spalten.some(({ bedeutung, kreuz }) => bedeutung === "thema" || kreuz === "thema"),
  );
  const alike = [...Map.groupBy(named, headsOf).values()].filter((same) => {
    const codes = new Set(same.map(({ blatt }) => themaOf(blatt, verzeichnis)));
    return codes.size > 1 && codes.size === new Set(same.map(({ blatt }) => blatt)).size;
  });
  const found = new Set(alike.flat());
  return tabellen.map((tabelle) =>
    found.has(tabelle) ? { ...tabelle, kontext: { ...tabelle.kontext, thema: tabelle.blatt } } : tabelle,
  );
}
