import type { Values } from "../../../platform/form.ts";
import type { BesetzungZeile, StelleAkte } from "../queries/stellen.ts";
import { vzaeText } from "./stelle.ts";

/** Stored records as their forms would be filled with them; for a form whose record somebody else changed meanwhile. */

const one = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value]);

export const stelleValues = (s: StelleAkte): Values => ({
  art: [s.art],
  bezeichnung: one(s.bezeichnung),
  vzae: [vzaeText(s.vzae)],
  von: [s.von],
  bis: one(s.bis),
  kommunen: s.kommunen.map((k) => k.ags),
});

/** @param name what the reader may see of a name that is no account's */
export const besetzungValues = (b: BesetzungZeile, name: string | undefined): Values => ({
  konto: one(b.kontoId),
  name: b.kontoId === null ? one(name) : [],
  anteil: [vzaeText(b.anteil)],
  von: [b.von],
  bis: one(b.bis),
  ueberschneidung: one(b.ueberschneidung),
});
