import { type Actor, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { overlap } from "../../../platform/span.ts";
import { codelisten } from "../../codelisten/index.ts";
import { stellenplan } from "../../stellen/index.ts";
import { type Namen, abschnitte } from "../model/abschnitte.ts";
import type { Kennzahlen, Zeitraum } from "../model/kennzahlen.ts";
import { vergleichMit } from "../model/vergleich.ts";
import { type Genannt, genannte } from "./genannte.ts";
import { kennzahlenAller } from "./kennzahlen.ts";
import { gezaehlteMonate, lieferungen } from "./lieferungen.ts";
import { type Zahlenstand, standOf, zahlenstand } from "./zahlenstand.ts";
import { davor, halbjahrAm } from "../model/zeitraum.ts";

/** What somebody asks for; nothing said means the half-year that is over, or the current one where that has no figures. */
export type Wunsch = { readonly zeitraum?: Zeitraum | undefined; readonly traegerId?: string | undefined };

/** Filled and approved full-time equivalents of case management, in hundredths. */
type Vzae = { readonly ist: number; readonly soll: number };

export type Uebersicht = {
  readonly jetzt: Kennzahlen;
  /** The period that this one compares with; undefined where none does, and `grund` says why. */
  readonly vergleich: Kennzahlen | undefined;
  readonly grund: string | undefined;
  /** Whether the period is not over yet. */
  readonly laeuft: boolean;
  readonly vzae: Vzae;
  readonly tabellen: ReturnType<typeof abschnitte>;
  /** Träger to choose from; empty for those who see only their own. */
  readonly traeger: readonly { readonly id: string; readonly name: string }[];
  readonly traegerName: string | undefined;
  /** The first and the last month with figures (first days); undefined where there are none. */
  readonly gezaehlt: Zeitraum | undefined;
  readonly stand: Zahlenstand;
};

/** Whether somebody sees the figures of the Kreis, or only those of the own Träger. */
export const siehtKreis = (actor: Actor): boolean => may(actor, "auswertung.kreis_lesen");

/** The figures of a period as somebody may see them, with the period it compares with and everything that names them. */
export async function uebersicht(tx: Tx, actor: Actor, wunsch: Wunsch): Promise<Uebersicht> {
  const kreis = siehtKreis(actor);
  const all = await lieferungen(tx, kreis ? undefined : actor.traegerId);
  const traegerId = kreis ? all.find((l) => l.traegerId === wunsch.traegerId)?.traegerId : actor.traegerId;
  const own = traegerId === undefined ? all : all.filter((l) => l.traegerId === traegerId);
  const gezaehlt = gezaehlteMonate(own);
  const zeitraum = wunsch.zeitraum ?? usual(gezaehlt);
  const other = vergleichMit(own, zeitraum, today());
  const spans = other.zeitraum === undefined ? [zeitraum] : [zeitraum, other.zeitraum];
  const { kennzahlen, stand } = kreis ? await genannte(tx, spans, traegerId) : await eigene(tx, spans, traegerId);
  const [jetzt, vergleich] = kennzahlen;
  if (jetzt === undefined) throw new Error("A span has figures.");
  return {
    jetzt,
    vergleich,
    grund: other.grund,
    laeuft: zeitraum.bis >= today(),
    gezaehlt,
    vzae: await vzaeAt(tx, zeitraum.bis < today() ? zeitraum.bis : today(), traegerId),
    tabellen: abschnitte(jetzt, vergleich, await namen(tx)),
    traeger: kreis ? all.map(({ traegerId: id, name }) => ({ id, name })) : [],
    traegerName: traegerId === undefined ? undefined : own[0]?.name,
    stand,
  };
}

function usual(gezaehlt: Zeitraum | undefined): Zeitraum {
  const current = halbjahrAm(today());
  const last = davor(current);
  return gezaehlt !== undefined && overlap(gezaehlt, last) ? last : current;
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

async function namen(tx: Tx): Promise<Namen> {
  const { handlungsfeld, stufe, kontaktweg, verstaendigung, ergebnis, sprache } = await codelisten(tx);
  const kommunen = await tx.selectFrom("kim.kommune").select(["ags", "name"]).orderBy("name").execute();
  // The short word of a referral is only the place that somebody was referred to.
  const ergebnisse = ergebnis.map((k) => (k.gruppe === "verweis" ? { ...k, kurz: `an ${k.kurz}` } : k));
  return { kommunen, handlungsfeld, stufe, kontaktweg, verstaendigung, ergebnis: ergebnisse, sprache };
}

/** A Träger's own figures, as they are counted. */
async function eigene(
  tx: Tx,
  spans: readonly Zeitraum[],
  traegerId: string | undefined,
): Promise<Omit<Genannt, "verdeckt">> {
  const raw = await kennzahlenAller(tx, spans, traegerId);
  const stand = await zahlenstand(tx);
  return { kennzahlen: raw.map((k) => ({ ...k, stand: standOf(stand) })), stand };
}
