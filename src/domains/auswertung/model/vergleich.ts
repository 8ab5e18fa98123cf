import type { Zeitraum } from "./kennzahlen.ts";
import { type Lieferung, ganz, liefert, luecken, lueckeText } from "./lieferung.ts";
import { davor, unbrauchbar, vorjahr, zeitraumName } from "./zeitraum.ts";

/** The other period that figures are compared with, or why there is none. */
export type Vergleichswahl =
  { readonly zeitraum: Zeitraum; readonly grund?: never } | { readonly zeitraum?: never; readonly grund: string };

/** So many Träger are named in a reason; the rest is a number. */
const NAMED = 3;

const same = (a: Zeitraum, b: Zeitraum): boolean => a.von === b.von && a.bis === b.bis;

/** The periods that may be compared with, the better one first: the same months a year before, then as many months just before. */
export const vergleichbare = (z: Zeitraum): Zeitraum[] => {
  const [first, second] = [vorjahr(z), davor(z)];
  return (same(first, second) ? [first] : [first, second]).filter((one) => unbrauchbar(one) === undefined);
};

/** Who belongs to a comparison: whoever delivers in the period, and whoever delivered in the other one and is not closed. */
const beteiligte = (all: readonly Lieferung[], z: Zeitraum, other: Zeitraum, heute: string): Lieferung[] =>
  all.filter((l) => liefert(l, z, heute) || (l.aktiv && liefert(l, other, heute)));

function fehlt(who: readonly Lieferung[], z: Zeitraum, heute: string): string | undefined {
  const open = luecken(
    who.filter((l) => !ganz(l, z, heute)),
    z,
    heute,
  );
  if (open.length === 0) return undefined;
  const more = open.length - NAMED;
  const named = open.slice(0, NAMED).map(lueckeText).join(". ");
  return `Für ${zeitraumName(z)} sind die Zahlen nicht vollständig. ${named}${more > 0 ? `. Dazu ${more} weitere Träger` : ""}.`;
}

/**
 * The one rule of comparing, for paper, dashboard, start page and files: a period compares only with one in which every Träger
 * that delivers now delivered every month to the end, and only once it is over and delivered itself. Otherwise nothing is
 * compared, and `grund` says why.
 * @param all the Träger whose figures are told
 * @param heute ISO day
 */
export function vergleichMit(all: readonly Lieferung[], z: Zeitraum, heute: string): Vergleichswahl {
  if (z.bis >= heute) return { grund: "Der Zeitraum läuft noch." };
  const reasons: string[] = [];
  for (const other of vergleichbare(z)) {
    const who = beteiligte(all, z, other, heute);
    const reason = fehlt(who, z, heute) ?? (who.length === 0 ? NICHTS : fehlt(who, other, heute));
    if (reason === undefined) return { zeitraum: other };
    reasons.push(reason);
  }
  return { grund: reasons[0] ?? NICHTS };
}

const NICHTS = "Es gibt keinen Zeitraum, mit dem sich vergleichen lässt.";
