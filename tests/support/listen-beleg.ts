import { expect } from "vitest";
import { readDatei } from "../../src/listen/leser/read-datei.ts";
import { Unlesbar } from "../../src/listen/leser/unlesbar.ts";
import { liesListe } from "../../src/listen/lies-liste.ts";
import { belegVon } from "../../src/listen/zeilen/beleg.ts";
import type { Beleg, Ergebnis } from "../../src/listen/zeilen/typen.ts";
import { testCodes, testKommunen } from "./codes.ts";
import { letters } from "./listen-datei.ts";

/** What the reader gives, counted without the rest of the program: cells that are not empty, by sheet and column. */
async function cellsOf(bytes: Uint8Array): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, zeilen } of await readDatei(bytes, "Liste 2023")) {
    for (const { zellen } of zeilen) {
      for (const [i, zelle] of zellen.entries()) {
        const key = `${name}!${letters(i)}`;
        if (zelle !== null) counts[key] = (counts[key] ?? 0) + 1;
      }
    }
  }
  return counts;
}

const bySpalte = ({ spalten }: Beleg) => Object.fromEntries(spalten.map((s) => [`${s.blatt}!${s.spalte}`, s.zellen]));
const inGruenden = ({ gruende }: Beleg, ende: "verstanden" | "wartet") =>
  gruende.filter((g) => g.ende === ende).reduce((sum, { zellen }) => sum + zellen, 0);

/** Expects that the receipt of a file adds up to its cells, however its rows ended. */
export async function addsUp(bytes: Uint8Array): Promise<void> {
  let ergebnis: Ergebnis;
  try {
    ergebnis = await liesListe(bytes, {
      datei: "Liste 2023.xlsx",
      kommunen: testKommunen("05382"),
      codes: testCodes(),
      heute: "2026-11-22",
    });
  } catch (error) {
    if (error instanceof Unlesbar) return;
    throw error;
  }
  const held = ergebnis.zeilen.map((zeile) =>
    zeile.stand === "uebernommen" ? { ...zeile, stand: "wiederholt" as const, grund: "schon da" } : zeile,
  );
  const cells = await cellsOf(bytes);
  for (const beleg of [ergebnis.beleg, belegVon({ ...ergebnis, zeilen: held })]) {
    expect(bySpalte(beleg)).toEqual(cells);
    for (const one of [beleg, ...beleg.spalten]) {
      expect(one.angabe + one.text + one.verstanden + one.wartet).toBe(one.zellen);
    }
    for (const ende of ["verstanden", "wartet"] as const) expect(inGruenden(beleg, ende)).toBe(beleg[ende]);
  }
}
