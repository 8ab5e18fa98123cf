import { describe, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { jeEineStelle } from "../../../../tests/support/je-eine-stelle.ts";
import { listen } from "../../../../tests/support/uebernahme.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { assignWord } from "../commands/assign-word.ts";
import { decide } from "../commands/decide.ts";
import { offeneWoerter } from "../queries/uebernahmen.ts";
import { recount } from "../commands/recount.ts";

const db = testDatabase();
const { hoch, uebernimm, nimmZurueck, lies, asWorker } = listen(db);
const actor = jeEineStelle();

const LISTE = [
  "Datum;Kommune;Thema;Sprache",
  "02.05.2024;Much;Wohnung, Zauberkurs;Elbisch",
  "03.05.2024;Much;Zauberkurs, Drachenzucht;Elbisch",
  "04.05.2024;Eitorf;Drachenzucht;Deutsch",
];
const bytes = (lines: readonly string[]) => Buffer.from(`${lines.join("\n")}\n`);
const open = () => readAs(actor(), (tx) => offeneWoerter(tx, actor()));
const themen = async () => {
  const rows = await db.admin(
    `select t.handlungsfeld as k, count(*)::int as n from kim.beratung_thema t where traeger_id = $1 group by 1`,
    [actor().traegerId],
  );
  return Object.fromEntries(rows.map((row) => [row["k"], row["n"]]));
};

/** Decides a word that stands open, or was decided before, and lets the worker count. */
async function assign(word: string, code: string | null): Promise<void> {
  const found = (await open()).find(({ wort }) => wort === word);
  await writeAs(actor(), (tx) =>
    assignWord(tx, actor(), { id: found?.id ?? "", version: found?.version ?? 0 }, { code }),
  );
  await asWorker(() => recount({ kreis: actor().kreis, id: found?.id ?? "" }));
}

describe("not assigned", () => {
  test("words stay as they were written until somebody assigns them; then everything is counted anew", async () => {
    const list = await uebernimm(actor(), await hoch(actor(), "liste.csv", bytes(LISTE)));
    expect(await open()).toMatchObject([
      { wort: "Drachenzucht", art: "thema", anzahl: 2 },
      { wort: "Elbisch", art: "sprache", anzahl: 2 },
      { wort: "Zauberkurs", art: "thema", anzahl: 2 },
    ]);
    expect(await themen()).toEqual({ wohnen: 1 });
    const zauber = (await open()).find(({ wort }) => wort === "Zauberkurs");
    await assign("Zauberkurs", "teilhabe");
    expect(await themen()).toEqual({ wohnen: 1, teilhabe: 2 });
    await assign("Drachenzucht", "teilhabe");
    expect(await themen()).toEqual({ wohnen: 1, teilhabe: 3 });
    await assign("Elbisch", "en");
    const [english] = await db.admin("select count(*)::int as n from kim.beratung where sprache = 'en'");
    expect(english).toEqual({ n: 2 });

    // Decided anew the theme moves, but stays where another word stands for it.
    const id = zauber?.id ?? "";
    await writeAs(actor(), (tx) => assignWord(tx, actor(), { id, version: 2 }, { code: "alltag" }));
    await asWorker(() => recount({ kreis: actor().kreis, id }));
    await asWorker(() => recount({ kreis: actor().kreis, id }));
    expect(await themen()).toEqual({ wohnen: 1, teilhabe: 2, alltag: 2 });
    await expect(
      writeAs(actor(), (tx) => assignWord(tx, actor(), { id, version: 2 }, { code: "alltag" })),
    ).rejects.toBeInstanceOf(Stale);
    await expect(
      writeAs(actor(), (tx) => assignWord(tx, actor(), { id, version: 3 }, { code: "elbisch" })),
    ).rejects.toBeInstanceOf(Refused);

    await nimmZurueck(actor(), list);
    const words = await db.admin("select 1 from kim.wort where traeger_id = $1", [actor().traegerId]);
    expect(words).toHaveLength(3);
  });

  test("what was decided once holds for the next list of this Träger, and only of this one", async () => {
    const first = await hoch(actor(), "eins.csv", bytes(LISTE.slice(0, 2)));
    const woerter = [
      { spalte: "thema", wort: "Zauberkurs", code: "teilhabe" },
      { spalte: "sprache", wort: "Elbisch", code: null },
    ] as const;
    await writeAs(actor(), (tx) => decide(tx, actor(), first, { woerter }));
    await uebernimm(actor(), await lies(actor(), first.id));
    const next = await hoch(actor(), "zwei.csv", bytes([LISTE[0] ?? "", "05.05.2024;Much;ZAUBERKURS;elbisch"]));
    expect(next.zahlen?.themen).toEqual({ teilhabe: 1 });
    expect(next.befund?.woerter.filter(({ grund }) => grund === "unbekannt")).toEqual([]);
    const other = (await beratungsstelle()).konto.actor;
    const foreign = await hoch(other, "zwei.csv", bytes([LISTE[0] ?? "", "05.05.2024;Much;Zauberkurs;Elbisch"]));
    expect(foreign.befund?.woerter.filter(({ grund }) => grund === "unbekannt")).toHaveLength(2);
  });

  test("a word that nothing of one's own carries is not there", async () => {
    await uebernimm(actor(), await hoch(actor(), "liste.csv", bytes(LISTE)));
    const [word] = await open();
    const stranger = (await beratungsstelle()).konto.actor;
    expect(await readAs(stranger, (tx) => offeneWoerter(tx, stranger))).toEqual([]);
    const attempt = writeAs(stranger, (tx) =>
      assignWord(tx, stranger, { id: word?.id ?? "", version: 1 }, { code: "alltag" }),
    );
    await expect(attempt).rejects.toBeInstanceOf(NotFound);
  });
});

test("what nobody counselled about in a tally waits for its word as well", async () => {
  const lines = ["Monat;Kommune;Beratungen;Wohnen;Zauberkurs", "Januar 2024;Much;10;4;3"];
  const read = await hoch(actor(), "strich.csv", bytes(lines));
  const tabelle = read.befund?.tabellen[0]?.schluessel ?? "";
  const spalten = { E: { bedeutung: "kreuz", kreuz: "thema" } } as const;
  await writeAs(actor(), (tx) => decide(tx, actor(), read, { tabellen: [{ tabelle, spalten }] }));
  const list = await uebernimm(actor(), await lies(actor(), read.id));
  expect(await open()).toMatchObject([{ wort: "Zauberkurs", anzahl: 3 }]);
  await nimmZurueck(actor(), list);
  expect(await db.admin("select 1 from kim.wort where traeger_id = $1", [actor().traegerId])).toEqual([]);
});
