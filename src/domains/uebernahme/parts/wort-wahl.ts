import { type Values, first } from "../../../platform/form.ts";
import type { Option, OptionGroup } from "../../../ui/index.ts";
import type { Wortoption, Wortart, Wortentscheidung, Wort } from "../../../listen/index.ts";

/** A word of a list with the name of its field in the form. */
export type Wortzeile = Wort & { readonly feld: string };

/** The choice that a word stands for nothing. No code is written like this. */
export const NICHTS = "-";

/** The words of a list, each with its field; the place in the list names it, which the version holds. */
export const wortzeilen = (woerter: readonly Wort[]): readonly Wortzeile[] =>
  woerter.map((wort, i) => ({ ...wort, feld: `wort-${i}` }));

export const isOffen = ({ grund }: Wort): boolean => grund === "unbekannt";

/** Words that say no without saying whether somebody asked. */
const NEIN = new Set(["keine", "keiner", "kein", "nein", "n", "ohne", "no", "none", "aucun", "aucune", "yok"]);

/** A no about understanding each other that nobody has decided on yet: no help needed, or nobody asked. */
export const istFraglich = ({ spalte, code, grund, wort }: Wort): boolean =>
  spalte === "verstaendigung" &&
  code === "nicht_noetig" &&
  grund !== "entschieden" &&
  NEIN.has(wort.trim().toLowerCase());

/** What a word is shown as: what was decided, else the code it is taken for, else the suggestion. */
export const wahlVon = ({ code, grund, vorschlag }: Wort): string =>
  grund === "entschieden" && code === null ? NICHTS : (code ?? vorschlag ?? "");

/** Everything a word can stand for, after the two choices that every word has. */
export const wortOptionen = (options: readonly Wortoption[]): (Option | OptionGroup)[] => [
  { value: "", label: "später entscheiden" },
  { value: NICHTS, label: "bedeutet nichts" },
  { label: "bedeutet", options: options.map(({ code, name }) => ({ value: code, label: name })) },
];

/** The decisions that were made on words: an open one gets whatever was chosen, another only what is new. */
export const wortEntscheidungen = (zeilen: readonly Wortzeile[], sent: Values): Wortentscheidung[] =>
  zeilen.flatMap((zeile): Wortentscheidung[] => {
    const wahl = first(sent, zeile.feld);
    const { spalte, wort } = zeile;
    if (wahl === "" || (!isOffen(zeile) && !istFraglich(zeile) && wahl === wahlVon(zeile))) return [];
    return [{ spalte, wort, code: wahl === NICHTS ? null : wahl }];
  });

/** The options of the kinds of words that are on the page. */
export type Optionen = ReadonlyMap<Wortart, readonly Wortoption[]>;

/** Words with a choice, and the version that they were shown in. */
export const chosenWords = (sent: Values) =>
  Object.keys(sent).flatMap((name) => {
    const id = /^wort-(.+)$/.exec(name)?.[1];
    const code = first(sent, name);
    if (id === undefined || code === "") return [];
    return [{ id, code: code === NICHTS ? null : code, version: Number(first(sent, `stand-${id}`)) || 0 }];
  });

export const OVERTAKEN =
  "Ein Wort ist inzwischen von jemand anderem zugeordnet. Gespeichert ist noch nichts; prüfen Sie die Auswahl und speichern Sie noch einmal.";
