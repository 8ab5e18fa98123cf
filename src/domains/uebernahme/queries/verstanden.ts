import { readAs } from "../../../platform/db.ts";
import type { Actor } from "../../../platform/actor.ts";
import { BEDEUTUNG_NAMEN, BLATTGRUENDE, WORTARTEN } from "../../../listen/index.ts";
import { fundstellenVon } from "../model/fundstellen.ts";
import {
  ARTEN_NAMEN,
  type Gruppe,
  beispieleOf,
  gruppen,
  spaltenOf,
  tabellenName,
  tabellenOrt,
  wahlName,
  wahlOf,
} from "../model/tabellengruppen.ts";
import type { Befund } from "../model/uebernahme.ts";
import { optionenOf } from "./kontext.ts";

/**
 * What a list was understood to say, as the page shows it: its tables with their columns, where place and time were taken from,
 * sheets without a list, words. For the terminal: `zeilen` of cells, the heads first.
 */
export type Verstanden = {
  readonly tabellen: readonly {
    readonly name: string;
    readonly saetze: readonly string[];
    readonly spalten: readonly (readonly string[])[];
  }[];
  readonly ohneListe: readonly string[];
  readonly woerter: readonly (readonly string[])[];
};

const SPALTEN = ["Spalte", "Überschrift", "Bedeutet", "Steht darin zum Beispiel"];
const WOERTER = ["Wort", "Art", "Bedeutet", "kommt vor"];

/** What a list was understood to say, in the words of the page. */
export const verstandenVon = (actor: Actor, befund: Befund): Promise<Verstanden> =>
  readAs(actor, async (tx) => {
    const names = new Map<string, string>();
    for (const art of WORTARTEN) {
      for (const { code, name } of await optionenOf(tx, art)) names.set(`${art}/${code}`, name);
    }
    const ort = (ags: string) => names.get(`kommune/${ags}`) ?? ags;
    const tabelle = (gruppe: Gruppe) => ({
      name: `${tabellenName(gruppe)}: ${ARTEN_NAMEN[gruppe.muster.art]}`,
      saetze: [tabellenOrt(gruppe), ...fundstellenVon(gruppe.tabellen, befund.zwischentitel, ort)],
      spalten: [
        SPALTEN,
        ...spaltenOf(gruppe.muster).map((spalte) => [
          spalte.buchstabe,
          spalte.kopf || "ohne Überschrift",
          wahlName(wahlOf(spalte)),
          beispieleOf(spalte),
        ]),
      ],
    });
    const bedeutet = ({ spalte, code, grund, vorschlag }: Befund["woerter"][number]) => {
      if (code !== null) return names.get(`${spalte}/${code}`) ?? code;
      if (grund !== "unbekannt") return "bedeutet nichts";
      return vorschlag === null
        ? "nicht zugeordnet"
        : `nicht zugeordnet (${names.get(`${spalte}/${vorschlag}`) ?? ""}?)`;
    };
    return {
      tabellen: gruppen(befund.tabellen).map(tabelle),
      ohneListe: befund.ohneListe.map(
        ({ blatt, grund }) =>
          `Blatt ${blatt}: keine Liste gefunden${grund === null ? "" : `, weggelassen: ${BLATTGRUENDE[grund]}`}.`,
      ),
      woerter: [
        WOERTER,
        ...befund.woerter.map((wort) => [
          wort.wort,
          BEDEUTUNG_NAMEN[wort.spalte],
          bedeutet(wort),
          wort.anzahl.toLocaleString("de-DE"),
        ]),
      ],
    };
  });
