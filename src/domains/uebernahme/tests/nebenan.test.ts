import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../../tests/support/codes.ts";
import { encode } from "../../../../tests/support/listen-datei.ts";
import { HANDLISTEN, handliste } from "../../../../tests/support/uebernahme.ts";
import { Unlesbar, liesListe } from "../../../listen/index.ts";
import { type Lesen, liesNebenan, merkend } from "../queries/nebenan.ts";

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

describe("reading once for who reads and takes over at once", () => {
  const csv = (n: number) => encode(`Datum;Kommune;Thema\n0${n}.01.2023;Much;Wohnen\n`, "utf-8");
  function counting(): { readonly lies: Lesen; readonly read: string[] } {
    const read: string[] = [];
    const lies: Lesen = (bytes, frage) => {
      read.push(new TextDecoder().decode(bytes).slice(20, 30));
      return liesListe(bytes, frage);
    };
    return { lies: merkend(lies), read };
  }

  test("the same bytes with the same question are read once", async () => {
    const { lies, read } = counting();
    const first = await lies(csv(1), { datei: "a.csv", ...kontext, fortschritt: () => undefined });
    expect(await lies(csv(1), { datei: "a.csv", ...kontext })).toBe(first);
    expect(read).toEqual(["01.01.2023"]);
  });

  test("other bytes, another name or a word decided meanwhile are read anew", async () => {
    const { lies, read } = counting();
    await lies(csv(1), { datei: "a.csv", ...kontext });
    const second = await lies(csv(2), { datei: "a.csv", ...kontext });
    expect(second).toEqual(await liesListe(csv(2), { datei: "a.csv", ...kontext }));
    await lies(csv(2), { datei: "b.csv", ...kontext });
    const woerter = [{ spalte: "thema" as const, wort: "Wohnen", code: "schule" }];
    const decided = await lies(csv(2), { datei: "b.csv", ...kontext, entscheidungen: { woerter } });
    expect(decided.zahlen.themen).toEqual({ schule: 1 });
    await lies(csv(1), { datei: "a.csv", ...kontext });
    expect(read).toHaveLength(5);
  });

  test("what failed is tried again", async () => {
    let failed = 0;
    const lies = merkend(() => Promise.reject(new Unlesbar(failed++ === 0 ? "leer" : "kaputt")));
    await expect(lies(csv(1), { datei: "a.csv", ...kontext })).rejects.toEqual(new Unlesbar("leer"));
    await expect(lies(csv(1), { datei: "a.csv", ...kontext })).rejects.toEqual(new Unlesbar("kaputt"));
  });
});
