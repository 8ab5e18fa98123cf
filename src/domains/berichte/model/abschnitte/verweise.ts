import { anzahl } from "../../../../platform/words.ts";
import { DEFINITIONEN } from "../../../auswertung/model/definitionen.ts";
import { verweisTafeln } from "../../../auswertung/model/verweiszahlen.ts";
import { ORGANISATION_ART, ORGANISATION_ARTEN } from "../../../verweise/model/organisation.ts";
import { ABSAGE, ABSAGEN } from "../../../verweise/model/stand.ts";
import type { Grundlage } from "../grundlage.ts";
import type { Block, Tabelle } from "../../../papier/model/papier.ts";
import { zelle } from "../sprache.ts";

/** Where people were sent, whether they arrived, and what nobody could offer. */
export function verweisBloecke({ verweise: v, namen }: Grundlage): Block[] {
  if (v === null) return [];
  const arten = ORGANISATION_ART.map((code) => ({ code, name: ORGANISATION_ARTEN[code] }));
  const tafeln = verweisTafeln(v, namen.themen, arten).map(({ titel, zeilen }): Tabelle => ({
    art: "tabelle",
    titel,
    spalten: [
      { titel: "Wohin" },
      { titel: "verwiesen", zahl: true },
      { titel: "angekommen", zahl: true },
      { titel: "wartet", zahl: true },
      { titel: "abgelehnt", zahl: true },
    ],
    zeilen: zeilen.map((z) => [
      z.label === "zusammen" ? "Zusammen" : z.label,
      zelle(z.verwiesen),
      zelle(z.angekommen),
      zelle(z.wartet),
      zelle(z.abgelehnt),
    ]),
    summe: true,
    anmerkungen: [],
  }));
  const gruende: Tabelle = {
    art: "tabelle",
    titel: "Ungedeckter Bedarf: warum abgelehnt wurde",
    spalten: [{ titel: "Grund" }, { titel: "Absagen", zahl: true }],
    zeilen: ABSAGE.filter((code) => code in v.absagen).map((code) => [ABSAGEN[code], zelle(v.absagen[code] ?? 0)]),
    summe: false,
    anmerkungen: [
      ...(v.median === null
        ? []
        : [`Die Hälfte der Angekommenen kam in höchstens ${anzahl(v.median, "Tag", "Tagen")} an.`]),
      DEFINITIONEN.verweise,
    ],
  };
  return [...tafeln, ...(gruende.zeilen.length === 0 ? [] : [gruende])];
}
