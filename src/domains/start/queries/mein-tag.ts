import { z } from "zod";
import { type Actor, type Recht, isReleased, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { preparedKinds } from "../../../platform/prepared.ts";
import { type Eintrag, kalenderTag } from "../../termine/index.ts";
import { opensFiles } from "../../zugang/index.ts";
import type { Lage } from "../model/lage.ts";
import { type Asking, TAG, type Tagesblick } from "./tag.ts";

/** What waits today, of every room, and one's own calendar. */
type MeinTag = {
  /** Undefined for whoever none of the rooms is for. Files say nothing until one's own are open. */
  readonly lage: Lage | undefined;
  readonly heute: readonly Eintrag[] | undefined;
};

const ALLE = z.array(z.unknown());

const opens = (actor: Actor, recht: Recht): boolean => may(actor, recht) && (isReleased(actor) || !opensFiles(recht));

/** Nobody: stands in the question for whoever asks. */
const WER: Asking = { kontoId: "?konto", traegerId: "?traeger" };
/** More than sets of roles that are in use at one time. */
const FRAGEN = 100;
const fragen = preparedKinds<{ alle: unknown }>(FRAGEN);

/** What all these rooms say of somebody today, and her calendar where she has one. */
function gefragt(tx: Tx, actor: Actor, mine: readonly Tagesblick[], day: string, counsels: boolean) {
  const kind = [day, counsels, ...mine.map((one) => TAG.indexOf(one))].join(" ");
  const values = new Map([
    [WER.kontoId, actor.kontoId],
    [WER.traegerId, actor.traegerId],
  ]);
  return fragen(tx, kind, values, () => {
    const calendar = counsels ? [kalenderTag.json(tx, WER, day)] : [];
    const asked = sql.join([...mine.map(({ json }) => json(WER)), ...calendar].map((json) => sql`(${json})`));
    return sql<{ alle: unknown }>`select json_build_array(${asked}) as alle`;
  });
}

export async function meinTag(tx: Tx, actor: Actor): Promise<MeinTag> {
  const mine = TAG.filter(({ recht }) => opens(actor, recht));
  if (mine.length === 0) return { lage: undefined, heute: undefined };
  const day = today();
  const counsels = opens(actor, "beratung.schreiben");
  const [row] = await gefragt(tx, actor, mine, day, counsels);
  const alle = ALLE.parse(row?.alle);
  const said = mine.map(({ neu, sagt }, i) => ({
    neu,
    punkte: sagt(alle[i], actor).filter((one) => one !== false),
  }));
  const lage = {
    tun: said.flatMap(({ neu, punkte }) => (neu === true ? [] : punkte)),
    neu: said.flatMap(({ neu, punkte }) => (neu === true ? punkte : [])),
    zahlen: mine.flatMap(({ zahlen }, i) => zahlen?.(alle[i]) ?? []),
  };
  return { lage, heute: counsels ? await kalenderTag.liest(tx, actor, day, alle[mine.length]) : undefined };
}
