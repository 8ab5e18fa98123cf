import type { Actor } from "../../../platform/actor.ts";
import { type Choice, offered, optionOf } from "../../../platform/choice.ts";
import { type Tx, anyOf, jsonArrayFrom, sql } from "../../../platform/db.ts";
import { type Given, prepared } from "../../../platform/prepared.ts";
import { keysInJson, openKeysInJson } from "../../../platform/tresor/keys.ts";
import { type Standort, kommunenQuery, standorteQuery } from "../../verwaltung/index.ts";
import { optionVon } from "../model/eingabe.ts";
import type { Ort } from "../model/beratung.ts";

export type OrtOption = { readonly value: string; readonly label: string };

/** Places of one's own Träger and Kreis by option of the field `ort`, closed ones included; each with its Kommune. */
export type Ortwahl = readonly (Choice & { readonly art: Ort["art"]; readonly ags: string })[];

/** Places to choose from: own sites under their Kommune, and every Kommune for a consultation anywhere in it. */
export type Orte = {
  readonly wahl: Ortwahl;
  readonly gruppen: readonly { readonly label: string; readonly options: readonly OrtOption[] }[];
  /** The Kommunen by AGS, for the fields of a person. */
  readonly kommunen: readonly Choice[];
};

const alsKommune = ({ value: ags, ...town }: Choice) => {
  const art = "kommune" as const;
  return { ...town, art, ags, value: optionVon({ art, ags }) };
};

const alsStandort = <S extends Choice>({ value: id, ...site }: S) => {
  const art = "standort" as const;
  return { ...site, art, value: optionVon({ art, id }) };
};

/** The places of one's own Träger and Kreis. */
export const ortwahl = async (tx: Tx, actor: Actor): Promise<Ortwahl> =>
  ortwahlIn(await tx.selectNoFrom(orteQuery(tx, actor.traegerId)).executeTakeFirstOrThrow());

/** The same for a statement that asks more: two columns, and what they say. */
export const orteQuery = (tx: Tx, traegerId: Given<string>) =>
  [
    jsonArrayFrom(kommunenQuery(tx)).as("kommunen"),
    jsonArrayFrom(standorteQuery(tx, { traegerId })).as("standorte"),
  ] as const;

type OrteRow = { readonly kommunen: readonly Choice[]; readonly standorte: readonly Standort[] };

export const ortwahlIn = (row: OrteRow): Ortwahl => [
  ...row.standorte.map(alsStandort),
  ...row.kommunen.map(alsKommune),
];

/** The same as a field shows it; what stands in it (`kept`) stays a choice, also when it was closed meanwhile. */
export function orteVon(wahl: Ortwahl, kept: readonly string[] = []): Orte {
  const towns = wahl.filter((o) => o.art === "kommune");
  const sites = offered(wahl, kept).filter((o) => o.art === "standort");
  const gruppen = towns.flatMap(({ ags, name }) => {
    const here = sites.filter((s) => s.ags === ags).map(optionOf);
    return here.length === 0 ? [] : [{ label: name, options: here }];
  });
  return {
    wahl,
    gruppen: [...gruppen, { label: "ohne Standort, in", options: offered(towns, kept).map(optionOf) }],
    kommunen: towns.map((town) => ({ ...town, value: town.ags })),
  };
}

/** Whose data key is needed next. */
export type Needed = { readonly kreis: string; readonly id: string };

/**
 * One place of the Kreis; nothing where there is none. In the same statement the key that will be `needed`: the transaction has it
 * then (`subjectKeys`).
 */
export async function ortwahlVon(tx: Tx, ort: Ort, needed?: Needed): Promise<Ortwahl> {
  const keys = { kreis: needed?.kreis ?? null, ids: needed === undefined ? [] : [needed.id] };
  if (ort.art === "kommune") {
    const [row] = await KOMMUNE(tx, { ort: ort.ags, ...keys });
    if (needed !== undefined) openKeysInJson(tx, needed.kreis, row?.schluessel ?? []);
    return (row?.list ?? []).map(alsKommune);
  }
  const [row] = await STANDORT(tx, { ort: ort.id, ...keys });
  if (needed !== undefined) openKeysInJson(tx, needed.kreis, row?.schluessel ?? []);
  return (row?.list ?? []).map(alsStandort);
}

type Gesucht = { readonly ort: string; readonly kreis: string | null; readonly ids: readonly string[] };

const KOMMUNE = prepared<Gesucht>()((db, { ort, kreis, ids }) =>
  db.selectNoFrom([
    jsonArrayFrom(kommunenQuery(db).where("ags", "=", ort)).as("list"),
    keysInJson(sql`${kreis}`, sql`any(${ids})`).as("schluessel"),
  ]),
);

const STANDORT = prepared<Gesucht>()((db, { ort, kreis, ids }) =>
  db.selectNoFrom([
    jsonArrayFrom(standorteQuery(db, { id: ort })).as("list"),
    keysInJson(sql`${kreis}`, sql`any(${ids})`).as("schluessel"),
  ]),
);

/** The site that an account works at, as an option of the field; undefined without one. */
export const ownOrt = async (tx: Tx, actor: Actor): Promise<string | undefined> =>
  standortOption((await ownStandortQuery(tx, actor.kontoId).executeTakeFirst())?.standort_id);

export const ownStandortQuery = (tx: Tx, konto: Given<string>) =>
  tx.selectFrom("kim.konto").select("standort_id").where("id", "=", konto);

export const standortOption = (id: string | null | undefined): string | undefined =>
  id == null ? undefined : optionVon({ art: "standort", id });

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
