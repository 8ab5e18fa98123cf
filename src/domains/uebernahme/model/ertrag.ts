import { anzahl } from "../../../platform/words.ts";
import { aufzaehlung } from "./aufzaehlung.ts";
import type { Zaehlung } from "./uebernahme.ts";

type Gezaehlt = Pick<Zaehlung, "art" | "beratungen"> & Partial<Pick<Zaehlung, "personen" | "faelle">>;

/** What a list brings, in words: persons and cases where it is about them, consultations else. */
export function ertrag({ art, beratungen, personen = 0, faelle = 0 }: Gezaehlt): string {
  const akten = art === "personen" || art === "faelle";
  return aufzaehlung([
    ...(!akten || beratungen > 0 ? [anzahl(beratungen, "Beratung", "Beratungen")] : []),
    ...(art === "personen" || personen > 0 ? [anzahl(personen, "Person", "Personen")] : []),
    ...(art === "faelle" || faelle > 0 ? [anzahl(faelle, "Fall", "Fälle")] : []),
  ]);
}
