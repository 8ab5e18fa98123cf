import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { kontoNames } from "../../zugang/index.ts";
import { grundText } from "../model/vertretung.ts";
import { GONE, grundFuer } from "./vertretungen.ts";

/** A file that is not one's own: the one sentence that says whose it is and why one has it open, around the name. */
export type Fremd = { readonly before: string; readonly name: string; readonly after: string };

/** What a page says about a file that is not one's own; undefined for one's own, which costs no question. */
export async function fremdeAkte(tx: Tx, actor: Actor, kontoId: string): Promise<Fremd | undefined> {
  if (kontoId === actor.kontoId) return undefined;
  const name = (await kontoNames(tx, actor.kreis, [kontoId])).get(kontoId) ?? GONE;
  const why = await grundFuer(tx, actor, kontoId);
  const weil =
    why === undefined ? "" : ` (${grundText(why.grund)}${why.bis === null ? "" : `, bis ${tagText(why.bis)}`})`;
  return { before: "Akte von ", name, after: `. Sie handeln in Vertretung${weil}.` };
}

/** The name of whoever wrote something that she does not keep (any more); undefined where that is nobody else. */
export const schreibende = async (tx: Tx, actor: Actor, kontoId: string | null): Promise<string | undefined> =>
  kontoId === null ? undefined : ((await kontoNames(tx, actor.kreis, [kontoId])).get(kontoId) ?? GONE);
