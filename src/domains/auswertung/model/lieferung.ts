import type { Zeitraum } from "./kennzahlen.ts";
import { type Monat, monatName, monateIn } from "./zeitraum.ts";

/** What a Träger can say about a month. */
export const MELDUNGEN = ["begonnen", "vollstaendig", "null"] as const;
export type Meldung = (typeof MELDUNGEN)[number];

/** What is known of a month of a Träger. `nichts`: nothing came in, which is not the same as none. */
export type Lieferstand = Meldung | "nichts";

/** What a Träger delivered, by month: more than 0 where something was counted, and what was reported. */
export type Lieferung = {
  readonly traegerId: string;
  readonly name: string;
  readonly aktiv: boolean;
  readonly gezaehlt: Readonly<Record<Monat, number>>;
  readonly gemeldet: Readonly<Record<Monat, Meldung>>;
};

/** Delivered to the end: nothing more is expected. */
const GANZ: ReadonlySet<Lieferstand> = new Set(["vollstaendig", "null"]);

const monateMitZahlen = ({ gezaehlt }: Lieferung): Monat[] =>
  Object.keys(gezaehlt)
    .filter((monat) => (gezaehlt[monat] ?? 0) > 0)
    .toSorted();

/**
 * The state of a month. What is reported counts, unless the figures say otherwise. Without a report a month is complete when it is
 * over and something was counted; the first one ever began somewhere in it, so it is only begun.
 * @param heute ISO day
 */
export function lieferstand(l: Lieferung, monat: Monat, heute: string): Lieferstand {
  const n = l.gezaehlt[monat] ?? 0;
  const said = l.gemeldet[monat];
  if (n === 0) return said === undefined ? "nichts" : said === "begonnen" ? "begonnen" : "null";
  if (said === "vollstaendig" || said === "begonnen") return said;
  if (said === "null" || monat >= heute.slice(0, 7)) return "begonnen";
  return monateMitZahlen(l)[0] === monat ? "begonnen" : "vollstaendig";
}

/** Whether anything came in for these months, a report of zero included. */
export const liefert = (l: Lieferung, z: Zeitraum, heute: string): boolean =>
  monateIn(z).some((monat) => lieferstand(l, monat, heute) !== "nichts");

/** What is missing of a Träger in a period: months of which nothing came in, and months that are only begun. */
export type Luecke = { readonly name: string; readonly nichts: readonly Monat[]; readonly begonnen: readonly Monat[] };

/** What is missing in a period of the Träger that belong to it. Months that have not begun yet are not missing. */
export function luecken(all: readonly Lieferung[], z: Zeitraum, heute: string): Luecke[] {
  const monate = monateIn(z).filter((monat) => monat <= heute.slice(0, 7));
  return all
    .map((l) => ({
      name: l.name,
      nichts: monate.filter((monat) => lieferstand(l, monat, heute) === "nichts"),
      begonnen: monate.filter((monat) => lieferstand(l, monat, heute) === "begonnen"),
    }))
    .filter((l) => l.nichts.length > 0 || l.begonnen.length > 0);
}

/** Whether every month of a period is delivered by a Träger to the end. */
export const ganz = (l: Lieferung, z: Zeitraum, heute: string): boolean =>
  monateIn(z).every((monat) => GANZ.has(lieferstand(l, monat, heute)));

/** Months one after the other as a span: "Juli bis Oktober 2025", "März 2025, Mai 2025". */
export function monateText(monate: readonly Monat[]): string {
  const runs: [Monat, Monat][] = [];
  for (const monat of monate) {
    const last = runs.at(-1);
    const follows = last !== undefined && monateIn({ von: `${last[1]}-01`, bis: `${monat}-01` }).length === 2;
    if (last !== undefined && follows) last[1] = monat;
    else runs.push([monat, monat]);
  }
  return runs
    .map(([from, to]) => {
      if (from === to) return monatName(from);
      const first = from.slice(0, 4) === to.slice(0, 4) ? monatName(from).replace(/ \d{4}$/, "") : monatName(from);
      return `${first} bis ${monatName(to)}`;
    })
    .join(", ");
}

/** "Caritas: nichts geliefert für Juli bis Oktober 2025; erst begonnen: November 2025" */
export function lueckeText({ name, nichts, begonnen }: Luecke): string {
  const parts = [
    ...(nichts.length === 0 ? [] : [`nichts geliefert für ${monateText(nichts)}`]),
    ...(begonnen.length === 0 ? [] : [`noch nicht vollständig: ${monateText(begonnen)}`]),
  ];
  return `${name}: ${parts.join("; ")}`;
}
