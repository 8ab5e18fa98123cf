import { type Actor, NOBODY } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import { type Given, prepared } from "../../../platform/prepared.ts";
import type { Place } from "../../../platform/place.ts";
import { kontenDer } from "../../zustaendigkeit/index.ts";
import { type Filter, type Listenadresse, spalteDer } from "../model/filter.ts";
import { type BeratungKurz, SUMME, type Summe, inReihe, kurzOf } from "./beratungen.ts";
import { type Wortfolge, schluesselDer } from "./ordnung.ts";

const PAGE = 50;

/** One page of the list; a missing place means that nothing is there. */
export type Seite = {
  readonly zeilen: readonly BeratungKurz[];
  readonly aelter: Place | undefined;
  readonly neuer: Place | undefined;
};

/**
 * How a theme is looked for: `liste` asks each consultation in its order, `thema` begins with those that have it and looks each of
 * them up.
 */
type Weg = "liste" | "thema";

/** Accounts, or what stands for them in a statement that is prepared. */
type Konten = readonly Given<string>[];

/** One account as a plain equation: only then is an index in order. */
const isOf = (column: "b.konto_id" | "t.konto_id", [one = NOBODY, ...more]: Konten) =>
  more.length === 0
    ? sql<boolean>`${sql.ref(column)} = ${one}::uuid`
    : sql<boolean>`${sql.ref(column)} = any(${[one, ...more]}::uuid[])`;

/**
 * Consultations of some accounts behind a filter. Whether withdrawn is written out instead of a parameter, so that the index of the withdrawn ones fits.
 */
function filtered(tx: Tx, konten: Konten, f: Filter, weg: Weg) {
  let query = tx
    .selectFrom("kim.beratung as b")
    .where(isOf("b.konto_id", konten))
    .where("b.zurueckgezogen", "=", sql.lit(f.zurueckgezogene === "ja"));
  if (f.von !== undefined) query = query.where("b.am", ">=", f.von);
  if (f.bis !== undefined) query = query.where("b.am", "<=", f.bis);
  if (f.stufe !== undefined) query = query.where("b.stufe", "=", f.stufe);
  if (f.kommune !== undefined) query = query.where("b.ags", "=", f.kommune);
  if (f.sprache !== undefined) query = query.where("b.sprache", "=", f.sprache);
  if (f.neuzuweisung !== undefined) query = query.where("b.neuzuweisung", "=", f.neuzuweisung === "ja");
  const { thema } = f;
  if (thema === undefined) return query;
  const mit = tx
    .selectFrom("kim.beratung_thema as t")
    .select("t.beratung_id")
    .where(isOf("t.konto_id", konten))
    .where("t.handlungsfeld", "=", thema);
  // An array cannot be joined, or the whole account would be walked beside it: a plan for everybody knows no rare theme.
  if (weg === "thema") return query.where("b.id", "=", sql<string>`any(array(${mit}))`);
  // A scalar subquery, because `in` and `exists` may be joined, and then all that have a frequent theme are read.
  return query.where(({ selectFrom }) =>
    selectFrom("kim.beratung_thema as t")
      .select(sql<boolean>`true`.as("da"))
      .whereRef("t.kreis", "=", "b.kreis")
      .whereRef("t.beratung_id", "=", "b.id")
      .where("t.handlungsfeld", "=", thema),
  );
}

/** The order of the list, and where its page begins. */
function paging({ aelter, neuer, nach }: Listenadresse, woerter: Wortfolge) {
  const { spalte, abwaerts } = spalteDer(nach);
  const key = spalte === "am" ? undefined : schluesselDer(spalte, abwaerts, woerter);
  const first = key && {
    of: key("b"),
    at: (id: string) => sql`(select ${key("z")} from kim.beratung z where z.id = ${id}::uuid)`,
  };
  const order = { ascending: spalte === "am" && !abwaerts, first };
  return { first, ...keyset({ older: aelter, newer: neuer }, PAGE, ["b.am", "b.id"], order) };
}

/** Up to so many are sooner all read and sorted than looked for among the others; where they are dense, it makes no difference. */
const SELTEN = 1000;

/**
 * Ids of one page and one more, by the index of account, day and id. `neuer` is read backwards. `treffer`: how many the filter
 * lets through in all. In another order than by day it costs what the sum costs: one walk over that index, and no row of it.
 */
export function pageQuery(tx: Tx, actor: Actor, address: Listenadresse, treffer: number, woerter: Wortfolge) {
  return onePage(tx, kontenDer(actor, address.wessen), address, treffer, woerter);
}

