import { readFileSync } from "node:fs";
import { CLASSES } from "../../db/field-classes.ts";
import type { Table } from "../../db/table.ts";
import { TABLES } from "../../db/tables/index.ts";
import { PHASEN, UEBERGAENGE, verlangt, werText } from "../domains/faelle/index.ts";
import { RECHTE, ROLLEN } from "../domains/zugang/index.ts";

/** A piece of a document that nobody types: it stands there between two marks with its name. */
type Part = { readonly file: string; readonly name: string; readonly rows: () => readonly (readonly string[])[] };

const ROOT = new URL("../../", import.meta.url);
const OWNERS: Readonly<Record<Table["owner"], string>> = { traeger: "Träger", kreis: "Kreis", betreiber: "Betreiber" };

const PARTS: readonly Part[] = [
  { file: "docs/datenschutz/loeschkonzept.md", name: "fristen", rows: fristen },
  { file: "docs/datenschutz/verzeichnis.md", name: "felder", rows: felder },
  { file: "docs/handbuch/08-rollen-und-rechte.md", name: "rollen", rows: rollen },
  { file: "docs/handbuch/08-rollen-und-rechte.md", name: "rechte", rows: rechte },
  { file: "docs/handbuch/14-faelle.md", name: "schritte", rows: schritte },
];

export const DOCUMENTS: readonly string[] = [...new Set(PARTS.map(({ file }) => file))];

export const documentUrl = (file: string): URL => new URL(file, ROOT);

/**
 * A document as it has to be: what is derived from the declarations written anew, every other word as it is.
 * @throws Error when a mark is missing
 */
export function documentText(file: string): string {
  const before = readFileSync(documentUrl(file), "utf8");
  return PARTS.filter((part) => part.file === file).reduce(withPart, before);
}

function withPart(text: string, { file, name, rows }: Part): string {
  const begin = `<!-- erzeugt von ./kim dokumente: ${name} -->`;
  const end = `<!-- Ende: ${name} -->`;
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file}: zwischen „${begin}“ und „${end}“ gehört eine Tabelle.`);
  return `${text.slice(0, from + begin.length)}\n\n${aligned(rows())}\n\n${text.slice(to)}`;
}

/** A table of Markdown as the formatter sets it; the first row is its head. */
function aligned(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((c, i) => c.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

const code = (word: string) => `\`${word}\``;
const list = (words: Iterable<string>) => [...new Set(words)].join(", ");

/** One row for all tables whose rows go together; of the code lists, only where they are. */
function fristen(): string[][] {
  const groups = Map.groupBy(TABLES, ({ retention }) => JSON.stringify(retention));
  const rows = [...groups.values()].flatMap((tables) =>
    tables
      .slice(0, 1)
      .map(({ retention: { data, period, done } }) => [
        data,
        list(tables.map(({ name }) => code(name.startsWith("ref.") ? "ref.*" : name))),
        list(tables.map(({ owner }) => OWNERS[owner])),
        period,
        done,
      ]),
  );
  return [["Daten", "Tabellen", "verantwortlich", "Frist", "geschieht"], ...rows];
}

/** Every table that holds more than technical and official things, with those columns by how they are stored. */
function felder(): string[][] {
  const rows = TABLES.flatMap(({ name, owner, says, columns }) => {
    const told = Object.entries(columns).filter(
      ([, { kind }]) => kind !== "technik" && CLASSES[kind].stored !== "Klartext",
    );
    if (name.startsWith("ref.") || told.length === 0) return [];
    const byStorage = Map.groupBy(told, ([, { kind }]) => CLASSES[kind].stored);
    const cell = [...byStorage].map(([stored, of]) => `${stored}: ${of.map(([column]) => code(column)).join(", ")}`);
    return [[code(name), says, OWNERS[owner], cell.join("; ")]];
  });
  return [["Tabelle", "Was eine Zeile ist", "verantwortlich", "Spalten, nach Art der Speicherung"], ...rows];
}

/** What everybody may do is left out: the table of the rights says it. */
function rollen(): string[][] {
  const roles = Object.values(ROLLEN);
  const common = new Set(SENTENCES.map(([recht]) => recht).filter((recht) => roles.every((r) => holds(r, recht))));
  const rows = roles.map((role) => {
    const own = SENTENCES.map(([recht]) => recht).filter((recht) => holds(role, recht) && !common.has(recht));
    return [role.name, role.satz, own.length === 0 ? "–" : list(own.map(code))];
  });
  return [["Rolle", "Aufgabe", "Rechte"], ...rows];
}

const SENTENCES: readonly (readonly [recht: string, satz: string])[] = Object.entries(RECHTE).map(
  ([recht, { satz }]) => [recht, satz],
);

const holds = (role: { readonly rechte: readonly string[] }, recht: string) => role.rechte.includes(recht);

function rechte(): string[][] {
  return [["Recht", "Was es erlaubt"], ...SENTENCES.map(([recht, satz]) => [code(recht), satz])];
}

/** Every step of a case, those from several phases to the same one in one row. */
function schritte(): string[][] {
  const groups = Map.groupBy(UEBERGAENGE, (step) => JSON.stringify({ ...step, von: undefined }));
  const rows = [...groups.values()].flatMap((steps) =>
    steps
      .slice(0, 1)
      .map((step) => [
        list(steps.map(({ von }) => PHASEN[von])),
        step.verb,
        PHASEN[step.nach],
        werText(step),
        verlangt(step) || "–",
      ]),
  );
  return [["Von", "Schritt", "Nach", "Wer", "Was dafür da sein muss"], ...rows];
}
