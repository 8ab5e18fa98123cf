import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { keyset, ofEach } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { type Wessen, kontenDer } from "../../zustaendigkeit/index.ts";
import type { Stand } from "../model/stand.ts";
import { HAUSHALT, type Haushalt, type Mitglied, haushaltOf, mitgliederOf, withOrt } from "./zuweisungen.ts";

export type Auswahl = "offen" | "abgeschlossen" | "nicht_erreicht" | "verlegt";
export const AUSWAHL = ["offen", "abgeschlossen", "nicht_erreicht", "verlegt"] as const satisfies readonly Auswahl[];

const STAENDE_DER: Readonly<Record<Auswahl, readonly Stand[]>> = {
  offen: ["angekuendigt", "angekommen", "erstkontakt"],
  abgeschlossen: ["orientierung"],
  nicht_erreicht: ["nicht_erreicht"],
  verlegt: ["verlegt"],
};

export type HaushaltZeile = Haushalt & { readonly mitglieder: readonly Mitglied[] };
export type HaushaltListe = {
  readonly zeilen: readonly HaushaltZeile[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

const PAGE = 50;

type Welche = {
  readonly auswahl: Auswahl;
  /** Whose; missing: one's own. */
  readonly wessen?: Wessen;
  readonly stapel?: string | undefined;
};

/** One page of the households that somebody is responsible for, with names; the last that were assigned first. */
export async function haushaltListe(
  tx: Tx,
  actor: Actor,
  { auswahl, wessen, stapel }: Welche,
  from: From,
): Promise<HaushaltListe> {
  const paged = keyset(from, PAGE, ["z.zugewiesen_am", "z.id"]);
  // The wall lets everybody of the Träger through, without names: whose names are asked for is decided here.
  const konten = kontenDer(actor, wessen).filter((id) => id === actor.kontoId || actor.konten.includes(id));
  const found = await ofEach(tx, konten, paged, (konto) =>
    withOrt(tx)
      .select(HAUSHALT)
      .select("z.zugewiesen_am as am")
      .where("z.traeger_id", "=", actor.traegerId)
      .where("z.konto_id", "=", konto)
      .where("z.stand", "=", anyOf([...STAENDE_DER[auswahl]]))
      .where(paged.beyond)
      .$if(stapel !== undefined, (q) => q.where("z.stapel_id", "=", stapel ?? ""))
      .orderBy("z.zugewiesen_am", paged.direction)
      .orderBy("z.id", paged.direction)
      .limit(paged.limit),
  );
  const { rows, newer, older } = paged.page(found);
  return { zeilen: await withNames(tx, actor, rows), neuer: newer, aelter: older };
}

/** The others of the same list at the same counsellor, with names, in the order of the list: what a household can be joined with. */
export async function andereDerListe(tx: Tx, actor: Actor, z: Haushalt): Promise<readonly HaushaltZeile[]> {
  const rows = await withOrt(tx)
    .select(HAUSHALT)
    .where("z.stapel_id", "=", z.stapelId)
    .where("z.konto_id", "=", z.kontoId)
    .where("z.id", "!=", z.id)
    .orderBy("z.nr")
    .limit(MOST)
    .execute();
  return withNames(tx, actor, rows);
}

async function withNames(
  tx: Tx,
  actor: Actor,
  rows: readonly Parameters<typeof haushaltOf>[0][],
): Promise<HaushaltZeile[]> {
  const mitglieder = await mitgliederOf(
    tx,
    actor,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...haushaltOf(row),
    mitglieder: mitglieder.filter((one) => one.zuweisungId === row.id),
  }));
}

/** So many at most stand on the page that distributes, or among those to join with. */
const MOST = 300;

/**
 * The households of one's own Träger that can still be given to somebody, without names: the first that were assigned first. `wessen`:
 * only those of some accounts.
 */
export async function zuVerteilen(tx: Tx, actor: Actor, wessen?: readonly string[]): Promise<readonly Haushalt[]> {
  const rows = await withOrt(tx)
    .select(HAUSHALT)
    .where("z.traeger_id", "=", actor.traegerId)
    .where("z.akte_am", "is", null)
    .where("z.stand", "=", anyOf(["angekuendigt", "angekommen", "nicht_erreicht"]))
    .$if(wessen !== undefined, (q) => q.where("z.konto_id", "=", anyOf([...(wessen ?? [])])))
    .orderBy("z.zugewiesen_am")
    .orderBy("z.stapel_id")
    .orderBy("z.nr")
    .limit(MOST)
    .execute();
  return rows.map(haushaltOf);
}

/** Households and people at a place. `unterkunftId` null: in the Kommune, at no place of the Kreis; `ags` null: nobody knows where. */
export type Belegung = {
  readonly unterkunftId: string | null;
  readonly ags: string | null;
  readonly kommune: string | null;
  readonly unterkunft: string | null;
  readonly breite: number | null;
  readonly laenge: number | null;
  readonly haushalte: number;
  readonly menschen: number;
  readonly erreicht: number;
};

/** Who is where now, without those who were moved: of one's own Träger, or (`wessen`) of some accounts. The most people first. */
export async function belegung(tx: Tx, actor: Actor, wessen?: readonly string[]): Promise<Belegung[]> {
  const rows = await withOrt(tx)
    .select(["z.unterkunft_id as unterkunftId", "z.ags", "k.name as kommune", "u.name as unterkunft"])
    .select(["u.breite", "u.laenge"])
    .select([
      sql<number>`count(*)::int`.as("haushalte"),
      sql<number>`sum(z.menschen)::int`.as("menschen"),
      sql<number>`(coalesce(sum(z.menschen) filter (where z.stand in ('erstkontakt', 'orientierung')), 0))::int`.as(
        "erreicht",
      ),
    ])
    .where("z.traeger_id", "=", actor.traegerId)
    .where("z.stand", "!=", "verlegt")
    .$if(wessen !== undefined, (q) => q.where("z.konto_id", "=", anyOf([...(wessen ?? [])])))
    .groupBy(["z.unterkunft_id", "z.ags", "k.name", "u.name", "u.breite", "u.laenge"])
    .orderBy(sql`sum(z.menschen)`, "desc")
    .orderBy("k.name")
    .orderBy("u.name")
    .execute();
  const grad = (stored: string | null) => (stored === null ? null : Number(stored));
  return rows.map((row) => ({ ...row, breite: grad(row.breite), laenge: grad(row.laenge) }));
}
