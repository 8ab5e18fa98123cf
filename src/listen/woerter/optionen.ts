import type { Kommune } from "./kommunen.ts";
import type { Codes, Wortart } from "./verzeichnis.ts";

/** A code that a word can be decided to stand for. */
export type Wortoption = { readonly code: string; readonly name: string };

const JA_NEIN: readonly Wortoption[] = [
  { code: "ja", name: "ja" },
  { code: "nein", name: "nein" },
];

/** Everything that words of a kind can stand for, in the order of the lists. */
export function wortOptionen(codes: Codes, kommunen: readonly Kommune[], art: Wortart): readonly Wortoption[] {
  switch (art) {
    case "thema":
      return codes.handlungsfeld;
    case "kommune":
      return kommunen.map(({ ags, name }) => ({ code: ags, name }));
    case "herkunft":
      return [
        ...codes.herkunftsgruppe.map(({ code, name }) => ({ code: `gruppe:${code}`, name: `${name} (Gruppe)` })),
        ...codes.staatsangehoerigkeit,
      ];
    case "neuzuweisung":
      return JA_NEIN;
    case "alter":
      return codes.altersgruppe;
    default:
      return codes[art];
  }
}
