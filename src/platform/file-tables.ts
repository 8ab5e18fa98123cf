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
export const KINDS_OF_WORK = names(
  FILES.filter(({ columns, worker = [] }) => "id" in columns && worker.includes("select")),
);
