import type { Values } from "../../../platform/form.ts";
import type { KommuneEingabe } from "./stammdaten.ts";

/** Stored records as their forms would be filled with them; for a form whose record somebody else changed meanwhile. */

const one = (value: string | null): string[] => (value === null ? [] : [value]);
const yes = (value: boolean): string[] => (value ? ["ja"] : []);

export const kommuneValues = (k: KommuneEingabe): Values => ({
  name: [k.name],
  plz: one(k.plz),
  jugendamt: one(k.jugendamt),
  ebh: one(k.ebh),
  abh: one(k.abh),
  aktiv: yes(k.aktiv),
});

type TraegerStand = {
  readonly name: string;
  readonly art: string;
  readonly rechtsrahmen: string;
  readonly eigenesWortAb: number;
  readonly aktiv: boolean;
};

export const traegerValues = (t: TraegerStand): Values => ({
  name: [t.name],
  art: [t.art],
  rechtsrahmen: [t.rechtsrahmen],
  eigenesWortAb: [String(t.eigenesWortAb)],
  aktiv: yes(t.aktiv),
});

export const standortValues = (s: {
  readonly name: string;
  readonly ags: string;
  readonly aktiv: boolean;
}): Values => ({
  name: [s.name],
  ags: [s.ags],
  aktiv: yes(s.aktiv),
});

export const kontoValues = (k: {
  readonly name: string;
  readonly email: string;
  readonly standortId: string | null;
}): Values => ({ name: [k.name], email: [k.email], standort: one(k.standortId) });
