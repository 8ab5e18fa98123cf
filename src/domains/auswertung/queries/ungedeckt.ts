import type { Tx } from "../../../platform/db.ts";
import { type Zelle, istGenannt } from "../model/zelle.ts";
import { davor, halbjahrAm } from "../model/zeitraum.ts";
import { keinAngebotIn } from "./kreuzungen.ts";
import { nennenAb } from "./nennen-ab.ts";
import { verweiszahlen } from "./verweiszahlen.ts";

/**
 * How often people met no offer in the last whole half-year and the one that runs: referrals that were refused, by Handlungsfeld, and
 * consultations without a fitting offer, by Handlungsfeld and Kommune. `null`: too small to be told of the whole Kreis (0038); nothing
 * here tells more than the tables of the evaluation.
 */
type Ungedeckt = {
  readonly grund: "abgelehnt" | "kein_angebot";
  readonly handlungsfeld: string;
  readonly ags: string | null;
  readonly anzahl: number | null;
};

/** @param heute ISO day */
export async function ungedeckt(tx: Tx, heute: string): Promise<Ungedeckt[]> {
  const now = halbjahrAm(heute);
  const zeitraum = { von: davor(now).von, bis: now.bis };
  const ab = await nennenAb(tx);
  const verweise = await verweiszahlen(tx, { zeitraum, ab });
  const tafel = await keinAngebotIn(tx, zeitraum, ab);
  const told = (n: Zelle): number | null => (istGenannt(n) ? n : null);
  const refused = (verweise?.felder ?? []).map(({ kode, abgelehnt }): Ungedeckt => ({
    grund: "abgelehnt",
    handlungsfeld: kode,
    ags: null,
    anzahl: told(abgelehnt),
  }));
  const none = tafel.zeilen.flatMap((feld) =>
    tafel.spalten.map((ags): Ungedeckt => ({
      grund: "kein_angebot",
      handlungsfeld: feld,
      ags,
      anzahl: told(tafel.wert(feld, ags)),
    })),
  );
  return [...refused, ...none].filter(({ anzahl }) => anzahl !== 0);
}
