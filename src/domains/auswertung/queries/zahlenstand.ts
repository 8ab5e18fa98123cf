import { z } from "zod";
import { type Tx, sql } from "../../../platform/db.ts";
import { AB } from "./nennen-ab.ts";

const Freigegeben = z.object({
  id: z.string(),
  nummer: z.string(),
  von: z.string(),
  bis: z.string(),
  berichtigt: z.boolean(),
  beratungen: z.union([z.number(), z.literal(".")]).nullable(),
  /** What it did not tell, by the first day of a half-year. */
  verdeckt: z.record(z.string(), z.array(z.string())),
});
export type Freigegeben = z.output<typeof Freigegeben>;

/** How far the figures can be relied on, and what is out in the world already. */
export type Zahlenstand = {
  /**
   * Names the Kreis and its last count, and the month that it is: as long as it stays the same, so do the figures. Null: never counted.
   */
  readonly fassung: string | null;
  /** Up to when everything saved is counted; null: never counted. */
  readonly zeit: Date | null;
  /** When every figure was last compared with the files, and how many were wrong. */
  readonly geprueft: { readonly am: Date; readonly abweichungen: number } | undefined;
  /** The smallest number that is told. */
  readonly ab: number;
  readonly berichte: readonly Freigegeben[];
};

type Row = {
  fassung: string | null;
  zeit: Date | null;
  geprueft: Date | null;
  abweichungen: number | null;
  ab: number | null;
  berichte: unknown;
};

/**
 * The version of the count `s`: the instant that it was told to be, and the transaction that wrote it, which no other has. With the
 * month, because the stock of cases is that of the current one.
 */
export const FASSUNG = sql<string | null>`(s.kreis || ' ' || s.xmin::text || ' ' || s.zeit::text || ' '
  || to_char(now() at time zone 'Europe/Berlin', 'YYYY-MM'))`;

/** The instant as figures carry it. */
export const standOf = ({ zeit }: Zahlenstand): string | null => zeit?.toISOString() ?? null;

export async function zahlenstand(tx: Tx): Promise<Zahlenstand> {
  const { rows } = await sql<Row>`
    select ${FASSUNG} as fassung, s.zeit, s.geprueft, s.abweichungen, k.ab, (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', b.id, 'nummer', b.nummer || '/' || b.jahr, 'von', b.von, 'bis', b.bis,
        'berichtigt', exists (select from kim.bericht n where n.kreis = b.kreis and n.berichtigt = b.id),
        'beratungen', b.kennzahlen #> '{kennzahlen,beratungen}', 'verdeckt', coalesce(b.kennzahlen -> 'verdeckt', '{}')
      ) order by b.jahr, b.nummer), '[]')
      from kim.bericht b where b.stand = 'freigegeben'
    ) as berichte
    from (select) eine left join kim.zaehlung_stand s on true left join kim.kleine_zahl k on true`.execute(tx);
  const [row] = rows;
  const { fassung = null, zeit = null, geprueft = null, abweichungen, ab, berichte } = row ?? {};
  return {
    fassung,
    zeit,
    geprueft: geprueft === null ? undefined : { am: geprueft, abweichungen: abweichungen ?? 0 },
    ab: ab ?? AB,
    berichte: z.array(Freigegeben).parse(berichte ?? []),
  };
}
