import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { besetzungJeMonat } from "../../stellen/index.ts";
import type { Kennzahlen, Zeitraum } from "../model/kennzahlen.ts";
import { type Mittlungszeile, mittlungOf } from "../model/mittlung.ts";
import { type Verlauf, halbjahreBis, themenVerlauf, verlaesslich } from "../model/verlauf.ts";
import { monateIn } from "../model/zeitraum.ts";
import type { Delfin } from "../model/delfin.ts";
import { delfinzahlen } from "./delfin.ts";
import { type Einwohner, einwohnerAm } from "./einwohner.ts";
import { genannte } from "./genannte.ts";
import { kennzahlenAller } from "./kennzahlen.ts";
import { type Tafeln, type Verdeckt, tafeln } from "./kreuzungen.ts";
import { type Kontext, type Wunsch, kontextOf, namen } from "./kontext.ts";
import { zahlenstand } from "./zahlenstand.ts";

/** Consultations of a month for each full-time equivalent of case management that was filled in it. */
export type Last = {
  readonly monat: string;
  readonly beratungen: Kennzahlen["beratungen"];
  /** Hundredths of full-time equivalents, the mean of the month. */
  readonly besetzt: number;
  readonly vakant: number;
};

export type Fragen = Kontext &
  Tafeln & {
    readonly jetzt: Kennzahlen;
    readonly namen: Awaited<ReturnType<typeof namen>>;
    readonly halbjahre: readonly Zeitraum[];
    /** Which of the half-years are whole. */
    readonly ganze: readonly boolean[];
    readonly themen: readonly Verlauf[];
    readonly last: readonly Last[];
    /** The need of each language, of the same table. */
    readonly mittlung: readonly Mittlungszeile[] | undefined;
    readonly einwohner: readonly Einwohner[];
    /** Language support before school, in the year that the period ends in; null: nothing, or not told of one Träger. */
    readonly delfin: Delfin | null;
  };

type Zahlen = {
  readonly kennzahlen: readonly Kennzahlen[];
  readonly verdeckt: Verdeckt;
  readonly ab: number;
};

async function zahlen(tx: Tx, { kreis, traegerId }: Kontext, spans: readonly Zeitraum[]): Promise<Zahlen> {
  if (!kreis) {
    const raw = await kennzahlenAller(tx, await zahlenstand(tx), spans, traegerId);
    return { kennzahlen: raw, verdeckt: new Map(), ab: 1 };
  }
  const { kennzahlen, stand, verdeckt } = await genannte(tx, spans, traegerId);
  return { kennzahlen, verdeckt, ab: stand.ab };
}

/** What a period answers beyond its counts, as somebody may see it. */
export async function fragen(tx: Tx, actor: Actor, wunsch: Wunsch): Promise<Fragen> {
  const kontext = await kontextOf(tx, actor, wunsch);
  const { zeitraum, traegerId, eigene } = kontext;
  const halbjahre = halbjahreBis(zeitraum);
  const g = await zahlen(tx, kontext, [zeitraum, ...halbjahre]);
  const [jetzt, ...course] = g.kennzahlen;
  if (jetzt === undefined) throw new Error("A span has figures.");
  const worte = await namen(tx);
  const ganze = halbjahre.map((z) => verlaesslich(eigene, z, today()));
  const monate = monateIn(zeitraum).filter((monat) => monat <= today().slice(0, 7));
  const alle = await tafeln(tx, zeitraum, { ...kontext, verdeckt: g.verdeckt, ab: g.ab });
  const besetzung = await besetzungJeMonat(tx, "II", monate, traegerId);
  return {
    ...kontext,
    jetzt,
    namen: worte,
    halbjahre,
    ganze,
    themen: themenVerlauf(
      course.map((k, i) => (ganze[i] === true ? k : undefined)),
      worte.handlungsfeld,
    ),
    last: besetzung.map(({ monat, soll, ist }) => ({
      monat,
      beratungen: jetzt.monate[monat] ?? 0,
      besetzt: ist,
      vakant: soll - ist,
    })),
    ...alle,
    mittlung: alle.verstaendigung === undefined ? undefined : mittlungOf(alle.verstaendigung),
    einwohner: await einwohnerAm(tx, zeitraum.bis),
    delfin:
      kontext.kreis && traegerId !== undefined
        ? null
        : await delfinzahlen(tx, { jahr: Number(zeitraum.bis.slice(0, 4)), traegerId, ab: g.ab }),
  };
}
