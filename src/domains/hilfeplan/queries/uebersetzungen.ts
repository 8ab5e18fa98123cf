import { createHash } from "node:crypto";
import type { Tx } from "../../../platform/db.ts";
import { SPRACHE, SPRACHEN, type Sprache, UEBERSETZUNGEN } from "../model/sprachen.ts";

/** The checksum of the words of a language: a release holds for the words that were read. */
export const pruefsummeOf = (sprache: Sprache): string =>
  createHash("sha256").update(JSON.stringify(SPRACHEN[sprache].texte)).digest("hex");

/** A release of a Träger: when and by whom. `gilt` is false where the program says it in other words by now. */
export type Freigabe = { readonly am: string; readonly von: string; readonly gilt: boolean };

/** What a Träger has released, by language. */
export async function freigabenOf(tx: Tx, traegerId: string): Promise<ReadonlyMap<Sprache, Freigabe>> {
  const rows = await tx
    .selectFrom("kim.hilfeplan_uebersetzung")
    .select(["sprache", "pruefsumme", "freigegeben_am", "freigegeben_von"])
    .where("traeger_id", "=", traegerId)
    .execute();
  return new Map(
    rows.flatMap((row): [Sprache, Freigabe][] => {
      const sprache = SPRACHE.find((one) => one === row.sprache);
      if (sprache === undefined) return [];
      const gilt = row.pruefsumme === pruefsummeOf(sprache);
      return [[sprache, { am: row.freigegeben_am, von: row.freigegeben_von, gilt }]];
    }),
  );
}

/** Whether a copy in this language goes without the mark that nobody checked it. */
export const istGeprueft = (sprache: Sprache, freigaben: ReadonlyMap<Sprache, Freigabe>): boolean =>
  !UEBERSETZUNGEN.includes(sprache) || freigaben.get(sprache)?.gilt === true;
