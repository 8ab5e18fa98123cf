import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { kontoNames } from "../../zugang/index.ts";
import type { Stand } from "../model/assessment.ts";
import { openTexts } from "./sealed.ts";

/** What an area said before it was put right. Days are ISO. */
export type Fassung = Stand & {
  readonly version: number;
  readonly ersetztAm: string;
  /** Who had written it; undefined where that name is gone. */
  readonly wer: string | undefined;
};

const PAGE = 20;

/** Earlier states of an area, the last one first, beginning before a version where one is given; `weiter` where there are more. */
export async function fassungenOf(
  tx: Tx,
  actor: Actor,
  key: DataKey | undefined,
  { id, vor }: { readonly id: string; readonly vor: number | undefined },
): Promise<{ readonly fassungen: readonly Fassung[]; readonly weiter: number | undefined }> {
  const rows = await tx
    .selectFrom("kim.lebensbereich_fassung")
    .select(["kreis", "id", "version", "ersetzt_am", "geschrieben_von", "am", "skala"])
    .select(["lage", "ressourcen", "bedarf", "wunsch"])
    .where("lebensbereich_id", "=", id)
    .$if(vor !== undefined, (q) => q.where("version", "<", vor ?? 0))
    .orderBy("version", "desc")
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  const names = await kontoNames(tx, actor.kreis, [...new Set(shown.map((row) => row.geschrieben_von))]);
  const fassungen = shown.map((row) => ({
    version: row.version,
    ersetztAm: row.ersetzt_am,
    wer: names.get(row.geschrieben_von),
    am: row.am,
    skala: row.skala,
    ...openTexts(key, row, "kim.lebensbereich_fassung"),
  }));
  return { fassungen, weiter: rows.length > PAGE ? shown.at(-1)?.version : undefined };
}
