import { type Actor, writerOf } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import { prepared } from "../../../platform/prepared.ts";
import type { From, Place } from "../../../platform/place.ts";
import { codelisten } from "../../codelisten/index.ts";
import { type Gleiche, ofEachPerson } from "../../personen/index.ts";
import { type Beratungsdaten, KODEFELDER, STUFEN } from "../model/beratung.ts";
import { type Text, readNote } from "./notiz.ts";
import { offeneWoerterIn } from "./woerter.ts";

/** The name under which drafts of new consultations are kept. */
export const FORMULAR = "beratung";

/** A consultation in a list. Codes, no text and no names: a list opens nothing. */
export type BeratungKurz = {
  readonly id: string;
  readonly am: string;
  readonly stufe: string;
  readonly themen: readonly string[];
  readonly sprache: string | null;
  readonly ergebnis: string | null;
  readonly ags: string;
  readonly dauerMin: number | null;
  readonly personenzahl: number;
  readonly neuzuweisung: boolean;
  readonly zurueckgezogen: boolean;
  /** Whose file it is: one's own, or that of somebody one stands in for. */
  readonly kontoId: string;
};

/** A whole consultation of one's own. `notiz` is the opened text. */
export type Beratung = Omit<Beratungsdaten, "notiz"> & {
  readonly id: string;
  readonly kontoId: string;
  /** Who wrote it down, where that is known and was somebody else. */
  readonly erfasstVon: string | null;
  readonly ags: string;
  readonly notiz: Text | undefined;
  readonly zurueckgezogen: boolean;
  /** It came out of an old list; such a one may lack what the list did not tell. */
  readonly uebernommen: boolean;
  /** Words of the list that nobody assigned yet. */
  readonly nichtZugeordnet: readonly string[];
  readonly version: number;
};

/** The themes of a consultation `b`, in no order: `inReihe`. */
const THEMEN = sql<string[]>`array(
  select t.handlungsfeld from kim.beratung_thema t where t.kreis = b.kreis and t.beratung_id = b.id)`;

/** Rows with their themes in the order of the list, which the process keeps: PostgreSQL joined and sorted it anew for each row. */
export async function inReihe<Row extends { readonly themen: readonly string[] }>(
  tx: Tx,
  rows: readonly Row[],
): Promise<Row[]> {
  const place = new Map((await codelisten(tx)).handlungsfeld.map(({ code }, i) => [code, i]));
  const at = (code: string): number => place.get(code) ?? place.size;
  return rows.map((row) => ({ ...row, themen: row.themen.toSorted((a, b) => at(a) - at(b)) }));
}

/** Consultations `b` with the columns of `BeratungKurz`. */
const kurz = (tx: Tx) =>
  tx
    .selectFrom("kim.beratung as b")
    .select(["b.id", "b.am", "b.stufe", "b.sprache", "b.ergebnis", "b.ags", "b.dauer_min as dauerMin"])
    .select(["b.personenzahl", "b.neuzuweisung", "b.zurueckgezogen", "b.konto_id as kontoId", THEMEN.as("themen")]);

/**
 * Those whose ids a query finds, in its order. They are found first, apart from everything that is joined; `offset 0` keeps
 * PostgreSQL from looking for them twice. Their themes are in no order yet: `inReihe`.
 */
export const kurzOf = (tx: Tx, page: ReturnType<typeof sql>) =>
  kurz(tx)
    .innerJoin(sql<{ ids: string[] }>`(select array(select s.id from ${page} s) as ids offset 0)`.as("seite"), (on) =>
      on.on(sql<boolean>`b.id = any(seite.ids)`),
    )
    .orderBy(sql`array_position(seite.ids, b.id)`);

