import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { kontoNames } from "../../zugang/index.ts";
import { RAHMEN, type Rechtsrahmen, SPRACHE, type Sprache, ZWECK, type Zweck } from "../model/zwecke.ts";

/** A text in one language. Days are ISO. */
export type EinwilligungText = {
  readonly id: string;
  readonly zweck: Zweck;
  readonly sprache: Sprache;
  readonly fassung: number;
  readonly rechtsrahmen: Rechtsrahmen;
  readonly wortlaut: string;
  readonly freigegebenVon: string | null;
  readonly freigegebenAm: string | null;
  readonly version: number;
};

type Row = {
  readonly id: string;
  readonly zweck: string;
  readonly sprache: string;
  readonly fassung: number;
  readonly rechtsrahmen: string;
  readonly wortlaut: string;
  readonly freigegeben_von: string | null;
  readonly freigegeben_am: string | null;
  readonly version: number;
};

const COLUMNS = [
  "id",
  "zweck",
  "sprache",
  "fassung",
  "rechtsrahmen",
  "wortlaut",
  "freigegeben_von",
  "freigegeben_am",
  "version",
] as const;

function textOf(row: Row): EinwilligungText[] {
  const zweck = ZWECK.find((one) => one === row.zweck);
  const sprache = SPRACHE.find((one) => one === row.sprache);
  const rechtsrahmen = RAHMEN.find((one) => one === row.rechtsrahmen);
  if (zweck === undefined || sprache === undefined || rechtsrahmen === undefined) return [];
  return [
    {
      id: row.id,
      zweck,
      sprache,
      fassung: row.fassung,
      rechtsrahmen,
      wortlaut: row.wortlaut,
      freigegebenVon: row.freigegeben_von,
      freigegebenAm: row.freigegeben_am,
      version: row.version,
    },
  ];
}

/** All texts of one's own Träger: bounded by purposes, languages and how often a text was renewed. The newest first. */
export async function alleTexte(tx: Tx, actor: Actor): Promise<EinwilligungText[]> {
  const rows = await tx
    .selectFrom("kim.einwilligung_text")
    .select(COLUMNS)
    .where("traeger_id", "=", actor.traegerId)
    .orderBy("fassung", "desc")
    .execute();
  return rows.flatMap(textOf);
}

/** What those accounts are called that released these texts. */
export const freigebende = (tx: Tx, { kreis }: Actor, texte: readonly EinwilligungText[]) =>
  kontoNames(tx, kreis, [...new Set(texte.flatMap(({ freigegebenVon }) => freigegebenVon ?? []))]);

/** What the texts of one's own Träger say, whatever their state. */
export const einwilligungWortlaute = async (tx: Tx, actor: Actor): Promise<string[]> =>
  (await alleTexte(tx, actor)).map(({ wortlaut }) => wortlaut);

/** @throws NotFound for a foreign one as for none */
export async function einwilligungText(tx: Tx, actor: Actor, id: string): Promise<EinwilligungText> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.einwilligung_text")
        .select(COLUMNS)
        .where("id", "=", id)
        .where("traeger_id", "=", actor.traegerId)
        .executeTakeFirst()
    : undefined;
  const [text] = row === undefined ? [] : textOf(row);
  if (text === undefined) throw new NotFound();
  return text;
}

/** The German text that is agreed to today for a purpose: the newest that is released; undefined where there is none. */
export const geltend = (texte: readonly EinwilligungText[], zweck: Zweck): EinwilligungText | undefined =>
  texte.find((one) => one.zweck === zweck && one.sprache === "de" && one.freigegebenAm !== null);

/** The released translations of a German text, by language. */
export const uebersetzungen = (
  texte: readonly EinwilligungText[],
  { zweck, fassung }: EinwilligungText,
): ReadonlyMap<Sprache, EinwilligungText> =>
  new Map(
    texte
      .filter((one) => one.zweck === zweck && one.fassung === fassung && one.freigegebenAm !== null)
      .map((one) => [one.sprache, one]),
  );

/** Which law the Träger answers to, and from which age a child's own word is asked for. */
export async function traegerRegel(tx: Tx, actor: Actor): Promise<{ rahmen: Rechtsrahmen; eigenesWortAb: number }> {
  const row = await tx
    .selectFrom("kim.traeger")
    .select(["rechtsrahmen", "eigenes_wort_ab"])
    .where("id", "=", actor.traegerId)
    .executeTakeFirst();
  return {
    rahmen: RAHMEN.find((one) => one === row?.rechtsrahmen) ?? "dsgvo",
    eigenesWortAb: row?.eigenes_wort_ab ?? 14,
  };
}

/** What one's own Träger is called. */
export async function traegerName(tx: Tx, actor: Actor): Promise<string> {
  const row = await tx.selectFrom("kim.traeger").select("name").where("id", "=", actor.traegerId).executeTakeFirst();
  return row?.name ?? "";
}
