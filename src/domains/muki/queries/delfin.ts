import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { keyset, ofEach } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { personNames } from "../../personen/index.ts";
import { type Wessen, kontenDer } from "../../zustaendigkeit/index.ts";
import { STAND, type Stand } from "../model/delfin.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { KITA } from "./sealed.ts";

export type SchrittZeile = { readonly nach: Stand; readonly am: string };

/** A child in the year of its test. Days are ISO. */
export type Kind = {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly jahr: number;
  readonly ags: string;
  readonly kommune: string;
  readonly stand: Stand;
  readonly standSeit: string;
  readonly kita: string | null;
  readonly version: number;
  readonly schritte: readonly SchrittZeile[];
};

export const standOf = (stored: string): Stand => {
  const stand = STAND.find((one) => one === stored);
  if (stand === undefined) throw new Error(`Den Stand ${stored} kennt dieses Programm nicht.`);
  return stand;
};

/** A child of one's own. @throws NotFound for a foreign one as for none */
export async function kindOf(tx: Tx, actor: Actor, id: string): Promise<Kind> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.delfin as d")
        .innerJoin("kim.kommune as k", (join) => join.onRef("k.kreis", "=", "d.kreis").onRef("k.ags", "=", "d.ags"))
        .selectAll("d")
        .select("k.name as kommune")
        .where("d.id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  const key = (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  const names = await personNames(tx, actor, [row.person_id]);
  const schritte = await tx
    .selectFrom("kim.delfin_schritt")
    .select(["nach", "am"])
    .where("delfin_id", "=", id)
    .orderBy("folge")
    .execute();
  return {
    id,
    personId: row.person_id,
    person: names.get(row.person_id) ?? "",
    jahr: row.jahr,
    ags: row.ags,
    kommune: row.kommune,
    stand: standOf(row.stand),
    standSeit: row.stand_seit,
    kita: openText(key, row, KITA, row.kita),
    version: row.version,
    schritte: schritte.map(({ nach, am }) => ({ nach: standOf(nach), am })),
  };
}

export const kindValues = (kind: Kind): Values => ({ ags: [kind.ags], kita: kind.kita === null ? [] : [kind.kita] });

export type KindKurz = Pick<Kind, "id" | "person" | "jahr" | "kommune" | "stand" | "standSeit"> & {
  readonly kontoId: string;
};
export type KindListe = {
  readonly kinder: readonly KindKurz[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

const PAGE = 50;

/** One page of the children of one's own, of somebody one stands in for, or of all of them, the last moved first. */
export async function kindListe(tx: Tx, actor: Actor, wessen: Wessen, from: From): Promise<KindListe> {
  const paged = keyset(from, PAGE, ["stand_seit", "id"]);
  const found = await ofEach(tx, kontenDer(actor, wessen), paged, (konto) =>
    tx
      .selectFrom("kim.delfin")
      .select(["id", "stand_seit as am", "person_id", "jahr", "ags", "stand", "konto_id"])
      .where("konto_id", "=", konto)
      .where(paged.beyond)
      .orderBy("stand_seit", paged.direction)
      .orderBy("id", paged.direction)
      .limit(paged.limit),
  );
  const { rows, newer, older } = paged.page(found);
  const names = await personNames(
    tx,
    actor,
    rows.map((row) => row.person_id),
  );
  const towns = new Map(
    (await tx.selectFrom("kim.kommune").select(["ags", "name"]).execute()).map((k) => [k.ags, k.name]),
  );
  const kinder = rows.map((row) => ({
    id: row.id,
    person: names.get(row.person_id) ?? "",
    jahr: row.jahr,
    kommune: towns.get(row.ags) ?? row.ags,
    stand: standOf(row.stand),
    standSeit: row.am,
    kontoId: row.konto_id,
  }));
  return { kinder, neuer: newer, aelter: older };
}
