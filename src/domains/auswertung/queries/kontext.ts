import { type Actor, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { overlap } from "../../../platform/span.ts";
import { codelisten } from "../../codelisten/index.ts";
import type { Namen } from "../model/abschnitte.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import type { Lieferung } from "../model/lieferung.ts";
import { davor, halbjahrAm } from "../model/zeitraum.ts";
import { gezaehlteMonate, lieferungen } from "./lieferungen.ts";

/** What somebody asks for; nothing said means the half-year that is over, or the current one where that has no figures. */
export type Wunsch = { readonly zeitraum?: Zeitraum | undefined; readonly traegerId?: string | undefined };

/** Whose figures of when are shown. */
export type Kontext = {
  readonly zeitraum: Zeitraum;
  /** Whether somebody sees the figures of the Kreis, so that small numbers are not told. */
  readonly kreis: boolean;
  /** The one Träger that is shown; undefined: all of them. */
  readonly traegerId: string | undefined;
  readonly traegerName: string | undefined;
  /** Träger to choose from; empty for those who see only their own. */
  readonly traeger: readonly { readonly id: string; readonly name: string }[];
  /** What those who are shown delivered. */
  readonly eigene: readonly Lieferung[];
  /** The first and the last month with figures (first days); undefined where there are none. */
  readonly gezaehlt: Zeitraum | undefined;
};

/** Whether somebody sees the figures of the Kreis, or only those of the own Träger. */
export const siehtKreis = (actor: Actor): boolean => may(actor, "auswertung.kreis_lesen");

export async function kontextOf(tx: Tx, actor: Actor, wunsch: Wunsch): Promise<Kontext> {
  const kreis = siehtKreis(actor);
  const all = await lieferungen(tx, kreis ? undefined : actor.traegerId);
  const traegerId = kreis ? all.find((l) => l.traegerId === wunsch.traegerId)?.traegerId : actor.traegerId;
  const eigene = traegerId === undefined ? all : all.filter((l) => l.traegerId === traegerId);
  const gezaehlt = gezaehlteMonate(eigene);
  return {
    zeitraum: wunsch.zeitraum ?? usual(gezaehlt),
    kreis,
    traegerId,
    traegerName: traegerId === undefined ? undefined : eigene[0]?.name,
    traeger: kreis ? all.map(({ traegerId: id, name }) => ({ id, name })) : [],
    eigene,
    gezaehlt,
  };
}

function usual(gezaehlt: Zeitraum | undefined): Zeitraum {
  const current = halbjahrAm(today());
  const last = davor(current);
  return gezaehlt !== undefined && overlap(gezaehlt, last) ? last : current;
}

/** The words of every code that stands in a table. */
export async function namen(tx: Tx): Promise<Namen> {
  const { handlungsfeld, stufe, kontaktweg, verstaendigung, ergebnis, sprache, abschlussgrund } = await codelisten(tx);
  const kommunen = await tx.selectFrom("kim.kommune").select(["ags", "name"]).orderBy("name").execute();
  // The short word of a referral is only the place that somebody was referred to.
  const ergebnisse = ergebnis.map((k) => (k.gruppe === "verweis" ? { ...k, kurz: `an ${k.kurz}` } : k));
  return { kommunen, handlungsfeld, stufe, kontaktweg, verstaendigung, ergebnis: ergebnisse, sprache, abschlussgrund };
}
