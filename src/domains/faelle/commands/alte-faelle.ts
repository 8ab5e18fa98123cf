import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, insertMany, sql } from "../../../platform/db.ts";
import { removeUnreferenced } from "../../../platform/remove-unreferenced.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { PHASE, type Phase } from "../model/phasen.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { ANLIEGEN, GRUND } from "../queries/sealed.ts";

/** A case of an old list, about a person of the actor's own. Days are ISO; `text` is what the list says of it besides. */
export type AlterFall = {
  readonly personId: string;
  readonly begonnen: string;
  readonly phase: string;
  readonly phaseSeit: string;
  readonly abschlussgrund: string | null;
  readonly einwilligungAm: string | null;
  readonly anliegen: string | null;
  readonly text: string;
};

const ROUND = 500;
const VON = "Aus einer Liste übernommen.";
/** Here somebody has said already whether another one leads the case; a list does not tell. */
const GEKLAERT = new Set<Phase>(["einwilligung", "assessment", "hilfeplan", "umsetzung", "evaluation", "ruhend"]);

const phaseOf = (text: string): Phase => {
  const phase = PHASE.find((known) => known === text);
  if (phase === undefined) throw new TypeError(`Unknown phase: ${text}`);
  return phase;
};

/**
 * Records the cases of an old list, each with its first step and the one that led it where it stands. Their numbers are the next
 * of the Kreis and of the year in which they began. No event per case: the one of the list stands for all.
 */
export async function insertAlteFaelle(
  tx: Tx,
  actor: Actor,
  uebernahmeId: string,
  faelle: readonly AlterFall[],
): Promise<void> {
  const sorted = faelle.toSorted((a, b) => (a.begonnen < b.begonnen ? -1 : 1));
  const numbers = await naechsteNummern(tx, actor.kreis, sorted);
  for (let at = 0; at < sorted.length; at += ROUND) {
    const round = sorted.slice(at, at + ROUND);
    const keys = await subjectKeys(tx, actor.kreis, [...new Set(round.map(({ personId }) => personId))]);
    const rows = round.flatMap((fall, i) => {
      const key = keys.get(fall.personId);
      return key === undefined ? [] : [rowsOf(actor, uebernahmeId, fall, key, numbers[at + i] ?? 0)];
    });
    await insertMany(
      tx,
      "kim.fall",
      rows.map(({ fall }) => fall),
    );
    await insertMany(
      tx,
      "kim.fall_schritt",
      rows.flatMap(({ schritte }) => schritte),
    );
  }
}

function rowsOf(actor: Actor, uebernahmeId: string, alter: AlterFall, key: DataKey, nummer: number) {
  const { personId, begonnen, phaseSeit, abschlussgrund, einwilligungAm, anliegen, text } = alter;
  const row = { kreis: actor.kreis, id: randomUUID() };
  const akte = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: actor.kontoId };
  const phase = phaseOf(alter.phase);
  const schritt = (folge: number, von: Phase | null, nach: Phase, am: string, grund: string | null) => {
    const id = randomUUID();
    return {
      ...akte,
      id,
      fall_id: row.id,
      folge,
      von,
      nach,
      am,
      erfasst_von: actor.kontoId,
      grund: sealText(key, { kreis: actor.kreis, id }, GRUND, grund),
      abschlussgrund: nach === "abgeschlossen" ? abschlussgrund : null,
    };
  };
  const first = schritt(1, null, "anfrage", begonnen, text === "" ? VON : `${VON}\n${text}`);
  return {
    fall: {
      ...akte,
      ...row,
      person_id: personId,
      jahr: Number(begonnen.slice(0, 4)),
      nummer,
      begonnen,
      zugangsweg: null,
      dringlichkeit: "normal",
      anliegen: sealText(key, row, ANLIEGEN, anliegen),
      weiteres: GEKLAERT.has(phase) ? "unbekannt" : null,
      weiteres_wer: null,
      einwilligung_am: phase === "widerruf" ? null : einwilligungAm,
      phase,
      phase_seit: phaseSeit,
      abschlussgrund,
      uebernahme_id: uebernahmeId,
    },
    schritte: phase === "anfrage" ? [first] : [first, schritt(2, "anfrage", phase, phaseSeit, null)],
  };
}

/** The next numbers of each year, in the order of the cases: the row of the year is held until all are stored. */
async function naechsteNummern(tx: Tx, kreis: string, faelle: readonly AlterFall[]): Promise<number[]> {
  const years = Map.groupBy(faelle, ({ begonnen }) => Number(begonnen.slice(0, 4)));
  const next = new Map<number, number>();
  for (const [jahr, { length }] of [...years].toSorted(([a], [b]) => a - b)) {
    const { letzte } = await tx
      .insertInto("kim.aktenzeichen")
      .values({ kreis, jahr, letzte: length })
      .onConflict((c) => c.columns(["kreis", "jahr"]).doUpdateSet({ letzte: sql`aktenzeichen.letzte + ${length}` }))
      .returning("letzte")
      .executeTakeFirstOrThrow();
    next.set(jahr, letzte - length);
  }
  return faelle.map(({ begonnen }) => {
    const jahr = Number(begonnen.slice(0, 4));
    const nummer = (next.get(jahr) ?? 0) + 1;
    next.set(jahr, nummer);
    return nummer;
  });
}

/** Removes the cases that a list brought, with their steps. One of which something was recorded since stays. */
export async function removeAlteFaelle(tx: Tx, uebernahmeId: string): Promise<void> {
  const rows = await tx.selectFrom("kim.fall").select("id").where("uebernahme_id", "=", uebernahmeId).execute();
  await removeUnreferenced(
    tx,
    rows.map(({ id }) => id),
    async (ids) => {
      await tx.deleteFrom("kim.fall").where("id", "=", anyOf(ids)).execute();
    },
  );
}
