import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { ARTEN, beschluesse, beschlussOf, gremien, gremiumOf, kurz, stimmenText } from "../index.ts";

testDatabase();
let actor: Actor;
beforeAll(async () => {
  actor = (await testKonto({ kreis: "05382", rollen: ["kim_koordination"] })).actor;
});

test("other rooms choose a decision by its number, its first words and its body", async () => {
  const [gremium, sitzung, top, beschluss] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const { kreis } = actor;
  const tag = "2023-09-13";
  const wortlaut = "Die Projektgruppe DELFIN 4 wird eingesetzt. ".repeat(4).trim();
  await writeAs(actor, async (tx) => {
    await tx
      .insertInto("kim.gremium")
      .values({
        kreis,
        id: gremium,
        art: "lenkungsgruppe",
        name: "Lenkungsgruppe KIM",
        rhythmus: "quartal",
        quorum: "haelfte",
        gegruendet_am: "2021-01-01",
      })
      .execute();
    await tx
      .insertInto("kim.gremium_sitzung")
      .values({
        kreis,
        id: sitzung,
        gremium_id: gremium,
        tag,
        beginn: 600,
        ende: 720,
        ort: "Kreishaus",
        stand: "geplant",
        stand_seit: tag,
      })
      .execute();
    await tx
      .insertInto("kim.top")
      .values({ kreis, id: top, sitzung_id: sitzung, rang: 1, titel: "DELFIN 4" })
      .execute();
    await tx
      .insertInto("kim.beschluss")
      .values({
        kreis,
        id: beschluss,
        sitzung_id: sitzung,
        top_id: top,
        jahr: 2023,
        nummer: 3,
        gefasst_am: tag,
        wortlaut,
        ergebnis: "angenommen",
        ja: 7,
        nein: 0,
        enthaltung: 1,
      })
      .execute();
  });
  const read = await readAs(actor, async (tx) => ({
    one: await beschlussOf(tx, beschluss),
    found: await beschluesse(tx, { wort: "delfin LENKUNGS" }),
    none: await beschluesse(tx, { wort: "delfin 100%" }),
    body: await gremiumOf(tx, gremium),
    all: await gremien(tx),
  }));
  expect(read.one).toMatchObject({ nummer: "3/2023", gefasstAm: tag, gremium: "Lenkungsgruppe KIM", topId: top });
  expect(read.found).toEqual([read.one]);
  expect(read.none).toEqual([]);
  expect(read.all).toEqual([read.body]);
  expect([ARTEN[read.body.art], stimmenText(read.one.stimmen)]).toEqual([
    "Lenkungsgruppe",
    "Ja 7, Nein 0, Enthaltung 1",
  ]);
  expect(kurz(wortlaut)).toMatch(/^Die Projektgruppe DELFIN 4 wird eingesetzt\. .+ …$/);
});
