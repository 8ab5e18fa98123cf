import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { H1_2023, neuerEntwurf } from "../../../../tests/support/berichte.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { ERWARTET } from "../../../../tests/support/halbjahr.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { HANDLISTEN, handliste, kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { zahl } from "../../../platform/words.ts";
import { codelisten } from "../../codelisten/index.ts";
import { type Format, ungespeicherteDatei } from "../index.ts";
import { routes } from "../pages/index.ts";

/** The four lists, taken over and told by the paper: every figure of `erwartet.json` in every form. */
const db = testDatabase();
const { hoch, uebernimm } = listen(db);
const KREIS = "05382";
let koordination: Actor;
let room: Room;
/** What each form must say, a name and its figure. */
let figures: [string, number][];

const file = (format: Format): Promise<Buffer> =>
  readAs(systemActor(KREIS), (tx) => ungespeicherteDatei(tx, { kreis: KREIS, zeitraum: H1_2023, sitzung: "" }, format));

const added = (all: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const one of all) for (const [key, n] of Object.entries(one)) sum[key] = (sum[key] ?? 0) + n;
  return sum;
};

const dateien = Object.values(ERWARTET.dateien);
const kommunen = added(dateien.map((d) => d.kommunen));
const neuzuweisungen = dateien.reduce((sum, d) => sum + d.neuzuweisungen, 0);

beforeAll(async () => {
  const cm = (await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] })).actor;
  await kommunenVon(KREIS);
  koordination = (await testKonto({ kreis: KREIS, traegerId: cm.traegerId, rollen: ["kim_koordination"] })).actor;
  for (const datei of HANDLISTEN) await uebernimm(cm, await hoch(cm, datei, handliste(datei)));
  await counted(db);
  const { handlungsfeld } = await readAs(koordination, codelisten);
  const nameOf = (code: string) => handlungsfeld.find((k) => k.code === code)?.name ?? code;
  const themen = Object.entries(ERWARTET.gesamt.themen).map(([code, n]): [string, number] => [nameOf(code), n]);
  figures = [["Beratungen", ERWARTET.gesamt.beratungen], ...themen, ...Object.entries(kommunen)];
  room = await openRoom(routes);
}, 120_000);
afterAll(() => room.stop());

test("JSON", async () => {
  const json: unknown = JSON.parse(String(await file("json")));
  expect(json).toMatchObject({ beratungen: ERWARTET.gesamt.beratungen, neuzuweisungen, nicht_zugeordnet: 0 });
  expect(json).toHaveProperty("themen", ERWARTET.gesamt.themen);
  expect(json).toHaveProperty("kommunen", kommunen);
});

/** Whether a text has a table row that begins with this name and this figure. */
const tells = (text: string, figure: [string, number]) =>
  expect(text).toContain(`\n${figure[0]}\n${zahl(figure[1])}\n`);

/** One line for each cell. */
const cells = (text: string) => text.replaceAll(/[ \t]*\n\s*/g, "\n");

test("PDF", async () => {
  const text = cells(pdfText(await file("pdf")).text);
  for (const figure of figures) tells(text, figure);
});

test("Word", async () => {
  const text = cells(docxText((await docxParts(await file("docx"))).get("word/document.xml") ?? ""));
  for (const figure of figures) tells(text, figure);
});

test("screen", async () => {
  const { html } = await room.as(koordination).get(`/berichte/${await neuerEntwurf(koordination)}`);
  const text = cells(html.replaceAll(/<\/(?:th|td)>/g, "\n").replaceAll(/<[^>]+>/g, ""));
  for (const figure of figures) tells(text, figure);
  // Of the consultations that could say so: the tally does not.
  expect(html).toContain("15,3\u00A0% der 850 Beratungen, zu denen es eine Angabe geben kann");
  expect(html).toContain(`wurden in ${neuzuweisungen} Beratungen Menschen beraten`);
});

describe.skipIf(process.env["KIM_LIBREOFFICE"] === undefined)("LibreOffice", () => {
  test("opens the Word file and prints the same figures", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kim-docx-"));
    try {
      writeFileSync(join(folder, "bericht.docx"), await file("docx"));
      const home = `-env:UserInstallation=file://${folder}/profil`;
      const words = [home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder];
      execFileSync(process.env["KIM_LIBREOFFICE"] ?? "", [...words, join(folder, "bericht.docx")], { stdio: "pipe" });
      const text = cells(readFileSync(join(folder, "bericht.txt"), "utf8"));
      for (const figure of figures) tells(text, figure);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
