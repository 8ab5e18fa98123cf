import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/db.ts";
import type { SchrittEingabe } from "../model/schritte.ts";
import type { FallAkte } from "../queries/akte.ts";
import { writeSchritte } from "./plan.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { ZIEL } from "./sealed.ts";

export type NeuesZiel = {
  readonly faden: string;
  readonly rang: number;
  readonly handlungsfeld: string;
  readonly ziel: string;
  readonly schritte: readonly SchrittEingabe[];
};

/** Adds a goal with its steps to a version. Returns its id. @param faeden those of its steps that go on from an earlier version */
export async function writeZiel(
  tx: Tx,
  akte: FallAkte,
  planId: string,
  { schritte, ziel, faden, rang, handlungsfeld }: NeuesZiel,
  faeden: readonly string[] = [],
): Promise<string> {
  const id = randomUUID();
  const sealed = sealText(akte.key, { kreis: akte.akte.kreis, id }, ZIEL, ziel);
  await tx
    .insertInto("kim.hilfeplan_ziel")
    .values({ ...akte.akte, id, hilfeplan_id: planId, faden, rang, handlungsfeld, ziel: sealed })
    .execute();
  await writeSchritte(tx, akte, id, schritte, faeden);
  return id;
}
