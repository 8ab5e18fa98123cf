import { DEFINITIONEN } from "../../../auswertung/model/definitionen.ts";
import { ANRUFENDE, type Anrufzeile, frageWort } from "../../../auswertung/model/anrufe.ts";
import type { Grundlage } from "../grundlage.ts";
import type { Block, Tabelle } from "../../../papier/model/papier.ts";
import { zelle } from "../sprache.ts";

/** Language support before school: children with need beside the places that there are, and what the phone hour was asked. */
export const delfinBloecke = (g: Grundlage): Block[] => [...plaetzeBloecke(g), ...anrufBloecke(g)];

/** What the phone hour of MuKi-S was asked, and which languages the children speak. */
function anrufBloecke({ anrufe: a, namen }: Pick<Grundlage, "anrufe" | "namen">): Block[] {
  if (a === null) return [];
  const tabelle = (
    titel: string,
    first: string,
    zeilen: readonly Anrufzeile[],
    word: (code: string) => string,
  ): Tabelle => ({
    art: "tabelle",
    titel,
    spalten: [{ titel: first }, ...Object.values(ANRUFENDE).map((who) => ({ titel: who, zahl: true as const }))],
    zeilen: zeilen.map((z) => [word(z.code), zelle(z.familie), zelle(z.fachkraft)]),
    summe: false,
    anmerkungen: [],
  });
  const sprache = (code: string) => namen.sprache.find((one) => one.code === code)?.name ?? code;
  const fragen = tabelle("Telefonsprechstunde MuKi-S nach der Frage", "Frage", a.fragen, frageWort);
  const sprachen = tabelle("Telefonsprechstunde MuKi-S nach den Sprachen des Kindes", "Sprache", a.sprachen, sprache);
  return [
    {
      ...fragen,
      zeilen: [...fragen.zeilen, ["Zusammen", zelle(a.familie), zelle(a.fachkraft)]],
      summe: true,
      anmerkungen: [DEFINITIONEN.anrufe],
    },
    ...(a.sprachen.length === 0 ? [] : [sprachen]),
  ];
}

function plaetzeBloecke({ delfin: d, namen }: Grundlage): Block[] {
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
