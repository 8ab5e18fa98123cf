import type { Tx } from "../../../platform/db.ts";
import { overlap } from "../../../platform/span.ts";
import { beschluesse } from "../../gremien/index.ts";
import { luecken, nameVon } from "../../luecken/index.ts";
import type { Massnahme, Richtung } from "../model/massnahme.ts";
import { type Lage, type Punkt, type Reihe, lageVon, nachherVon, vorherVon } from "../model/messung.ts";
import { STAENDE, isEnde } from "../model/stand.ts";
import { URTEILE } from "../model/wirkung.ts";
import { damals } from "./aenderungen.ts";
import { indikatoren, massnahmen, staendeAm, wirkungen } from "./massnahmen.ts";
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
  /** The number of the decision that it rests on: "3/2026". */
  readonly beschluss: string | null;
  /** What somebody concluded when its effect was looked at last. */
  readonly urteil: string | null;
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

/** A measure as it stood, was called and meant at the end of a day; since when. */
type Damals = Massnahme & { readonly seit: string };

/** All measures as they were at the end of a day (ISO), and how their indicators were. */
async function wieAm(tx: Tx, bis: string) {
  const alle = await massnahmen(tx);
  const ids = alle.map(({ id }) => id);
  const wie = await damals(tx, ids, bis);
  const then = await staendeAm(tx, ids, bis);
  const all = alle.map(wie.massnahme).map((m): Damals => ({ ...m, seit: m.standSeit, ...then.get(m.id) }));
  return { all, indikator: wie.indikator };
}

/** What was concluded of measures by a day (ISO), the last word of each. */
async function urteileAm(tx: Tx, ids: readonly string[], bis: string): Promise<Map<string, string>> {
  const seen = (await wirkungen(tx, ids)).filter(({ am }) => am <= bis);
  return new Map(seen.map(({ massnahmeId, urteil }) => [massnahmeId, URTEILE[urteil]]));
}

/** Whether it was over before these days began: papers of then have told of it. */
const istVorbei = ({ stand, seit }: Damals, von: string): boolean => isEnde(stand) && seit < von;

/** What became of decisions, as a paper tells it. `beschlussId`: which one it was. */
export type AusBeschluss = Pick<MassnahmeBericht, "titel" | "stand" | "seit" | "urteil"> & {
  readonly beschlussId: string;
  /** Whether something can still become of it, or did so on one of these days. */
  readonly offen: boolean;
};

/** Measures that rest on decisions, as they stood at the end of a period; not what was entered later, nor what was refused. */
export async function ausBeschluessen(
  tx: Tx,
  { von, bis }: { readonly von: string; readonly bis: string },
): Promise<AusBeschluss[]> {
  const { all } = await wieAm(tx, bis);
  const found = all.filter(({ stand, seit }) => stand !== "verworfen" && seit <= bis);
  const urteile = await urteileAm(
    tx,
    found.map(({ id }) => id),
    bis,
  );
  return found.flatMap((m) =>
    m.beschlussId === null
      ? []
      : [
          {
            beschlussId: m.beschlussId,
            titel: m.titel,
            stand: STAENDE[m.stand],
            seit: m.seit,
            urteil: urteile.get(m.id) ?? null,
            offen: !istVorbei(m, von),
          },
        ],
  );
}

/**
 * Measures that were in force on some day of a period, as they stood and were called at its end, with what was measured until then;
 * what was refused by then is not told, nor what was over before.
 */
export async function massnahmenBericht(
  tx: Tx,
  zwischen: { readonly von: string; readonly bis: string },
): Promise<MassnahmeBericht[]> {
  const { von, bis } = zwischen;
  const { all, indikator } = await wieAm(tx, bis);
  const told = all.filter((m) => overlap(m, zwischen) && m.stand !== "verworfen" && !istVorbei(m, von));
  const ids = told.map(({ id }) => id);
  const gaps = new Map((await luecken(tx)).map((one) => [one.id, nameVon(one)]));
  const decided = await beschluesse(tx, { ids: told.flatMap(({ beschlussId }) => beschlussId ?? []) });
  const urteile = await urteileAm(tx, ids, bis);
  const measured = await reihen(
    tx,
    (await indikatoren(tx, ids, bis)).map(indikator).filter(({ anfangAm }) => anfangAm <= bis),
    bis,
  );
  return told.map((m) => ({
    titel: m.titel,
    luecken: m.luecken.map((id) => gaps.get(id) ?? ""),
    verantwortlich: m.verantwortlich,
    stand: STAENDE[m.stand],
    seit: m.seit,
    beschluss: decided.find(({ id }) => id === m.beschlussId)?.nummer ?? null,
    urteil: urteile.get(m.id) ?? null,
    indikatoren: measured.filter((reihe) => reihe.indikator.massnahmeId === m.id).map(indikatorBericht),
  }));
}

const indikatorBericht = (reihe: Reihe): MassnahmeBericht["indikatoren"][number] => ({
  name: reihe.indikator.name,
  einheit: reihe.indikator.einheit,
  anfang: wertOf(vorherVon(reihe)),
  zuletzt: wertOf(nachherVon(reihe)),
  laeuft: nachherVon(reihe)?.laeuft === true,
  ziel: reihe.indikator.ziel / 100,
  richtung: reihe.indikator.richtung,
  lage: lageVon(reihe) ?? null,
  bis: reihe.indikator.zielAm,
});
