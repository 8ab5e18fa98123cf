import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type ApartEnd, ApartFailed, runApart } from "../../../platform/apart.ts";
import { inTurn } from "../../../platform/in-turn.ts";
import {
  type Antwort,
  type Ergebnis,
  GRENZEN,
  LESEPROGRAMM,
  type Lesekontext,
  Unlesbar,
  type Zeile,
} from "../../../listen/index.ts";

/** What is known of reading that failed beside this process: where in the code, never what the file said. */
class LesenGescheitert extends Error {
  override readonly name = "LesenGescheitert";
  constructor(stelle: string) {
    super("Das Lesen der Liste ist gescheitert.");
    this.stack = `${this.name}\n${stelle}`;
  }
}

/** One list at a time: each may fill what one list may. */
const turn = inTurn(1);

/** When reading ends this way, it is the file: the sentence says so. A crash is nobody's fault yet and may be tried again. */
const FILES_FAULT: Partial<Record<ApartEnd, "zu_schwer" | "zu_langsam">> = {
  memory: "zu_schwer",
  size: "zu_schwer",
  deadline: "zu_langsam",
};

/** Whoever trusts the bytes may read them with `liesListe` itself: tests of what comes after the reading do. */
export type Lesen = (bytes: Uint8Array, kontext: Lesekontext, signal?: AbortSignal) => Promise<Ergebnis>;

/**
 * Reads a list as `liesListe` does, in a process of its own: whatever a file does to its reader, this process goes on.
 * `signal` ends it at once.
 * @throws Unlesbar, also for a file that fills the memory or takes too long
 */
export const liesNebenan: Lesen = (bytes, { fortschritt, ...kontext }, signal) =>
  turn(async () => {
    const zeilen: Zeile[] = [];
    let found: Ergebnis | undefined;
    const hear = (antwort: Antwort) => {
      if (antwort.art === "fortschritt") fortschritt?.(antwort.gelesen, antwort.gesamt);
      else if (antwort.art === "zeilen") zeilen.push(...antwort.zeilen);
      else if (antwort.art === "fertig") found = { ...antwort.ergebnis, zeilen };
      else if (antwort.art === "unlesbar") throw new Unlesbar(antwort.grund, antwort.satz);
      else throw new LesenGescheitert(antwort.stelle);
    };
    await runApart(
      {
        script: LESEPROGRAMM,
        head: kontext,
        bytes,
        heapMiB: GRENZEN.speicher,
        deadlineMs: GRENZEN.fristMs,
        maxAnswer: GRENZEN.antwort,
        signal,
      },
      hear,
    ).catch((error: unknown) => {
      const art = error instanceof ApartFailed ? FILES_FAULT[error.end] : undefined;
      throw art === undefined ? error : new Unlesbar(art);
    });
    if (found === undefined) throw new LesenGescheitert("");
    return found;
  });

/**
 * Reads with `lies`, and keeps what came of the last list for who asks the same again: the same bytes with the same question give
 * the same rows. For who reads and takes over at once; nobody waits in between with a list in memory.
 */
export function merkend(lies: Lesen): Lesen {
  let last: { readonly abdruck: string; readonly kontext: Lesekontext; readonly ergebnis: Ergebnis } | undefined;
  return async (bytes, { fortschritt, ...kontext }, signal) => {
    const abdruck = hash("sha256", bytes);
    if (last?.abdruck === abdruck && isDeepStrictEqual(last.kontext, kontext)) return last.ergebnis;
    last = undefined;
    const question = fortschritt === undefined ? kontext : { ...kontext, fortschritt };
    const ergebnis = await lies(bytes, question, signal);
    last = { abdruck, kontext, ergebnis };
    return ergebnis;
  };
}
