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

/** Tables whose rows hang from those of another by its id (`fall_id`), and so go where it goes. */
const partsOf = ({ name }: File): File[] => FILES.filter(({ columns }) => `${base(name)}_id` in columns);

/** A table of records of a person, with what hangs from them, over any number of steps. */
export type PersonRecords = { readonly table: File; readonly parts: readonly Part[] };
export type Part = { readonly table: File; readonly under: File; readonly column: string };

const allParts = (under: File): Part[] =>
  partsOf(under).flatMap((table) => [{ table, under, column: `${base(under.name)}_id` }, ...allParts(table)]);

const records = ofPersons.filter(({ merged, columns }) => merged === undefined && "id" in columns);
const inOthers = new Set(records.flatMap(allParts).map(({ table }) => table.name));

/** Every table of records of a person; what hangs from one of them goes with it. */
export const PERSON_RECORDS: readonly PersonRecords[] = records
  .filter(({ name }) => !inOthers.has(name))
  .map((table) => ({ table, parts: allParts(table) }));

/** Records of one person that name another one as well: that end of them may be another's, as the record may. */
export const PERSON_ENDS: readonly { readonly table: string; readonly column: string }[] = PERSON_RECORDS.filter(
  ({ table }) => "andere_id" in table.columns,
).map(({ table }) => ({ table: table.name, column: "andere_id" }));

/** What the worker may read and write to give a record to another person: which one it is, and what lies under her key. */
export function givenTo(
  table: File,
): { readonly select: readonly string[]; readonly update: readonly string[] } | undefined {
  const of = PERSON_RECORDS.flatMap((r) => [{ table: r.table, column: "person_id" }, ...r.parts]);
  const found = of.filter((one) => one.table.name === table.name);
  if (found.length === 0) return undefined;
  const links = [...found.map(({ column }) => column), "person_id"].filter((name) => name in table.columns);
  const sealed = sealedColumns(table.name);
  return {
    select: [...new Set(["kreis", "id", ...links, ...sealed])].filter((name) => name in table.columns),
    update: [...new Set([...("person_id" in table.columns ? ["person_id"] : []), ...sealed])],
  };
}
