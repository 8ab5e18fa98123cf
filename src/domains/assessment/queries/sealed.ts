import { type SealedRow, openText, sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Text } from "../model/assessment.ts";

type AreaTable = "kim.lebensbereich" | "kim.lebensbereich_fassung";

/** The texts of an area (all under the key of the person the case is about) or of an earlier state of it. */
export const sealTexts = (
  key: DataKey,
  row: SealedRow,
  table: AreaTable,
  texts: Readonly<Record<Text, string | null>>,
) => {
  const sealed = (column: Text) => sealText(key, row, { table, column }, texts[column]);
  return { lage: sealed("lage"), ressourcen: sealed("ressourcen"), bedarf: sealed("bedarf"), wunsch: sealed("wunsch") };
};

export const openTexts = (
  key: DataKey | undefined,
  row: SealedRow & Readonly<Record<Text, Buffer | null>>,
  table: AreaTable,
): Readonly<Record<Text, string | null>> => {
  const opened = (column: Text) => openText(key, row, { table, column }, row[column]);
  return { lage: opened("lage"), ressourcen: opened("ressourcen"), bedarf: opened("bedarf"), wunsch: opened("wunsch") };
};
