import type { Values } from "../../../platform/form.ts";
import type { Stand } from "./assessment.ts";
import type { Verbindung } from "./netzwerk.ts";

const one = (value: string | null): string[] => (value === null ? [] : [value]);

export const tagValues = ({ am }: { readonly am: string }): Values => ({ am: [am] });

/** An area as its form would be filled with it; one that is empty begins with the day of its assessment. */
export const bereichValues = (stand: Stand, tag: string): Values => ({
  am: [stand.am ?? tag],
  skala: stand.skala === null ? [] : [String(stand.skala)],
  lage: one(stand.lage),
  ressourcen: one(stand.ressourcen),
  bedarf: one(stand.bedarf),
  wunsch: one(stand.wunsch),
});

export const verbindungValues = (v: Verbindung): Values => ({
  name: [v.name],
  art: [v.art],
  staerke: [String(v.staerke)],
  richtung: [v.richtung],
  belastet: v.belastet ? ["ja"] : [],
  notiz: one(v.notiz),
  von: [v.von],
  bis: one(v.bis),
});

/** What a connection is like from today on begins as it was. */
export const wandelValues = (v: Verbindung, heute: string): Values => {
  const { bis: _, ...same } = verbindungValues(v);
  return { ...same, von: [heute] };
};
