import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import type { Plan, PlanKopf, PlanZiel, StandZeile } from "../model/plan.ts";
import type { Bewertung } from "../model/ziele.ts";
import { type FallAkte, fallAkte } from "./akte.ts";
import { bewertungenOf } from "./bewertungen.ts";
import { entwurfIn, fallOfZiel, fassungMit, fassungenOf, geltendeIn, planOf, staendeOf } from "./plaene.ts";

/** The plan of a case: the asked version, else the one in force, with what became of it. */
export type PlanSeite = {
  readonly fall: FallAkte;
  /** A page of them, the last first. */
  readonly fassungen: readonly PlanKopf[];
  readonly entwurf: PlanKopf | undefined;
  readonly geltende: PlanKopf | undefined;
  /** Nothing where none was agreed yet. */
  readonly plan: Plan | undefined;
  readonly staende: ReadonlyMap<string, StandZeile>;
  readonly bewertungen: readonly Bewertung[];
};

/** @throws NotFound for a foreign case as for none, and for a version that was never agreed */
export async function planSeite(
  tx: Tx,
  actor: Actor,
  fallId: string,
  { fassung, bis }: { readonly fassung?: number | undefined; readonly bis?: number | undefined } = {},
): Promise<PlanSeite> {
  const fall = await fallAkte(tx, actor, fallId);
  const letzte = await fassungenOf(tx, fallId);
  const geltende = geltendeIn(letzte);
  const kopf = fassung === undefined ? geltende : agreed(await fassungMit(tx, fallId, fassung));
  return {
    fall,
    fassungen: bis === undefined ? letzte : await fassungenOf(tx, fallId, bis),
    entwurf: entwurfIn(letzte),
    geltende,
    plan: kopf && (await planOf(tx, fall, kopf)),
    staende: await staendeOf(tx, fallId),
    bewertungen: await bewertungenOf(tx, fall),
  };
}

function agreed(found: PlanKopf | undefined): PlanKopf {
  if (found === undefined || found.vereinbartAm === null) throw new NotFound();
  return found;
}

/** The draft of a case with everything that stands in it. @throws NotFound where there is none */
export async function entwurfOf(
  tx: Tx,
  actor: Actor,
  fallId: string,
): Promise<{ readonly fall: FallAkte; readonly plan: Plan; readonly vorige: PlanKopf | undefined }> {
  const fall = await fallAkte(tx, actor, fallId);
  const fassungen = await fassungenOf(tx, fallId);
  const kopf = entwurfIn(fassungen);
  if (kopf === undefined) throw new NotFound();
  return { fall, plan: await planOf(tx, fall, kopf), vorige: geltendeIn(fassungen) };
}

/** A goal of a draft, with its case. @throws NotFound for one of an agreed version as well */
export async function zielOf(
  tx: Tx,
  actor: Actor,
  zielId: string,
): Promise<{ readonly fall: FallAkte; readonly ziel: PlanZiel }> {
  const { fall, plan } = await entwurfOf(tx, actor, await fallOfZiel(tx, zielId));
  const ziel = plan.ziele.find(({ id }) => id === zielId);
  if (ziel === undefined) throw new NotFound();
  return { fall, ziel };
}
