import { z } from "zod";
import { id } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { anzahl } from "../../../platform/words.ts";
import type { Stand } from "./stand.ts";
import { MENSCHEN_FELD, MOST } from "./zuweisung.ts";

export const ARTEN = ["verbunden", "getrennt"] as const;
export type Art = (typeof ARTEN)[number];

/** Two rows of a list that are one family: the other one, which this household takes in. */
export const VerbindenEingabe = z.object({ mit: id("Wählen Sie, welcher Haushalt dazugehört.") });
export type VerbindenEingabe = z.output<typeof VerbindenEingabe>;

/** One row of a list that is two households: who goes over, by name where there are names, and how many they are. */
export const TrennenEingabe = z.object({
  mitglied: several(id("Wählen Sie noch einmal aus, wer dazugehört.")),
  menschen: MENSCHEN_FELD,
});
export type TrennenEingabe = z.output<typeof TrennenEingabe>;

/** What speaks against it, at its field; undefined where nothing does. */
type Hindernis = { readonly satz: string; readonly field: string } | undefined;

/** A household as far as it matters for joining: whether anybody met them, and whether another one went into it. */
export type Kurz = {
  readonly menschen: number;
  readonly stand: Stand;
  readonly erreicht: boolean;
  readonly nahmAuf: boolean;
};

/** Of two the one that is further stays, so that nobody who was reached is counted as not reached. */
export function hindernisVerbinden(bleibt: Kurz, andere: Kurz): Hindernis {
  const at = (satz: string) => ({ satz, field: "mit" });
  if (bleibt.stand === "verlegt" || andere.stand === "verlegt")
    return at("Ein Haushalt, der verlegt ist, lässt sich nicht zusammenlegen. Nehmen Sie erst diesen Schritt zurück.");
  if (andere.erreicht && !bleibt.erreicht)
    return at("Der andere Haushalt ist schon erreicht. Öffnen Sie ihn, und legen Sie von dort zusammen.");
  if (andere.nahmAuf)
    return at("In den anderen Haushalt ist schon einer aufgegangen. Öffnen Sie ihn, und legen Sie von dort zusammen.");
  if (bleibt.menschen + andere.menschen > MOST)
    return at(`Zusammen wären es mehr als ${MOST} Menschen. So viele fasst ein Haushalt nicht.`);
  return undefined;
}

/** How many a household has, how many are named in it, and how many of both go over. */
export type Trennung = {
  readonly menschen: number;
  readonly genannt: number;
  readonly gehen: number;
  readonly gehenGenannt: number;
};

export function hindernisTrennen({ menschen, genannt, gehen, gehenGenannt }: Trennung): Hindernis {
  if (gehen < gehenGenannt)
    return { satz: `Sie haben ${gehenGenannt} ausgewählt. Weniger können es nicht sein.`, field: "menschen" };
  const bleiben = menschen - gehen;
  if (bleiben < 1) return { satz: "Jemand muss in diesem Haushalt bleiben.", field: "menschen" };
  if (bleiben < genannt - gehenGenannt)
    return {
      satz: `Dann blieben ${anzahl(bleiben, "Mensch", "Menschen")}, genannt sind aber mehr. Wählen Sie aus, wer noch mitgeht.`,
      field: "mitglied",
    };
  return undefined;
}

/** One time that households were joined or parted, as one of them tells it. `selbst`: told by the one that was parted off. */
export type Teilung = {
  readonly id: string;
  readonly art: Art;
  readonly selbst: boolean;
  readonly andereId: string;
  readonly andereNr: number;
  readonly menschen: number;
  readonly am: string;
  readonly fassung: number;
  readonly andereFassung: number;
  readonly zurueckgenommen: boolean;
};

/** "mit Haushalt 3 zusammengelegt (2 Menschen)". */
export function teilungText({ art, selbst, andereNr, menschen }: Teilung): string {
  const was =
    art === "verbunden"
      ? `mit Haushalt ${andereNr} zusammengelegt`
      : `${selbst ? "von " : ""}Haushalt ${andereNr} getrennt`;
  return `${was} (${anzahl(menschen, "Mensch", "Menschen")})`;
}

/** What can still be taken back: the last time, while nobody went on with the household since. */
export const ruecknehmbar = (teilungen: readonly Teilung[], version: number): Teilung | undefined =>
  gueltige(teilungen)
    .filter(({ selbst }) => !selbst)
    .findLast(({ fassung }) => fassung === version);
