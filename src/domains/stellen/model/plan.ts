import { type Span, gilt, tagDanach, tagDavor } from "../../../platform/span.ts";
import { type Hundertstel, LOKAL, MODULE, type Modul } from "./stelle.ts";

/** Somebody who fills a share of a post. Who it is does not matter for the figures, only whether two rows are one. */
export type Besetzung = Span & {
  readonly anteil: Hundertstel;
  readonly kontoId: string | null;
  /** The same for all rows of somebody without an account. */
  readonly person?: string | null;
  /** Why the post is filled twice for a while; such a row fills what is free and never more. */
  readonly ueberschneidung?: string | null;
};

/** Why a post is vacant, from a day on. */
export type Grund = {
  readonly von: string;
  readonly code: string;
  readonly name: string;
  /** Says something about the person who left: for those who may read names, and in no report. */
  readonly persoenlich: boolean;
};

/** A post with everything that its figures follow from. */
export type Stelle = Span & {
  readonly id: string;
  readonly traegerId: string;
  readonly traeger: string;
  readonly art: string;
  readonly artName: string;
  readonly modul: Modul;
  readonly bezeichnung: string | null;
  readonly vzae: Hundertstel;
  readonly kommunen: readonly { readonly ags: string; readonly name: string }[];
  readonly besetzungen: readonly Besetzung[];
  readonly gruende: readonly Grund[];
};

/** What is missing on a day: since when in one piece, and why, if somebody said so. */
export type Vakanz = {
  readonly vzae: Hundertstel;
  readonly seit: string;
  readonly grund: Grund | undefined;
  /** Whether the post was filled completely before. */
  readonly wieder: boolean;
};

export type StelleAmTag = {
  readonly stelle: Stelle;
  readonly ist: Hundertstel;
  /** The rows of `besetzungen` in force that day. */
  readonly besetzungen: readonly Besetzung[];
  readonly vakanz: Vakanz | undefined;
};

export type Summe = { readonly soll: Hundertstel; readonly ist: Hundertstel; readonly vakant: Hundertstel };

/** All posts in force on one day, and their sums. */
export type Stellenplan = {
  readonly stichtag: string;
  readonly zeilen: readonly StelleAmTag[];
  readonly module: Readonly<Record<Modul, Summe>>;
};

type Besetzte = Span & { readonly vzae: Hundertstel; readonly besetzungen: readonly Besetzung[] };

/**
 * How much of a post is filled on a day; nothing while the post itself is not in force. While two hand it over, it is filled once:
 * what was approved is not more for it.
 */
export function besetztAm(stelle: Besetzte, day: string): Hundertstel {
  if (!gilt(stelle, day)) return 0;
  const there = stelle.besetzungen.filter((b) => gilt(b, day));
  const of = (twice: boolean) =>
    there.filter((b) => ((b.ueberschneidung ?? null) !== null) === twice).reduce((sum, b) => sum + b.anteil, 0);
  return of(false) + Math.min(of(true), Math.max(0, stelle.vzae - of(false)));
}

/** The days on which something changes: between two of them every day is like the first. In order, within the post's span. */
function wechsel(stelle: Omit<Besetzte, "vzae">): string[] {
  const days = stelle.besetzungen.flatMap((b) => (b.bis === null ? [b.von] : [b.von, tagDanach(b.bis)]));
  return [...new Set([stelle.von, ...days])].filter((day) => gilt(stelle, day)).toSorted();
}

/** The first day on which more is filled than was approved, if there is one; and how much is filled then. */
export function ueberbesetztAb(stelle: Besetzte): { readonly tag: string; readonly ist: Hundertstel } | undefined {
  const tag = wechsel(stelle).find((day) => besetztAm(stelle, day) > stelle.vzae);
  return tag === undefined ? undefined : { tag, ist: besetztAm(stelle, tag) };
}

/** Every span in which the post is not filled completely, in order; one that goes on has no end. */
export function vakanzen(stelle: Stelle): Span[] {
  const spans: { von: string; bis: string | null }[] = [];
  let open: string | undefined;
  for (const day of wechsel(stelle)) {
    const vacant = besetztAm(stelle, day) < stelle.vzae;
    if (vacant) open ??= day;
    else if (open !== undefined) {
      spans.push({ von: open, bis: tagDavor(day) });
      open = undefined;
    }
  }
  if (open !== undefined) spans.push({ von: open, bis: stelle.bis });
  return spans;
}

