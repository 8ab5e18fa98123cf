import { DEFINITIONEN } from "../../../auswertung/model/definitionen.ts";
import { MITTELND, MITTLUNG } from "../../../auswertung/model/mittlung.ts";
import type { Zaehlung } from "../../../auswertung/model/kennzahlen.ts";
import { VERDECKT, type Zelle, istGenannt } from "../../../auswertung/model/zelle.ts";
import type { Grundlage, Namen } from "../grundlage.ts";
import { type Block, type Tabelle, absatz } from "../../../papier/model/papier.ts";
import { rangfolge } from "../rangfolge.ts";
import { kindDolmetschtSatz } from "../saetze.ts";
import { GERUNDET, anteil, gross, zahlwort, zelle } from "../sprache.ts";

/** Of how many single consultations a trait is known. @param einzelne all of them */
export function mitAngabe(counts: Zaehlung, einzelne: Zelle): Zelle {
  const without = counts[""] ?? 0;
  return istGenannt(without) && istGenannt(einzelne) ? einzelne - without : VERDECKT;
}

type Merkmal = { readonly counts: Zaehlung; readonly einzelne: Zelle; readonly namen: Namen };

/** Counts of one trait of single consultations. Those without an answer are told below, not hidden and not shared in. */
function merkmal({ counts, einzelne, namen }: Merkmal, titel: string, word: string): Block[] {
  const without = counts[""] ?? 0;
  const ranks = rangfolge({ ...counts, "": 0 }, namen);
  const told = mitAngabe(counts, einzelne);
  if (ranks.length === 0) return [];
  const tabelle: Tabelle = {
    art: "tabelle",
    titel,
    summe: true,
    spalten: [
      { titel: word },
      {
        titel: "Beratungen",
        zahl: true,
      },
      {
        titel: "Anteil an den Beratungen mit Angabe",
        zahl: true,
      },
    ],
    zeilen: [
      ...ranks.map((r) => [gross(r.name), zelle(r.wert), anteil(r.wert, told)]),
      ["Zusammen", zelle(told), anteil(told, told)],
    ],
    anmerkungen: [
      without === 0
        ? "Grundlage sind die einzeln dokumentierten Beratungen."
        : `Grundlage sind die einzeln dokumentierten Beratungen mit Angabe; zu ${without === 1 ? "einer weiteren" : `${zahlwort(without)} weiteren`} fehlt sie.`,
      GERUNDET,
    ],
  };
  return [tabelle];
}

/** What came of it, and where people were referred to. */
export const ergebnisBloecke = ({ kennzahlen, namen }: Grundlage): Block[] =>
  merkmal(
    { counts: kennzahlen.merkmale.ergebnis, einzelne: kennzahlen.einzelne, namen: namen.ergebnis },
    "Ergebnisse und Vermittlungen",
    "Ergebnis",
  );

/** How people understood each other. */
export function verstaendigungBloecke({ kennzahlen, namen }: Grundlage): Block[] {
  const counts = kennzahlen.merkmale.verstaendigung;
  const table = merkmal(
    { counts, einzelne: kennzahlen.einzelne, namen: namen.verstaendigung },
    "Verständigung in den Beratungen",
    "Verständigung",
  );
  const child = kindDolmetschtSatz(counts["kind_dolmetscht"] ?? 0);
  return table.length === 0 || child === "" ? table : [...table, absatz(child)];
}

type Mittelnd = Pick<Grundlage, "mittlung"> & { readonly namen: Pick<Grundlage["namen"], "sprache"> };

/** Which language needed somebody who interprets, who did, and what went without. */
export function mittlungBloecke({ mittlung, namen }: Mittelnd): Block[] {
  if (mittlung === null || mittlung.length === 0) return [];
  const nameOf = (code: string) => namen.sprache.find((one) => one.code === code)?.name ?? code;
  const tabelle: Tabelle = {
    art: "tabelle",
    titel: "Bedarf an Sprachmittlung nach Sprache",
    summe: false,
    spalten: [
      { titel: "Sprache" },
      { titel: "Gebraucht", zahl: true },
      ...MITTELND.map((how) => ({ titel: MITTLUNG[how], zahl: true as const })),
      { titel: "Nicht gedeckt", zahl: true },
    ],
    zeilen: mittlung.map((z) => [
      gross(nameOf(z.sprache)),
      zelle(z.gebraucht),
      ...MITTELND.map((how) => zelle(z[how])),
      zelle(z.ungedeckt),
    ]),
    anmerkungen: [DEFINITIONEN.mittlung],
  };
  return [tabelle];
}
