import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, serialOf, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

/**
 * Lists written by hand with what each cell should give, before the program saw them (docs/decisions/0035). `=== file`, `--- sheet`,
 * `@` what it counts, `|` between cells, `{code}` behind a theme (`{a/b}`: either), `~` and `?` before a row that counts nothing.
 */
type Blatt = { readonly name: string; readonly rows: string[][] };
type Soll = { beratungen?: number; kommunen?: Record<string, number>; kreuz?: string };
type Liste = { readonly datei: string; readonly blaetter: Blatt[]; soll: Soll };

const codes = testCodes();
const kommunen = testKommunen("05382");
const MARK = /\{([^}]*)\}/gu;

function listenIn(satz: string): Liste[] {
  const found: Liste[] = [];
  const text = readFileSync(new URL(`fixtures/gemessen/satz-${satz}.txt`, import.meta.url), "utf8");
  for (const line of text.trimEnd().split("\n")) {
    const liste = found.at(-1);
    if (line.startsWith("=== ")) found.push({ datei: line.slice(4).trim(), blaetter: [], soll: {} });
    else if (liste === undefined) continue;
    else if (line.startsWith("--- ")) liste.blaetter.push({ name: line.slice(4).trim(), rows: [] });
    else if (line.startsWith("@")) liste.soll = JSON.parse(line.slice(1));
    else {
      if (liste.blaetter.length === 0) liste.blaetter.push({ name: "Tabelle1", rows: [] });
      liste.blaetter.at(-1)?.rows.push(line.split("|"));
    }
  }
  return found;
}

const plain = (cell: string): string => cell.replaceAll(MARK, "").replace(/^[~?]/u, "").trim();

function cellOf(cell: string): Testzelle {
  const text = plain(cell);
  if (text === "") return null;
  if (/^D\d{4}-/u.test(text)) return { serial: serialOf(text.slice(1)), format: "dd.mm.yyyy" };
  return /^(?:0|[1-9]\d{0,4})$/u.test(text) ? Number(text) : text;
}

const dayText = (text: string): string => text.replace(/^D(\d{4})-(\d\d)-(\d\d)$/u, "$3.$2.$1");
const quoted = (text: string): string => (/[;"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function bytesOf({ datei, blaetter }: Liste): Uint8Array {
  if (!datei.endsWith(".csv")) {
    return xlsx(blaetter.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellOf)) })));
  }
  const rows = blaetter[0]?.rows ?? [];
  return Buffer.from(rows.map((row) => row.map((c) => quoted(dayText(plain(c)))).join(";")).join("\r\n"));
}

/** Themes of a row as they were marked; none for a row that counts nothing. */
const marked = (row: readonly string[]): string[] =>
  /^[~?]/u.test(row[0] ?? "") ? [] : row.flatMap((c) => [...c.matchAll(MARK)].map(([, code = ""]) => code));

async function gemessen(liste: Liste) {
  const ergebnis = await liesListe(bytesOf(liste), { datei: liste.datei, kommunen, codes, heute: "2026-11-29" });
  let [right, all] = [0, 0];
  const wrong: string[] = [];
  for (const { name, rows } of liste.soll.kreuz === undefined ? liste.blaetter : []) {
    for (const [i, row] of rows.entries()) {
      const wanted = marked(row).filter((code) => code !== "" && !code.includes("*"));
      const optional = marked(row).map((code) => code.split("*")[0] ?? "");
      const read = ergebnis.zeilen.find((z) => z.zeile === i + 1 && (liste.datei.endsWith(".csv") || z.blatt === name));
      const themen = read?.stand === "uebernommen" ? (read.beratung?.themen ?? []) : [];
      all += wanted.length;
      right += wanted.filter((code) => code.split("/").some((one) => themen.includes(one))).length;
      const extra = themen.filter((one) => !optional.some((code) => code.split("/").includes(one)));
      wrong.push(...extra.map((one) => `Zeile ${i + 1}: ${one}`));
    }
  }
  return { ergebnis, right, all, wrong };
}

describe("lists as teams keep them", () => {
  test.each(["a", "b", "c", "d", "e"])(
    "set %s: no wrong figure, most themes by themselves, the rest told",
    async (satz) => {
      let [right, all] = [0, 0];
      for (const liste of listenIn(satz)) {
        const one = await gemessen(liste);
        const { zahlen, beleg } = one.ergebnis;
        const { beratungen = zahlen.beratungen, kommunen: orte = zahlen.kommunen } = liste.soll;
        expect(one.wrong, liste.datei).toEqual([]);
        // What is not counted waits; nothing is counted twice.
        expect(zahlen.beratungen, liste.datei).toBeLessThanOrEqual(beratungen);
        if (beleg.wartet === 0) expect([zahlen.beratungen, zahlen.kommunen], liste.datei).toEqual([beratungen, orte]);
        right += one.right;
        all += one.all;
      }
      expect(right / Math.max(1, all)).toBeGreaterThanOrEqual(0.92);
    },
  );
});
