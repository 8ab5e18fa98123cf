import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { STILL, type Fortschritt } from "../rows/fortschritt.ts";
import { type Neue, type Verglichen, compareWithEarlier, hatFruehere } from "./frueher.ts";
import { readCodes, readKommunen } from "./kontext.ts";
import { Unlesbar, type Entscheidungen, type Ergebnis, type Kommune } from "../../../listen/index.ts";
import { type Lesen, liesNebenan } from "./nebenan.ts";
import { dateiAbdruck } from "./siegel.ts";
import { gemerkteWoerter } from "../rows/woerter-gemerkt.ts";

const FORGOTTEN = "Der Inhalt der Datei ist nicht mehr gespeichert. Laden Sie sie noch einmal hoch.";

/** A list as it is read: bytes undefined when they were forgotten. */
export type Lesbar = {
  readonly actor: Actor;
  readonly datei: string;
  readonly bytes: Buffer | undefined;
  /** Null for a file that is only checked. */
  readonly id: string | null;
  readonly entscheidungen: Entscheidungen;
};

export type Gelesen = { readonly ergebnis: Ergebnis; readonly kommunen: readonly Kommune[] };

/**
 * Reads a list with the words that its Träger decided before; what was decided for this list counts more. Says nothing yet
 * about earlier lists. @throws Unlesbar
 */
export async function readKept(
  liste: Lesbar,
  fortschritt: Fortschritt = STILL,
  lies: Lesen = liesNebenan,
): Promise<Gelesen> {
  const { actor, datei, bytes, entscheidungen } = liste;
  if (bytes === undefined) throw new Unlesbar("leer", FORGOTTEN);
  const kontext = await readAs(actor, async (tx) => ({
    codes: await readCodes(tx),
    kommunen: await readKommunen(tx),
    woerter: await gemerkteWoerter(tx, actor),
    fruehere: await hatFruehere(tx, liste),
  }));
  const question = {
    datei,
    codes: kontext.codes,
    kommunen: kontext.kommunen,
    fruehere: kontext.fruehere,
    heute: today(),
    entscheidungen: {
      ...entscheidungen,
      woerter: [...kontext.woerter, ...(entscheidungen.woerter ?? [])],
    },
    fortschritt: (gelesen: number, gesamt: number) => fortschritt.tell(gesamt === 0 ? 1 : gelesen / gesamt),
  };
  const ergebnis = await lies(bytes, question, fortschritt.watch?.());
  return { ergebnis, kommunen: kontext.kommunen };
}

/** Checks a file without keeping anything of it: what would be taken over, and what earlier lists brought. @throws Unlesbar */
export async function readUnkept(
  actor: Actor,
  { datei, bytes }: { readonly datei: string; readonly bytes: Buffer },
  fortschritt: Fortschritt = STILL,
): Promise<Verglichen> {
  const { ergebnis, kommunen } = await readKept({ actor, datei, bytes, id: null, entscheidungen: {} }, fortschritt);
  const neue: Neue = {
    actor,
    abdruck: dateiAbdruck(actor.traegerId, bytes),
    entscheidungen: {},
    bisher: null,
    id: null,
  };
  return readAs(actor, (tx) => compareWithEarlier(tx, neue, ergebnis, kommunen));
}
