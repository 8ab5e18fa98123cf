import { type Akte } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { type Phase, isGesperrt } from "../model/phasen.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { GRUND, WEITERES_WER } from "../queries/sealed.ts";

type Weiteres = {
  readonly weiteres: "nein" | "ja" | "unbekannt" | null;
  readonly weiteres_wer: string | null;
  readonly weiteres_seit: string | null;
};

/**
 * Who else leads a case about the person, and since when: told only where somebody does.
 * @throws Refused where nobody says who
 */
export function weiteresRow(key: DataKey, row: { readonly kreis: string; readonly id: string }, typed: Weiteres) {
  const { weiteres, weiteres_wer, weiteres_seit } = typed;
  if (weiteres === "ja" && weiteres_wer === null) {
    throw new Refused("Schreiben Sie, wer den Fall noch führt.", "weiteres_wer");
  }
  return {
    weiteres,
    weiteres_wer: sealText(key, row, WEITERES_WER, weiteres === "ja" ? weiteres_wer : null),
    weiteres_seit: weiteres === "ja" ? weiteres_seit : null,
  };
}

const CODED = {
  zugangsweg: "Wie kam die Person zu Ihnen?",
  abschlussgrund: "Warum endet der Fall?",
} as const;

/** @throws Refused where a code has ended by that day; what the case has already may stay */
export async function refuseEnded(
  tx: Tx,
  name: keyof typeof CODED,
  code: string | null,
  day: string,
  kept: string | null = null,
): Promise<void> {
  if (code === null) return;
  const list = wahlAm((await codelisten(tx))[name], day);
  refuseClosed({ name, label: CODED[name], list, chosen: [code], kept: [kept] });
}

/** @throws Refused where the consent was withdrawn: nothing more is written about the person then */
export function refuseGesperrt({ phase }: { readonly phase: Phase }): void {
  if (!isGesperrt(phase)) return;
  throw new Refused(
    "Die Einwilligung ist widerrufen, der Fall ist gesperrt. Erst mit einer neuen Einwilligung geht es weiter.",
  );
}

export type NeuerSchritt = {
  readonly fallId: string;
  readonly folge: number;
  readonly von: Phase | null;
  readonly nach: Phase;
  readonly am: string;
  readonly grund: string | null;
  readonly abschlussgrund: string | null;
};

/** Adds a step to the history of a case. Returns its id. */
export async function writeSchritt(
  tx: Tx,
  actor: Actor,
  { akte, key }: { readonly akte: Akte; readonly key: DataKey },
  schritt: NeuerSchritt,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto("kim.fall_schritt")
    .values({
      ...akte,
      id,
      fall_id: schritt.fallId,
      folge: schritt.folge,
      von: schritt.von,
      nach: schritt.nach,
      am: schritt.am,
      erfasst_von: actor.kontoId,
      grund: sealText(key, { kreis: akte.kreis, id }, GRUND, schritt.grund),
      abschlussgrund: schritt.abschlussgrund,
    })
    .execute();
  return id;
}
