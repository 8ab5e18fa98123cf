/** "2026-11" */
export const MONAT = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** A month as its first day (ISO) of "2026-11"; undefined for what is none. */
export const ersterTag = (monat: string): string | undefined => (MONAT.test(monat) ? `${monat}-01` : undefined);

const MONTH = new Intl.DateTimeFormat("de-DE", { month: "long", year: "numeric", timeZone: "UTC" });

/** "November 2026" of 2026-11-01. */
export const monatText = (tag: string): string => MONTH.format(new Date(`${tag}T00:00:00Z`));

/** The month so many months later (or earlier) as "2026-12". */
export function monatWeiter(tag: string, um: number): string {
  const all = Number(tag.slice(0, 4)) * 12 + Number(tag.slice(5, 7)) - 1 + um;
  return `${String(Math.floor(all / 12))}-${String((all % 12) + 1).padStart(2, "0")}`;
}

/** A line of a month: who interpreted how often, for how long (minutes) and for how much (cents). */
export type Zeile = {
  readonly sprachmittlerId: string;
  readonly name: string;
  readonly einsaetze: number;
  readonly minuten: number;
  readonly betragCent: number;
  /** How many of them are not settled yet. */
  readonly offen: number;
};

type Geleistet = {
  readonly sprachmittlerId: string | null;
  readonly sprachmittler: string | null;
  readonly stand: string;
  readonly minuten: number | null;
  readonly betragCent: number | null;
};

/** Sums by person, in the order in which they come. Whole minutes and cents: nothing is rounded twice. */
export function abrechnung(all: readonly Geleistet[]): Zeile[] {
  const lines = new Map<string, Zeile>();
  for (const e of all) {
    const id = e.sprachmittlerId ?? "";
    const before = lines.get(id);
    lines.set(id, {
      sprachmittlerId: id,
      name: e.sprachmittler ?? "nicht mehr lesbar",
      einsaetze: (before?.einsaetze ?? 0) + 1,
      minuten: (before?.minuten ?? 0) + (e.minuten ?? 0),
      betragCent: (before?.betragCent ?? 0) + (e.betragCent ?? 0),
      offen: (before?.offen ?? 0) + (e.stand === "geleistet" ? 1 : 0),
    });
  }
  return [...lines.values()];
}
