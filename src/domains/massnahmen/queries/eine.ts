import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Beschluss, type Gremium, beschluesse, gremien } from "../../gremien/index.ts";
import { type Antworten, antwortenZu, gruppeOf, nameVon } from "../../luecken/index.ts";
import { organisationen } from "../../verweise/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import type { Arbeit, Massnahme, Prueftag, SchrittZeile } from "../model/massnahme.ts";
import type { Reihe } from "../model/messung.ts";
import type { Wirkung } from "../model/wirkung.ts";
import { type AenderungZeile, aenderungen } from "./aenderungen.ts";
import { arbeiten, indikatoren, massnahmeOf, prueftage, schritte, wirkungen } from "./massnahmen.ts";
import { reihen } from "./reihen.ts";

/** A measure with all that is known of it. */
export type Eine = {
  readonly massnahme: Massnahme;
  readonly luecken: readonly { readonly id: string; readonly name: string; readonly stand: string }[];
  readonly organisationen: readonly string[];
  readonly beschluss: Beschluss | undefined;
  readonly gruppe: Gremium | undefined;
  readonly arbeiten: readonly Arbeit[];
  readonly prueftage: readonly Prueftag[];
  readonly reihen: readonly Reihe[];
  readonly wirkungen: readonly Wirkung[];
  readonly verlauf: readonly SchrittZeile[];
  readonly aenderungen: readonly AenderungZeile[];
  /** Names of colleagues by account, as far as one may read them. */
  readonly namen: ReadonlyMap<string, string>;
  readonly stimmen: Antworten;
};

/** @throws NotFound */
export async function eineMassnahme(tx: Tx, actor: Actor, id: string): Promise<Eine> {
  const massnahme = await massnahmeOf(tx, id);
  const groups = [];
  for (const one of massnahme.luecken) groups.push(await gruppeOf(tx, one));
  const [verlauf, checks, changes] = [await schritte(tx, id), await wirkungen(tx, [id]), await aenderungen(tx, id)];
  const { beschlussId, gruppeId } = massnahme;
  const decided = beschlussId === null ? [] : await beschluesse(tx, { ids: [beschlussId] });
  const group = gruppeId === null ? [] : await gremien(tx, [gruppeId]);
  return {
    massnahme,
    luecken: groups.map(({ wurzel }) => ({ id: wurzel.id, name: nameVon(wurzel), stand: wurzel.stand })),
    organisationen: (await organisationen(tx))
      .filter((one) => massnahme.organisationen.includes(one.id))
      .map(({ name }) => name),
    beschluss: decided[0],
    gruppe: group[0],
    arbeiten: await arbeiten(tx, id),
    prueftage: await prueftage(tx, id),
    reihen: await reihen(tx, await indikatoren(tx, [id])),
    wirkungen: checks,
    verlauf,
    aenderungen: changes,
    namen: await kontoNames(tx, actor.kreis, [...new Set([...verlauf, ...checks, ...changes].map(({ wer }) => wer))]),
    stimmen: await antwortenZu(
      tx,
      groups.flatMap(({ ids }) => ids),
    ),
  };
}
