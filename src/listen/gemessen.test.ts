import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, serialOf, xlsx } from "../../tests/support/listen-datei.ts";
import { Unlesbar } from "./leser/unlesbar.ts";
import { liesListe } from "./lies-liste.ts";

/**
 * Lists written by hand with what each cell should give, before the program saw them (docs/decisions/0035). `=== file`, `--- sheet`,
 * `@` what it counts, `|` between cells, `{code}` behind a theme (`{a/b}`: either), `~` and `?` before a row that counts nothing;
 * `@@kreuz` below heads whose marks count.
 */
type Blatt = { readonly name: string; readonly rows: string[][]; kopf?: readonly string[] | undefined };
type Zahlen = Record<string, number>;
type Soll = {
  beratungen?: number;
  kommunen?: Zahlen;
  themen?: Zahlen;
  monate?: Zahlen;
  kreuz?: string;
  sep?: string;
  enc?: string;
};
type Liste = { readonly datei: string; readonly blaetter: Blatt[]; soll: Soll };

const codes = testCodes();
const kommunen = testKommunen("05382");
const MARK = /\{([a-z0-9_/*]*)\}/gu;

function listenIn(satz: string): Liste[] {
  const found: Liste[] = [];
  const text = readFileSync(new URL(`fixtures/gemessen/satz-${satz}.txt`, import.meta.url), "utf8");
  for (const line of text.trimEnd().split("\n")) {
    const liste = found.at(-1);
    if (line.startsWith("=== ")) found.push({ datei: line.slice(4).trim(), blaetter: [], soll: {} });
    else if (liste === undefined) continue;
    else if (line.startsWith("--- ")) liste.blaetter.push({ name: line.slice(4).trim(), rows: [] });
    else if (line.startsWith("@@"))
      Object.assign(liste.blaetter.at(-1) ?? {}, { kopf: liste.blaetter.at(-1)?.rows.at(-1) });
    else if (line.startsWith("@")) liste.soll = JSON.parse(line.slice(1));
    else {
      if (liste.blaetter.length === 0) liste.blaetter.push({ name: "Tabelle1", rows: [] });
      liste.blaetter.at(-1)?.rows.push(line.split("|"));
    }
  }
  return found;
}

const plain = (cell: string): string =>
  cell
    .replaceAll(MARK, "")
    .replace(/^[~?](?=.)/u, "")
    .trim();

function cellOf(cell: string): Testzelle {
  const text = plain(cell);
  if (text === "") return null;
  if (/^D\d{4}-/u.test(text)) return { serial: serialOf(text.slice(1)), format: "dd.mm.yyyy" };
  return /^(?:0|[1-9]\d{0,4})$/u.test(text) ? Number(text) : text;
}

const dayText = (text: string): string => text.replace(/^D(\d{4})-(\d\d)-(\d\d)$/u, "$3.$2.$1");
const quoted = (text: string, sep: string): string =>
  text.includes(sep) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;

const DOS = new Map([..."äöüÄÖÜßé"].map((c, i) => [c, [0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1, 0x82][i]]));
/** The text as a program would save it that knows another encoding, or that took it for another one once. */
function encoded(text: string, enc: string | undefined): Uint8Array {
  if (enc === "latin1") return Buffer.from(text, "latin1");
  if (enc === "mojibake") return Buffer.from(Buffer.from(text).toString("latin1"));
  return enc === "cp850" ? Uint8Array.from([...text], (c) => DOS.get(c) ?? c.charCodeAt(0)) : Buffer.from(text);
}

function bytesOf({ datei, blaetter, soll }: Liste): Uint8Array {
  if (!datei.endsWith(".csv")) {
    return xlsx(blaetter.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellOf)) })));
  }
  const rows = blaetter[0]?.rows ?? [];
  const { sep = ";", enc } = soll;
  return encoded(rows.map((row) => row.map((c) => quoted(dayText(plain(c)), sep)).join(sep)).join("\r\n"), enc);
}

/** Themes of a row as they were marked, or whose heads are; none for a row that counts nothing. */
const codesIn = (cell: string) => [...cell.matchAll(MARK)].map(([, code = ""]) => code);
const marked = (row: readonly string[], kopf: readonly string[] = []): string[] =>
  row === kopf || /^[~?]./u.test(row[0] ?? "")
    ? []
    : [
        ...row.flatMap(codesIn),
        ...kopf.flatMap((head, i) => (/^(?:x|✓|ja)$/iu.test(row[i] ?? "") ? codesIn(head) : [])),
      ];

const mehr = (name: string, got: Readonly<Zahlen>, soll: Readonly<Zahlen> = got): string[] =>
  Object.entries(got).flatMap(([key, n]) =>
    n > (soll[key] ?? 0) ? [`${name} ${key}: ${n} statt ${soll[key] ?? 0}`] : [],
  );

/** A list that cannot be read at all says so and counts nothing. */
async function gelesen(liste: Liste) {
  try {
    return await liesListe(bytesOf(liste), { datei: liste.datei, kommunen, codes, heute: "2026-11-29" });
  } catch (error) {
    if (error instanceof Unlesbar) return undefined;
    throw error;
  }
}

async function gemessen(liste: Liste) {
  const ergebnis = await gelesen(liste);
  let [right, all] = [0, 0];
  const wrong: string[] = [];
  const { kreuz, themen: counted, kommunen: orte, monate } = liste.soll;
  for (const [code, n] of Object.entries(counted ?? {})) {
    all += n;
    right += Math.min(n, ergebnis?.zahlen.themen[code] ?? 0);
  }
  if (ergebnis !== undefined) {
    const { zahlen } = ergebnis;
    wrong.push(...mehr("Thema", counted === undefined ? {} : zahlen.themen, counted));
    wrong.push(...mehr("Kommune", zahlen.kommunen, orte), ...mehr("Monat", zahlen.monate, monate));
  }
  for (const { name, rows, kopf } of kreuz === undefined && counted === undefined ? liste.blaetter : []) {
    for (const [i, row] of rows.entries()) {
      const wanted = marked(row, kopf).filter((code) => code !== "" && !code.includes("*"));
      const optional = marked(row, kopf).map((code) => code.split("*")[0] ?? "");
      const read = ergebnis?.zeilen.find(
        (z) => z.zeile === i + 1 && (liste.datei.endsWith(".csv") || z.blatt === name),
      );
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
  test.each([
    ...(["a", "b", "c", "d", "e", "o", "q", "s"] as const).map((satz) => [satz, 0.92] as const),
    // Many of its lists wait as a whole, and should.
    ["p", 0.8] as const,
    ["r", 0.5] as const,
  ])("set %s: no wrong figure, most themes by themselves, the rest told", async (satz, least) => {
    let [right, all] = [0, 0];
    for (const liste of listenIn(satz)) {
      const one = await gemessen(liste);
      expect(one.wrong, liste.datei).toEqual([]);
      right += one.right;
      all += one.all;
      if (one.ergebnis === undefined) continue;
      const { zahlen, beleg } = one.ergebnis;
      const { beratungen = zahlen.beratungen, kommunen: orte = zahlen.kommunen } = liste.soll;
      // What is not counted waits; nothing is counted twice.
      expect(zahlen.beratungen, liste.datei).toBeLessThanOrEqual(beratungen);
      if (beleg.wartet === 0) expect([zahlen.beratungen, zahlen.kommunen], liste.datei).toEqual([beratungen, orte]);
    }
    expect(right / Math.max(1, all)).toBeGreaterThanOrEqual(least);
  });
});
