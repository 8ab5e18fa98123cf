import { type Actor, systemActor } from "../../../platform/actor.ts";
import { readAs, sql } from "../../../platform/db.ts";
import { kreise } from "../../../platform/kreise.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { kontoNames } from "../../zugang/index.ts";
import { type Stand, Zaehlung, standOf } from "../model/uebernahme.ts";
import { ownerOf } from "./gespeichert.ts";
import { openDatei } from "./siegel.ts";

/** A list for whoever runs the installation: where it is from, whose it is, what it brought. Days are ISO. */
export type Herkunft = {
  readonly kreis: string;
  readonly id: string;
  readonly datei: string;
  readonly traeger: string;
  readonly konto: string;
  /** Whose records it makes. */
  readonly actor: Actor;
  readonly am: string;
  readonly stand: Stand;
  readonly version: number;
  /** Rows taken, and consultations; 0 until something was taken, and after it was taken back. */
  readonly zeilen: number;
  readonly beratungen: number;
  readonly personen: number;
  readonly faelle: number;
  /** First and last day that it counts; null where it counts nothing. */
  readonly von: string | null;
  readonly bis: string | null;
};

type Auswahl = {
  readonly kreis?: string | undefined;
  readonly traegerId?: string | undefined;
  readonly kontoId?: string | undefined;
  readonly id?: string | undefined;
};

/** All lists, the latest first, of one Kreis, Träger or account where that is asked for. */
export async function alleListen({ kreis, ...auswahl }: Auswahl): Promise<Herkunft[]> {
  const found: Herkunft[] = [];
  for (const one of kreis === undefined ? await kreise() : [kreis]) found.push(...(await listenIn(one, auswahl)));
  return found;
}

const listenIn = (kreis: string, { traegerId, kontoId, id }: Omit<Auswahl, "kreis">): Promise<Herkunft[]> =>
  readAs(systemActor(kreis), async (tx) => {
    let query = tx
      .selectFrom("kim.uebernahme as u")
      .innerJoin("kim.traeger as t", (on) => on.onRef("t.kreis", "=", "u.kreis").onRef("t.id", "=", "u.traeger_id"))
      .select(["u.id", "u.datei", "u.konto_id", "u.traeger_id", "u.am", "u.stand", "u.version", "t.name as traeger"])
      .select(sql`coalesce(u.bisher, u.zahlen)`.as("zahlen"))
      .select(
        sql<
          string | null
        >`least((select min(am) from kim.beratung b where b.kreis = u.kreis and b.uebernahme_id = u.id),
          (select min(von) from kim.summe s where s.kreis = u.kreis and s.uebernahme_id = u.id))`.as("von"),
      )
      .select(
        sql<
          string | null
        >`greatest((select max(am) from kim.beratung b where b.kreis = u.kreis and b.uebernahme_id = u.id),
          (select max(bis) from kim.summe s where s.kreis = u.kreis and s.uebernahme_id = u.id))`.as("bis"),
      )
      .orderBy("u.am", "desc")
      .orderBy("u.id");
    if (traegerId !== undefined) query = query.where("u.traeger_id", "=", traegerId);
    if (kontoId !== undefined) query = query.where("u.konto_id", "=", kontoId);
    if (id !== undefined) query = query.where("u.id", "=", id);
    const rows = await query.execute();
    const ids = rows.map((row) => row.id);
    const keys = await subjectKeys(tx, kreis, ids);
    const names = await kontoNames(tx, kreis, [...new Set(rows.map((row) => row.konto_id))]);
    return rows.flatMap(({ datei, konto_id, traeger_id, zahlen, stand, von, bis, ...row }) => {
      const key = keys.get(row.id);
      if (key === undefined) return [];
      const counted = Zaehlung.nullable().parse(zahlen);
      const counts = von !== null || stand === "uebernommen";
      return [
        {
          ...row,
          kreis,
          datei: openDatei(key, { kreis, id: row.id }, datei),
          konto: names.get(konto_id) ?? "ein Konto",
          actor: ownerOf(kreis, traeger_id, konto_id),
          stand: standOf(stand),
          zeilen: counts ? (counted?.uebernommen ?? 0) : 0,
          beratungen: counts ? (counted?.beratungen ?? 0) : 0,
          personen: counts ? (counted?.personen ?? 0) : 0,
          faelle: counts ? (counted?.faelle ?? 0) : 0,
          von,
          bis,
        },
      ];
    });
  });
