import type { Values } from "../../../platform/form.ts";
import { getippt } from "./betrag.ts";
import { KENNZAHLEN } from "./kennzahl.ts";
import type { Indikator, Massnahme } from "./massnahme.ts";

const maybe = (value: string | null): string[] => (value === null ? [] : [value]);

/** What the form of a measure is filled with. */
export const massnahmeValues = (m: Massnahme): Values => ({
  titel: [m.titel],
  luecken: [...m.luecken],
  ziel: [m.ziel],
  verantwortlich: [m.verantwortlich],
  organisationen: [...m.organisationen],
  budget: getippt(m.budget),
  quelle: maybe(m.quelle),
  von: [m.von],
  bis: maybe(m.bis),
  beschluss: maybe(m.beschlussId),
  gruppe: maybe(m.gruppeId),
});

/** What the form of an indicator is filled with. */
export function indikatorValues(i: Indikator): Values {
  const wovon = i.zahl === null ? "alles" : KENNZAHLEN[i.zahl].wovon;
  return {
    zahl: maybe(i.zahl),
    handlungsfeld: wovon === "handlungsfeld" ? maybe(i.kode) : [],
    kommune: wovon === "kommune" ? maybe(i.kode) : [],
    name: [i.name],
    einheit: [i.einheit],
    richtung: [i.richtung],
    anfang: getippt(i.anfang),
    anfang_am: [i.anfangAm],
    ziel: getippt(i.ziel),
    ziel_am: [i.zielAm],
  };
}