/** The reason that was named last within a vacancy, up to a day. */
export const grundAm = (stelle: Stelle, vakanz: Span, day: string): Grund | undefined =>
  stelle.gruende
    .filter((g) => gilt(vakanz, g.von) && g.von <= day)
    .toSorted((a, b) => (a.von < b.von ? -1 : 1))
    .at(-1);

function vakanzAm(stelle: Stelle, day: string): Vakanz | undefined {
  const span = vakanzen(stelle).find((v) => gilt(v, day));
  if (span === undefined) return undefined;
  return {
    vzae: stelle.vzae - besetztAm(stelle, day),
    seit: span.von,
    grund: grundAm(stelle, span, day),
    wieder: span.von > stelle.von,
  };
}

/** One post on a day on which it is in force. */
export const amTag = (stelle: Stelle, day: string): StelleAmTag => ({
  stelle,
  ist: besetztAm(stelle, day),
  besetzungen: stelle.besetzungen.filter((b) => gilt(b, day)),
  vakanz: vakanzAm(stelle, day),
});

function summe(zeilen: readonly StelleAmTag[]): Summe {
  const soll = zeilen.reduce((sum, z) => sum + z.stelle.vzae, 0);
  const ist = zeilen.reduce((sum, z) => sum + z.ist, 0);
  return { soll, ist, vakant: soll - ist };
}

/** The sum over all Module. */
export const gesamt = (plan: Stellenplan): Summe => summe(plan.zeilen);

/** The posts in force on a day, in the order they were given in, with sums per Modul. */
export function planAm(stellen: readonly Stelle[], stichtag: string): Stellenplan {
  const zeilen = stellen.filter((s) => gilt(s, stichtag)).map((s) => amTag(s, stichtag));
  const of = (modul: Modul) => summe(zeilen.filter((z) => z.stelle.modul === modul));
  return { stichtag, zeilen, module: { I: of("I"), II: of("II"), III: of("III") } };
}

/**
 * People who fill posts that day: somebody on two posts counts once, with an account or without. Without one, a name is all that
 * is known; nobody fills more than a whole post, so those who do are as many people of that name as it takes.
 */
export function personen(zeilen: readonly StelleAmTag[]): number {
  const rows = zeilen.flatMap((z) => z.besetzungen);
  const konten = new Set(rows.flatMap((b) => b.kontoId ?? []));
  const named = rows.filter((b) => b.kontoId === null);
  const nameless = named.filter((b) => (b.person ?? null) === null).length;
  const people = Map.groupBy(
    named.filter((b) => (b.person ?? null) !== null),
    (b) => b.person,
  );
  const fills = (all: readonly Besetzung[]) => Math.ceil(all.reduce((sum, b) => sum + b.anteil, 0) / GANZ);
  return konten.size + nameless + [...people.values()].reduce((n, all) => n + Math.max(1, fills(all)), 0);
}

/** A whole post, in hundredths. */
const GANZ: Hundertstel = 100;

/** Kommunen in which somebody works that day: those of local posts that are filled, at least in part. */
export const kommunenVorOrt = (plan: Stellenplan): number =>
  new Set(
    plan.zeilen.filter((z) => z.stelle.art === LOKAL && z.ist > 0).flatMap((z) => z.stelle.kommunen.map((k) => k.ags)),
  ).size;

/** `{"I":{"soll":3.5,"ist":3.5},…}`, in full-time equivalents, every Modul. */
export const stellenJson = (plan: Stellenplan): Record<Modul, { soll: number; ist: number }> => {
  const of = (modul: Modul) => ({ soll: plan.module[modul].soll / 100, ist: plan.module[modul].ist / 100 });
  return { I: of("I"), II: of("II"), III: of("III") };
};

/** The Module that have any post that day. */
export const genehmigteModule = (plan: Stellenplan): readonly Modul[] =>
  MODULE.filter((modul) => plan.module[modul].soll > 0);
