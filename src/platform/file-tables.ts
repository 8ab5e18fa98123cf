import { CLASSES } from "../../db/field-classes.ts";
import { TABLES } from "../../db/tables/index.ts";

/**
 * Every table of files (wall `akte`), from their declarations: whoever adds one need not think of what walks over all of them.
 */
const FILES = TABLES.filter(({ wall }) => wall === "akte");

type File = (typeof FILES)[number];

/** Whether the worker may change a column of a table: it alone moves files. */
const moves = ({ worker = [] }: File, column: string): boolean =>
  worker.some((verb) => typeof verb === "object" && verb.update.includes(column));

const names = (files: readonly File[]): readonly string[] => files.map(({ name }) => name);

/**
 * Files that change their account by themselves. Everything else hangs from one of them by a reference that carries the account
 * along (`on update cascade`).
 */
export const FILE_ROOTS = names(FILES.filter((file) => moves(file, "konto_id")));

/** Files that say who wrote them where they did not know it yet. */
export const FILES_WITH_WRITER = names(FILES.filter((file) => moves(file, "erfasst_von")));

/** Kinds of work: what has an id of its own and can be counted without being opened. */
export const KINDS_OF_WORK = names(FILES.filter(({ work }) => work === true));

const ofPersons = FILES.filter(({ columns }) => "person_id" in columns);

/** What is said about a person all at once, in rows of its own: as a field is, it is chosen when two persons are merged. */
export const PERSON_VALUES = ofPersons.filter(({ merged }) => merged === "values");

/** The columns of a table of files; none for another table. */
export const columnsOf = (name: string): File["columns"] => FILES.find((file) => file.name === name)?.columns ?? {};

/** The sealed columns of a table of files: under the key of the person, at their own place (table, `id`, column). */
export const sealedColumns = (name: string): string[] =>
  Object.entries(columnsOf(name)).flatMap(([column, { kind }]) =>
    CLASSES[kind].sealed && !CLASSES[kind].secret ? [column] : [],
  );

const base = (name: string) => name.replace(/^\w+\./, "");

/** A column by which rows hang from those of another table, and so go where it goes: `fall_id`, or what a table says itself. */
const hangingFrom = ({ columns, leans = [], hangs = {} }: File, { name }: File): string[] => {
  const own = `${base(name)}_id`;
  return Object.keys(columns).filter(
    (column) => (column === own && !leans.includes(column)) || hangs[column]?.includes(name) === true,
  );
};

/** A table of records of a person, with what hangs from them, over any number of steps. */
export type PersonRecords = {
  readonly table: File;
  readonly parts: readonly Part[];
  /** Columns by which a row hangs from another record; where one is filled it goes with that, else it stands by itself. */
  readonly links: readonly string[];
};
export type Part = { readonly table: File; readonly under: File; readonly column: string };

const partsOf = (under: File): Part[] =>
  FILES.flatMap((table) => hangingFrom(table, under).map((column) => ({ table, under, column })));
const allParts = (under: File): Part[] => partsOf(under).flatMap((part) => [part, ...allParts(part.table)]);

const records = ofPersons.filter(({ merged, columns }) => merged === undefined && "id" in columns);
const hanging = records.flatMap(allParts);

/** Every table of records of a person; what hangs from one of them goes with it. */
export const PERSON_RECORDS: readonly PersonRecords[] = records.map((table) => ({
  table,
  parts: allParts(table),
  links: [...new Set(hanging.filter((part) => part.table === table).map(({ column }) => column))],
}));

/** Rows that name a person in a record of somebody else: `row` says which one it is. */
export type PersonEnd = { readonly table: string; readonly column: string; readonly row: string };

/** What tells the rows of a table apart that name a person: their id, else that of what they hang from besides her. */
const rowOf = (file: File): string =>
  "id" in file.columns
    ? "id"
    : (FILES.flatMap((under) => hangingFrom(file, under)).find((column) => column !== "person_id") ?? "id");

/** Records that name another person as well, or that are about her besides their own: that end of them may be another's. */
export const PERSON_ENDS: readonly PersonEnd[] = [
  ...records
    .filter(({ columns }) => "andere_id" in columns)
    .map(({ name }) => ({ table: name, column: "andere_id", row: "id" })),
  ...ofPersons
    .filter(({ merged }) => merged === "named")
    .map((file) => ({ table: file.name, column: "person_id", row: rowOf(file) })),
];

/** What the worker may read and write to give a record to another person: which one it is, and what lies under her key. */
export function givenTo(
  table: File,
): { readonly select: readonly string[]; readonly update: readonly string[] } | undefined {
  const of = PERSON_RECORDS.flatMap((r) => [{ table: r.table, column: "person_id" }, ...r.parts]);
  const found = of.filter((one) => one.table.name === table.name);
  const end = PERSON_ENDS.find((one) => one.table === table.name && one.column === "person_id");
  if (end !== undefined)
    return {
      select: [...new Set(["kreis", end.row, ...found.map(({ column }) => column), end.column])],
      update: [end.column],
    };
  if (found.length === 0) return undefined;
  const links = [...found.map(({ column }) => column), "person_id"].filter((name) => name in table.columns);
  const sealed = sealedColumns(table.name);
  return {
    select: [...new Set(["kreis", "id", ...links, ...sealed])].filter((name) => name in table.columns),
    update: [...new Set([...("person_id" in table.columns ? ["person_id"] : []), ...sealed])],
  };
}
