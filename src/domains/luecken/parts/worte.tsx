import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { Status } from "../../../ui/index.ts";
import { type Genannt, type Gewicht, genanntText, istKlein } from "../model/gewicht.ts";
import { type Stand, STAENDE, isEnde } from "../model/stand.ts";

const KIND: Partial<Record<Stand, "success" | "warning">> = {
  gemeldet: "warning",
  zurueckgestellt: "warning",
  umgesetzt: "success",
  wirkung: "success",
};

/** Where a gap is: icon and word. */
export const StandWort = ({ stand }: { readonly stand: Stand }) => (
  <Status kind={isEnde(stand) ? undefined : (KIND[stand] ?? "info")}>{STAENDE[stand]}</Status>
);

/** A number with its noun; one that is not told says so. */
export const genannteAnzahl = (n: Genannt, eine: string, mehrere: string): string =>
  istKlein(n) ? `${genanntText(n)} ${mehrere}` : anzahl(n, eine, mehrere);

/** How heavy a gap is, in a line. */
export function gewichtText(g: Gewicht): string {
  const parts = [genannteAnzahl(g.meldungen, "Meldung", "Meldungen")];
  if (g.faelle !== 0) parts.push(`${genannteAnzahl(g.faelle, "Fall", "Fälle")}`);
  parts.push(anzahl(g.standorte, "Standort", "Standorte"), anzahl(g.kommunen.length, "Kommune", "Kommunen"));
  if (g.menschen !== 0) parts.push(`${genannteAnzahl(g.menschen, "Mensch", "Menschen")}`);
  return parts.join(" · ");
}

export const seitText = (day: string): string => `seit ${tagText(day)}`;
