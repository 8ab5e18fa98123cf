import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { serialOf } from "../../../tests/support/listen-datei.ts";
import { xls } from "../../../tests/support/xls-datei.ts";
import { liesListe } from "../lies-liste.ts";
import { readDatei } from "./read-datei.ts";
import { Unlesbar } from "./unlesbar.ts";

const LANG = "Wohnungssuche für eine Familie mit fünf Kindern, Übergangsheim, Bürgermeisteramt – ".repeat(4);

describe("a workbook of Excel 97 to 2003", () => {
  test("its texts, numbers, days, formulas and what is crossed out", async () => {
    const bytes = xls("Liste", [
      ["Datum", "Ärztin", null, LANG],
      [{ tag: serialOf("2024-03-04") }, 12, 1.5, true],
      [{ formel: "Zürich" }, { gestrichen: "Much" }, "Ende"],
    ]);
    const [blatt] = await readDatei(bytes, "x");
    expect(blatt?.name).toBe("Liste");
    expect(blatt?.zeilen).toEqual([
      { nr: 1, zellen: ["Datum", "Ärztin", null, LANG.trim()] },
      { nr: 2, zellen: [{ art: "tag", tag: "2024-03-04" }, 12, 1.5, true] },
      { nr: 3, zellen: ["Zürich", "Much", "Ende"], gestrichen: [1] },
    ]);
  });

  test("counts as the same list in another format would", async () => {
    const tage = ["2024-03-04", "2024-03-05", "2024-03-06"].map((day) => ({ tag: serialOf(day) }));
    const rows = tage.map((tag, i) => [tag, "Much", ["Wohnen", "Kita", "Schule"][i] ?? "", 30]);
    const bytes = xls("2024", [["Datum", "Ort", "Thema", "Dauer"], ...rows]);
    const { zahlen } = await liesListe(bytes, {
      datei: "alt.xls",
      kommunen: testKommunen("05382"),
      codes: testCodes(),
    });
    expect([zahlen.beratungen, zahlen.themen]).toEqual([3, { wohnen: 1, bildung_0_6: 1, schule: 1 }]);
  });

  test("one that is cut off anywhere is refused, and nothing of it read", async () => {
    const bytes = xls(
      "Liste",
      Array.from({ length: 40 }, (_, i) => ["Datum", `Wort ${i}`, i]),
    );
    for (let length = 9; length < bytes.length - 512; length += 211) {
      const error = await readDatei(bytes.slice(0, length), "x").catch((one: unknown) => one);
      expect(error).toBeInstanceOf(Unlesbar);
    }
  });
});
