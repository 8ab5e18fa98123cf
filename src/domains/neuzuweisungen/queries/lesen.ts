import { ApartFailed, runApart } from "../../../platform/apart.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { inTurn } from "../../../platform/in-turn.ts";
import type { Upload } from "../../../platform/upload.ts";
import {
  BLATTPROGRAMM,
  type Blatt,
  type Blattantwort,
  Unlesbar,
  type Zuweisungsliste,
  deuteZuweisungen,
} from "../../../listen/index.ts";
import { readCodes, readKommunen } from "../../uebernahme/index.ts";

/** Bytes of a list of people; more is another file. */
export const MAX_LISTE = 5 * 1024 * 1024;
const HEAP_MIB = 256;
const DEADLINE_MS = 30_000;
const MAX_ANSWER = 40 * 1024 * 1024;

/** One list at a time. */
const turn = inTurn(1);

/** A file taken apart, and its print. */
export type Gelesen = { readonly blaetter: readonly Blatt[]; readonly print: string };

/** Takes a file apart in a process of its own. @throws Refused at `datei` for what is no table */
export async function liesBlaetter({ bytes, print }: Upload): Promise<Gelesen> {
  const blaetter: Blatt[] = [];
  const hear = (antwort: Blattantwort) => {
    if (antwort.art === "unlesbar") throw new Unlesbar(antwort.grund, antwort.satz);
    blaetter.push(...antwort.blaetter);
  };
  const work = {
    script: BLATTPROGRAMM,
    head: {},
    bytes,
    heapMiB: HEAP_MIB,
    deadlineMs: DEADLINE_MS,
    maxAnswer: MAX_ANSWER,
  };
  try {
    await turn(() => runApart(work, hear));
  } catch (error) {
    if (error instanceof Unlesbar) throw new Refused(error.message, "datei");
    if (error instanceof ApartFailed && error.end !== "crash")
      throw new Refused(new Unlesbar("zu_schwer").message, "datei");
    throw error;
  }
  return { blaetter, print };
}

/** What a list says, in the words of the Kreis. @throws Refused at `datei` where it is no list of people */
export async function deute(tx: Tx, blaetter: readonly Blatt[]): Promise<Zuweisungsliste> {
  try {
    return deuteZuweisungen(blaetter, { kommunen: await readKommunen(tx), codes: await readCodes(tx), heute: today() });
  } catch (error) {
    throw error instanceof Unlesbar ? new Refused(error.message, "datei") : error;
  }
}
