import type { Tx } from "../../../platform/db.ts";
import { overlap } from "../../../platform/span.ts";
import { luecken, nameVon } from "../../luecken/index.ts";
import type { Richtung } from "../model/massnahme.ts";
import { type Lage, type Punkt, lageVon, nachherVon, vorherVon } from "../model/messung.ts";
import { STAENDE } from "../model/stand.ts";
import { damals } from "./aenderungen.ts";
import { indikatoren, massnahmen, staendeAm } from "./massnahmen.ts";
import { reihen } from "./reihen.ts";

/** A value as a paper tells it, in its unit; "." is too small to be told, null not measured. */
type Wert = number | "." | null;

/** A measure as a paper tells it. Days are ISO. */
export type MassnahmeBericht = {
  readonly titel: string;
  readonly luecken: readonly string[];
  readonly verantwortlich: string;
  readonly stand: string;
  readonly seit: string;
  readonly indikatoren: readonly {
    readonly name: string;
    readonly einheit: string;
    readonly anfang: Wert;
    readonly zuletzt: Wert;
    /** Whether the period of the last value goes on. */
    readonly laeuft: boolean;
    readonly ziel: number;
    readonly richtung: Richtung;
    /** Null where nothing is told that could be compared. */
    readonly lage: Lage | null;
    readonly bis: string;
  }[];
};

const wertOf = (punkt: Punkt | undefined): Wert =>
  punkt === undefined ? null : punkt.wert === null ? (punkt.warum === "klein" ? "." : null) : punkt.wert / 100;

/**
 * Measures that were in force on some day of a period, as they stood and were called at its end, with what was measured until then;
 * what was refused by then is not told.
 */
export async function massnahmenBericht(
  tx: Tx,
  zwischen: { readonly von: string; readonly bis: string },
): Promise<MassnahmeBericht[]> {
  const { bis } = zwischen;
  const alle = await massnahmen(tx);
  const wie = await damals(
    tx,
    alle.map(({ id }) => id),
    bis,
  );
  const found = alle.map(wie.massnahme).filter((m) => overlap(m, zwischen));
  const ids = found.map(({ id }) => id);
  const then = await staendeAm(tx, ids, bis);
  const all = found.map((m) => ({ ...m, ...then.get(m.id) })).filter(({ stand }) => stand !== "verworfen");
  const gaps = new Map((await luecken(tx)).map((one) => [one.id, nameVon(one)]));
  const measured = await reihen(
    tx,
    (await indikatoren(tx, ids, bis)).map(wie.indikator).filter(({ anfangAm }) => anfangAm <= bis),
    bis,
  );
  return all.map((m) => ({
    titel: m.titel,
    luecken: m.luecken.map((id) => gaps.get(id) ?? ""),
    verantwortlich: m.verantwortlich,
    stand: STAENDE[m.stand],
    seit: m.seit ?? m.standSeit,
    indikatoren: measured
      .filter(({ indikator }) => indikator.massnahmeId === m.id)
      .map((reihe) => ({
        name: reihe.indikator.name,
        einheit: reihe.indikator.einheit,
        anfang: wertOf(vorherVon(reihe)),
        zuletzt: wertOf(nachherVon(reihe)),
        laeuft: nachherVon(reihe)?.laeuft === true,
        ziel: reihe.indikator.ziel / 100,
        richtung: reihe.indikator.richtung,
        lage: lageVon(reihe) ?? null,
        bis: reihe.indikator.zielAm,
      })),
  }));
}
