import { DEFINITIONEN } from "../../../auswertung/model/definitionen.ts";
import type { Grundlage } from "../grundlage.ts";
import type { Block, Tabelle } from "../../../papier/model/papier.ts";
import { zelle } from "../sprache.ts";

/** Language support before school: children with need beside the places that there are, by Kommune. */
export function delfinBloecke({ delfin: d, namen }: Grundlage): Block[] {
  if (d === null) return [];
  const nameOf = (ags: string) => namen.kommunen.find((k) => k.code === ags)?.name ?? ags;
  const tabelle: Tabelle = {
    art: "tabelle",
    titel: `Sprachförderung vor der Einschulung ${d.jahr} (DELFIN 4)`,
    spalten: [
      { titel: "Kommune" },
      { titel: "Kinder mit Bedarf", zahl: true },
      { titel: "Plätze", zahl: true },
      { titel: "davon besetzt", zahl: true },
    ],
    zeilen: [
      ...d.zeilen.map((z) => [
        nameOf(z.ags),
        zelle(z.bedarf),
        z.plaetze === null ? "–" : zelle(z.plaetze),
        zelle(z.besucht),
      ]),
      ["Zusammen", zelle(d.bedarf), zelle(d.plaetze), zelle(d.besucht)],
    ],
    summe: true,
    anmerkungen: [DEFINITIONEN.delfin],
  };
  return [tabelle];
}
