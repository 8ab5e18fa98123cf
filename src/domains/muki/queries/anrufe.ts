import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { keyset, ofEach } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { type Wessen, kontenDer } from "../../zustaendigkeit/index.ts";

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

export type AnrufZeile = Anruf & { readonly kontoId: string };
export type AnrufListe = {
  readonly anrufe: readonly AnrufZeile[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

/** One page of one's own calls, of those of somebody one stands in for, or of all of them, the last entered first. */
export async function anrufListe(tx: Tx, actor: Actor, wessen: Wessen, from: From): Promise<AnrufListe> {
  const paged = keyset(from, PAGE, ["erfasst", "beratung_id"]);
  const found = await ofEach(tx, kontenDer(actor, wessen), paged, (konto) =>
    tx
      .selectFrom("kim.telefonsprechstunde")
      .select(["beratung_id as id", "erfasst as am", "konto_id"])
      .where("konto_id", "=", konto)
      .where(paged.beyond)
      .orderBy("erfasst", paged.direction)
      .orderBy("beratung_id", paged.direction)
      .limit(paged.limit),
  );
  const { rows, newer, older } = paged.page(found);
  const ids = rows.map((row) => row.id);
  const all = ids.length === 0 ? [] : await select(tx).where("t.beratung_id", "in", ids).execute();
  const anrufe = rows.flatMap((row) => {
    const anruf = all.find((one) => one.id === row.id);
    return anruf === undefined ? [] : [{ ...anruf, kontoId: row.konto_id }];
  });
  return { anrufe, neuer: newer, aelter: older };
}