/** By ids, in their order. */
export async function kurzByIds(tx: Tx, ids: readonly string[]): Promise<BeratungKurz[]> {
  if (ids.length === 0) return [];
  const rows = await kurz(tx).where("b.id", "=", anyOf(ids)).execute();
  const found = new Map((await inReihe(tx, rows)).map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const BERATUNG = prepared<{ readonly id: string }>()((db, { id }) =>
  db
    .selectFrom("kim.beratung as b")
    .select(KODEFELDER.map((field) => `b.${field}` as const))
    .select(["b.id", "b.am", "b.stufe", "b.ags", "b.personenzahl", "b.neuzuweisung", "b.zurueckgezogen", "b.version"])
    .select([
      "b.konto_id",
      "b.erfasst_von",
      "b.standort_id",
      "b.dauer_min",
      "b.uebernahme_id",
      "b.notiz",
      "b.notiz_schluessel",
      THEMEN.as("themen"),
    ])
    .where("b.id", "=", id),
);

const PERSONEN = prepared<{ readonly id: string }>()((db, { id }) =>
  db.selectFrom("kim.beratung_person").select("person_id").where("beratung_id", "=", id).orderBy("person_id"),
);

/** One's own consultation; undefined for a foreign one as for none. */
export async function beratungOf(tx: Tx, actor: Actor, id: string): Promise<Beratung | undefined> {
  const [rows, personen] = await Promise.all([BERATUNG(tx, { id }), PERSONEN(tx, { id })]);
  const [row] = await inReihe(tx, rows);
  const stufe = STUFEN.find((s) => s === row?.stufe);
  if (row === undefined || stufe === undefined) return undefined;
  const { konto_id, erfasst_von, standort_id, dauer_min, uebernahme_id, notiz, notiz_schluessel, ...same } = row;
  return {
    ...same,
    kontoId: konto_id,
    erfasstVon: writerOf({ konto_id, erfasst_von }),
    stufe,
    ort: standort_id === null ? { art: "kommune", ags: row.ags } : { art: "standort", id: standort_id },
    dauerMin: dauer_min,
    personen: personen.map((p) => p.person_id),
    notiz: await readNote(tx, actor.kreis, { id, notiz, notiz_schluessel }),
    uebernommen: uebernahme_id !== null,
    nichtZugeordnet: uebernahme_id === null ? [] : await offeneWoerterIn(tx, actor.kreis, actor.traegerId, id),
  };
}

/** The stage of one's own consultation, to know by which door to open it; undefined for a foreign one as for none. */
export const stufeOf = async (tx: Tx, id: string): Promise<string | undefined> => (await STUFE(tx, { id }))[0]?.stufe;

const STUFE = prepared<{ readonly id: string }>()((db, { id }) =>
  db.selectFrom("kim.beratung").select("stufe").where("id", "=", id),
);

/** Number and minutes. */
export type Summe = { readonly anzahl: number; readonly minuten: number };

export const SUMME = {
  anzahl: sql<number>`count(*)`,
  minuten: sql<number>`coalesce(sum(dauer_min), 0)`,
};

const TAG = prepared<{ readonly konto: string; readonly am: string; readonly limit: number }>()(
  (db, { konto, am, limit }) =>
    kurz(db)
      .select([
        sql<number>`count(*) over ()`.as("anzahl"),
        sql<number>`coalesce(sum(b.dauer_min) over (), 0)`.as("minuten"),
      ])
      .where("b.am", "=", am)
      .where((e) => e.or([e("b.konto_id", "=", konto), e("b.erfasst_von", "=", konto)]))
      .where("b.zurueckgezogen", "=", false)
      .orderBy("b.id", "desc")
      .limit(limit),
);

/** What one recorded for a day, in Vertretung as well: its sum and the first of them, in no order that tells the time of day. */
export async function tagesliste(
  tx: Tx,
  { kontoId }: Actor,
  am: string,
  limit: number,
): Promise<Summe & { zeilen: BeratungKurz[] }> {
  const rows = await TAG(tx, { konto: kontoId, am, limit });
  // Each row carries the sum of the whole day.
  const [{ anzahl, minuten } = { anzahl: 0, minuten: 0 }] = rows;
  return { anzahl, minuten, zeilen: await inReihe(tx, rows) };
}

/** One page of the consultations with a person, and how many there are in all. */
export type PersonBeratungen = {
  readonly zeilen: readonly BeratungKurz[];
  /** Undefined where this page shows all; more than `VIELE` are no more counted. */
  readonly anzahl: number | undefined;
  readonly aelter: Place | undefined;
  readonly neuer: Place | undefined;
};

const PERSON_PAGE = 50;
export const VIELE = 200;

/** What consultations with a person are in the order of. */
export const MIT_PERSON = ["p.am", "p.beratung_id"] as const;

type Blaettern = Pick<ReturnType<typeof keyset>, "beyond" | "direction" | "limit">;

/** A page of the consultations with one person that count, off her index; for `ofEachPerson`. */
export const beratungenMit = (
  tx: Tx,
  { beyond, direction, limit }: Blaettern,
  eachPerson: ReturnType<typeof sql<string>>,
) =>
  tx
    .selectFrom("kim.beratung_person as p")
    .innerJoin("kim.beratung as b", (on) => on.onRef("b.kreis", "=", "p.kreis").onRef("b.id", "=", "p.beratung_id"))
    .select(["p.beratung_id as id", "p.am"])
    .where("p.person_id", "=", eachPerson)
    .where("b.zurueckgezogen", "=", false)
    .where(beyond)
    .orderBy("p.am", direction)
    .orderBy("p.beratung_id", direction)
    .limit(limit);

/**
 * One's own consultations with a person, newest first. Withdrawn ones do not count. `alle` where the transaction knows already who is
 * the same person.
 */
export async function beratungenOf(
  tx: Tx,
  personId: string,
  from: From = {},
  alle?: Gleiche,
): Promise<PersonBeratungen> {
  const whom = alle ?? [personId];
  const paging = keyset(from, PERSON_PAGE, MIT_PERSON);
  const { beyond, direction, limit } = paging;
  const found = await ofEachPerson(tx, whom, paging, (eachPerson) =>
    kurz(tx)
      .innerJoin("kim.beratung_person as p", (on) =>
        on.onRef("p.kreis", "=", "b.kreis").onRef("p.beratung_id", "=", "b.id"),
      )
      .where("p.person_id", "=", eachPerson)
      .where("b.zurueckgezogen", "=", false)
      .where(beyond)
      .orderBy("p.am", direction)
      .orderBy("p.beratung_id", direction)
      .limit(limit),
  );
  const { rows, newer, older } = paging.page(found);
  const isAll = newer === undefined && older === undefined;
  const anzahl = isAll ? undefined : await anzahlMit(tx, whom);
  return { zeilen: await inReihe(tx, rows), anzahl, neuer: newer, aelter: older };
}

/** How many there are, up to one more than `VIELE`: whoever counts all reads all. */
async function anzahlMit(tx: Tx, whom: readonly string[] | Gleiche): Promise<number> {
  const paging = { beyond: sql<boolean>`true`, direction: "desc", limit: VIELE + 1 } as const;
  return (await ofEachPerson(tx, whom, paging, (eachPerson) => beratungenMit(tx, paging, eachPerson))).length;
}
