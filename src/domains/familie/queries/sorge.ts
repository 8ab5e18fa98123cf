import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { ROLLEN, type Rolle } from "../model/beziehung.ts";
import { besteht, vonHier } from "../model/familie.ts";
import { familieOf } from "./familie.ts";

/** Who cares for a child today: somebody with a file, or an office that is guardian, which has none. */
export type Sorge = { readonly id: string | null; readonly name: string; readonly ist: string };

const SORGT: ReadonlySet<Rolle> = new Set<Rolle>(["elternteil", "pflegeelternteil", "vormund"]);

/** Parents, foster parents and guardians of a child, as far as one may see them. @throws NotFound for a foreign person as for none */
export async function sorgeFuer(tx: Tx, actor: Actor, personId: string): Promise<Sorge[]> {
  const { person, personen, beziehungen } = await familieOf(tx, actor, personId);
  const day = today();
  return vonHier(person.id, beziehungen).flatMap(({ beziehung, anderer, rolle }): Sorge[] => {
    if (!SORGT.has(rolle) || !besteht(beziehung, day)) return [];
    const ist = ROLLEN[rolle].wort;
    if (anderer === null) return [{ id: null, name: beziehung.stelle ?? "", ist }];
    const one = personen.find(({ id }) => id === anderer);
    return one === undefined ? [] : [{ id: anderer, name: one.name, ist }];
  });
}
