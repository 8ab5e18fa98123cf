import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { type Zelle, delfinzahlen, genannte, istGenannt, nennenAb, verweiszahlen } from "../../auswertung/index.ts";
import { type Abschnitt, KENNZAHLEN, type Zahl, abschnitte } from "../model/kennzahl.ts";
import type { Indikator } from "../model/massnahme.ts";
import type { Punkt, Reihe } from "../model/messung.ts";

type Bound = Indikator & { readonly zahl: Zahl };
const isBound = (one: Indikator): one is Bound => one.zahl !== null;

/** Reads a figure of one period; undefined: nothing of it is counted. */
type Quelle = (zahl: Zahl, kode: string | null, abschnitt: Abschnitt) => Zelle | null | undefined;

/** Figures of DELFIN 4 by year, as the whole Kreis may tell them. */
async function delfinQuelle(tx: Tx, jahre: readonly string[], ab: number): Promise<Quelle> {
  const of = new Map<string, Awaited<ReturnType<typeof delfinzahlen>>>();
  for (const jahr of jahre) of.set(jahr, await delfinzahlen(tx, { jahr: Number(jahr), ab }));
  return (zahl, kode, { name }) => {
    const d = of.get(name);
    if (d === undefined || d === null) return undefined;
    const from = kode === null ? d : d.zeilen.find((zeile) => zeile.ags === kode);
    if (zahl === "delfin_plaetze") return from?.plaetze;
    return zahl === "delfin_besucht" ? from?.besucht : from?.bedarf;
  };
}

/** Figures by half-year, as the whole Kreis may tell them. */
async function halbjahrQuelle(tx: Tx, spans: readonly Abschnitt[], ab: number, verweise: boolean): Promise<Quelle> {
  const { kennzahlen } = await genannte(tx, spans);
  const byName = new Map(spans.map(({ name }, i) => [name, kennzahlen[i]]));
  const sent = new Map<string, Awaited<ReturnType<typeof verweiszahlen>>>();
  if (verweise) for (const span of spans) sent.set(span.name, await verweiszahlen(tx, { zeitraum: span, ab }));
  return (zahl, kode, { name }) => {
    const [k, v] = [byName.get(name), sent.get(name)?.felder.find((zeile) => zeile.kode === kode)];
    if (zahl === "verweis_abgelehnt") return v?.abgelehnt ?? 0;
    if (zahl === "verweis_angekommen") return v?.angekommen ?? 0;
    if (zahl === "kein_angebot") return k?.merkmale.ergebnis["kein_angebot"] ?? 0;
    if (zahl === "neuzuweisungen") return k?.neuzuweisungen;
    return k?.themen[kode ?? ""] ?? 0;
  };
}

const unique = (all: readonly Abschnitt[]): Abschnitt[] => [...new Map(all.map((one) => [one.name, one])).values()];

/** What the figures of the program say about indicators that are bound to them, read for all of them at once. */
async function gezaehlt(tx: Tx, all: readonly Bound[], bis: string): Promise<(one: Bound) => Punkt[]> {
  const spansOf = ({ zahl, anfangAm }: Bound) =>
    abschnitte(KENNZAHLEN[zahl].takt, anfangAm < bis ? anfangAm : bis, bis);
  const heute = today();
  const ab = await nennenAb(tx);
  const of = (takt: "jahr" | "halbjahr") => all.filter(({ zahl }) => KENNZAHLEN[zahl].takt === takt);
  const years = unique(of("jahr").flatMap(spansOf)).map(({ name }) => name);
  const halves = unique(of("halbjahr").flatMap(spansOf));
  const verweise = all.some(({ zahl }) => zahl === "verweis_abgelehnt" || zahl === "verweis_angekommen");
  const delfin = await delfinQuelle(tx, years, ab);
  const rest = halves.length === 0 ? delfin : await halbjahrQuelle(tx, halves, ab, verweise);
  return (one) =>
    spansOf(one).map((span): Punkt => {
      const found = (KENNZAHLEN[one.zahl].takt === "jahr" ? delfin : rest)(one.zahl, one.kode, span);
      const am = span.bis < bis ? span.bis : bis;
      const common = { am, name: span.name, ...(span.bis > bis || span.bis >= heute ? { laeuft: true as const } : {}) };
      if (istGenannt(found)) return { ...common, wert: found * 100 };
      return { ...common, wert: null, warum: found === null || found === undefined ? "nichts" : "klein" };
    });
}

/** Typed values: the start, and what was measured since, up to a day. */
async function getippte(tx: Tx, all: readonly Indikator[], bis: string): Promise<(one: Indikator) => Punkt[]> {
  const rows = await tx
    .selectFrom("kim.messwert")
    .select(["indikator_id", "am", "wert", "notiz"])
    .where("indikator_id", "=", anyOf(all.map(({ id }) => id)))
    .where("am", "<=", bis)
    .orderBy("am")
    .execute();
  return ({ id, anfang, anfangAm }) => [
    { am: anfangAm, name: tagText(anfangAm), wert: anfang },
    ...rows
      .filter((row) => row.indikator_id === id)
      .map(({ am, wert, notiz }) => ({ am, name: tagText(am), wert, ...(notiz === null ? {} : { notiz }) })),
  ];
}

/**
 * Indicators with what they were over time up to a day, today where none is named: typed, or as the figures of the program say it now.
 * In the order given.
 */
export async function reihen(tx: Tx, all: readonly Indikator[], bis = today()): Promise<Reihe[]> {
  if (all.length === 0) return [];
  const bound = all.filter(isBound);
  const counted = bound.length === 0 ? undefined : await gezaehlt(tx, bound, bis);
  const typed = await getippte(tx, all, bis);
  return all.map((indikator) => ({
    indikator,
    punkte: isBound(indikator) && counted !== undefined ? counted(indikator) : typed(indikator),
  }));
}
