import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { VALUES, type Values } from "../../../platform/form.ts";
import { kontoNames } from "../../zugang/index.ts";
import { ofPerson } from "../../personen/index.ts";
import type { Bereichsname } from "../model/bereiche.ts";
import { keysOf } from "./keys.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { WERTE } from "./sealed.ts";

/** What stood in an entry before somebody changed it. */
export type Fassung = {
  readonly id: string;
  readonly bereich: Bereichsname;
  readonly am: string;
  readonly wer: string;
  /** The fields of its form as they were filled. */
  readonly werte: Values;
};

/** So many are told; a situation that changed more often is looked up in the log. */
const MOST = 100;

/** What stood in the entries of a person in some areas before, the last change first. */
export async function fassungen(
  tx: Tx,
  actor: Actor,
  person: string,
  bereiche: readonly Bereichsname[],
): Promise<Fassung[]> {
  const rows = await tx
    .selectFrom("kim.lage_fassung")
    .select(["kreis", "id", "person_id", "bereich", "werte", "am", "erfasst_von", "version"])
    .where("person_id", "=", ofPerson(person))
    .where("bereich", "=", anyOf(bereiche))
    .orderBy("am", "desc")
    .orderBy("version", "desc")
    .orderBy("id")
    .limit(MOST)
    .execute();
  if (rows.length === 0) return [];
  const keys = await keysOf(tx, actor, rows);
  const names = await kontoNames(tx, actor.kreis, [...new Set(rows.map((row) => row.erfasst_von))]);
  return rows.flatMap((row): Fassung[] => {
    const bereich = bereiche.find((one) => one === row.bereich);
    const text = openText(keys.get(row.person_id), row, WERTE, row.werte);
    if (bereich === undefined || text === null) return [];
    const stored: unknown = JSON.parse(text);
    const wer = names.get(row.erfasst_von) ?? "";
    return [{ id: row.id, bereich, am: row.am, wer, werte: VALUES.parse(stored) }];
  });
}

/** All but needs for protection, which another right opens. */
export const ALLE: readonly Bereichsname[] = ["aufenthalt", "leistung", "werdegang"];
