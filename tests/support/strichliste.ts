import { randomBytes, randomUUID } from "node:crypto";
import type { TestDatabase } from "./db.ts";

/** Who a list belongs to. */
export type ListOwner = { readonly kreis: string; readonly traegerId: string; readonly kontoId: string };

/** A list that was taken over, without its content: what tallies and words of a Träger hang on. Returns its id. */
export async function storedList(db: TestDatabase, { kreis, traegerId, kontoId }: ListOwner): Promise<string> {
  const id = randomUUID();
  await db.admin(
    `insert into kim.uebernahme (kreis, id, traeger_id, konto_id, datei, abdruck, bytes, stand)
     values ($1, $2, $3, $4, '', '', 1, 'uebernommen')`,
    [kreis, id, traegerId, kontoId],
  );
  return id;
}

/** A word of lists that no code list knows, still open. Returns its id. */
export async function storedWord(
  db: TestDatabase,
  { kreis, traegerId }: Pick<ListOwner, "kreis" | "traegerId">,
  art = "thema",
): Promise<string> {
  const id = randomUUID();
  await db.admin("insert into kim.wort (kreis, id, traeger_id, art, abdruck, wort) values ($1, $2, $3, $4, $5, '')", [
    kreis,
    id,
    traegerId,
    art,
    randomBytes(8),
  ]);
  return id;
}

type Tally = {
  readonly von: string;
  readonly bis: string;
  readonly ags: string;
  readonly beratungen?: number | null;
  readonly neuzuweisungen?: number;
  readonly themen?: Readonly<Record<string, number>>;
  readonly worte?: Readonly<Record<string, number>>;
};

/** A tally of a list, with mentions of themes (by code) and words (by id). Returns its id. */
export async function storedTally(
  db: TestDatabase,
  owner: Pick<ListOwner, "kreis" | "traegerId"> & { readonly uebernahmeId: string },
  tally: Tally,
): Promise<string> {
  const { kreis, traegerId, uebernahmeId } = owner;
  const id = randomUUID();
  await db.admin(
    `insert into kim.summe (kreis, id, traeger_id, uebernahme_id, von, bis, ags, beratungen, neuzuweisungen)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      kreis,
      id,
      traegerId,
      uebernahmeId,
      tally.von,
      tally.bis,
      tally.ags,
      tally.beratungen ?? null,
      tally.neuzuweisungen ?? 0,
    ],
  );
  for (const [table, column, counts] of [
    ["kim.summe_thema", "handlungsfeld", tally.themen ?? {}],
    ["kim.summe_wort", "wort_id", tally.worte ?? {}],
  ] as const) {
    for (const [key, anzahl] of Object.entries(counts)) {
      const columns = `kreis, summe_id, traeger_id, ${column}, anzahl`;
      await db.admin(`insert into ${table} (${columns}) values ($1, $2, $3, $4, $5)`, [
        kreis,
        id,
        traegerId,
        key,
        anzahl,
      ]);
    }
  }
  return id;
}
