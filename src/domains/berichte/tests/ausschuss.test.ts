import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { H1_2023 } from "../../../../tests/support/berichte.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { besetzung, stelle } from "../../../../tests/support/stellen.ts";
import { storedList, storedTally } from "../../../../tests/support/strichliste.ts";
import { kommunenVon } from "../../../../tests/support/uebernahme.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { endBesetzung } from "../../stellen/index.ts";
import { type Format, ungespeicherteDatei } from "../index.ts";

/**
 * The paper that the committee of the Rhein-Sieg-Kreis read on 23.11.2023, chapter by chapter: staffing and figures from the data,
 * the rest from a template with its texts. Source: Vorlage "Kommunales Integrationsmanagement (KIM) – Aktuelle Entwicklungen";
 * who signs is invented.
 */
const db = testDatabase();
const KREIS = "05382";
const datei = readFileSync(new URL("../../../../docs/beispiele/vorlage-ausschuss.json", import.meta.url), "utf8");
const flat = (text: string): string => text.replaceAll(/(?<=\w-)\s+(?=\p{Lu})/gu, "").replaceAll(/\s+/g, " ");

const file = (format: Format): Promise<Buffer> =>
  readAs(systemActor(KREIS), (tx) =>
    ungespeicherteDatei(tx, { kreis: KREIS, zeitraum: H1_2023, sitzung: "", vorlage: { datei } }, format),
  );

/** What stands in the paper, in its order. */
const SAID = [
  "Rhein-Sieg-Kreis Der Landrat",
  "Kommunales Integrationsmanagement (KIM) – Aktuelle Entwicklungen",
  "Vorbemerkungen",
  "seit Veröffentlichung 2020 im Rhein-Sieg-Kreis umgesetzt.",
  "Personelle Besetzung des KIM (in allen Modulen)",
  "Am 30.06.2023 waren die Module I (3,5 VZÄ), II (11 VZÄ) und III (3 VZÄ) vollständig besetzt.",
  "Seit dem 01.09.2023 ist die Stelle der ABH (1 VZÄ) wieder vakant; am 23.11.2023 waren damit im Modul III 2 von 3 VZÄ besetzt. Im Übrigen blieb die Besetzung unverändert.",
  "KIM-Evaluationen",
  "in 54 Kreisen und kreisfreien Städten die KIM-Landesevaluation",
  "Weiterentwicklung des KIM-Konzeptes unter Beteiligung einer externen Begleitung",
  "Arbeitsmarktintegration",
  "Arbeit der KIM-Lenkungsgruppe und die vom KIM-Team bearbeiteten Themen (Modul I)",
  "Projektarbeitsgruppe „DELFIN-4“ beschlossen.",
  "Arbeit des Case Managements",
  "Das Case Management hat im ersten Halbjahr 2023 1.098 Beratungen durchgeführt, 343 davon zum Thema Sprache.",
  "Übersetzungsgeräte",
  "Themen der Beratungen",
  "Schnittstellen zwischen den Modulen I, II und III",
  "Austauschtreffen der EBH mit dem Case Management",
  "Zu den Zahlen",
  "Zur Sitzung des Ausschusses für Soziales und Integration am 23.11.2023 mit der Bitte um Kenntnisnahme.",
  "Im Auftrag gez. Ute Beispiel",
];

/** @throws with the first that is missing or comes too early */
function expectInOrder(text: string): void {
  let from = 0;
  for (const said of SAID) {
    const at = text.indexOf(said, from);
    expect(at, said).toBeGreaterThanOrEqual(0);
    from = at + said.length;
  }
}

beforeAll(async () => {
  const { actor } = await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] });
  await kommunenVon(KREIS);
  for (const [art, vzae] of [
    ["koordination", "3,5"],
    ["cm_lokal", "9"],
    ["cm_mukis", "2"],
    ["ebh_fachkraft", "2"],
    ["abh_fachkraft", "1"],
  ]) {
    const kommunen = art === "cm_lokal" ? ["05382060"] : [];
    const id = await stelle(actor, actor.traegerId, { art, vzae, kommunen });
    const row = await besetzung(actor, id, { anteil: vzae });
    if (art !== "abh_fachkraft") continue;
    const ids = { stelle: id, besetzung: row };
    await writeAs(actor, (tx) => endBesetzung(tx, actor, ids, { bis: "2023-08-31", grund: "weggang" }));
  }
  const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
  const tally = { von: "2023-03-01", bis: "2023-03-05", ags: "05382060", beratungen: 1098, themen: { sprache: 343 } };
  await storedTally(db, owner, tally);
  await counted(db);
});

test("PDF: every chapter in its order, and readable for everybody", async () => {
  const bytes = await file("pdf");
  expectInOrder(flat(pdfText(bytes).text));
  expect(matterhorn(bytes)).toEqual([]);
});

test("Word: the same", async () => {
  const document = (await docxParts(await file("docx"))).get("word/document.xml") ?? "";
  expectInOrder(flat(docxText(document)));
});
