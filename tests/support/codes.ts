import { readFileSync } from "node:fs";
import { PHASE, PHASEN } from "../../src/domains/faelle/index.ts";
import type { Codes, Kommune } from "../../src/listen/index.ts";

function rows(list: string): Readonly<Record<string, string>>[] {
  const text = readFileSync(new URL(`../../db/codelisten/${list}.csv`, import.meta.url), "utf8");
  const [head = "", ...lines] = text.trim().split("\n");
  const columns = head.split(";");
  return lines.map((line) => Object.fromEntries(line.split(";").map((value, i) => [columns[i] ?? "", value])));
}

const kodes = (list: string) => rows(list).map(({ code = "", name = "", kurz = name }) => ({ code, name, kurz }));

/** The code lists as the import needs them, read from their files. */
export const testCodes = (): Codes => ({
  handlungsfeld: kodes("handlungsfeld"),
  kontaktweg: kodes("kontaktweg"),
  sprache: kodes("sprache"),
  verstaendigung: kodes("verstaendigung"),
  ergebnis: kodes("ergebnis"),
  abschlussgrund: kodes("abschlussgrund"),
  phase: PHASE.map((code) => ({ code, name: PHASEN[code] })),
  herkunftsgruppe: kodes("herkunftsgruppe"),
  staatsangehoerigkeit: rows("staatsangehoerigkeit").map(
    ({ code = "", name = "", iso2 = "", herkunftsgruppe = "" }) => ({
      code,
      name,
      iso2: iso2 || null,
      herkunftsgruppe,
    }),
  ),
  altersgruppe: rows("altersgruppe").map(({ code = "", name = "", von = "", bis = "" }) => ({
    code,
    name,
    von: Number(von),
    bis: bis === "" ? null : Number(bis),
  })),
});

/** The Kommunen of a Kreis from the code list. */
export const testKommunen = (kreis: string): Kommune[] =>
  rows("kommune")
    .filter((row) => row["kreis"] === kreis)
    .map(({ code = "", name = "", plz = "" }) => ({ ags: code, name, plz: plz || null }));
