import { beforeAll, describe, expect, test } from "vitest";
import {
  H1_2023,
  freigegebener,
  getippt,
  kapitelGetippt,
  kapitelVon,
  neuerEntwurf,
  schreib,
} from "../../../../tests/support/berichte.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { besetzung, stelle } from "../../../../tests/support/stellen.ts";
import { storedList, storedTally } from "../../../../tests/support/strichliste.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { laenge } from "../../auswertung/index.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { endBesetzung } from "../../stellen/index.ts";
import { changeKapitel } from "../commands/change-kapitel.ts";
import { changeKopf } from "../commands/change-kopf.ts";
import { correctBericht } from "../commands/correct-bericht.ts";
import { releaseBericht } from "../commands/release-bericht.ts";
import { removeBericht } from "../commands/remove-bericht.ts";
import { releasedReportsIn, ungespeicherteDatei } from "../index.ts";
import { berichtOf, berichte, dokument, halbjahresberichtOf } from "../queries/berichte.ts";
import { KapitelEingabe, KopfEingabe } from "../model/eingabe.ts";
import { papierOf } from "../model/halbjahresbericht.ts";
import { ueberholte } from "../model/kapitel.ts";

const db = testDatabase();
const KREIS = "05382";
let actor: Actor;
let leser: Actor;

const jahr = Number(today().slice(0, 4));

const stored = (id: string) => readAs(actor, (tx) => berichtOf(tx, actor, id));
const paper = (id: string) =>
  readAs(actor, async (tx) => halbjahresberichtOf(tx, KREIS, await berichtOf(tx, actor, id), today()));
const change = async (id: string, version: number, typed: Readonly<Record<string, string>>) => {
  const input = KopfEingabe.parse(getippt(await stored(id), typed));
  return writeAs(actor, (tx) => changeKopf(tx, actor, { id, version }, input));
};
const beratung = async (id: string) => (await kapitelVon(actor, id, "beratung")).text;
const release = (id: string, version = 1) => writeAs(actor, (tx) => releaseBericht(tx, actor, { id, version }));
const correct = (id: string) =>
  writeAs(actor, (tx) => correctBericht(tx, actor, { id }, { grund: "Eine Liste fehlte." }));

