import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { Papier } from "../model/konzeptpapier.ts";

export const FORMATE = ["pdf", "docx"] as const;
export type Format = (typeof FORMATE)[number];

/** An adopted version as lists have it. Its paper is as long as the concept; only who shows it reads it. */
export type FassungKopf = {
  readonly id: string;
  readonly konzeptId: string;
  readonly titel: string;
  /** Name of the Kreis, as the paper has it. */
  readonly kreis: string;
  readonly nummer: number;
  readonly beschlussId: string;
  readonly beschlossenAm: string;
  readonly aenderung: string | null;
  readonly oeffentlich: boolean;
  /** No later one of the same concept was adopted. */
  readonly gilt: boolean;
};

/** The same with all that it says. */
export type Fassung = FassungKopf & { readonly papier: Papier };

const rows = (tx: Tx) =>
  tx
    .selectFrom("kim.konzept_fassung as f")
    .select([
      "f.id",
      "f.konzept_id as konzeptId",
      "f.nummer",
      "f.beschluss_id as beschlussId",
      "f.beschlossen_am as beschlossenAm",
      "f.aenderung",
      "f.oeffentlich",
    ])
    .select([
      sql<string>`f.papier ->> 'titel'`.as("titel"),
      sql<string>`f.papier ->> 'kreis'`.as("kreis"),
      sql<boolean>`${gilt}`.as("gilt"),
    ]);

const gilt = sql<boolean>`not exists (select from kim.konzept_fassung n
  where n.kreis = f.kreis and n.konzept_id = f.konzept_id and n.nummer > f.nummer)`;

const latestFirst = (tx: Tx) =>
  rows(tx).orderBy("f.beschlossen_am", "desc").orderBy("f.nummer", "desc").orderBy("f.id");

/** The adopted versions of one concept, the latest first. */
export const fassungen = (tx: Tx, konzeptId: string): Promise<FassungKopf[]> =>
  latestFirst(tx).where("f.konzept_id", "=", konzeptId).execute();

/** Of each concept of the Kreis the version that holds, the latest first. */
export const geltende = (tx: Tx): Promise<FassungKopf[]> => latestFirst(tx).where(gilt).execute();

/** What everybody may read: of each concept the version that holds, where it is published. */
export const veroeffentlichte = (tx: Tx): Promise<FassungKopf[]> =>
  latestFirst(tx).where(gilt).where("f.oeffentlich", "=", true).execute();

/** One of them without what it says. @throws NotFound */
export async function fassungKopf(tx: Tx, id: string): Promise<FassungKopf> {
  const row = await rows(tx).where("f.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row;
}

/** One of them with all that it says. @throws NotFound */
export async function fassungOf(tx: Tx, id: string): Promise<Fassung> {
  const row = await rows(tx).select("f.papier").where("f.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return { ...row, papier: Papier.parse(row.papier) };
}

/** A file of a version, byte for byte. @throws NotFound */
export async function dokument(tx: Tx, fassungId: string, art: Format): Promise<Buffer> {
  const row = await tx
    .selectFrom("kim.konzept_dokument")
    .select("inhalt")
    .where("fassung_id", "=", fassungId)
    .where("art", "=", art)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row.inhalt;
}
