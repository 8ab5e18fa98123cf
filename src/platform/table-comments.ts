import { TABLES } from "../../db/tables/index.ts";

const literal = (text: string | undefined): string => (text === undefined ? "null" : `'${text.replaceAll("'", "''")}'`);

/**
 * What the declarations say, as comments of the database: whoever looks at it with a tool of their own reads there what a
 * table and a column mean. A column without a word loses the one it had.
 */
export function commentSql(): string {
  const statements = TABLES.flatMap(({ name, says, columns }) => [
    `comment on table ${name} is ${literal(says)}`,
    ...Object.entries(columns).map(
      ([column, { comment }]) => `comment on column ${name}.${column} is ${literal(comment)}`,
    ),
  ]);
  return statements.map((s) => `${s};\n`).join("");
}
