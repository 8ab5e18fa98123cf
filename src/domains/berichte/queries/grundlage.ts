import type { Tx } from "../../../platform/db.ts";
import {
  type Zeitraum,
  delfinzahlen,
  tafelnIn,
  verweiszahlen,
  zugewiesene,
  genannte,
  lieferungen,
  luecken,
  lueckeText,
  vergleichMit,
} from "../../auswertung/index.ts";
import { type Kode, codelisten } from "../../codelisten/index.ts";
import { stellenAenderungen, stellenJson, stellenSaetze, stellenplan } from "../../stellen/index.ts";
import type { Grundlage, Lage, Namen } from "../model/grundlage.ts";
import { steuerungOf } from "./steuerung.ts";

type Plan = Awaited<ReturnType<typeof stellenplan>>;

/**
 * A reason that says something about a person stays out of every paper, and so do the others beside it: the one that is missing
 * would tell.
 */
function lageOf(plan: Plan, saetze: string[]): Lage {
  const vakanzen = plan.zeilen.flatMap(({ stelle, vakanz }) => {
    if (vakanz === undefined) return [];
    const { grund } = vakanz;
    const said = grund === undefined || grund.persoenlich ? null : grund.name;
    return [{ modul: stelle.modul, stelle: stelle.artName, vzae: vakanz.vzae / 100, seit: vakanz.seit, grund: said }];
  });
  const all = vakanzen.every((v) => v.grund !== null);
  const told = vakanzen.map((v) => (all ? v : { ...v, grund: null }));
  return { stichtag: plan.stichtag, module: stellenJson(plan), vakanzen: told, saetze };
}

const unlike = (a: Lage, b: Lage): boolean =>
  JSON.stringify([a.module, a.vakanzen]) !== JSON.stringify([b.module, b.vakanzen]);

/** Staffing at the end of the period (today, while it lasts); and on the day of the session where it is another. */
async function lagen(tx: Tx, zeitraum: Zeitraum, sitzung: string, heute: string) {
  const stichtag = zeitraum.bis < heute ? zeitraum.bis : heute;
  const then = await stellenplan(tx, stichtag);
  const stellen = lageOf(then, stellenSaetze(then));
  const spaeter = sitzung < heute ? sitzung : heute;
  if (sitzung === "" || spaeter <= stichtag) return { stellen, seither: null };
  const now = await stellenplan(tx, spaeter);
  const seither = lageOf(now, stellenAenderungen(then, now));
  return { stellen, seither: unlike(stellen, seither) ? seither : null };
}

/** The figures with those to compare with, or why there are none; and what is missing of the period itself. */
async function zahlenOf(tx: Tx, zeitraum: Zeitraum, heute: string) {
  const traeger = await lieferungen(tx);
  const { zeitraum: other, grund = "" } = vergleichMit(traeger, zeitraum, heute);
  const open = luecken(
    traeger.filter((l) => l.aktiv),
    zeitraum,
    heute,
  );
  const { kennzahlen: all, verdeckt } = await genannte(tx, other === undefined ? [zeitraum] : [zeitraum, other]);
  const [kennzahlen, vergleich = null] = all;
  if (kennzahlen === undefined) throw new Error("A span has figures.");
  return {
    kennzahlen,
    vergleich,
    verdeckt: Object.fromEntries([...verdeckt].map(([von, muster]) => [von, [...muster].toSorted()])),
    ohneVergleich: other === undefined ? grund : "",
    bisHeute: zeitraum.bis >= heute ? heute : "",
    unvollstaendig: open.map(lueckeText),
  };
}

const namenOf = (list: readonly Kode[]): Namen => list.map(({ code, name, kurz }) => ({ code, name, kurz }));

/** Official names; one that the reference data do not know has the name that the Kreis gave it. */
const kommunenOf = (tx: Tx) =>
  tx
    .selectFrom("kim.kommune as k")
    .leftJoin("ref.kommune as r", "r.code", "k.ags")
    .select((eb) => ["k.ags", "k.aktiv", eb.fn.coalesce("r.name", "k.name").as("name")])
    .orderBy("name")
    .execute();

const kreisOf = (tx: Tx, kreis: string) =>
  tx.selectFrom("ref.kim_kommune").select(["name", "art"]).where("code", "=", kreis).executeTakeFirstOrThrow();

/**
 * Everything that a paper about these months rests on, as it is now.
 * @param sitzung ISO day of the session, or ""
 * @param heute ISO day
 * @throws Error when the period is no whole months (`unbrauchbar` tells people)
 */
export async function grundlageOf(
  tx: Tx,
  wish: { readonly kreis: string; readonly zeitraum: Zeitraum; readonly sitzung: string; readonly heute: string },
): Promise<Grundlage> {
  const { kreis, zeitraum, sitzung, heute } = wish;
  const zahlen = await zahlenOf(tx, zeitraum, heute);
  const listen = await codelisten(tx);
  const found = await delfinzahlen(tx, { jahr: Number(zeitraum.bis.slice(0, 4)), ab: zahlen.kennzahlen.ab });
  const verweise = await verweiszahlen(tx, { zeitraum, ab: zahlen.kennzahlen.ab });
  const verdeckt = new Map(Object.entries(zahlen.verdeckt).map(([von, muster]) => [von, new Set(muster)]));
  const { mittlung, anrufe } = await tafelnIn(tx, zeitraum, { verdeckt, ab: zahlen.kennzahlen.ab });
  const delfin = found === null ? null : { ...found, zeilen: [...found.zeilen] };
  const kommunen = (await kommunenOf(tx)).filter((k) => k.aktiv || k.ags in zahlen.kennzahlen.kommunen);
  return {
    kreis: { schluessel: kreis, ...(await kreisOf(tx, kreis)) },
    ...zahlen,
    ...(await lagen(tx, zeitraum, sitzung, heute)),
    delfin,
    steuerung: await steuerungOf(tx, zeitraum, heute),
    verweise: verweise === null ? null : { ...verweise, felder: [...verweise.felder], arten: [...verweise.arten] },
    zugewiesene: await zugewiesene(tx, { zeitraum, ab: zahlen.kennzahlen.ab }),
    mittlung: mittlung === null ? null : [...mittlung],
    anrufe: anrufe === null ? null : { ...anrufe, fragen: [...anrufe.fragen], sprachen: [...anrufe.sprachen] },
    namen: {
      themen: namenOf(listen.handlungsfeld),
      kommunen: kommunen.map(({ ags, name }) => ({ code: ags, name, kurz: name })),
      verstaendigung: namenOf(listen.verstaendigung),
      ergebnis: namenOf(listen.ergebnis),
      verweis: namenOf(listen.ergebnis.filter((k) => k.gruppe === "verweis")),
      abschlussgrund: namenOf(listen.abschlussgrund),
      sprache: namenOf(listen.sprache),
    },
  };
}
