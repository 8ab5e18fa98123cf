import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { log } from "../../../platform/log.ts";
import { type Fortschritt, Verworfen, fortschrittIn } from "../rows/fortschritt.ts";
import { compareWithEarlier } from "../queries/frueher.ts";
import { type Gespeichert, type ListeId, gespeichert, holdIn } from "../queries/gespeichert.ts";
import { Unlesbar } from "../../../listen/index.ts";
import { readKept } from "../queries/lesen.ts";
import type { Lesen } from "../queries/nebenan.ts";
import { sealBefund } from "../queries/siegel.ts";
import { type Befund, type Stand, Zaehlung, befundVon, unlesbarerBefund } from "../model/uebernahme.ts";

const UNEXPECTED =
  "Beim Lesen ist ein Fehler im Programm aufgetreten. Die Liste ist nicht verloren; melden Sie es bitte der Administration.";

/**
 * Reads a kept list and keeps what was found. Nothing happens where it is not waiting to be read; where more was decided
 * while it was read, the next run has the last word.
 */
export async function readList(id: ListeId, fortschritt: Fortschritt = fortschrittIn(id), lies?: Lesen): Promise<void> {
  const liste = await gespeichert(id, "liest");
  if (liste === undefined) return;
  const befund = await found(liste, fortschritt, lies).finally(fortschritt.finish);
  if (befund === undefined) return;
  await writeAs(liste.actor, async (tx) => {
    if (!(await holdIn(tx, id, "liest", liste.version))) return;
    if (befund.unlesbar !== null && liste.bisher !== null) {
      await leaveRest(tx, liste, befund.unlesbar);
      return;
    }
    await keepBefund(tx, liste, befund, befund.unlesbar === null ? "gelesen" : "unlesbar");
    // Of a file that is no list nothing stays; where the program failed it is kept for another try.
    if (befund.unlesbar !== null && befund.unlesbar !== UNEXPECTED) {
      await tx.updateTable("kim.uebernahme").set({ inhalt: null }).where("id", "=", id.id).execute();
    }
  });
}

/** What was taken of the list before stays taken; only what stayed behind cannot be read any more. */
async function leaveRest(tx: Tx, liste: Gespeichert, satz: string): Promise<void> {
  const befund = await sealBefund(liste.key, liste, { ...unlesbarerBefund(liste.datei, satz), meldung: satz });
  await tx
    .updateTable("kim.uebernahme")
    .set({ stand: "uebernommen", fortschritt: 100, befund })
    .where("id", "=", liste.id)
    .execute();
}

/** What the list holds, or why it cannot be read; undefined when it was discarded meanwhile. */
async function found(liste: Gespeichert, fortschritt: Fortschritt, lies?: Lesen): Promise<Befund | undefined> {
  try {
    const { ergebnis, kommunen } = await readKept(liste, fortschritt, lies);
    const verglichen = await readAs(liste.actor, (tx) => compareWithEarlier(tx, liste, ergebnis, kommunen));
    return befundVon(verglichen.ergebnis, { schonUebernommen: verglichen.schonUebernommen });
  } catch (error) {
    if (error instanceof Verworfen) return undefined;
    if (error instanceof Unlesbar) return unlesbarerBefund(liste.datei, error.message);
    log.error("liste.nicht_gelesen", error);
    return unlesbarerBefund(liste.datei, UNEXPECTED);
  }
}

/** Writes what was found into a list that the transaction holds. */
export async function keepBefund(tx: Tx, liste: Gespeichert, befund: Befund, stand: Stand): Promise<void> {
  await tx
    .updateTable("kim.uebernahme")
    .set({
      stand,
      fortschritt: 100,
      befund: await sealBefund(liste.key, liste, befund),
      zahlen: befund.unlesbar === null ? JSON.stringify(zaehlungVon(befund)) : null,
    })
    .where("id", "=", liste.id)
    .execute();
}

/** The figures of a finding as they are kept in the clear. */
export const zaehlungVon = ({ art, zahlen }: Pick<Befund, "art" | "zahlen">): Zaehlung =>
  Zaehlung.parse({ art, ...zahlen });
