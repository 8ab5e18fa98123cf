import { systemActor } from "../../../platform/actor.ts";
import { writeAs, takeYourTime } from "../../../platform/db.ts";
import { requestCount } from "../../auswertung/index.ts";
import { recountWord } from "../../beratungen/index.ts";
import { type ListeId } from "../queries/gespeichert.ts";

/** Counts everything anew that carries a word, as the word is decided now. Sums follow by themselves. */
export const recount = ({ kreis, id }: ListeId): Promise<void> =>
  writeAs(systemActor(kreis), async (tx) => {
    const wort = await tx.selectFrom("kim.wort").select(["id", "art", "code"]).where("id", "=", id).executeTakeFirst();
    if (wort === undefined) return;
    await takeYourTime(tx);
    await recountWord(tx, kreis, wort);
    await requestCount(tx, kreis);
  });
