import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";

/** What is told of a call; its day and whether it counts are those of the consultation. */
export type Anruf = {
  readonly id: string;
  readonly am: string;
  readonly zurueckgezogen: boolean;
  readonly anrufer: string;
  readonly kindAlter: string | null;
  readonly frage: string;
  readonly antwort: string;
  readonly sprachen: readonly string[];
  readonly version: number;
};

const PAGE = 50;
const SPRACHEN = sql<string[]>`coalesce((
  select array_agg(s.sprache order by s.sprache) from kim.telefonsprechstunde_sprache s
  where s.kreis = t.kreis and s.beratung_id = t.beratung_id), '{}')`;

const select = (tx: Tx) =>
  tx
    .selectFrom("kim.telefonsprechstunde as t")
    .innerJoin("kim.beratung as b", (join) => join.onRef("b.kreis", "=", "t.kreis").onRef("b.id", "=", "t.beratung_id"))
    .select([
      "t.beratung_id as id",
      "b.am",
      "b.zurueckgezogen",
      "t.anrufer",
      "t.kind_alter as kindAlter",
      "t.frage",
      "t.antwort",
      "t.version",
      SPRACHEN.as("sprachen"),
    ]);

/** One call of one's own. @throws NotFound for a foreign one as for none */
export async function anrufOf(tx: Tx, id: string): Promise<Anruf> {
  const row = isId(id) ? await select(tx).where("t.beratung_id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  return row;
}

export const anrufValues = (anruf: Anruf): Values => ({
  anrufer: [anruf.anrufer],
  kind_alter: [anruf.kindAlter ?? ""],
  frage: [anruf.frage],
  antwort: [anruf.antwort],
  sprachen: [...anruf.sprachen],
});

export type AnrufListe = {
  readonly anrufe: readonly Anruf[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

/** One page of one's own calls, the last entered first. */
export async function anrufListe(tx: Tx, actor: Actor, from: From): Promise<AnrufListe> {
  const { beyond, direction, limit, page } = keyset(from, PAGE, ["erfasst", "beratung_id"]);
  const found = await tx
    .selectFrom("kim.telefonsprechstunde")
    .select(["beratung_id as id", "erfasst as am"])
    .where("konto_id", "=", actor.kontoId)
    .where(beyond)
    .orderBy("erfasst", direction)
    .orderBy("beratung_id", direction)
    .limit(limit)
    .execute();
  const { rows, newer, older } = page(found);
  const ids = rows.map((row) => row.id);
  const all = ids.length === 0 ? [] : await select(tx).where("t.beratung_id", "in", ids).execute();
  const anrufe = ids.flatMap((id) => all.find((one) => one.id === id) ?? []);
  return { anrufe, neuer: newer, aelter: older };
}
