/**
 * Measures how fast a list is read into checked rows, and how much memory that takes. The list is made first, by another
 * process, so that its memory is not counted.
 *
 *   node --import ./src/translate.ts tests/bench/listen-lesen.ts [rows = 100000]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { liesListe } from "../../src/listen/index.ts";
import { testCodes, testKommunen } from "../support/codes.ts";
import { type Testzelle, serialOf, xlsx } from "../support/listen-datei.ts";

const [what = "100000", file] = process.argv.slice(2);
const HEADS = [
  "Datum",
  "Kommune",
  "Name, Vorname",
  "Geb.-Datum",
  "Herkunft",
  "Sprache",
  "Thema 1",
  "Thema 2",
  "Dauer",
  "Kontaktart",
  "Notiz",
];
const pick = (list: readonly string[], i: number) => list[i % list.length] ?? "";

function row(i: number): Testzelle[] {
  const day = (first: string, days: number) => ({ serial: serialOf(first) + (i % days), format: "dd.mm.yyyy" });
  return [
    day("2023-01-02", 170),
    pick(["Siegburg", "Lohmar", "St. Augustin", "Windek", "Much"], i),
    `Muster${i % 30_011}, Jo${i % 97}`,
    day("1960-01-01", 15_013),
    pick(["syrisch", "Ukraine", "afghan.", "türkisch"], i),
    pick(["Arabisch", "Dari", "Türkisch"], i),
    pick(["Deutschkurs", "Wohnung", "SGB II", "ABH", "Kita", "Arzt", "Jobsuche"], i),
    i % 3 === 0 ? "Schule" : null,
    15 * (1 + (i % 6)),
    pick(["Telefon", "Termin", "offene Sprechstunde"], i),
    `Rückruf ${i}`,
  ];
}

if (what === "make" && file !== undefined) {
  const count = Number(process.argv[4]);
  writeFileSync(file, xlsx([{ name: "Liste", rows: [HEADS, ...Array.from({ length: count }, (_, i) => row(i))] }]));
} else {
  const folder = mkdtempSync(join(tmpdir(), "kim-listen-"));
  const path = join(folder, "liste.xlsx");
  spawnSync(process.execPath, ["--import", "./src/translate.ts", import.meta.filename, "make", path, what], {
    stdio: "inherit",
  });
  const bytes = new Uint8Array(readFileSync(path));
  rmSync(folder, { recursive: true });
  const [began, used] = [performance.now(), process.cpuUsage()];
  const { zahlen } = await liesListe(bytes, {
    datei: "liste.xlsx",
    kommunen: testKommunen("05382"),
    codes: testCodes(),
  });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${zahlen.zeilen} rows (${(bytes.length / 1e6).toFixed(1)} MB): ${seconds.toFixed(1)} s, ` +
      `${Math.round(zahlen.zeilen / seconds)} rows/s, processor ${((user + system) / 1e6).toFixed(1)} s, peak ${Math.round(peak)} MiB\n`,
  );
}
