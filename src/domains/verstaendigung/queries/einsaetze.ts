import { type Actor, may } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { kontoNames } from "../../zugang/index.ts";
import { type Stand, STAND, WEG, type Weg, type Wunsch, uhrText, wunschOf } from "../model/einsatz.ts";
import { sprachmittlerNamen } from "./pool.ts";

/** One time that somebody interprets. `tag` is ISO, `beginn` and `dauer` minutes, amounts cents. It names no client. */
export type Einsatz = {
  readonly id: string;
  readonly gebuchtVon: string;
  readonly wer: string;
  readonly sprache: string;
  readonly wunsch: Wunsch | null;
  readonly weg: Weg;
  readonly tag: string;
  readonly beginn: number;
  readonly dauer: number;
  readonly standortId: string | null;
  readonly standort: string | null;
  readonly sprachmittlerId: string | null;
  readonly sprachmittler: string | null;
  readonly stand: Stand;
  readonly minuten: number | null;
  readonly satzCent: number | null;
  readonly fahrtCent: number | null;
  readonly betragCent: number | null;
  readonly abgerechnetAm: string | null;
  readonly version: number;
};

const standOf = (stored: string): Stand => STAND.find((one) => one === stored) ?? "offen";
const wegOf = (stored: string): Weg => WEG.find((one) => one === stored) ?? "vor_ort";

/** Belongs to an appointment in whose file one reads; the wall of the files says so. */
const IN_EIGENER_AKTE = sql<boolean>`exists (
  select from kim.sprachmittlung_bezug b where b.kreis = e.kreis and b.sprachmittlung_id = e.id)`;

/**
 * What somebody may see: what she booked, or whom she stands in for; what belongs to an appointment of her files; all of the Träger for
 * whoever keeps the pool.
 */
const sichtbare = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("kim.sprachmittlung as e")
    .leftJoin("kim.standort as o", (on) => on.onRef("o.kreis", "=", "e.kreis").onRef("o.id", "=", "e.standort_id"))
    .select(["e.id", "e.gebucht_von", "e.sprache", "e.wunsch", "e.weg", "e.tag", "e.beginn", "e.dauer"])
    .select(["e.standort_id", "o.name as standort", "e.sprachmittler_id", "e.stand", "e.minuten", "e.satz_cent"])
    .select(["e.fahrt_cent", "e.betrag_cent", "e.abgerechnet_am", "e.version"])
    .where("e.traeger_id", "=", actor.traegerId)
    .$if(!may(actor, "sprachmittlung.pflegen"), (q) =>
      q.where((e) => e.or([e("e.gebucht_von", "=", anyOf([actor.kontoId, ...actor.konten])), IN_EIGENER_AKTE])),
    );

type Row = Awaited<ReturnType<ReturnType<typeof sichtbare>["execute"]>>[number];

