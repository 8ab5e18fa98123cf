import { systemActor } from "./actor.ts";
import { readAs } from "./db.ts";
import { NO_KREIS } from "./token.ts";

/** The Kreise of this installation, for work that goes through all of them. */
export async function kreise(): Promise<string[]> {
  const rows = await readAs(systemActor(NO_KREIS), (tx) => tx.selectFrom("betrieb.mandant").select("kreis").execute());
  return rows.map(({ kreis }) => kreis);
}
