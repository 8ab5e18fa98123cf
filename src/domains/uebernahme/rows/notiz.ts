import { nameOf } from "../../codelisten/index.ts";
import type { Codes, Beratungszeile } from "../../../listen/index.ts";

/**
 * The note of a consultation from a list: what was written, and what its columns say that no field of a consultation holds,
 * so that nothing is lost. Empty where there is neither.
 */
export function notizVon(zeile: Beratungszeile, codes: Codes): string {
  const named = zeile.personen.length > 0;
  const several = zeile.personen.length > 1;
  const lines = [
    zeile.notiz,
    several
      ? line("Sprachen", zeile.sprachen, codes.sprache)
      : line("weitere Sprachen", rest(zeile.sprachen), codes.sprache),
    line("weitere Ergebnisse", rest(zeile.ergebnisse), codes.ergebnis),
    // A person holds the nationality; the coarse group alone, or what is said of several at once, no field does.
    named && (several || zeile.staatsangehoerigkeit === null) ? herkunft(zeile, codes) : "",
    several && zeile.altersgruppe !== null ? line("Alter", [zeile.altersgruppe], codes.altersgruppe) : "",
    named && zeile.personenzahl > zeile.personen.length ? `Personen laut Liste: ${zeile.personenzahl}` : "",
    zeile.beratend === null ? "" : `beratend laut Liste: ${zeile.beratend}`,
  ];
  return lines.filter((text) => text !== "").join("\n");
}

const rest = <T>([, ...more]: readonly T[]): readonly T[] => more;

const line = (label: string, kodes: readonly string[], list: readonly { code: string; name: string }[]): string =>
  kodes.length === 0 ? "" : `${label}: ${kodes.map((code) => nameOf(list, code)).join(", ")}`;

function herkunft({ staatsangehoerigkeit, herkunftsgruppe }: Beratungszeile, codes: Codes): string {
  if (staatsangehoerigkeit !== null)
    return line("Staatsangehörigkeit", [staatsangehoerigkeit], codes.staatsangehoerigkeit);
  return herkunftsgruppe === null ? "" : line("Herkunft", [herkunftsgruppe], codes.herkunftsgruppe);
}
