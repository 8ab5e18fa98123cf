import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import type { Kontext, Tabellenentscheidung } from "./typen.ts";
import { zeitangabe, zeitraumVon } from "./zeitraum.ts";

/** The texts around a table, the nearest first: its titles, its sheet's name, the file's name. */
export type Umgebung = { readonly titel: readonly string[]; readonly blatt: string; readonly datei: string };

/**
 * What these texts say for all rows of the table. The nearest text that names a time or exactly one Kommune counts; the
 * year may come from another one than the month. What a person chose wins.
 */
export function kontextVon(
  { titel, blatt, datei }: Umgebung,
  verzeichnis: Verzeichnis,
  entscheidung: Tabellenentscheidung | undefined,
): Kontext {
  const texts = [...titel.toReversed(), blatt, datei];
  const named = texts.map((text) => verzeichnis.orte.inText(text));
  const times = texts.map(zeitangabe);
  const jahr = entscheidung?.jahr ?? times.find((t) => t.jahr !== null)?.jahr ?? null;
  const precise = times.find((t) => t.monat !== null || t.woche !== null || t.monate !== null);
  const angabe = precise ?? { jahr, monat: null, woche: null, monate: null };
  return {
    kommune: entscheidung?.kommune ?? named.find((ags) => ags.length === 1)?.[0] ?? null,
    jahr,
    zeitraum: zeitraumVon({ ...angabe, jahr: entscheidung?.jahr ?? angabe.jahr }, jahr),
  };
}
