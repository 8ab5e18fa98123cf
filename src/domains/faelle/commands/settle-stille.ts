import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { Schritt } from "../model/fall.ts";
import { type StilleZeile, endeAus, weiterAus } from "../model/stille.ts";
import { fallOf } from "../queries/faelle.ts";
import { agree } from "./agree.ts";
import { moveFall } from "./move-fall.ts";

/** A case of the list that could not be done, and why. */
export type Gescheitert = { readonly zeile: StilleZeile; readonly satz: string };

const CONTACT_WITHIN = 14;

/**
 * Ends or wakes cases that nothing happened in, each by itself and with its own reason: what cannot be done is told, the others are
 * done all the same. To wake one means to get in touch: it goes on where it rested, and that stands open for two weeks. Every
 * rule of a case is asked before anything of it is written, so none is half done. Cases are held in the order of their ids.
 */
export async function settleStille(tx: Tx, actor: Actor, zeilen: readonly StilleZeile[]): Promise<Gescheitert[]> {
  const failed: Gescheitert[] = [];
  for (const zeile of zeilen.toSorted((a, b) => (a.fall < b.fall ? -1 : 1))) {
    const satz = await tryOne(tx, actor, zeile);
    if (satz !== undefined) failed.push({ zeile, satz });
  }
  return failed;
}

async function tryOne(tx: Tx, actor: Actor, zeile: StilleZeile): Promise<string | undefined> {
  try {
    await (zeile.tun === "wecken" ? wake(tx, actor, zeile) : end(tx, actor, zeile));
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    if (error instanceof Stale) return "Der Fall wurde inzwischen geändert. Sehen Sie nach, was geschehen ist.";
    if (error instanceof NotFound) return "Diesen Fall führen Sie nicht mehr.";
    throw error;
  }
}

async function end(tx: Tx, actor: Actor, { fall: id, version, grund, ende }: StilleZeile): Promise<void> {
  const { phase } = await fallOf(tx, actor, id);
  const nach = endeAus(phase);
  const abschluss = nach === "abgeschlossen" && ende !== null ? { abschlussgrund: ende } : {};
  await moveFall(tx, actor, { id, version }, Schritt.parse({ nach, am: today(), grund, ...abschluss }));
}

async function wake(tx: Tx, actor: Actor, { fall: id, version, grund }: StilleZeile): Promise<void> {
  const fall = await fallOf(tx, actor, id);
  if (fall.version !== version) throw new Stale(fall.version, {});
  if (fall.phase === "ruhend") {
    const nach = weiterAus(fall.schritte);
    await moveFall(tx, actor, { id, version }, Schritt.parse({ nach, am: today(), grund }));
  }
  const was = `Kontakt aufnehmen: ${grund}`;
  await agree(tx, actor, id, {
    besprechung: null,
    wer: "Case Management",
    was,
    bis: daysFrom(today(), CONTACT_WITHIN),
  });
}
