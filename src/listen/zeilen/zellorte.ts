import { ortName } from "../erkennen/herkunft.ts";
import type { Herkunft, Umgeformt } from "../leser/zelle.ts";

/** How many cells end in each way. */
export type Zaehlung = { angabe: number; text: number; verstanden: number; wartet: number };
/** How a cell in this column ends. */
export type Zellende = { readonly index: number; readonly ende: keyof Zaehlung; readonly grund: string };

const BESCHRIFTUNG = "Tag, Überschrift oder Beschriftung einer Liste, die in Zeilen umgeformt ist";

/** What counts where one cell of the file says something in several rows: what still waits above all. */
const ORDER = ["wartet", "angabe", "text", "verstanden"] as const;

/** The cells of a sheet that was given another shape, counted once each and in the column in which they stand in the file. */
export class Zellorte {
  readonly #form: Umgeformt;
  readonly #enden = new Map<string, Zellende>();
  constructor(form: Umgeformt) {
    this.#form = form;
  }

  /** Where the cells of a row stood; undefined for one that is in the file like this. */
  her(zeile: number): Herkunft | undefined {
    return this.#form.her[zeile];
  }

  note(zeile: number, enden: readonly Zellende[]): void {
    for (const { index, ende, grund } of enden) {
      const ort = this.her(zeile)?.[index] ?? null;
      if (ort === null) continue;
      const known = this.#enden.get(ortName(ort));
      if (known === undefined || ORDER.indexOf(ende) < ORDER.indexOf(known.ende))
        this.#enden.set(ortName(ort), { index: ort.spalte, ende, grund });
    }
  }

  enden(): readonly Zellende[] {
    const labels = this.#form.beschriftung.map(({ spalte }): Zellende => ({
      index: spalte,
      ende: "verstanden",
      grund: BESCHRIFTUNG,
    }));
    return [...this.#enden.values(), ...labels];
  }
}
