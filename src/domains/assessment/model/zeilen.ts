import type { Assessment, Lebensbereich } from "../queries/assessments.ts";
import { type Messung, type Veraenderung, veraenderung } from "./veraenderung.ts";

/** One Lebensbereich over the assessments that are shown, one place each; undefined where an assessment has no such area. */
export type Zeile = {
  readonly feld: string;
  readonly name: string;
  readonly staende: readonly (Lebensbereich | undefined)[];
  readonly skalen: readonly (number | null)[];
  readonly veraenderung: Veraenderung | undefined;
};

type Feld = { readonly code: string; readonly name: string };

/** Every Lebensbereich that one of the assessments has, in the order of the list. */
export function zeilenOf(assessments: readonly Assessment[], felder: readonly Feld[]): Zeile[] {
  return felder.flatMap(({ code, name }) => {
    const staende = assessments.map(({ bereiche }) => bereiche.find(({ handlungsfeld }) => handlungsfeld === code));
    if (staende.every((stand) => stand === undefined)) return [];
    const messungen = staende.map((stand, i): Messung => ({
      am: stand?.am ?? assessments[i]?.am ?? "",
      skala: stand?.skala ?? null,
    }));
    const skalen = messungen.map(({ skala }) => skala);
    return { feld: code, name, staende, skalen, veraenderung: veraenderung(messungen) };
  });
}
