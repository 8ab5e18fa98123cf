import { describe, expect, test } from "vitest";
import { z } from "zod";
import { day } from "./fields.ts";
import { readFilter } from "./filter.ts";

const Query = z
  .object({
    von: day(undefined, "back").optional(),
    bis: day(undefined, "back").optional(),
    modul: z.enum(["I", "II"]).optional(),
  })
  .refine(({ von, bis }) => von === undefined || bis === undefined || von <= bis, {
    path: ["bis"],
    message: "„bis“ liegt vor „von“.",
  });

const read = (search: string) => readFilter(Query, new URL(`http://kim.example/liste${search}`), "2026-11-29");

describe("a filter with days", () => {
  test("ISO addresses stay as they are", () => {
    expect(read("?von=2026-03-01&modul=I&getan=ja")).toEqual({
      ok: true,
      filter: { von: "2026-03-01", modul: "I" },
      plain: undefined,
    });
    expect(read("")).toEqual({ ok: true, filter: {}, plain: undefined });
    expect(read("?von=&bis=%20&modul=")).toEqual({ ok: true, filter: {}, plain: undefined });
  });

  test("any other spelling leads to the ISO address, with all the rest of it", () => {
    expect(read("?von=1.3.&bis=heute&modul=I&getan=ja")).toMatchObject({
      ok: true,
      filter: { von: "2026-03-01", bis: "2026-11-29" },
      plain: "/liste?von=2026-03-01&bis=2026-11-29&modul=I&getan=ja",
    });
  });

  test("what is no day is told at its field, and everything typed is kept", () => {
    expect(read("?von=31.02.&bis=bald&modul=I")).toEqual({
      ok: false,
      rejected: {
        values: { von: ["31.02."], bis: ["bald"], modul: ["I"] },
        errors: [
          { field: "von", message: "Den 31.02. gibt es nicht. Prüfen Sie Tag und Monat." },
          {
            field: "bis",
            message: "Schreiben Sie das Datum als Tag, Monat und Jahr, zum Beispiel 12.03.2026.",
          },
        ],
      },
    });
  });

  test("from after until is a sentence, in whatever spelling", () => {
    expect(read("?von=12.3.2026&bis=2026-03-11")).toEqual({
      ok: false,
      rejected: {
        values: { von: ["12.3.2026"], bis: ["2026-03-11"] },
        errors: [{ field: "bis", message: "„bis“ liegt vor „von“." }],
      },
    });
    expect(read("?von=12.3.2026&bis=2026-03-12").ok).toBe(true);
  });

  test("an unknown code counts as not given", () => {
    expect(read("?von=2026-03-01&modul=IX")).toMatchObject({ ok: true, filter: { von: "2026-03-01" } });
  });
});
