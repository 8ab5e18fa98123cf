import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { compareNames } from "../../../platform/words.ts";
import { RICHTUNG, type Richtung, type Staerke, type Verbindung } from "../model/netzwerk.ts";
import { openText } from "../../../platform/sealed-text.ts";

const COLUMNS = [
  "kreis",
  "id",
  "fall_id",
  "name",
  "art",
  "staerke",
  "richtung",
  "belastet",
  "notiz",
  "von",
  "bis",
  "version",
] as const;

type Row = {
  readonly kreis: string;
  readonly id: string;
  readonly fall_id: string;
  readonly name: Buffer;
  readonly art: string;
  readonly staerke: number;
  readonly richtung: string;
  readonly belastet: boolean;
  readonly notiz: Buffer | null;
  readonly von: string;
  readonly bis: string | null;
  readonly version: number;
};

const isRichtung = (stored: string): stored is Richtung => Object.hasOwn(RICHTUNG, stored);
const staerkeOf = (stored: number): Staerke => (stored >= 3 ? 3 : stored === 2 ? 2 : 1);

/** What stands where a name cannot be opened any more. */
const GONE = "Name gelöscht";

const opened = (key: DataKey | undefined, row: Row): Verbindung => ({
  id: row.id,
  fallId: row.fall_id,
  name: openText(key, row, { table: "kim.verbindung", column: "name" }, row.name) ?? GONE,
  art: row.art,
  staerke: staerkeOf(row.staerke),
  richtung: isRichtung(row.richtung) ? row.richtung : "gegenseitig",
  belastet: row.belastet,
  notiz: openText(key, row, { table: "kim.verbindung", column: "notiz" }, row.notiz),
  von: row.von,
  bis: row.bis,
  version: row.version,
});

/** Who was around the person on a day, the closest first. */
export async function netzwerkAm(
  tx: Tx,
  key: DataKey | undefined,
  fallId: string,
  day: string,
): Promise<readonly Verbindung[]> {
  const rows = await tx
    .selectFrom("kim.verbindung")
    .select(COLUMNS)
    .where("fall_id", "=", fallId)
    .where("von", "<=", day)
    .where((e) => e.or([e("bis", "is", null), e("bis", ">=", day)]))
    .execute();
  return rows
    .map((row) => opened(key, row))
    .toSorted((a, b) => b.staerke - a.staerke || compareNames(a.name, b.name) || a.id.localeCompare(b.id));
}

/** The spans of everybody who was ever on the map, without opening them; the last that came first. */
export const spannenOf = (tx: Tx, fallId: string, most: number) =>
  tx
    .selectFrom("kim.verbindung")
    .select(["von", "bis"])
    .where("fall_id", "=", fallId)
    .orderBy("von", "desc")
    .limit(most)
    .execute();

/** Which case a connection belongs to. @throws NotFound for a foreign one as for none */
export async function fallOfVerbindung(tx: Tx, id: string): Promise<string> {
  const row = isId(id)
    ? await tx.selectFrom("kim.verbindung").select("fall_id").where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  return row.fall_id;
}

/** One connection. @throws NotFound */
export async function verbindungOf(tx: Tx, key: DataKey | undefined, id: string): Promise<Verbindung> {
  const row = await tx.selectFrom("kim.verbindung").select(COLUMNS).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return opened(key, row);
}