async function opened(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Einsatz[]> {
  if (rows.length === 0) return [];
  const pool = await sprachmittlerNamen(
    tx,
    actor,
    rows.flatMap((row) => row.sprachmittler_id ?? []),
  );
  const names = await kontoNames(tx, actor.kreis, [...new Set(rows.map((row) => row.gebucht_von))]);
  return rows.map((row) => ({
    id: row.id,
    gebuchtVon: row.gebucht_von,
    wer: names.get(row.gebucht_von) ?? "ein gelöschter Zugang",
    sprache: row.sprache,
    wunsch: wunschOf(row.wunsch),
    weg: wegOf(row.weg),
    tag: row.tag,
    beginn: row.beginn,
    dauer: row.dauer,
    standortId: row.standort_id,
    standort: row.standort,
    sprachmittlerId: row.sprachmittler_id,
    sprachmittler: row.sprachmittler_id === null ? null : (pool.get(row.sprachmittler_id) ?? null),
    stand: standOf(row.stand),
    minuten: row.minuten,
    satzCent: row.satz_cent,
    fahrtCent: row.fahrt_cent,
    betragCent: row.betrag_cent,
    abgerechnetAm: row.abgerechnet_am,
    version: row.version,
  }));
}

export type Filter = {
  /** `kommend`: from today on, and whatever earlier one still waits for something. */
  readonly auswahl: "kommend" | "alle" | Stand;
  readonly sprache?: string | undefined;
};

/** So many are shown at most. */
export const HOECHSTENS = 200;

/** Bookings in sight, the next first; of all of them the latest first. */
export async function einsaetze(tx: Tx, actor: Actor, filter: Filter, heute: string): Promise<Einsatz[]> {
  const { auswahl, sprache } = filter;
  const kommend = auswahl === "kommend";
  const rows = await sichtbare(tx, actor)
    .$if(sprache !== undefined, (q) => q.where("e.sprache", "=", sprache ?? ""))
    .$if(kommend, (q) =>
      q.where((e) =>
        e.or([
          e("e.stand", "in", ["offen", "gebucht"]),
          e.and([e("e.tag", ">=", heute), e("e.stand", "not in", ["abgesagt"])]),
        ]),
      ),
    )
    .$if(!kommend && auswahl !== "alle", (q) => q.where("e.stand", "=", auswahl))
    .orderBy("e.tag", kommend ? "asc" : "desc")
    .orderBy("e.beginn", kommend ? "asc" : "desc")
    .orderBy("e.id")
    .limit(HOECHSTENS)
    .execute();
  return opened(tx, actor, rows);
}

/** Whatever one of the pool did or will do, the latest first. */
export async function einsaetzeVon(tx: Tx, actor: Actor, sprachmittlerId: string): Promise<Einsatz[]> {
  const rows = await sichtbare(tx, actor)
    .where("e.sprachmittler_id", "=", sprachmittlerId)
    .orderBy("e.tag", "desc")
    .orderBy("e.id")
    .limit(HOECHSTENS)
    .execute();
  return opened(tx, actor, rows);
}

/** Done in a month (first day, ISO), settled or not: by whom, then by day. For whoever keeps the pool. */
export async function geleistete(tx: Tx, actor: Actor, monat: string): Promise<Einsatz[]> {
  const rows = await sichtbare(tx, actor)
    .where("e.stand", "in", ["geleistet", "abgerechnet"])
    .where(sql<boolean>`e.tag >= ${monat}::date and e.tag < ${monat}::date + interval '1 month'`)
    .orderBy("e.tag")
    .orderBy("e.beginn")
    .orderBy("e.id")
    .execute();
  return opened(tx, actor, rows);
}

/** @throws NotFound for one that is not in sight as for none */
export async function einsatzOf(tx: Tx, actor: Actor, id: string): Promise<Einsatz> {
  const rows = isId(id) ? await sichtbare(tx, actor).where("e.id", "=", id).execute() : [];
  const [einsatz] = await opened(tx, actor, rows);
  if (einsatz === undefined) throw new NotFound();
  return einsatz;
}

const given = (value: string | null) => (value === null ? [] : [value]);

export const einsatzValues = (e: Einsatz): Values => ({
  sprache: [e.sprache],
  wunsch: given(e.wunsch),
  weg: [e.weg],
  tag: [e.tag],
  beginn: [uhrText(e.beginn)],
  dauer: [String(e.dauer)],
  standort: given(e.standortId),
});

/** The appointment of one's own that a booking is for; undefined where there is none in sight. */
export async function terminZu(tx: Tx, einsatzId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("kim.sprachmittlung_bezug")
    .select("termin_id")
    .where("sprachmittlung_id", "=", einsatzId)
    .executeTakeFirst();
  return row?.termin_id;
}

/** Bookings for one appointment, as its page shows them. */
export async function einsaetzeZuTermin(tx: Tx, actor: Actor, terminId: string): Promise<Einsatz[]> {
  const refs = await tx
    .selectFrom("kim.sprachmittlung_bezug")
    .select("sprachmittlung_id")
    .where("termin_id", "=", terminId)
    .execute();
  if (refs.length === 0) return [];
  const ids = refs.map((ref) => ref.sprachmittlung_id);
  return opened(tx, actor, await sichtbare(tx, actor).where("e.id", "=", anyOf(ids)).orderBy("e.id").execute());
}

export type SchrittZeile = { readonly stand: Stand; readonly am: string; readonly wer: string };

/** What became of a booking, from the beginning. */
export async function schritteOf(tx: Tx, { kreis }: Actor, id: string): Promise<SchrittZeile[]> {
  const rows = await tx
    .selectFrom("kim.sprachmittlung_schritt")
    .select(["stand", "am", "getan_von"])
    .where("sprachmittlung_id", "=", id)
    .orderBy("folge")
    .execute();
  const names = await kontoNames(tx, kreis, [...new Set(rows.map((row) => row.getan_von))]);
  return rows.map((row) => ({
    stand: standOf(row.stand),
    am: row.am,
    wer: names.get(row.getan_von) ?? "ein gelöschter Zugang",
  }));
}

/** Whether somebody of the pool is booked at the same time already, whoever booked it. */
export async function doppelt(
  tx: Tx,
  { traegerId }: Actor,
  at: { readonly sprachmittlerId: string; readonly tag: string; readonly beginn: number; readonly dauer: number },
  except: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from kim.sprachmittlung
    where traeger_id = ${traegerId}::uuid and sprachmittler_id = ${at.sprachmittlerId}::uuid and tag = ${at.tag}::date
      and stand in ('gebucht', 'geleistet', 'abgerechnet') and id <> ${except}::uuid
      and beginn < ${at.beginn + at.dauer}::int and beginn + dauer > ${at.beginn}::int limit 1`.execute(tx);
  return rows.length > 0;
}
