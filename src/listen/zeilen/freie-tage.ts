import { type Blatt, zellText } from "../leser/zelle.ts";
import { pairsIn } from "../woerter/legende.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { isFrei } from "./abwesend.ts";

/** Short forms by which a file says that nobody counselled: “U = Urlaub, F = Feiertag”. */
export function freieKuerzel(blaetter: readonly Blatt[]): ReadonlySet<string> {
  const pairs = blaetter.flatMap(({ zeilen }) =>
    zeilen.flatMap(({ zellen }) =>
      zellen.flatMap((zelle) => (typeof zelle === "string" ? erklaert(zellText(zelle)) : [])),
    ),
  );
  return new Set(pairs.filter(({ wort }) => isFrei(wort)).map(({ kurz }) => schluessel(kurz)));
}

/** A title may explain them in brackets: “Troisdorf 2025 (U=Urlaub, K=krank)”. */
const erklaert = (text: string) => (/[=:]/u.test(text) ? [text, ...text.split(/[()]/u).slice(1)].flatMap(pairsIn) : []);
