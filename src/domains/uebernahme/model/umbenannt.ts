import type { Befund } from "./uebernahme.ts";
import type { Tabelle, Tabellenentscheidung, Zeile } from "../../../listen/index.ts";

/** What the problem of a row names that waits because its file may only have been renamed. */
export const DATEI = "Datei";

export const isUmbenannt = (zeilen: readonly Zeile[]): boolean =>
  zeilen.some(({ stand, probleme }) => stand === "wartet" && probleme.some(({ spalte }) => spalte === DATEI));

type Fund = Tabelle["kontext"]["woher"]["zeit"];

/** Whether something was taken from the name of the file; the sheet of a text file is called like it. */
export const vomNamen = (fund: Fund, datei: string): boolean =>
  fund?.stelle === "datei" || (fund?.stelle === "blatt" && datei.startsWith(`${fund.text}.`));

/** What the name says, as decided by a person: then each row tells by itself whether it is there already. */
export const alsEntschieden = ({ tabellen, datei }: Pick<Befund, "tabellen" | "datei">): Tabellenentscheidung[] =>
  tabellen.flatMap(({ schluessel: tabelle, kontext: { kommune, jahr, woher } }) => {
    const ort = kommune !== null && vomNamen(woher.kommune, datei) ? { kommune } : {};
    const zeit = jahr !== null && vomNamen(woher.zeit, datei) ? { jahr } : {};
    const said = { ...ort, ...zeit };
    return Object.keys(said).length === 0 ? [] : [{ tabelle, ...said }];
  });
