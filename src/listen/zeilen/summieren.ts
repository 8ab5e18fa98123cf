import { type Anzahlen, keineAnzahlen, plus } from "./anzahlen.ts";
import type { Summe } from "./typen.ts";
import type { Zaehlung } from "./strichliste.ts";

type Stelle = { readonly blatt: string; readonly zeile: number };
type Offen = {
  readonly von: string;
  readonly bis: string;
  readonly ags: string;
  beratungen: number | null;
  neuzuweisungen: number;
  readonly themen: Anzahlen;
  readonly offeneThemen: Anzahlen;
  readonly zeilen: Stelle[];
};

/** Adds what single cells count to one sum per span of days and Kommune. */
export class Summierer {
  private readonly found = new Map<string, Offen>();

  add(zaehlungen: readonly Zaehlung[], stelle: Stelle): void {
    for (const { zeitraum, ags, was, n } of zaehlungen) {
      const summe = this.summe(zeitraum.von, zeitraum.bis, ags);
      const last = summe.zeilen.at(-1);
      if (last?.blatt !== stelle.blatt || last.zeile !== stelle.zeile) summe.zeilen.push(stelle);
      if ("wort" in was) plus(was.art === "thema" ? summe.themen : summe.offeneThemen, was.wort, n);
      else if (was.art === "beratungen") summe.beratungen = (summe.beratungen ?? 0) + n;
      else summe.neuzuweisungen += n;
    }
  }

  summen(): Summe[] {
    return [...this.found.values()].toSorted((a, b) => a.von.localeCompare(b.von) || a.ags.localeCompare(b.ags));
  }

  private summe(von: string, bis: string, ags: string): Offen {
    const key = `${von}/${bis}/${ags}`;
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const nothing = { beratungen: null, neuzuweisungen: 0, themen: keineAnzahlen(), offeneThemen: keineAnzahlen() };
    const fresh = { von, bis, ags, ...nothing, zeilen: [] };
    this.found.set(key, fresh);
    return fresh;
  }
}
