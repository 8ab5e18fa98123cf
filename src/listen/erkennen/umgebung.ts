import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { doppeljahr, isSchuljahr } from "./schuljahr.ts";
import { ortImTitel } from "./titel.ts";
import type { Fundstelle, Kontext, Tabellenentscheidung } from "./typen.ts";
import { zeitangabe, zeitraumVon } from "./zeitraum.ts";

/** The texts around a table, the nearest first: its titles, its sheet's name, the file's name. */
export type Umgebung = { readonly titel: readonly string[]; readonly blatt: string; readonly datei: string };

const WAHL: Fundstelle = { stelle: "wahl", text: "" };

/**
 * What these texts say for all rows of the table. The nearest text that names a time or exactly one Kommune counts; the
 * year may come from another one than the month. What a person chose wins.
 */
export function kontextVon(
  { titel, blatt, datei }: Umgebung,
  verzeichnis: Verzeichnis,
  entscheidung: Tabellenentscheidung | undefined,
): Kontext {
  const places = [
    ...titel.toReversed().map((text): Fundstelle => ({ stelle: "titel", text })),
    { stelle: "blatt", text: blatt } as const,
    { stelle: "datei", text: datei } as const,
  ];
  const texts = places.map(({ text }) => text);
  const named = texts.map((text) => ortImTitel(text, verzeichnis));
  const times = texts.map(zeitangabe);
  const at = times.findIndex((t) => t.jahr !== null);
  const jahre = entscheidung?.jahr === undefined ? doppeljahr(texts[at] ?? "") : null;
  const jahr = entscheidung?.jahr ?? (jahre === null ? (times[at]?.jahr ?? null) : null);
  const schuljahr = jahre !== null && isSchuljahr(texts[at] ?? "");
  const exact = times.findIndex((t) => t.monat !== null || t.woche !== null || t.monate !== null || t.tage !== null);
  const precise = times[exact];
  const angabe = precise ?? { jahr, monat: null, woche: null, monate: null, tage: null };
  return {
    kommune: entscheidung?.kommune ?? named.find((ags) => ags !== null) ?? null,
    jahr,
    jahre,
    schuljahr,
    zeitraum:
      jahre === null
        ? zeitraumVon({ ...angabe, jahr: entscheidung?.jahr ?? angabe.jahr }, jahr)
        : schuljahr && exact === at
          ? zeitraumVon(angabe, null)
          : null,
    blattname: null,
    woher: {
      kommune: entscheidung?.kommune === undefined ? (places[named.findIndex((ags) => ags !== null)] ?? null) : WAHL,
      zeit: entscheidung?.jahr === undefined ? (places[exact === -1 ? at : exact] ?? null) : WAHL,
    },
  };
}
