import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../../tests/support/codes.ts";
import { encode } from "../../../../tests/support/listen-datei.ts";
import { HANDLISTEN, handliste } from "../../../../tests/support/uebernahme.ts";
import { Unlesbar, liesListe } from "../../../listen/index.ts";
import { liesNebenan } from "../queries/nebenan.ts";

const kontext = { kommunen: testKommunen("05382"), codes: testCodes(), heute: "2023-12-31" };

describe("reading in a process of its own", () => {
  test.each(HANDLISTEN)("%s reads as it does here", async (datei) => {
    const bytes = handliste(datei);
    expect(await liesNebenan(bytes, { datei, ...kontext })).toEqual(await liesListe(bytes, { datei, ...kontext }));
  });

  test("a file that is no list says so with its sentence", async () => {
    const bytes = encode("%PDF-1.7", "utf-8");
    await expect(liesNebenan(bytes, { datei: "x", ...kontext })).rejects.toEqual(new Unlesbar("bild"));
  });

  test("ends at once when the list was discarded", async () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => `0${(i % 9) + 1}.01.2023;Much;Wohnen ${i}\n`).join("");
    const gone = new AbortController();
    const began = performance.now();
    setTimeout(() => gone.abort(new Error("verworfen")), 300);
    const bytes = encode(`Datum;Kommune;Thema\n${rows}`, "utf-8");
    await expect(liesNebenan(bytes, { datei: "x", ...kontext }, gone.signal)).rejects.toThrow("verworfen");
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
