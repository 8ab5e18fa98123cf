import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type DateiJson, alsJson, wartetAufEntscheidung } from "../model/als-json.ts";
import { discardList } from "./discard-list.ts";
import { setTakeOver } from "./take-over.ts";
import { type Datei, keepList } from "./upload-list.ts";
import { type Fortschritt, partOf } from "../rows/fortschritt.ts";
import { readList } from "./read-list.ts";
import { takeOver } from "./take-over-list.ts";
import { type Lesen, liesNebenan, merkend } from "../queries/nebenan.ts";
import { readUnkept } from "../queries/lesen.ts";
import { Unlesbar } from "../../../listen/index.ts";
import { uebernahmeOf } from "../queries/uebernahmen.ts";
import { type Befund, type Uebernahme, befundVon, unlesbarerBefund } from "../model/uebernahme.ts";

/** What became of a file that was imported in one go. `wartet`: something of it needs a decision. */
export type Importiert = { readonly json: DateiJson; readonly befund: Befund; readonly wartet: boolean };

const importiert = (befund: Befund): Importiert => ({ json: alsJson(befund), befund, wartet: wartet(befund) });

/** A file that could not be taken over at all; the sentence says why. */
export const gescheitert = (datei: string, satz: string): Importiert => importiert(unlesbarerBefund(datei, satz));

/** Rows that the same file brought before are done; what else of it waited waits still, also what only earlier lists held. */
function wartet(befund: Befund): boolean {
  if (befund.schonUebernommen === null) return wartetAufEntscheidung(befund);
  if ((befund.schonUebernommen.wartend ?? 0) > 0) return true;
  const others = befund.zeilen.filter(({ stand, wiederholt }) => stand !== "wiederholt" || wiederholt !== null);
  const doppelt = others.filter(({ stand }) => stand === "wiederholt").length;
  return wartetAufEntscheidung({ ...befund, zahlen: { ...befund.zahlen, doppelt } });
}

/** Checks a file and keeps nothing of it. A file that cannot be read is a finding with its sentence. */
export async function checkList(actor: Actor, datei: Datei, fortschritt: Fortschritt): Promise<Importiert> {
  try {
    const { ergebnis, schonUebernommen } = await readUnkept(actor, datei, fortschritt);
    return importiert(befundVon(ergebnis, { schonUebernommen }));
  } catch (error) {
    if (error instanceof Unlesbar) return importiert(unlesbarerBefund(datei.datei, error.message));
    throw error;
  }
}

/**
 * Reads and takes over a file at once, without the worker: everything that is not held, in one transaction. Of a file that
 * cannot be read, or that was taken over before, nothing is kept.
 * @throws Refused where the take-over failed; then nothing was taken
 */
export async function importList(actor: Actor, datei: Datei, fortschritt: Fortschritt): Promise<Importiert> {
  try {
    const id = await writeAs(actor, (tx) => keepList(tx, actor, datei));
    const lies = merkend(liesNebenan);
    await readList({ kreis: actor.kreis, id }, partOf(fortschritt, 0, 0.3), lies);
    const { befund } = await listOf(actor, id);
    if (befund === null || befund.unlesbar !== null || befund.schonUebernommen !== null) {
      await writeAs(actor, (tx) => discardList(tx, actor, { id }));
      return importiert(befund ?? unlesbarerBefund(datei.datei, ""));
    }
    return importiert(await takeOverNow(actor, id, partOf(fortschritt, 0.3, 1), lies));
  } catch (error) {
    if (error instanceof Refused && error.errors[0]?.field === "datei") {
      return importiert(unlesbarerBefund(datei.datei, error.message));
    }
    throw error;
  }
}

async function listOf(actor: Actor, id: string): Promise<Uebernahme> {
  const list = await readAs(actor, (tx) => uebernahmeOf(tx, actor, id));
  if (list === undefined) throw new Refused("Die Liste wurde inzwischen verworfen.");
  return list;
}

/** So often it may happen that somebody else of the Träger changes a word or brings the same rows meanwhile. */
const ATTEMPTS = 3;

async function takeOverNow(actor: Actor, id: string, fortschritt: Fortschritt, lies: Lesen): Promise<Befund> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { version } = await listOf(actor, id);
    await writeAs(actor, (tx) => setTakeOver(tx, actor, { id, version }));
    await takeOver({ kreis: actor.kreis, id }, fortschritt, lies);
    const { stand, befund } = await listOf(actor, id);
    if (stand === "uebernommen" && befund !== null) return befund;
  }
  await writeAs(actor, (tx) => discardList(tx, actor, { id }));
  throw new Refused("Die Übernahme ist gescheitert; nichts wurde übernommen. Was geschah, steht im Betriebslog.");
}
