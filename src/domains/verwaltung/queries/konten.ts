import type { Actor } from "../../../platform/actor.ts";
import { now, today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { gilt, isOpen } from "../../../platform/span.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type RolleVonBis, type Status, mayManage } from "../model/konto.ts";
import { rollenOf } from "./managed-konto.ts";
import { openEmail, openName } from "../../zugang/index.ts";
import { compareNames } from "../../../platform/words.ts";

/** What stands in the address of the list. */
export type KontoFilter = {
  readonly traeger?: string | undefined;
  readonly rolle?: string | undefined;
  readonly status?: Status | undefined;
};

export type KontoZeile = {
  readonly id: string;
  readonly name: string;
  readonly traeger: string;
  readonly standort: string | null;
  /** Codes of the roles in force today. */
  readonly rollen: readonly string[];
  readonly status: string;
};

const konten = (tx: Tx) =>
  tx
    .selectFrom("kim.konto as k")
    .innerJoin("kim.traeger as t", (on) => on.onRef("t.kreis", "=", "k.kreis").onRef("t.id", "=", "k.traeger_id"))
    .leftJoin("kim.standort as s", (on) => on.onRef("s.kreis", "=", "k.kreis").onRef("s.id", "=", "k.standort_id"))
    .select(["k.id", "k.name", "k.email", "k.status", "k.version", "k.traeger_id as traegerId"])
    .select(["k.standort_id as standortId", "t.name as traeger", "s.name as standort"]);

/**
 * Staff in sight by name. Names are sealed, so the order is made after opening them; a Kreis has some hundred at most, and
 * all are opened in a few milliseconds.
 */
export async function kontoRows(tx: Tx, actor: Actor, filter: KontoFilter): Promise<KontoZeile[]> {
  const rows = await konten(tx)
    .$if(filter.traeger !== undefined, (q) => q.where("k.traeger_id", "=", filter.traeger ?? ""))
    .$if(filter.status !== undefined, (q) => q.where("k.status", "=", filter.status ?? ""))
    .execute();
  const ids = rows.map((row) => row.id);
  const rollen = await validRollen(tx, ids);
  const keys = await subjectKeys(tx, actor.kreis, ids);
  return rows
    .map((row) => {
      const key = keys.get(row.id);
      const name = key === undefined ? "Name gelöscht" : openName(key, actor.kreis, row.id, row.name);
      const { id, traeger, standort, status } = row;
      return { id, name, traeger, standort, status, rollen: rollen.get(id) ?? [] };
    })
    .filter((row) => filter.rolle === undefined || row.rollen.includes(filter.rolle))
    .toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

async function validRollen(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rollen = new Map<string, string[]>();
  if (ids.length === 0) return rollen;
  const rows = await tx
    .selectFrom("kim.rolle")
    .select(["konto_id", "rolle", "von", "bis"])
    .where("konto_id", "=", anyOf(ids))
    .execute();
  for (const row of rows.filter((r) => gilt(r, today())))
    rollen.set(row.konto_id, [...(rollen.get(row.konto_id) ?? []), row.rolle]);
  return rollen;
}

export type KontoAkte = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly traegerId: string;
  readonly traeger: string;
  readonly standortId: string | null;
  readonly standort: string | null;
  readonly status: string;
  readonly version: number;
  /** All of them, the newest first. */
  readonly rollen: readonly (RolleVonBis & { readonly id: string })[];
  /** Until when the open invitation can be accepted. */
  readonly einladungBis: Date | undefined;
  /** Somebody was in before: a new link renews, and closes the files. */
  readonly angenommen: boolean;
  /** A renewal waits for its release: the files are closed. */
  readonly geschlossen: boolean;
  /** Whether the actor may change it. */
  readonly verwaltbar: boolean;
};

/** One account with everything that its page shows. @throws NotFound, also for an account out of sight */
export async function kontoAkte(tx: Tx, actor: Actor, id: string): Promise<KontoAkte> {
  const row = await konten(tx)
    .select("k.angenommen")
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("kim.erneuerung as e")
          .select("e.id")
          .whereRef("e.kreis", "=", "k.kreis")
          .whereRef("e.konto_id", "=", "k.id")
          .where("e.frei", "is", null),
      ).as("geschlossen"),
    )
    .where("k.id", "=", id)
    .executeTakeFirst();
  const key = (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (row === undefined || key === undefined) throw new NotFound();
  const rollen = await rollenOf(tx, id);
  const einladung = await tx
    .selectFrom("kim.einladung")
    .select("gueltig_bis")
    .where("konto_id", "=", id)
    .where("verbraucht", "is", null)
    .where("gueltig_bis", ">", now())
    .executeTakeFirst();
  const open = rollen.filter((rolle) => isOpen(rolle, today())).map((rolle) => rolle.rolle);
  return {
    ...row,
    name: openName(key, actor.kreis, id, row.name),
    email: openEmail(key, actor.kreis, id, row.email),
    rollen,
    angenommen: row.angenommen !== null,
    geschlossen: Boolean(row.geschlossen),
    einladungBis: einladung?.gueltig_bis,
    verwaltbar: mayManage(actor, open),
  };
}
