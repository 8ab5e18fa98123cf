import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { personNames } from "../../personen/index.ts";
import { type Phase, PHASE } from "../model/phasen.ts";
import type { Dringlichkeit } from "../model/fall.ts";
import { ANLIEGEN, GRUND, WEITERES_WER, openText } from "./sealed.ts";

/** A step that was taken. Days are ISO. */
export type SchrittZeile = {
  readonly id: string;
  readonly von: Phase | null;
  readonly nach: Phase;
  readonly am: string;
  readonly grund: string | null;
  readonly abschlussgrund: string | null;
};

/** A case, whole. Days are ISO, codes those of the lists. */
export type Fall = {
  readonly id: string;
  /** Whose file it is: one's own, or that of somebody one stands in for. */
  readonly kontoId: string;
  readonly jahr: number;
  readonly nummer: number;
  readonly personId: string;
  readonly person: string;
  readonly begonnen: string;
  readonly zugangsweg: string | null;
  readonly dringlichkeit: Dringlichkeit;
  readonly anliegen: string | null;
  readonly weiteres: "nein" | "ja" | "unbekannt" | null;
  readonly weiteresWer: string | null;
  readonly einwilligungAm: string | null;
  readonly phase: Phase;
  readonly phaseSeit: string;
  readonly abschlussgrund: string | null;
  readonly version: number;
  readonly schritte: readonly SchrittZeile[];
};

export const phaseOf = (stored: string): Phase => {
  const phase = PHASE.find((one) => one === stored);
  if (phase === undefined) throw new Error(`Die Phase ${stored} kennt dieses Programm nicht.`);
  return phase;
};

export const oneOf = <T extends string>(known: readonly T[], stored: string | null): T | null =>
  known.find((one) => one === stored) ?? null;

/** One's own case. @throws NotFound for a foreign one as for none */
export async function fallOf(tx: Tx, actor: Actor, id: string): Promise<Fall> {
  const row = isId(id)
    ? await tx.selectFrom("kim.fall").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  const key = (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  const names = await personNames(tx, actor, [row.person_id]);
  const schritte = await tx
    .selectFrom("kim.fall_schritt")
    .select(["kreis", "id", "von", "nach", "am", "grund", "abschlussgrund"])
    .where("fall_id", "=", id)
    .orderBy("folge")
    .execute();
  return {
    id,
    kontoId: row.konto_id,
    jahr: row.jahr,
    nummer: row.nummer,
    personId: row.person_id,
    person: names.get(row.person_id) ?? "",
    begonnen: row.begonnen,
    zugangsweg: row.zugangsweg,
    dringlichkeit: oneOf(["normal", "bald", "sofort"], row.dringlichkeit) ?? "normal",
    anliegen: openText(key, row, ANLIEGEN, row.anliegen),
    weiteres: oneOf(["nein", "ja", "unbekannt"], row.weiteres),
    weiteresWer: openText(key, row, WEITERES_WER, row.weiteres_wer),
    einwilligungAm: row.einwilligung_am,
    phase: phaseOf(row.phase),
    phaseSeit: row.phase_seit,
    abschlussgrund: row.abschlussgrund,
    version: row.version,
    schritte: schritte.map((s) => ({
      id: s.id,
      von: s.von === null ? null : phaseOf(s.von),
      nach: phaseOf(s.nach),
      am: s.am,
      grund: openText(key, s, GRUND, s.grund),
      abschlussgrund: s.abschlussgrund,
    })),
  };
}
