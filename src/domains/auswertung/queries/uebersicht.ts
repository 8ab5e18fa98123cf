import { type VerweisTafel, type Verweiszahlen, verweisTafeln } from "../model/verweiszahlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { stellenplan } from "../../stellen/index.ts";
import { ORGANISATION_ART, ORGANISATION_ARTEN } from "../../verweise/index.ts";
import { abschnitte } from "../model/abschnitte.ts";
import type { Kennzahlen, Zeitraum } from "../model/kennzahlen.ts";
import { vergleichMit } from "../model/vergleich.ts";
import { type Genannt, genannte } from "./genannte.ts";
import { kennzahlenAller } from "./kennzahlen.ts";
import { gezaehlteHalbjahre } from "./halbjahre.ts";
import { VERWEIS_MERKMALE, verweiszahlenOf } from "./verweiszahlen.ts";
import type { Zugewiesene } from "../model/zugewiesene.ts";
import { ZUGEWIESENE_MERKMALE, zugewieseneOf } from "./zugewiesene.ts";
import { type Kontext, type Wunsch, kontextOf, namen } from "./kontext.ts";
import { type Zahlenstand, standOf, zahlenstand } from "./zahlenstand.ts";

const ARTEN = ORGANISATION_ART.map((code) => ({ code, name: ORGANISATION_ARTEN[code] }));

/** Filled and approved full-time equivalents of case management, in hundredths. */
type Vzae = { readonly ist: number; readonly soll: number };

export type Uebersicht = Pick<Kontext, "traeger" | "traegerName" | "gezaehlt"> & {
  readonly jetzt: Kennzahlen;
  /** The period that this one compares with; undefined where none does, and `grund` says why. */
  readonly vergleich: Kennzahlen | undefined;
  readonly grund: string | undefined;
  /** Whether the period is not over yet. */
  readonly laeuft: boolean;
  readonly vzae: Vzae;
  /** Where people were sent; null: nothing, or not told for this Träger or these months. */
  readonly verweise: { readonly zahlen: Verweiszahlen; readonly tafeln: readonly VerweisTafel[] } | null;
  /** People who were assigned; null: nobody, or not told for this Träger or these months. */
  readonly zugewiesene: Zugewiesene | null;
  readonly tabellen: ReturnType<typeof abschnitte>;
  readonly stand: Zahlenstand;
};

/** The figures of a period as somebody may see them, with the period it compares with and everything that names them. */
export async function uebersicht(tx: Tx, actor: Actor, wunsch: Wunsch): Promise<Uebersicht> {
  const { kreis, traegerId, zeitraum, eigene, traeger, traegerName, gezaehlt } = await kontextOf(tx, actor, wunsch);
  const other = vergleichMit(eigene, zeitraum, today());
  const spans = other.zeitraum === undefined ? [zeitraum] : [zeitraum, other.zeitraum];
  const { kennzahlen, stand } = kreis ? await genannte(tx, spans, traegerId) : await gezaehlte(tx, spans, traegerId);
  const [jetzt, vergleich] = kennzahlen;
  if (jetzt === undefined) throw new Error("A span has figures.");
  const worte = await namen(tx);
  const wish = { zeitraum, traegerId, ab: kreis ? stand.ab : 1 };
  const halbjahre = await gezaehlteHalbjahre(tx, stand, wish, [...VERWEIS_MERKMALE, ...ZUGEWIESENE_MERKMALE]);
  const verweise = verweiszahlenOf(halbjahre, wish);
  return {
    jetzt,
    vergleich,
    grund: other.grund,
    laeuft: zeitraum.bis >= today(),
    gezaehlt,
    verweise:
      verweise === null ? null : { zahlen: verweise, tafeln: verweisTafeln(verweise, worte.handlungsfeld, ARTEN) },
    zugewiesene: zugewieseneOf(halbjahre, wish),
    vzae: await vzaeAt(tx, zeitraum.bis < today() ? zeitraum.bis : today(), traegerId),
    tabellen: abschnitte(jetzt, vergleich, worte),
    traeger,
    traegerName,
    stand,
  };
}

/** A Träger's own figures, as they are counted. */
async function gezaehlte(
  tx: Tx,
  spans: readonly Zeitraum[],
  traegerId: string | undefined,
): Promise<Omit<Genannt, "verdeckt">> {
  const stand = await zahlenstand(tx);
  const raw = await kennzahlenAller(tx, stand, spans, traegerId);
  return { kennzahlen: raw.map((k) => ({ ...k, stand: standOf(stand) })), stand };
}

async function vzaeAt(tx: Tx, day: string, traegerId: string | undefined): Promise<Vzae> {
  const { zeilen } = await stellenplan(tx, day);
  const posts = zeilen.filter(
    (z) => z.stelle.modul === "II" && (traegerId ?? z.stelle.traegerId) === z.stelle.traegerId,
  );
  return {
    ist: posts.reduce((sum, z) => sum + z.ist, 0),
    soll: posts.reduce((sum, z) => sum + z.stelle.vzae, 0),
  };
}
