import type { Tx } from "../../../platform/db.ts";

/** How many places there are in a Kommune in a year. */
export type Plaetze = { readonly ags: string; readonly plaetze: number };

/** The places of a year, by Kommune; none for a Kommune of which nothing is entered. */
export const delfinPlaetze = (tx: Tx, jahr: number): Promise<Plaetze[]> =>
  tx.selectFrom("kim.delfin_platz").select(["ags", "plaetze"]).where("jahr", "=", jahr).execute();
