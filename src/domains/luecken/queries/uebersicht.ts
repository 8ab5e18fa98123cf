import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { compareNames } from "../../../platform/words.ts";
import { nennenAb } from "../../auswertung/index.ts";
import { type Blick, type Gewicht, gewichtVon, rangzahl } from "../model/gewicht.ts";
import { nameVon } from "../model/luecke.ts";
import { type Stand, isEnde } from "../model/stand.ts";
import { type Gruppe, alleGruppen } from "./gruppe.ts";

/** A gap with its weight, as this person may see it. */
export type Zeile = Gruppe & { readonly gewicht: Gewicht; readonly rang: number; readonly name: string };

export const SORTIERUNG = ["gewicht", "neu", "stand"] as const;

export type Filter = {
  readonly stand?: Stand | "offen" | "alle" | undefined;
  readonly handlungsfeld?: string | undefined;
  readonly kommune?: string | undefined;
  readonly sortiert?: (typeof SORTIERUNG)[number] | undefined;
};

export const blickOf = async (tx: Tx, { traegerId }: Actor): Promise<Blick> => ({ traegerId, ab: await nennenAb(tx) });

export const zeileVon = (gruppe: Gruppe, blick: Blick): Zeile => {
  const gewicht = gewichtVon(gruppe.meldungen, gruppe.luecke.gemeldetAm, blick);
  return { ...gruppe, gewicht, rang: rangzahl(gewicht), name: nameVon(gruppe.luecke) };
};

const passt = ({ luecke, gewicht }: Zeile, { stand = "offen", handlungsfeld, kommune }: Filter): boolean =>
  (stand === "alle" || (stand === "offen" ? !isEnde(luecke.stand) : luecke.stand === stand)) &&
  (handlungsfeld === undefined || luecke.handlungsfeld === handlungsfeld) &&
  (kommune === undefined || gewicht.kommunen.includes(kommune));

const ORDER: Readonly<Record<(typeof SORTIERUNG)[number], (a: Zeile, b: Zeile) => number>> = {
  gewicht: (a, b) => b.rang - a.rang,
  neu: (a, b) => b.luecke.gemeldetAm.localeCompare(a.luecke.gemeldetAm),
  stand: (a, b) => b.luecke.standSeit.localeCompare(a.luecke.standSeit),
};

/** The gaps that stand for themselves, narrowed and in order; the same weight by name. */
export async function uebersicht(tx: Tx, actor: Actor, filter: Filter): Promise<Zeile[]> {
  const blick = await blickOf(tx, actor);
  const order = ORDER[filter.sortiert ?? "gewicht"];
  return (await alleGruppen(tx))
    .map((gruppe) => zeileVon(gruppe, blick))
    .filter((zeile) => passt(zeile, filter))
    .toSorted((a, b) => order(a, b) || compareNames(a.name, b.name));
}
