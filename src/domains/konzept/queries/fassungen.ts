import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { Papier } from "../model/konzeptpapier.ts";

export const FORMATE = ["pdf", "docx"] as const;
export type Format = (typeof FORMATE)[number];

/** An adopted version; `papier` says all of it. */
export type Fassung = {
  readonly id: string;
  readonly konzeptId: string;
  readonly nummer: number;
  readonly beschlussId: string;
  readonly beschlossenAm: string;
  readonly beschluss: string;
  readonly aenderung: string | null;
  readonly oeffentlich: boolean;
  readonly festgehaltenAm: string;
  readonly pruefsumme: string;
  /** No later one of the same concept was adopted. */
  readonly gilt: boolean;
  readonly papier: Papier;
};

const rows = (tx: Tx) =>
  tx
    .selectFrom("kim.konzept_fassung as f")
    .select([
      "f.id",
      "f.konzept_id as konzeptId",
      "f.nummer",
      "f.beschluss_id as beschlussId",
      "f.beschlossen_am as beschlossenAm",
      "f.beschluss",
    ])
    .select(["f.aenderung", "f.oeffentlich", "f.festgehalten_am as festgehaltenAm", "f.pruefsumme", "f.papier"])
    .select(
      sql<boolean>`not exists (select from kim.konzept_fassung n
        where n.kreis = f.kreis and n.konzept_id = f.konzept_id and n.nummer > f.nummer)`.as("gilt"),
    );

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;
const fassungVon = (row: Row): Fassung => ({ ...row, papier: Papier.parse(row.papier) });

/** Adopted versions, all of the Kreis or of one concept, the latest first. */
export async function fassungen(tx: Tx, konzeptId?: string): Promise<Fassung[]> {
  const found = await rows(tx)
    .$if(konzeptId !== undefined, (q) => q.where("f.konzept_id", "=", konzeptId ?? ""))
    .orderBy("f.beschlossen_am", "desc")
    .orderBy("f.nummer", "desc")
    .orderBy("f.id")
    .execute();
  return found.map(fassungVon);
}

/** One of them. @throws NotFound */
export async function fassungOf(tx: Tx, id: string): Promise<Fassung> {
  const row = await rows(tx).where("f.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return fassungVon(row);
}

/** What everybody may read: of each concept the version that holds, where it is published. */
export const veroeffentlichte = async (tx: Tx): Promise<Fassung[]> =>
  (await fassungen(tx)).filter(({ gilt, oeffentlich }) => gilt && oeffentlich);

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
