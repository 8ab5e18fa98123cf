import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { isId } from "../../../platform/ids.ts";
import { doubleOf } from "../model/match.ts";
import { kennungenById } from "./kontakte.ts";
import { type PersonKurz, withShown } from "./personen.ts";

/** What somebody said about a pair: nothing yet, not now, or that they are two. */
export const STAENDE = ["offen", "spaeter", "verschieden"] as const;
export type Stand = (typeof STAENDE)[number];

/** Two who may be the same person. `grund` says why, in a few words; of one that was named by hand it may be nothing. */
export type Dublette = {
  readonly id: string;
  readonly stand: Stand;
  readonly version: number;
  readonly eine: PersonKurz;
  readonly andere: PersonKurz;
  readonly grund: string;
};

const PAGE = 25;
export type Seite = { readonly paare: readonly Dublette[]; readonly weiter: string | undefined };

const rows = (tx: Tx) =>
  tx
    .selectFrom("kim.dublette as d")
    .innerJoin("kim.person as a", (on) => on.onRef("a.kreis", "=", "d.kreis").onRef("a.id", "=", "d.person_id"))
    .innerJoin("kim.person as b", (on) => on.onRef("b.kreis", "=", "d.kreis").onRef("b.id", "=", "d.andere_id"))
    .select(["d.id", "d.stand", "d.version", "d.person_id", "d.andere_id"])
    // Who is one already needs no deciding.
    .where(sql<boolean>`coalesce(a.zusammengefuehrt_in, a.id) <> coalesce(b.zusammengefuehrt_in, b.id)`);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

async function opened(tx: Tx, actor: Actor, found: readonly Row[]): Promise<Dublette[]> {
  const lines = await withShown(
    tx,
    actor,
    found.flatMap((row) => [row.person_id, row.andere_id]),
  );
  const byId = new Map(lines.map((line) => [line.own.id, line]));
  const kennungen = await kennungenById(tx, actor, [...byId.keys()]);
  const known = ({ own }: (typeof lines)[number]) => ({
    namen: own.namen,
    geburtsdatum: own.geburtsdatum,
    geburtsjahr: own.geburtsjahr,
    geburtGeschaetzt: own.geburtGeschaetzt,
    kontakte: kennungen.get(own.id) ?? [],
  });
  return found.flatMap((row): Dublette[] => {
    const [a, b] = [byId.get(row.person_id), byId.get(row.andere_id)];
    const stand = STAENDE.find((one) => one === row.stand);
    if (a === undefined || b === undefined || stand === undefined) return [];
    const grund = doubleOf(known(a))(known(b))?.grund ?? "von Hand genannt";
    const eine = { ...a.shown, id: a.shown.gezeigt };
    return [{ id: row.id, stand, version: row.version, eine, andere: { ...b.shown, id: b.shown.gezeigt }, grund }];
  });
}

/** One page of the pairs of which one may see both, in an order that says nothing. */
export async function dubletten(tx: Tx, actor: Actor, stand: Stand, nach: string | undefined): Promise<Seite> {
  const found = await rows(tx)
    .where("d.stand", "=", stand)
    .$if(nach !== undefined && isId(nach), (q) => q.where("d.id", ">", nach ?? ""))
    .orderBy("d.id")
    .limit(PAGE + 1)
    .execute();
  const paare = await opened(tx, actor, found.slice(0, PAGE));
  return { paare, weiter: found.length > PAGE ? found[PAGE - 1]?.id : undefined };
}

/** One pair; undefined for one of which one does not see both as for none. */
export async function dubletteOf(tx: Tx, actor: Actor, id: string): Promise<Dublette | undefined> {
  if (!isId(id)) return undefined;
  return (await opened(tx, actor, await rows(tx).where("d.id", "=", id).execute()))[0];
}
