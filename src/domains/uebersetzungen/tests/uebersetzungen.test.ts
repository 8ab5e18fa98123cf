import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { graphOf, isTest, reach, readSource, sourceFiles } from "../../../../tests/support/import-graph.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import type { Drucksprache } from "../../codelisten/index.ts";
import { releaseUebersetzung } from "../commands/release-uebersetzung.ts";
import { FORMULAR, type Formular, UEBERSETZT, zeilenOf } from "../model/formulare.ts";
import { geprueftAm, pruefsummeOf } from "../queries/freigaben.ts";
import { alleWorte, worteOf } from "../queries/worte.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let nebenan: Beratungsstelle;

beforeAll(async () => {
  stelle = await beratungsstelle();
  nebenan = await beratungsstelle();
});

const actor = () => stelle.konto.actor;
const gelesen = (formular: Formular, sprache: Drucksprache) => {
  const zeilen = zeilenOf(formular, sprache);
  return { stelle: { formular, gegenstand: "", sprache }, zeilen, pruefsumme: pruefsummeOf(zeilen) };
};
const release = (formular: Formular, sprache: Drucksprache, zurueck = false) =>
  writeAs(actor(), (tx) => {
    const { stelle: of, zeilen, pruefsumme } = gelesen(formular, sprache);
    return releaseUebersetzung(tx, actor(), of, zeilen, { pruefsumme, zurueck });
  });
const geprueft = (formulare: readonly Formular[], sprache: Drucksprache, traeger = stelle.traegerId) =>
  readAs(actor(), (tx) => geprueftAm(tx, traeger, sprache, formulare));

describe("what a form says in another language", () => {
  test.each(FORMULAR)(
    "%s says in every language everything that it says in German, and nothing in German",
    (formular) => {
      for (const sprache of UEBERSETZT) {
        const zeilen = zeilenOf(formular, sprache);
        expect(zeilen.length, sprache).toBeGreaterThanOrEqual(zeilenOf(formular, "de").length);
        expect(
          zeilen.filter(({ text }) => text.trim() === ""),
          sprache,
        ).toEqual([]);
        if (sprache === "de_leicht") continue;
        expect(
          zeilen.filter(({ deutsch, text }) => text === deutsch && text.length > 12),
          sprache,
        ).toEqual([]);
      }
    },
  );

  test("whatever the program says in Arabic is released here: a new form is found", () => {
    const files = sourceFiles("src/domains").filter((f) => !isTest(f));
    const known = reach(graphOf(files), "src/domains/uebersetzungen/model/formulare.ts");
    // Letters of names and of scripts, which say nothing to anybody.
    const letters = /^src\/domains\/(personen|codelisten\/model\/schriftsprache)/;
    const arabic = files.filter((f) => /[\u0600-\u06ff]{3}/.test(readSource(f)) && !letters.test(f));
    expect(arabic.length).toBeGreaterThan(7);
    expect(arabic.filter((f) => !known.has(f))).toEqual([]);
  });
});

describe("a release", () => {
  test("is of one form in one language for one Träger, and a sheet of two forms needs both", async () => {
    expect(await geprueft(["brief"], "ar")).toBeNull();
    await release("brief", "ar");
    expect(await geprueft(["brief"], "ar")).toBe(today());
    expect(await geprueft(["brief"], "fa")).toBeNull();
    expect(await geprueft(["brief"], "ar", nebenan.traegerId)).toBeNull();
    expect(await geprueft(["brief", "mitbringen"], "ar")).toBeNull();
    await release("mitbringen", "ar");
    expect(await geprueft(["brief", "mitbringen"], "ar")).toBe(today());
    expect(await geprueft(["brief"], "de")).toBeNull();
  });

  test("holds for the words that were read: changed ones are to be read once more, and it can be taken back", async () => {
    await release("zettel", "tr");
    await db.admin("update kim.uebersetzung_freigabe set pruefsumme = $1 where formular = 'zettel'", ["0".repeat(64)]);
    expect(await geprueft(["zettel"], "tr")).toBeNull();
    const stand = async () => {
      const { stelle: of } = gelesen("zettel", "tr");
      return (await readAs(actor(), (tx) => worteOf(tx, actor(), of))).stand;
    };
    expect(await stand()).toBe("geaendert");
    await release("zettel", "tr");
    expect(await stand()).toBe("frei");
    await release("zettel", "tr", true);
    expect(await stand()).toBe("offen");
    const said = await db.admin(
      "select art, zweck from kim.protokoll where gegenstand_id = 'zettel' and konto_id = $1 order by zeit",
      [actor().kontoId],
    );
    expect(said.map(({ art, zweck }) => `${String(art)} ${String(zweck)}`)).toEqual([
      "uebersetzung.freigegeben tr",
      "uebersetzung.freigegeben tr",
      "uebersetzung.zurueckgezogen tr",
    ]);
  });

  test("is not seen by another Träger, whose forms are all open", async () => {
    await release("satzbuch", "uk");
    const other = nebenan.konto.actor;
    const reihen = await readAs(other, (tx) => alleWorte(tx, other));
    expect(reihen).toHaveLength(FORMULAR.length);
    expect(reihen.flatMap(({ je }) => [...je.values()]).filter(({ stand }) => stand !== "offen")).toEqual([]);
    const liste = { formular: "liste", gegenstand: crypto.randomUUID(), sprache: "ar" } as const;
    await expect(readAs(other, (tx) => worteOf(tx, other, liste))).rejects.toThrow(NotFound);
  });
});
