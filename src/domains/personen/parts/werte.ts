import { optionOf } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { monthText } from "../model/monat.ts";
import { PersonName, fullName } from "../model/person.ts";
import { BASIS, FERTIGKEIT, GESCHLECHT, KONTAKTART, NIVEAU, SPRACHMITTLUNG, wordOf } from "../model/worte.ts";
import { type Feld, type Wert, type Werte, istLeer } from "../model/zusammen.ts";

/** What the words of the values are looked up in. */
export type Worte = {
  readonly listen: Codelisten;
  readonly orte: ReadonlyMap<string, string>;
};

export const worte = async (tx: Tx): Promise<Worte> => ({
  listen: await codelisten(tx),
  orte: new Map((await kommunen(tx)).map(optionOf).map(({ value, label }) => [value, label])),
});

const LISTE: Readonly<Record<string, keyof Codelisten>> = {
  altersgruppe: "altersgruppe",
  staatsangehoerigkeit: "staatsangehoerigkeit",
  geburtsland: "staatsangehoerigkeit",
  staat: "staatsangehoerigkeit",
  sprache: "sprache",
  verstaendigungssprache: "sprache",
  unterkunftsart: "unterkunftsart",
};

const stufe = (fertigkeit: keyof typeof FERTIGKEIT) => (code: string) =>
  `${FERTIGKEIT[fertigkeit]} ${wordOf(NIVEAU, code)}`;

/** Words of what is chosen of a few. */
const WORT: Readonly<Record<string, (code: string) => string>> = {
  geschlecht: (code) => wordOf(GESCHLECHT, code),
  sprachmittlung: (code) => `Sprachmittlung ${wordOf(SPRACHMITTLUNG, code)}`,
  art: (code) => wordOf(KONTAKTART, code),
  basis: (code) => `(${wordOf(BASIS, code)})`,
  hoeren: stufe("hoeren"),
  sprechen: stufe("sprechen"),
  lesen: stufe("lesen"),
  schreiben: stufe("schreiben"),
  in_deutschland_seit: monthText,
  im_kreis_seit: monthText,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Parts of a list that only say how something is known, and are no words. */
const LEFT_OUT = new Set(["rang", "kein_band", "geburt_geschaetzt", "erstsprache"]);

function text(teil: string, wert: Wert, worte: Worte): string {
  if (istLeer(wert) || LEFT_OUT.has(teil)) return "";
  if (Array.isArray(wert)) return wert.map((row) => rowText(row, worte)).join("; ");
  if (typeof wert !== "string") return wert === true ? "ja" : String(wert);
  if (teil === "name") return fullName(PersonName.parse(JSON.parse(wert)));
  if (teil === "ags") return worte.orte.get(wert) ?? wert;
  const said = WORT[teil];
  if (said !== undefined) return said(wert);
  const list = LISTE[teil];
  if (list !== undefined) return nameOf(worte.listen[list], wert);
  if (wert.startsWith("{"))
    return Object.values(JSON.parse(wert) ?? {})
      .filter((one) => typeof one === "string")
      .join(", ");
  return DAY.test(wert) ? tagText(wert) : wert;
}

const rowText = (row: Wert, worte: Worte): string =>
  row === null || typeof row !== "object" || Array.isArray(row)
    ? ""
    : Object.entries(row)
        .map(([teil, wert]) => text(teil, wert, worte))
        .filter((word) => word !== "")
        .join(" ");

/** What somebody says in a field, in words; "nicht angegeben" for nothing. */
export function wertText(werte: Werte, { teile }: Feld, worte: Worte): string {
  // A birth date says more than the age band that was made of it.
  const shown = istLeer(werte["geburtsdatum"]) ? teile : teile.filter((teil) => teil !== "altersgruppe");
  const words = shown.map((teil) => text(teil, werte[teil] ?? null, worte)).filter((word) => word !== "");
  return words.join(", ") || "nicht angegeben";
}