/** Consultations counted by a tally, and the figures drawn anew. */
async function counts(beratungen: number): Promise<void> {
  const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
  await storedTally(db, owner, { von: "2023-03-01", bis: "2023-03-05", ags: "05382060", beratungen });
  await counted(db);
}

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  leser = (await testKonto({ kreis: KREIS, rollen: ["dezernat"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, '05382060', 'Siegburg')", [KREIS]);
  await counts(40);
});

describe("a draft", () => {
  test("texts follow the figures until somebody writes; then what was written stays, and it is told that figures changed", async () => {
    const id = await neuerEntwurf(actor);
    await change(id, 1, { gremium: "Sozialausschuss", sitzung: "2023-11-23" });
    await schreib(actor, id, "ausblick", { text: "Im Herbst geht es weiter." });
    await schreib(actor, id, "beratung", { text: "Wir haben 40 Menschen beraten, in {beratungen} Beratungen." });
    const old = async () => ueberholte((await paper(id)).grundlage, (await paper(id)).kapitel).map((k) => k.art);
    expect(await old()).toEqual([]);
    await counts(2);
    expect((await paper(id)).grundlage.kennzahlen.beratungen).toBe(42);
    expect(await old()).toEqual(["beratung"]);
    expect(JSON.stringify(papierOf(await paper(id)))).toContain("Wir haben 40 Menschen beraten, in 42 Beratungen.");
    await schreib(actor, id, "beratung", { nehmen: "ja" });
    expect(await beratung(id)).toBeNull();
    await writeAs(actor, (tx) => removeBericht(tx, actor, { id }));
    await expect(stored(id)).rejects.toThrow(NotFound);
  });

  test("a suggestion that was seen and left is no text of somebody, though figures changed while the form was open", async () => {
    const id = await neuerEntwurf(actor);
    const { id: at, version } = await kapitelVon(actor, id, "beratung");
    const input = KapitelEingabe.parse(await kapitelGetippt(actor, id, "beratung"));
    await counts(1);
    await writeAs(actor, (tx) => changeKapitel(tx, actor, { id: at, version }, input));
    expect(await beratung(id)).toBeNull();
  });

  test("two who write at once: the second sees both; a character without a picture is named", async () => {
    const id = await neuerEntwurf(actor);
    await change(id, 1, { titel: "Erster" });
    await expect(change(id, 1, { titel: "Zweiter" })).rejects.toThrow(Stale);
    await schreib(actor, id, "ausblick", { text: "Eins." });
    await expect(schreib(actor, id, "ausblick", { text: "Zwei." }, 1)).rejects.toThrow(Stale);
    await schreib(actor, id, "konzept", { text: "Zur gleichen Zeit ein anderes Kapitel." }, 1);
    await expect(schreib(actor, id, "ausblick", { text: "Danke 中" })).rejects.toThrow("中");
    await expect(release(id, 3)).rejects.toThrow(Stale);
  });

  test("drafts are for those who write or release them", async () => {
    const id = await neuerEntwurf(actor);
    await expect(readAs(leser, (tx) => berichtOf(tx, leser, id))).rejects.toThrow(NotFound);
    expect(await readAs(leser, (tx) => berichte(tx, leser))).toEqual([]);
  });
});

describe("a release", () => {
  test("freezes figures, texts and files under a number; a correction is a new one that names it", async () => {
    const before = laenge((await paper(await neuerEntwurf(actor))).grundlage.kennzahlen.beratungen);
    const id = await freigegebener(actor);
    const first = await stored(id);
    expect(first.nummer).toBe(`1/${jahr}`);
    expect(first.papier).toEqual(JSON.parse(JSON.stringify(papierOf(await paper(id)))));
    const files = await readAs(leser, async (tx) => [await dokument(tx, id, "pdf"), await dokument(tx, id, "json")]);
    expect(pdfText(files[0] ?? Buffer.alloc(0)).decoration).toContain(`Bericht 1/${jahr}`);
    await counts(5);
    expect((await paper(id)).grundlage.kennzahlen.beratungen).toBe(before);
    expect(JSON.parse(String(files[1]))).toMatchObject({ beratungen: before, nummer: `1/${jahr}` });
    await expect(change(id, first.version, { titel: "Anders" })).rejects.toThrow(NotFound);
    const ausblick = await kapitelVon(actor, id, "ausblick");
    await expect(schreib(actor, id, "ausblick", { text: "Zu spät." })).rejects.toThrow(NotFound);
    await expect(
      db.admin("update kim.bericht_kapitel set titel = 'Zu spät' where id = $1", [ausblick.id]),
    ).rejects.toThrow(/freigegebenen/);
    await expect(release(id, first.fassung)).rejects.toThrow(NotFound);
    await expect(writeAs(actor, (tx) => removeBericht(tx, actor, { id }))).rejects.toThrow(NotFound);

    const neu = await correct(id);
    await expect(correct(id)).rejects.toThrow(Refused);
    await release(neu);
    const second = await stored(neu);
    expect([second.nummer, second.berichtigt?.nummer]).toEqual([`2/${jahr}`, `1/${jahr}`]);
    expect((await paper(neu)).grundlage.kennzahlen.beratungen).toBe(before + 5);
    expect((await stored(id)).berichtigtDurch?.nummer).toBe(`2/${jahr}`);
    const out = await readAs(actor, (tx) => releasedReportsIn(tx, "2023-03-01", "2023-03-05"));
    expect(out.map((r) => r.nummer)).toEqual([`1/${jahr}`, `2/${jahr}`]);
    expect(await readAs(leser, (tx) => berichte(tx, leser))).toHaveLength(2);
  });

  test("numbers have no gap and no double, whoever releases at the same time", async () => {
    const ids = [await neuerEntwurf(actor), await neuerEntwurf(actor), await neuerEntwurf(actor)];
    await Promise.all(ids.map((id) => release(id)));
    const nummern = await Promise.all(ids.map(async (id) => (await stored(id)).nummer));
    expect(nummern.toSorted()).toEqual([3, 4, 5].map((n) => `${n}/${jahr}`));
  });

  test("nothing is released before anything was counted", async () => {
    const other = (await testKonto({ kreis: "05315", rollen: ["kim_koordination"] })).actor;
    await expect(freigegebener(other)).rejects.toThrow("noch nichts gezählt");
  });
});

test("the staffing of the second half of 2023: the ABH post is vacant since 01.09.2023, in every form", async () => {
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
  const file = (zeitraum: typeof H1_2023, format: "pdf" | "json", sitzung: string) =>
    readAs(systemActor(KREIS), (tx) => ungespeicherteDatei(tx, { kreis: KREIS, zeitraum, sitzung }, format));
  const H2 = { von: "2023-07-01", bis: "2023-12-31" };
  expect(JSON.parse(String(await file(H2, "json", "")))).toMatchObject({
    stellen: { I: { soll: 3.5, ist: 3.5 }, II: { soll: 11, ist: 11 }, III: { soll: 3, ist: 2 } },
  });
  const told = [
    [await file(H2, "pdf", ""), "die Stelle der ABH (1 VZÄ) war seit dem 01.09.2023 wieder vakant."],
    [await file(H1_2023, "pdf", "2023-11-23"), "Seit dem 01.09.2023 ist die Stelle der ABH (1 VZÄ) wieder vakant; am"],
  ] as const;
  for (const [bytes, sentence] of told) {
    const text = pdfText(bytes).text.replaceAll(/\s+/g, " ");
    expect(text).toContain(sentence);
    expect(text).toContain("Stelle VZÄ vakant seit Fachkraft der Ausländerbehörde (Modul III) 1 01.09.2023");
    expect(text).not.toMatch(/Weggang|Grund/);
  }
  const h1 = pdfText(await file(H1_2023, "pdf", "")).text;
  expect(h1).not.toContain("wieder vakant");
});
