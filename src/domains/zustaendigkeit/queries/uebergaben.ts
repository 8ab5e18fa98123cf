import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { kontoNames } from "../../zugang/index.ts";
import { openNotiz } from "../rows/uebergabe.ts";
import { GONE } from "./vertretungen.ts";

/**
 * One hand-over. `wird`: nothing is in its way, the worker is about to carry it out. `verfallen`: nothing was, but whoever was to
 * take over did not counsel any more.
 */
export type Uebergabe = {
  readonly id: string;
  readonly von: string;
  readonly an: string;
  readonly werVon: string;
  readonly werAn: string;
  readonly gegebenVon: string;
  readonly werGegeben: string;
  readonly gegebenAm: Date;
  readonly person: string | null;
  readonly hoechstens: number | null;
  readonly rest: boolean;
  readonly stand: "wartet" | "wird" | "getan" | "zurueck" | "verfallen";
  readonly personen: number;
  readonly beratungen: number;
  readonly listen: number;
  readonly neu: boolean;
};

const uebergaben = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("kim.uebergabe")
    .select(["id", "von_konto", "an_konto", "person_id", "hoechstens", "rest", "gegeben_von", "gegeben_am"])
    .select(["bestaetigt_von", "zurueck_von", "getan", "personen", "beratungen", "listen", "gesehen"])
    .where("traeger_id", "=", actor.traegerId)
    .orderBy("gegeben_am", "desc")
    .orderBy("id");

type Row = Awaited<ReturnType<ReturnType<typeof uebergaben>["execute"]>>[number];

function standOf(row: Row): Uebergabe["stand"] {
  if (row.getan !== null) return "getan";
  // Only what waits is taken back by hand (withdrawUebergabe).
  const ready = row.gegeben_von === row.von_konto || row.bestaetigt_von !== null;
  if (row.zurueck_von !== null) return ready ? "verfallen" : "zurueck";
  return ready ? "wird" : "wartet";
}

async function named(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Uebergabe[]> {
  const ids = rows.flatMap((r) => [r.von_konto, r.an_konto, r.gegeben_von]);
  const names = await kontoNames(tx, actor.kreis, [...new Set(ids)]);
  const nameOf = (id: string) => names.get(id) ?? GONE;
  return rows.map((r) => ({
    id: r.id,
    von: r.von_konto,
    an: r.an_konto,
    werVon: nameOf(r.von_konto),
    werAn: nameOf(r.an_konto),
    gegebenVon: r.gegeben_von,
    werGegeben: nameOf(r.gegeben_von),
    gegebenAm: r.gegeben_am,
    person: r.person_id,
    hoechstens: r.hoechstens,
    rest: r.rest,
    stand: standOf(r),
    personen: r.personen ?? 0,
    beratungen: r.beratungen ?? 0,
    listen: r.listen ?? 0,
    neu: r.getan !== null && r.gesehen === null,
  }));
}

const SHOWN = 50;

/** What one handed over or took over, the newest first. */
export const eigeneUebergaben = async (tx: Tx, actor: Actor): Promise<Uebergabe[]> =>
  named(
    tx,
    actor,
    await uebergaben(tx, actor)
      .where((e) => e.or([e("von_konto", "=", actor.kontoId), e("an_konto", "=", actor.kontoId)]))
      .limit(SHOWN)
      .execute(),
  );

/** What waits for a second person in one's Träger. */
export const wartendeUebergaben = async (tx: Tx, actor: Actor): Promise<Uebergabe[]> =>
  (
    await named(
      tx,
      actor,
      await uebergaben(tx, actor).where("getan", "is", null).where("zurueck_von", "is", null).limit(SHOWN).execute(),
    )
  ).filter((u) => u.stand === "wartet");

/** One of one's Träger; undefined for another one as for none. */
export async function uebergabeOf(tx: Tx, actor: Actor, id: string): Promise<Uebergabe | undefined> {
  return (await named(tx, actor, await uebergaben(tx, actor).where("id", "=", id).execute()))[0];
}

/** What whoever takes over should know; undefined where nothing was written, or nobody can read it any more. */
export async function notizOf(tx: Tx, { kreis, kontoId }: Actor, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("kim.uebergabe")
    .select(["notiz", "notiz_schluessel"])
    .where("id", "=", id)
    .where((e) => e.or([e("an_konto", "=", kontoId), e("von_konto", "=", kontoId)]))
    .executeTakeFirst();
  if (row === undefined || row.notiz === null || row.notiz_schluessel === null) return undefined;
  const key = (await subjectKeys(tx, kreis, [row.notiz_schluessel])).get(row.notiz_schluessel);
  return key === undefined ? undefined : openNotiz(key, kreis, id, row.notiz);
}

/** Whose file a person is; undefined where it is out of reach. */
export async function personFile(tx: Tx, id: string): Promise<string | undefined> {
  return (await tx.selectFrom("kim.person").select("konto_id").where("id", "=", id).executeTakeFirst())?.konto_id;
}

/** The persons that came by a hand-over, as far as they are still one's own. */
export async function uebergebene(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.selectFrom("kim.person").select("id").where("uebergabe_id", "=", id).limit(200).execute();
  return rows.map((row) => row.id);
}

/** Open work of somebody who does not counsel any more, by kind. */
export type Offen = { readonly konto: string; readonly name: string; readonly arten: ReadonlyMap<string, number> };

/** What nobody keeps any more in one's Träger, by whose it was. */
export async function offeneArbeit(tx: Tx, actor: Actor): Promise<Offen[]> {
  const rows = await tx
    .selectFrom("kim.offene_arbeit")
    .select(["konto_id", "art", "anzahl"])
    .where("traeger_id", "=", actor.traegerId)
    .execute();
  const konten = [...new Set(rows.map((row) => row.konto_id))];
  const names = await kontoNames(tx, actor.kreis, konten);
  return konten
    .map((konto) => ({
      konto,
      name: names.get(konto) ?? GONE,
      arten: new Map(rows.filter((r) => r.konto_id === konto).map((r) => [r.art, r.anzahl])),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "de") || (a.konto < b.konto ? -1 : 1));
}

/** Accounts of which one has open work to distribute: for the first page. */
export async function verwaiste(tx: Tx, actor: Actor): Promise<number> {
  const rows = await tx
    .selectFrom("kim.offene_arbeit")
    .select("konto_id")
    .distinct()
    .where("traeger_id", "=", actor.traegerId)
    .execute();
  return rows.length;
}
