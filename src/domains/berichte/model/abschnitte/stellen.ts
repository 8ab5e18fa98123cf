import { tagText } from "../../../../platform/span.ts";
import type { Grundlage, Lage } from "../grundlage.ts";
import type { Block, Tabelle } from "../../../papier/model/papier.ts";
import { vzae } from "../sprache.ts";

const MODULE = [
  { modul: "I", name: "Modul I – Koordinierende Stelle" },
  { modul: "II", name: "Modul II – Case Management" },
  { modul: "III", name: "Modul III – ABH und EBH" },
] as const;

function besetzung(lage: Lage): Tabelle {
  const rows = MODULE.map(({ modul, name }) => ({ name, modul, ...lage.module[modul] }));
  const soll = rows.reduce((sum, r) => sum + r.soll, 0);
  const ist = rows.reduce((sum, r) => sum + r.ist, 0);
  const seit = (modul: string) => {
    const days = new Set(lage.vakanzen.filter((v) => v.modul === modul).map((v) => v.seit));
    return days.size === 0 ? "–" : [...days].toSorted().map(tagText).join(", ");
  };
  return {
    art: "tabelle",
    titel: `Genehmigte und besetzte Stellen am ${tagText(lage.stichtag)} in Vollzeitäquivalenten (VZÄ)`,
    spalten: [
      { titel: "Modul" },
      { titel: "genehmigt", zahl: true },
      { titel: "besetzt", zahl: true },
      { titel: "vakant", zahl: true },
      { titel: "vakant seit", zahl: true },
    ],
    zeilen: [
      ...rows.map((r) =>
        r.soll === 0
          ? [r.name, "–", "–", "–", "keine Angaben"]
          : [r.name, vzae(r.soll), vzae(r.ist), vzae(r.soll - r.ist), seit(r.modul)],
      ),
      ["Zusammen", vzae(soll), vzae(ist), vzae(soll - ist), ""],
    ],
    summe: true,
    anmerkungen: [],
  };
}

const mitGruenden = ({ vakanzen: all }: Lage): boolean => all.every((v) => v.grund !== null);

/** Reasons only where every vacancy has one: a gap beside others would hint at a person. */
const vakanzen = (lage: Lage): Tabelle => ({
  art: "tabelle",
  titel: `Vakante Stellen am ${tagText(lage.stichtag)}`,
  spalten: [
    { titel: "Stelle" },
    { titel: "VZÄ", zahl: true },
    { titel: "vakant seit", zahl: true },
    ...(mitGruenden(lage) ? [{ titel: "Grund" }] : []),
  ],
  zeilen: lage.vakanzen.map((v) => [
    `${v.stelle} (Modul ${v.modul})`,
    vzae(v.vzae),
    tagText(v.seit),
    ...(mitGruenden(lage) ? [v.grund ?? ""] : []),
  ]),
  summe: false,
  anmerkungen: [],
});

/** Nothing where no post is approved: the sentence says so. */
const tables = (lage: Lage): Block[] =>
  MODULE.every(({ modul }) => lage.module[modul].soll === 0)
    ? []
    : lage.vakanzen.length === 0
      ? [besetzung(lage)]
      : [besetzung(lage), vakanzen(lage)];

/** What is approved, filled and vacant: at the end of the period, and on the day of the session where that differs. */
export const stellenBloecke = ({ stellen, seither }: Grundlage): Block[] => [
  ...tables(stellen),
  ...(seither === null ? [] : tables(seither)),
];