function onePage(tx: Tx, konten: Konten, address: Listenadresse, treffer: number, woerter: Wortfolge) {
  const { beyond, direction, limit, first } = paging(address, woerter);
  return filtered(tx, konten, address, treffer <= SELTEN ? "thema" : "liste")
    .select(["b.id", "b.am"])
    .where(beyond)
    .$if(first !== undefined, (q) => q.orderBy(first?.of ?? sql`1`, direction))
    .orderBy("b.am", direction)
    .orderBy("b.id", direction)
    .limit(limit);
}

/**
 * The same over several accounts: a page of each by its own walk over the index, then the first of all of them. Without a
 * question for one account after the other PostgreSQL would read and sort everything.
 */
export function mergedQuery(tx: Tx, actor: Actor, address: Listenadresse, treffer: number, woerter: Wortfolge) {
  const { direction, limit } = paging(address, woerter);
  const each = kontenDer(actor, address.wessen).map(
    (konto) => sql`(${onePage(tx, [konto], address, treffer, woerter)})`,
  );
  return tx
    .selectFrom(sql<Place>`(${sql.join(each, sql` union all `)})`.as("b"))
    .select(["b.id", "b.am"])
    .orderBy("b.am", direction)
    .orderBy("b.id", direction)
    .limit(limit);
}

/** What most ask for: everything of one account, the newest first. */
const plain = (address: Listenadresse, konten: readonly string[]): string | undefined => {
  const asked = Object.entries(address).some(([name, value]) => name !== "wessen" && value !== undefined);
  return asked || konten.length !== 1 ? undefined : konten[0];
};

type Whose = { readonly konto: string };
/** By the day no words are needed. */
const KEINE: Wortfolge = { sprache: [], ergebnis: [], kommune: [] };
const SEITE = prepared<Whose>()((db, { konto }) => kurzOf(db, sql`(${onePage(db, [konto], {}, 0, KEINE)})`));
const GESAMT = prepared<Whose>()((db, { konto }) => gesamt(db, [konto], {}));

/** Whether the first page of everything of one account is asked for, the newest first: it is found without knowing how many there are. */
export const istErste = (actor: Actor, address: Listenadresse): boolean =>
  plain(address, kontenDer(actor, address.wessen)) !== undefined;

/** One page. `treffer` and `woerter` count only where it is not `istErste`. */
export async function listenseite(
  tx: Tx,
  actor: Actor,
  address: Listenadresse,
  treffer = 0,
  woerter: Wortfolge = KEINE,
): Promise<Seite> {
  const konto = plain(address, kontenDer(actor, address.wessen));
  if (konto !== undefined) return seiteAus(await inReihe(tx, await SEITE(tx, { konto })), address, woerter);
  const merged = address.wessen === "alle" && spalteDer(address.nach).spalte === "am" && actor.konten.length > 1;
  const query = merged ? mergedQuery : pageQuery;
  const found = await kurzOf(tx, sql`(${query(tx, actor, address, treffer, woerter)})`).execute();
  return seiteAus(await inReihe(tx, found), address, woerter);
}

function seiteAus(found: readonly BeratungKurz[], address: Listenadresse, woerter: Wortfolge): Seite {
  const { rows, newer, older } = paging(address, woerter).page(found);
  return { zeilen: rows, aelter: older, neuer: newer };
}

/** Number and minutes of everything behind the filter, off the index: what is counted has to stand in it. */
export const summeQuery = (tx: Tx, actor: Actor, filter: Filter) => gesamt(tx, kontenDer(actor, filter.wessen), filter);

const gesamt = (tx: Tx, konten: Konten, filter: Filter) =>
  filtered(tx, konten, filter, "thema").select([SUMME.anzahl.as("anzahl"), SUMME.minuten.as("minuten")]);

export async function summeOf(tx: Tx, actor: Actor, filter: Filter): Promise<Summe> {
  const konto = plain(filter, kontenDer(actor, filter.wessen));
  const [summe = { anzahl: 0, minuten: 0 }] =
    konto === undefined ? await summeQuery(tx, actor, filter).execute() : await GESAMT(tx, { konto });
  return summe;
}

/** Everything behind the filter in the order of the list. */
export async function ganzeListe(
  tx: Tx,
  actor: Actor,
  address: Listenadresse,
  woerter: Wortfolge,
): Promise<readonly BeratungKurz[]> {
  const first = { ...address, aelter: undefined, neuer: undefined };
  const rows = await kurzOf(tx, sql`(${pageQuery(tx, actor, first, 0, woerter).clearLimit()})`).execute();
  return inReihe(tx, rows);
}
