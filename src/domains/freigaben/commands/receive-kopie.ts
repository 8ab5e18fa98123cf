import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockIfThere } from "../../../platform/held.ts";
import { isId } from "../../../platform/ids.ts";
import type { Ablehnung, Ergebnis, Frage, Termin, Terminabsage } from "../model/eingabe.ts";
import { type Wort, nurText } from "../model/inhalt.ts";
import { type Art, type Schrittart, type Stand, VORBEI, geht } from "../model/stand.ts";
import { type Kopie, kopieOf } from "../queries/kopien.ts";
import { setStand } from "../rows/kopie.ts";
import { recordReceived, refusePast, writeSchritt } from "../rows/schritt.ts";

export const MODUL_III = ["abh", "ebh"] as const satisfies readonly Art[];
export const ANGEBOT = ["traeger"] as const satisfies readonly Art[];

/**
 * Holds a copy for one's own role and reads it: whoever takes it back meanwhile waits, or was first, and then there is none.
 * @throws NotFound
 */
export async function holdKopie(tx: Tx, actor: Actor, arten: readonly Art[], id: string): Promise<Kopie> {
  // What is not there is asked for in the same way as what is: the time it takes says nothing.
  if (isId(id)) await lockIfThere(tx, "kim.freigabe", id);
  return kopieOf(tx, actor, arten, id);
}

/** Opens a copy for one's own role: that it was stands in its history and in the log of whoever gave it. @throws NotFound */
export async function openKopie(tx: Tx, actor: Actor, arten: readonly Art[], id: string): Promise<Kopie> {
  const kopie = await holdKopie(tx, actor, arten, id);
  const last = kopie.schritte.at(-1);
  if (last?.art !== "geoeffnet" || last.von !== actor.kontoId) {
    await writeSchritt(tx, actor, kopie, { art: "geoeffnet", seite: "empfaenger" });
  }
  await recordReceived(tx, actor, kopie, "kopie.geoeffnet");
  return kopie;
}

type Antwort = {
  readonly nach: Stand;
  readonly art: Schrittart;
  readonly tag?: string | null;
  readonly wort: Wort | null;
};

/** @throws NotFound, Stale; Refused where it does not go there (any more) */
async function answer(tx: Tx, actor: Actor, arten: readonly Art[], at: At, antwort: Antwort): Promise<Kopie> {
  const { nach, art, tag = null, wort } = antwort;
  refusePast(art, tag);
  const kopie = held(await holdKopie(tx, actor, arten, at.id), at.version);
  if (!geht(kopie.art, kopie.stand, nach, "empfaenger")) {
    throw new Refused(VORBEI);
  }
  await setStand(tx, at.id, nach);
  await writeSchritt(tx, actor, kopie, { art, seite: "empfaenger", tag, wort });
  await recordReceived(tx, actor, kopie, `kopie.${art}`);
  return kopie;
}

/** An authority names the day of the talk. @throws NotFound, Stale, Refused */
export const setTermin = (tx: Tx, actor: Actor, at: At, { tag, text }: Termin): Promise<Kopie> =>
  answer(tx, actor, MODUL_III, at, { nach: "termin", art: "termin", tag, wort: text === null ? null : nurText(text) });

/** An authority calls off the day that it named, and says why. @throws NotFound, Stale, Refused */
export const cancelTermin = (tx: Tx, actor: Actor, at: At, { text }: Terminabsage): Promise<Kopie> =>
  answer(tx, actor, MODUL_III, at, { nach: "freigegeben", art: "abgesagt", wort: nurText(text) });

/** An authority says what came of it. @throws NotFound, Stale, Refused */
export const giveErgebnis = (tx: Tx, actor: Actor, at: At, { tag, ...said }: Ergebnis): Promise<Kopie> =>
  answer(tx, actor, MODUL_III, at, { nach: "ergebnis", art: "ergebnis", tag, wort: { absage: null, ...said } });

/** Another Träger asks about an offer. @throws NotFound, Stale, Refused */
export const askAngebot = (tx: Tx, actor: Actor, at: At, { text }: Frage): Promise<Kopie> =>
  answer(tx, actor, ANGEBOT, at, { nach: "rueckfrage", art: "rueckfrage", wort: nurText(text) });

/** Another Träger says no, and why; from then on it reads nothing of the offer any more. @throws NotFound, Stale, Refused */
export async function refuseAngebot(tx: Tx, actor: Actor, at: At, { text }: Ablehnung): Promise<void> {
  await answer(tx, actor, ANGEBOT, at, { nach: "abgelehnt", art: "abgelehnt", wort: nurText(text) });
  await tx.updateTable("kim.freigabe").set({ schluessel: null }).where("id", "=", at.id).execute();
}
