import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import { type Uebersicht, uebersicht } from "../queries/uebersicht.ts";
import { MONAT } from "../model/lieferung-eingabe.ts";
import { spanne, unbrauchbar } from "../model/zeitraum.ts";
import { PATH, queryOf } from "./getan.ts";

const monat = z.string().regex(MONAT);
const Query = z.object({
  von: monat.optional(),
  bis: monat.optional(),
  traeger: z.uuid().optional(),
  als: z.literal("csv").optional(),
});

/** The address of a period, kept for the chosen Träger. */
export const hrefOf = (zeitraum: Zeitraum, traegerId: string | undefined, path = PATH): string =>
  `${path}${queryOf(zeitraum, traegerId)}`;

export type Gefragt = {
  readonly u: Uebersicht;
  /** The Träger in the address, where somebody may choose one. */
  readonly traeger: string | undefined;
  /** Why the period in the address has no figures; the usual one is shown instead. */
  readonly problem: string | undefined;
  /** Whether the figures are wanted as a file. */
  readonly datei: boolean;
};

/** The period and the Träger of an address, and why a period has no figures. */
export function wunschOf({ url }: Pick<Visit, "url">) {
  const { von, bis, traeger, als } = readQuery(Query, url);
  const typed = von === undefined && bis === undefined ? undefined : spanne(von ?? bis ?? "", bis ?? von ?? "");
  const problem = typed === undefined ? undefined : unbrauchbar(typed, today());
  return { wunsch: { zeitraum: problem === undefined ? typed : undefined, traegerId: traeger }, problem, als };
}

/** What the address asks for, read as the visiting person may see it. */
export async function asked(visit: Visit): Promise<Gefragt> {
  const { wunsch, problem, als } = wunschOf(visit);
  const u = await readAs(visit.actor, (tx) => uebersicht(tx, visit.actor, wunsch));
  return {
    u,
    traeger: u.traeger.length > 0 ? (u.jetzt.traegerId ?? undefined) : undefined,
    problem,
    datei: als === "csv",
  };
}
