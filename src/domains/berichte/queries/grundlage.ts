import type { Tx } from "../../../platform/db.ts";
import { type Kennzahlen, type Zeitraum, davor, kennzahlen, unbrauchbar } from "../../auswertung/index.ts";
import { type Kode, codelisten } from "../../codelisten/index.ts";
import { stellenAenderungen, stellenJson, stellenSaetze, stellenplan } from "../../stellen/index.ts";
import type { Grundlage, Lage, Namen } from "../model/grundlage.ts";
import { vorjahr } from "../model/zeitraum.ts";

type Plan = Awaited<ReturnType<typeof stellenplan>>;

/** A reason that says something about a person stays out of every paper. */
function lageOf(plan: Plan, saetze: string[]): Lage {
  const vakanzen = plan.zeilen.flatMap(({ stelle, vakanz }) => {
    if (vakanz === undefined) return [];
    const { grund } = vakanz;
    const said = grund === undefined || grund.persoenlich ? null : grund.name;
    return [{ modul: stelle.modul, stelle: stelle.artName, vzae: vakanz.vzae / 100, seit: vakanz.seit, grund: said }];
  });
  return { stichtag: plan.stichtag, module: stellenJson(plan), vakanzen, saetze };
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

/** The same months a year before; without figures there, as many months just before; otherwise nothing to compare with. */
async function vergleichOf(tx: Tx, zeitraum: Zeitraum): Promise<Kennzahlen | null> {
  for (const earlier of [vorjahr(zeitraum), davor(zeitraum)]) {
    if (unbrauchbar(earlier) !== undefined) continue;
    const found = await kennzahlen(tx, earlier);
    if (found.kontakte > 0) return found;
  }
  return null;
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
  const zahlen = await kennzahlen(tx, zeitraum);
  const listen = await codelisten(tx);
  const kommunen = (await kommunenOf(tx)).filter((k) => k.aktiv || k.ags in zahlen.kommunen);
  return {
    kreis: { schluessel: kreis, ...(await kreisOf(tx, kreis)) },
    kennzahlen: zahlen,
    vergleich: await vergleichOf(tx, zeitraum),
    ...(await lagen(tx, zeitraum, sitzung, heute)),
    namen: {
      themen: namenOf(listen.handlungsfeld),
      kommunen: kommunen.map(({ ags, name }) => ({ code: ags, name, kurz: name })),
      verstaendigung: namenOf(listen.verstaendigung),
      ergebnis: namenOf(listen.ergebnis),
      verweis: namenOf(listen.ergebnis.filter((k) => k.gruppe === "verweis")),
    },
  };
}
