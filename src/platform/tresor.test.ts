import { inspect } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  newDataKey,
  newKey,
  newTraegerKey,
  open,
  OVERHEAD,
  seal,
  TresorError,
  unwrapDataKey,
  unwrapTraegerKey,
  versionOf,
  wrapDataKey,
  wrapTraegerKey,
  type Place,
} from "./tresor.ts";

const PARTS = ["kreis", "table", "row", "column"] as const;
const here: Place = {
  kreis: "05382",
  table: "kim.beratung",
  row: "11111111-1111-4111-8111-111111111111",
  column: "notiz",
};
const key = newDataKey();

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof TresorError) return error.reason;
    throw error;
  }
  return "geöffnet";
}

const part = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const anyPlace = fc.record({ kreis: part, table: part, row: part, column: part });

describe("sealing and opening", () => {
  test.each(["", " ", "Mira Beispiel", "Олена Шевченко 👩‍👩‍👧", "محمد الأحمد", "\0\n", "x".repeat(100_000)])(
    "gives back what went in (%#)",
    (plain) => {
      const sealed = seal(key, here, plain);
      expect(open(key, here, sealed)).toBe(plain);
      expect(sealed).toHaveLength(Buffer.byteLength(plain) + OVERHEAD);
    },
  );

  test("for every text and every place; half a character becomes the replacement character", () => {
    fc.assert(
      fc.property(anyPlace, fc.string({ unit: "binary" }), (place, plain) => {
        expect(open(key, place, seal(key, place, plain))).toBe(plain.toWellFormed());
      }),
    );
    expect(open(key, here, seal(key, here, "a\ud800b"))).toBe("a\ufffdb");
  });

  test("the same text looks different every time", () => {
    const sealed = new Set(Array.from({ length: 100 }, () => seal(key, here, "Jo Muster").toString("hex")));
    expect(sealed.size).toBe(100);
  });

  test("nothing of the text and no key appears in output", () => {
    const shown = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key);
    const bytes = key.material.export();
    for (const encoding of ["hex", "base64", "base64url", "latin1"] as const) {
      expect(shown).not.toContain(bytes.toString(encoding));
    }
    expect(seal(key, here, "Karl Probe").includes("Karl")).toBe(false);
  });
});

describe("put at another place", () => {
  test.each(PARTS)("nothing opens: %s", (name) => {
    fc.assert(
      fc.property(anyPlace, part, (place, other) => {
        fc.pre(place[name] !== other);
        const sealed = seal(key, place, "Jo Muster");
        expect(reasonOf(() => open(key, { ...place, [name]: other }, sealed))).toBe("echtheit");
      }),
    );
  });

  test("nothing opens, even when the parts joined together are the same", () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, fc.integer({ min: 0, max: 2 }), (place, shape, at) => {
        const [left, right] = [PARTS[at] ?? "kreis", PARTS[at + 1] ?? "table"];
        const joined = [...(place[left] + place[right])];
        const cut = 1 + (shape[left].length % Math.max(1, joined.length - 1));
        const moved = { ...place, [left]: joined.slice(0, cut).join(""), [right]: joined.slice(cut).join("") };
        fc.pre(moved[left] !== place[left] && moved[right] !== "");
        expect(reasonOf(() => open(key, moved, seal(key, place, "Jo Muster")))).toBe("echtheit");
      }),
    );
  });

  test("two parts exchanged do not open", () => {
    const swapped = { ...here, row: here.column, column: here.row };
    expect(reasonOf(() => open(key, swapped, seal(key, here, "x")))).toBe("echtheit");
  });

  test.each(PARTS)("a forgotten part is refused already when sealing: %s", (name) => {
    expect(() => seal(key, { ...here, [name]: "" }, "x")).toThrow(TypeError);
    // Half characters would all be written as the same replacement character, so two places could look alike.
    expect(() => seal(key, { ...here, [name]: "\ud800" }, "x")).toThrow(TypeError);
  });
});

describe("changed", () => {
  test("every single byte counts", () => {
    const sealed = seal(key, here, "Notiz mit ß");
    for (let at = 0; at < sealed.length; at++) {
      for (const bit of [1, 0x80]) {
        const changed = Buffer.from(sealed);
        changed.writeUInt8((sealed[at] ?? 0) ^ bit, at);
        const expected = at === 0 ? "form" : at < 5 ? "version" : "echtheit";
        expect(
          reasonOf(() => open(key, here, changed)),
          `Byte ${at}`,
        ).toBe(expected);
      }
    }
  });

  test("shortened, lengthened or foreign", () => {
    const sealed = seal(key, here, "Notiz");
    for (let length = 0; length < sealed.length; length++) {
      const expected = length < OVERHEAD ? "form" : "echtheit";
      expect(reasonOf(() => open(key, here, sealed.subarray(0, length)))).toBe(expected);
    }
    expect(reasonOf(() => open(key, here, Buffer.concat([sealed, Buffer.alloc(1)])))).toBe("echtheit");
    expect(reasonOf(() => open(newDataKey(), here, sealed))).toBe("echtheit");
    expect(reasonOf(() => open(newDataKey(2), here, sealed))).toBe("version");
  });

  test("the version of the key stands in every value; a changed one does not open", () => {
    const second = newDataKey(2);
    const sealed = seal(second, here, "x");
    expect(versionOf(sealed, here)).toBe(2);
    const relabelled = Buffer.from(sealed);
    relabelled.writeUInt32BE(1, 1);
    expect(reasonOf(() => open({ ...second, version: 1 }, here, relabelled))).toBe("echtheit");
  });

  test("the error names table and column, never the person", () => {
    expect(new TresorError("echtheit", here).message).toContain("kim.beratung.notiz");
    expect(new TresorError("echtheit", here).message).not.toContain(here.row);
  });
});

describe("wrapped keys", () => {
  const operator = newKey("betreiber", 1);
  const traeger = newTraegerKey(3);

  test("pass through both levels", () => {
    const wrappedTraeger = wrapTraegerKey(operator, traeger, here);
    const wrappedData = wrapDataKey(traeger, key, here);
    const sealed = seal(key, here, "Mira Beispiel");
    const opened = unwrapDataKey(unwrapTraegerKey(operator, here, 3, wrappedTraeger), here, 1, wrappedData);
    expect(open(opened, here, sealed)).toBe("Mira Beispiel");
    expect(versionOf(wrappedData, here)).toBe(3);
  });

  test("do not open in another row, as another version or with another key", () => {
    const wrapped = wrapDataKey(traeger, key, here);
    expect(reasonOf(() => unwrapDataKey(traeger, { ...here, row: "andere" }, 1, wrapped))).toBe("echtheit");
    expect(reasonOf(() => unwrapDataKey(traeger, here, 2, wrapped))).toBe("echtheit");
    expect(reasonOf(() => unwrapDataKey(newTraegerKey(3), here, 1, wrapped))).toBe("echtheit");
    expect(reasonOf(() => unwrapDataKey(newTraegerKey(4), here, 1, wrapped))).toBe("version");
  });

  test("a wrapped key never opens as text", () => {
    const asData = { ...traeger, kind: "daten" } as const;
    const wrapped = wrapDataKey(traeger, key, here);
    expect(reasonOf(() => open(asData, { ...here, row: `${here.row}:1` }, wrapped))).toBe("echtheit");
    expect(reasonOf(() => open(asData, here, wrapped))).toBe("echtheit");
  });
});
