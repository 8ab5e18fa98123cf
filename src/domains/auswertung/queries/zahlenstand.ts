import { z } from "zod";
import { type Tx, sql } from "../../../platform/db.ts";
import { BLATT_FASSUNG, FASSUNG } from "./blaetter.ts";
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
const Alle = z.array(Freigegeben);

/** How far the figures can be relied on, and what is out in the world already. */
export type Zahlenstand = {
  /**
   * Names the Kreis, everything that is counted of it and the month that it is: as long as it stays the same, so do the figures.
   * Null: nothing is counted.
   */
  readonly fassung: string | null;
  /** Versions of the sheets of half-years (`blaetterFuer`), by their first days. */
  readonly blaetter: Readonly<Record<string, string>>;
  /** The month that it is, by the database. */
  readonly monat: string;
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
  blaetter: Readonly<Record<string, string>>;
  monat: string;
  zeit: Date | null;
  geprueft: Date | null;
  abweichungen: number | null;
  ab: number | null;
  berichte: unknown;
};

const BLAETTER = sql`(select coalesce(json_object_agg(b.halbjahr::text, ${BLATT_FASSUNG}), '{}') from kim.zaehlung_blatt b)`;

/** The instant as figures carry it. */
export const standOf = ({ zeit }: Zahlenstand): string | null => zeit?.toISOString() ?? null;

export async function zahlenstand(tx: Tx): Promise<Zahlenstand> {
  const { rows } = await sql<Row>`
    select ${FASSUNG} as fassung, ${BLAETTER} as blaetter,
      to_char(now() at time zone 'Europe/Berlin', 'YYYY-MM') as monat, s.zeit, s.geprueft, s.abweichungen, k.ab, (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', b.id, 'nummer', b.nummer || '/' || b.jahr, 'von', b.von, 'bis', b.bis,
        'berichtigt', exists (select from kim.bericht n where n.kreis = b.kreis and n.berichtigt = b.id),
        'beratungen', b.kennzahlen #> '{kennzahlen,beratungen}', 'verdeckt', coalesce(b.kennzahlen -> 'verdeckt', '{}')
      ) order by b.jahr, b.nummer), '[]')
      from kim.bericht b where b.stand = 'freigegeben'
    ) as berichte
    from (select) eine left join kim.zaehlung_stand s on true left join kim.kleine_zahl k on true`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error("One row is joined to.");
  const { fassung, blaetter, monat, zeit, geprueft, abweichungen, ab, berichte } = row;
  return {
    fassung,
    blaetter,
    monat,
    zeit,
    geprueft: geprueft === null ? undefined : { am: geprueft, abweichungen: abweichungen ?? 0 },
    ab: ab ?? AB,
    berichte: Alle.parse(berichte ?? []),
  };
}
