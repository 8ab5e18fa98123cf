import type { Actor } from "../../../platform/actor.ts";
import { isReleased, may } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { beratungKern } from "../../beratungen/index.ts";
import { fallOf, refuseGesperrt } from "../../faelle/index.ts";
import { werIst } from "../../fallbesprechung/index.ts";
import { lastPersons, personNames } from "../../personen/index.ts";
import type { Herkunft } from "../model/luecke.ts";
import { type Kennt, NIEMAND } from "../model/pruefung.ts";

/** From where somebody reports: the case or consultation, whose file it is, and who must not be told by the text. */
export type Quelle = {
  readonly herkunft: Herkunft;
  readonly fallId: string | null;
  readonly beratungId: string | null;
  readonly kontoId: string | null;
  readonly kennt: Kennt;
};

type Von = { readonly fall: string | null; readonly beratung: string | null };

/** So many of those whom one counselled last are looked for in a text. */
const LAST = 60;

/** Those whom somebody counselled last: a name that slips into a text is most likely one of theirs. */
export async function namenAnderer(tx: Tx, actor: Actor): Promise<string[]> {
  if (!may(actor, "person.lesen") || !isReleased(actor)) return [];
  return (await lastPersons(tx, actor, LAST)).map(({ name }) => name);
}

/** Who must not be told by what somebody writes about these cases of her own: their clients and families, and whom she counselled last. */
export async function kenntVon(tx: Tx, actor: Actor, faelle: readonly string[]): Promise<Kennt> {
  const namen: string[] = [];
  for (const fall of faelle) namen.push(...(await werIst(tx, actor, await fallOf(tx, actor, fall))).namen);
  return { wer: { namen, aktenzeichen: null }, andere: await namenAnderer(tx, actor) };
}

/** @throws NotFound where it is no case or consultation of one's own, or one holds no right on files */
export async function quelleOf(tx: Tx, actor: Actor, { fall, beratung }: Von): Promise<Quelle> {
  const andere = await namenAnderer(tx, actor);
  if (fall !== null) {
    const of = await fallOf(tx, actor, fall);
    refuseGesperrt(of);
    const kennt = { wer: await werIst(tx, actor, of), andere };
    return { herkunft: "fall", fallId: of.id, beratungId: null, kontoId: of.kontoId, kennt };
  }
  if (beratung !== null) {
    const of = await beratungKern(tx, beratung);
    const namen = [...(await personNames(tx, actor, of.personen)).values()];
    const kennt = { wer: { namen, aktenzeichen: null }, andere };
    return { herkunft: "beratung", fallId: null, beratungId: of.id, kontoId: of.kontoId, kennt };
  }
  return { herkunft: "frei", fallId: null, beratungId: null, kontoId: null, kennt: { wer: NIEMAND, andere } };
}
