import { type Veraenderung, veraenderung } from "./veraenderung.ts";

/** What the last two assessments of a case say, without texts. */
type Kurz = {
  /** The days of both, the last first. */
  readonly tage: readonly string[];
  readonly werte: readonly {
    readonly handlungsfeld: string;
    readonly assessment: string;
    readonly am: string;
    readonly skala: number | null;
  }[];
};

export type Auffaellig = {
  readonly niedrig: readonly { readonly feld: string; readonly skala: number }[];
  readonly veraendert: readonly (Veraenderung & { readonly feld: string })[];
};

const SHOWN = 3;
/** From here on nobody is worried about an area. */
const GUT = 7;

/** What stands out: the lowest figures of the last assessment, and what changed most since the one before. */
export function auffaellig({ tage: [letztes, vorletztes], werte }: Kurz): Auffaellig {
  const of = (tag: string | undefined) => werte.filter(({ assessment }) => assessment === tag);
  const niedrig = of(letztes)
    .flatMap(({ handlungsfeld: feld, skala }) => (skala === null || skala >= GUT ? [] : [{ feld, skala }]))
    .toSorted((a, b) => a.skala - b.skala || a.feld.localeCompare(b.feld))
    .slice(0, SHOWN);
  const veraendert = of(letztes)
    .flatMap((jetzt) => {
      const vorher = of(vorletztes).find(({ handlungsfeld }) => handlungsfeld === jetzt.handlungsfeld);
      // In the order of the assessments, whatever the days on which somebody spoke about this area.
      const change =
        vorher &&
        veraenderung([
          { ...vorher, am: vorher.assessment },
          { ...jetzt, am: jetzt.assessment },
        ]);
      return change === undefined || change.um === 0 ? [] : [{ ...change, feld: jetzt.handlungsfeld }];
    })
    .toSorted((a, b) => Math.abs(b.um) - Math.abs(a.um) || a.feld.localeCompare(b.feld))
    .slice(0, SHOWN);
  return { niedrig, veraendert };
}
