import { isDeepStrictEqual } from "node:util";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, writeAs, takeYourTime } from "../../../platform/db.ts";
import { log } from "../../../platform/log.ts";
import { requestCount } from "../../auswertung/index.ts";
import { type Fortschritt, fortschrittIn, partOf } from "../rows/fortschritt.ts";
import { type Verglichen, compareWithEarlier } from "../queries/frueher.ts";
import { type Gespeichert, type ListeId, gespeichert, holdIn, lockTraeger } from "../queries/gespeichert.ts";
import { type Gelesen, readKept } from "../queries/lesen.ts";
import type { Lesen } from "../queries/nebenan.ts";
import { openBefund, sealBefund, sealEntscheidungen } from "../queries/siegel.ts";
import { type Befund, befundVon, bleibtZurueck, zusammen } from "../model/uebernahme.ts";
import { spannenVon } from "../../../listen/index.ts";
import { takeRows } from "../rows/zeilen.ts";
import { keepBefund, zaehlungVon } from "./read-list.ts";

const CHANGED =
  "Seit der Vorschau hat sich etwas geändert: ein Wort wurde anders zugeordnet, oder eine andere Liste brachte schon Zeilen von dieser. Es wurde nichts übernommen. Prüfen Sie die Vorschau noch einmal.";
const FAILED =
  "Die Übernahme ist gescheitert, und nichts wurde übernommen. Versuchen Sie es noch einmal; bleibt es dabei, melden Sie es der Administration.";

/** Reading is this share of the work. */
const READING = 0.4;

/**
 * Takes over a list that waits for it: all of it in one transaction, or nothing. It is read again, and what would be taken
 * is held against what the person saw: where they differ nothing is taken, and the new preview waits for them. Nothing
 * happens where the list does not wait (any more), so that a second run has no effect. A failure leaves the list as it was
 * read, with a sentence; when not even that can be written, the job fails and runs again.
 */
export async function takeOver(id: ListeId, fortschritt: Fortschritt = fortschrittIn(id), lies?: Lesen): Promise<void> {
  const liste = await gespeichert(id, "uebernimmt");
  if (liste === undefined) return;
  try {
    const gelesen = await readKept(liste, partOf(fortschritt, 0, READING), lies);
    await writeAs(liste.actor, (tx) => takeOnce(tx, liste, gelesen, fortschritt));
  } catch (error) {
    log.error("liste.nicht_uebernommen", error);
    await fortschritt.finish();
    await writeAs(liste.actor, async (tx) => {
      if (await holdIn(tx, id, "uebernimmt")) await tellFailure(tx, liste);
    });
  } finally {
    // However it ended: nobody looks after this list any more.
    await fortschritt.finish();
  }
}

async function takeOnce(tx: Tx, liste: Gespeichert, gelesen: Gelesen, fortschritt: Fortschritt): Promise<void> {
  await takeYourTime(tx);
  // The row itself must stay free: the progress is written into it meanwhile.
  await lockTraeger(tx, liste.actor.traegerId);
  const waits = tx
    .selectFrom("kim.uebernahme")
    .select("id")
    .where("id", "=", liste.id)
    .where("stand", "=", "uebernimmt");
  if ((await waits.executeTakeFirst()) === undefined) return;
  const verglichen = await compareWithEarlier(tx, liste, gelesen.ergebnis, gelesen.kommunen);
  if (!isDeepStrictEqual(zaehlungVon(verglichen.ergebnis), liste.zahlen)) {
    await fortschritt.finish();
    await keepBefund(tx, liste, befundOf(verglichen, CHANGED), "gelesen");
    return;
  }
  await takeRows(tx, liste, verglichen, partOf(fortschritt, READING, 1));
  await fortschritt.finish();
  // Of what was taken the finding keeps nothing: it is in the records now.
  await keepBefund(tx, liste, { ...befundOf(verglichen, null), beispiele: [] }, "uebernommen");
  await keepRest(tx, liste, verglichen);
  await recordEvent(tx, liste.actor, { art: "liste.uebernommen", gegenstand: { art: "liste", id: liste.id } });
  await requestCount(tx, liste.kreis);
}

/** What stayed behind can be mended: for that the file is kept, and which of its rows are done. Otherwise it goes. */
async function keepRest(tx: Tx, liste: Gespeichert, { ergebnis, schonUebernommen }: Verglichen): Promise<void> {
  const { id, key, entscheidungen, bisher } = liste;
  const rest = schonUebernommen === null && bleibtZurueck(ergebnis);
  const genommen = spannenVon(ergebnis.zeilen, entscheidungen.genommen ?? []);
  await tx
    .updateTable("kim.uebernahme")
    .set({
      zahlen: JSON.stringify(zusammen(bisher, zaehlungVon(ergebnis))),
      bisher: null,
      ...(rest
        ? { entscheidungen: sealEntscheidungen(key, liste, { ...entscheidungen, genommen }) }
        : { inhalt: null }),
    })
    .where("id", "=", id)
    .execute();
}

const befundOf = ({ ergebnis, schonUebernommen }: Verglichen, meldung: string | null): Befund =>
  befundVon(ergebnis, { schonUebernommen, meldung });

async function tellFailure(tx: Tx, liste: Gespeichert): Promise<void> {
  const row = await tx.selectFrom("kim.uebernahme").select("befund").where("id", "=", liste.id).executeTakeFirst();
  const befund = await openBefund(liste.key, liste, row?.befund ?? null);
  const told = befund === null ? null : await sealBefund(liste.key, liste, { ...befund, meldung: FAILED });
  await tx
    .updateTable("kim.uebernahme")
    .set({ stand: "gelesen", fortschritt: 100, befund: told })
    .where("id", "=", liste.id)
    .execute();
}
