import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { kontoNames } from "../../zugang/index.ts";

export type Mitglied = {
  readonly kontoId: string;
  /** Only where somebody's employer is one's own: names of others nobody sees. */
  readonly name: string | undefined;
  readonly fuer: string;
  readonly schreibt: boolean;
  readonly seit: string;
};

const mitglieder = (tx: Tx, konzeptId: string) =>
  tx
    .selectFrom("kim.konzept_mitglied")
    .select(["konto_id", "fuer", "schreibt", "seit"])
    .where("konzept_id", "=", konzeptId)
    .orderBy("seit")
    .orderBy("konto_id")
    .execute();

/** The group of a draft, in the order in which they came. */
export async function gruppeOf(tx: Tx, actor: Actor, konzeptId: string): Promise<Mitglied[]> {
  const rows = await mitglieder(tx, konzeptId);
  const names = await kontoNames(
    tx,
    actor.kreis,
    rows.map(({ konto_id: konto }) => konto),
  );
  return rows.map(({ konto_id: kontoId, ...row }) => ({ ...row, kontoId, name: names.get(kontoId) }));
}

/** What to call whoever wrote something, for the members of a group: by name where it may be seen, else for whom. */
export async function werOf(
  tx: Tx,
  actor: Actor,
  konzeptId: string,
  konten: readonly string[],
): Promise<(kontoId: string) => string> {
  const fuer = new Map((await mitglieder(tx, konzeptId)).map((m) => [m.konto_id, m.fuer]));
  const names = await kontoNames(tx, actor.kreis, [...new Set(konten)]);
  return (kontoId) =>
    kontoId === actor.kontoId ? "Sie" : (names.get(kontoId) ?? fuer.get(kontoId) ?? "die Koordination");
}
