import { globSync, readFileSync } from "node:fs";
import { z } from "zod";
import { describe, expect, test } from "vitest";
import { demoRoutes, routes } from "../src/routes.ts";
import { today } from "../src/platform/clock.ts";
import { readForm } from "../src/platform/form.ts";
import { limitsOf, longest } from "../src/platform/limits.ts";
import { Table } from "../src/ui/index.ts";

const all = [...routes, ...demoRoutes];
const forms = all.flatMap(({ path, schema }) => (schema === undefined ? [] : [{ path, schema }]));

/** Whether a schema takes free text, as nothing but its length says what it may be. */
function isFree(field: z.core.$ZodType | undefined): boolean {
  if (field instanceof z.ZodString) return field.format === null && longest(field) === undefined;
  if (field instanceof z.ZodPipe) return longest(field) === undefined && isFree(field.in) && isFree(field.out);
  const wraps = field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault;
  if (wraps) return isFree(field.unwrap());
  return field instanceof z.ZodArray && isFree(field.element);
}

const fields = forms.flatMap(({ path, schema }) =>
  Object.entries(schema.shape).map(([name, field]) => ({ path, name, field, max: longest(field) })),
);
/** `ansicht` is pressed and `unterschrift` drawn; nobody types them. */
const bounded = fields.flatMap((one) =>
  one.max === undefined || /^(ansicht|unterschrift)$/.test(one.name) ? [] : [{ ...one, max: one.max }],
);

describe("no text is cut", () => {
  test("not by the browser: no page says maxlength", () => {
    expect(globSync("src/**/*.tsx").filter((file) => /maxlength=/i.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  test("there are bounds, and every form knows its own", () => {
    expect(bounded.length).toBeGreaterThan(300);
    const limits = limitsOf(all);
    expect(limits("/beratungen/neu?weiter=zeigen")("notiz")).toBe(4000);
    expect(limits("/beratungen/0a/korrigieren")("grund")).toBe(500);
    expect(limits("/nirgends")("notiz")).toBeUndefined();
  });

  test("what is too long is refused at its field, which says by how much; what just fits is not", () => {
    for (const { path, name, max } of bounded) {
      const { schema } = forms.find((form) => form.path === path) ?? { schema: z.object({}) };
      const said = (n: number) => {
        const form = readForm(schema, { [name]: ["a".repeat(n)] }, today());
        return form.ok ? undefined : form.errors.find((error) => error.field === name)?.message;
      };
      if (/^(stufe|rolle|themen)$/.test(name)) continue;
      expect(said(max + 7), `${path} ${name}`).toMatch(/ Zeichen, [\d.]+ passen hinein\. Kürzen Sie um 7 Zeichen\.$/);
      expect(said(max) ?? "", `${path} ${name}`).not.toContain("passen hinein");
    }
  });
});

/** Where to go next, what comes back sealed, and what is only compared: nobody types it. A day is told by itself. */
const NOT_TYPED = /^(weiter|eingabe|ab|art|email|wiederholung|(neu|m)\d+_geburtsdatum)$/;

test("no form takes typed text without a bound", () => {
  const free = fields.filter(({ name, field }) => !NOT_TYPED.test(name) && isFree(field));
  expect(free.map(({ path, name }) => `${path} ${name}`)).toEqual([]);
});

describe("no list is cut", () => {
  const pages = globSync("src/domains/**/*.tsx").map((file) => [file, readFileSync(file, "utf8")] as const);

  test("a table takes all its rows: `first` folds the others and tells how many", () => {
    expect(pages.filter(([, text]) => /rows=\{[^}]*\.slice\(/.test(text)).map(([file]) => file)).toEqual([]);
    const html = String(
      Table({ caption: "Zahlen", columns: [{ label: "n", cell: String }], rows: [1, 2, 3, 4, 5], first: 2 }),
    );
    expect(html).toContain("<summary>3 weitere zeigen</summary>");
    expect(html.match(/<tr>/g)).toHaveLength(7);
  });
});
