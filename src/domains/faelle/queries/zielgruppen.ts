import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { daysFrom } from "../../../platform/span.ts";
import type { Zielgruppe } from "../model/zielgruppe.ts";

const KRITERIEN = sql<Zielgruppe["kriterien"]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'folge', k.folge, 'frage', k.frage, 'erwartet', k.erwartet,
    'zwingend', k.zwingend, 'sonst', k.sonst) order by k.folge), '[]')
  from kim.zielgruppe_kriterium k where k.kreis = z.kreis and k.zielgruppe_id = z.id)`;

/** First day of the rule that follows. */
const NEXT = sql<string | null>`(
  select min(n.gueltig_ab) from kim.zielgruppe n where n.kreis = z.kreis and n.gueltig_ab > z.gueltig_ab)`;

const rules = (tx: Tx) =>
  tx
    .selectFrom("kim.zielgruppe as z")
    .select(["z.id", "z.gueltig_ab", "z.mindestens", "z.hinweis", "z.version"])
    .select([NEXT.as("naechste"), KRITERIEN.as("kriterien")]);

type Row = Awaited<ReturnType<ReturnType<typeof rules>["execute"]>>[number];

const zielgruppe = ({ gueltig_ab, naechste, ...row }: Row): Zielgruppe => ({
  ...row,
  ab: gueltig_ab,
  bis: naechste === null ? null : daysFrom(naechste, -1),
});

/** Every rule of the Kreis, the latest first. There are a handful in a decade. */
export async function zielgruppen(tx: Tx): Promise<Zielgruppe[]> {
  return (await rules(tx).orderBy("z.gueltig_ab", "desc").limit(200).execute()).map(zielgruppe);
}

/** The rule that holds on a day; undefined where the Kreis has none (yet). */
export async function zielgruppeAm(tx: Tx, day: string): Promise<Zielgruppe | undefined> {
  const row = await rules(tx)
    .where("z.gueltig_ab", "<=", day)
    .orderBy("z.gueltig_ab", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && zielgruppe(row);
}

/** @throws NotFound for another Kreis' as for none */
export async function zielgruppeOf(tx: Tx, id: string): Promise<Zielgruppe> {
  const row = isId(id) ? await rules(tx).where("z.id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  return zielgruppe(row);
}
