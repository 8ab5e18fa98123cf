import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { kommunen, standorte } from "../../verwaltung/index.ts";
import { optionVon } from "../model/eingabe.ts";
import type { Ort } from "../model/beratung.ts";

export type OrtOption = { readonly value: string; readonly label: string };

/** Places to choose from: own sites under their Kommune, and every Kommune for a consultation anywhere in it. */
export type Orte = {
  readonly gruppen: readonly { readonly label: string; readonly options: readonly OrtOption[] }[];
  /** Words of every option. */
  readonly namen: ReadonlyMap<string, string>;
  /** Names of the Kommunen by AGS. */
  readonly kommunen: ReadonlyMap<string, string>;
};

const option = (ort: Ort, label: string): OrtOption => ({ value: optionVon(ort), label });

/** The places of one's own Träger and Kreis. */
export async function orteOf(tx: Tx, actor: Actor): Promise<Orte> {
  const towns = await kommunen(tx);
  const sites = await standorte(tx, actor);
  const gruppen = towns.flatMap(({ ags, name }) => {
    const here = sites.filter((s) => s.ags === ags).map((s) => option({ art: "standort", id: s.id }, s.name));
    return here.length === 0 ? [] : [{ label: name, options: here }];
  });
  const elsewhere = towns.map(({ ags, name }) => option({ art: "kommune", ags }, name));
  const all = [...gruppen.flatMap((g) => g.options), ...elsewhere];
  return {
    gruppen: [...gruppen, { label: "ohne Standort, in", options: elsewhere }],
    namen: new Map(all.map((o) => [o.value, o.label])),
    kommunen: new Map(towns.map((t) => [t.ags, t.name])),
  };
}

/** The site that an account works at, as an option of the field; undefined without one. */
export async function ownOrt(tx: Tx, actor: Actor): Promise<string | undefined> {
  const row = await tx.selectFrom("kim.konto").select("standort_id").where("id", "=", actor.kontoId).executeTakeFirst();
  return row?.standort_id == null ? undefined : optionVon({ art: "standort", id: row.standort_id });
}

/** Words of places as they stand in records, closed sites and Kommunen included; by option of the field `ort`. */
export async function ortNamen(tx: Tx, orte: readonly Ort[]): Promise<ReadonlyMap<string, string>> {
  const ids = orte.flatMap((o) => (o.art === "standort" ? [o.id] : []));
  const ags = orte.flatMap((o) => (o.art === "kommune" ? [o.ags] : []));
  const sites = await tx.selectFrom("kim.standort").select(["id", "name"]).where("id", "=", anyOf(ids)).execute();
  const towns = await tx.selectFrom("kim.kommune").select(["ags", "name"]).where("ags", "=", anyOf(ags)).execute();
  return new Map([
    ...sites.map((s) => [optionVon({ art: "standort", id: s.id }), s.name] as const),
    ...towns.map((t) => [optionVon({ art: "kommune", ags: t.ags }), t.name] as const),
  ]);
}
