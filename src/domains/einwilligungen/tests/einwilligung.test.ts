import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { exactly } from "../../../../tests/support/runs.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { changeText, releaseText } from "../commands/change-text.ts";
import { endEinwilligung } from "../commands/end-einwilligung.ts";
import { writeText } from "../commands/write-text.ts";
import { Absage } from "../model/einwilligung.ts";
import { STAND, geht } from "../model/stand.ts";
import { einwilligungOf, weitergabenOf } from "../queries/einwilligungen.ts";
import { type Ziel, einwilligungen } from "./verben.ts";

const db = testDatabase();
const LONG_MS = 900_000;
let stelle: Beratungsstelle;
let v: Awaited<ReturnType<typeof einwilligungen>>;
const actorOf = () => stelle.konto.actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  v = await einwilligungen(actorOf());
});

describe("what leaves a file", () => {
  test("needs a consent that covers purpose, recipient and every kind of data", async () => {
    const ziel: Ziel = { empfaenger: "Kita Sonnenhut", kategorien: ["kontakt", "sprache"] };
    const id = await v.draft(ziel);
    await expect(v.send(ziel)).rejects.toThrow("gilt heute nicht");
    await v.explain(id);
    await expect(v.send(ziel)).rejects.toThrow("gilt heute nicht");
    await v.give(id);
    await v.send(ziel);
    await v.send({ empfaenger: "  kita   SONNENHUT", kategorien: ["sprache"] });
    await expect(v.send({ empfaenger: "Kita Mondschein", kategorien: ["sprache"] })).rejects.toThrow(
      "keine Einwilligung",
    );
    await expect(v.send({ ...ziel, kategorien: ["kontakt", "gesundheit"] })).rejects.toThrow("„Gesundheit“ nicht");
    await v.narrow(id, ["sprache"]);
    await expect(v.send(ziel)).rejects.toThrow("Name und wie man Sie erreicht");
    await v.end(id, "widerrufen");
    await expect(v.send({ ...ziel, kategorien: ["sprache"] })).rejects.toThrow("Beraten können Sie weiter");
    const out = await readAs(actorOf(), (tx) => weitergabenOf(tx, id));
    expect(out.map((one) => one.kategorien)).toEqual(expect.arrayContaining([["kontakt", "sprache"], ["sprache"]]));
    expect(out).toHaveLength(2);
    const stored = JSON.stringify(await db.admin("select * from kim.einwilligung"));
    expect(stored).not.toContain("Sonnenhut");
  });

  test("ends with its last day, and a newer consent replaces the one before", async () => {
    const ziel: Ziel = { empfaenger: "Schule am Bach", kategorien: ["kontakt"] };
    const first = await v.given(ziel);
    const second = await v.given({ ...ziel, kategorien: ["kontakt", "familie"] });
    expect((await readAs(actorOf(), (tx) => einwilligungOf(tx, actorOf(), first))).stand).toBe("ersetzt");
    await v.send({ ...ziel, kategorien: ["familie"] });
    await db.admin(
      `alter table kim.einwilligung disable trigger stand_geht_vor; update kim.einwilligung set gueltig_ab = '2026-01-01', gueltig_bis = '2026-01-31' where id = '${second}'; alter table kim.einwilligung enable trigger stand_geht_vor`,
    );
    await expect(v.send(ziel)).rejects.toThrow("gilt heute nicht");
  });

  test("the database refuses what the program would let through", async () => {
    const ziel: Ziel = { empfaenger: "Kita Regenbogen", kategorien: ["kontakt"] };
    const id = await v.given(ziel);
    const insert = (kategorien: string) =>
      writeAs(actorOf(), (tx) =>
        tx
          .insertInto("kim.weitergabe")
          .values({
            kreis: actorOf().kreis,
            traeger_id: actorOf().traegerId,
            konto_id: actorOf().kontoId,
            person_id: v.person,
            einwilligung_id: id,
            am: today(),
            art: "kopie",
            kategorien: [kategorien],
            erfasst_von: actorOf().kontoId,
          })
          .execute(),
      );
    await insert("kontakt");
    await expect(insert("gesundheit")).rejects.toThrow("keine Einwilligung");
    await v.end(id, "widerrufen");
    await expect(insert("kontakt")).rejects.toThrow("keine Einwilligung");
    const widen = (set: string) =>
      expect(db.admin(`update kim.einwilligung set ${set} where id = '${id}'`), set).rejects.toThrow();
    await widen("stand = 'erteilt'");
    await widen("kategorien = '{kontakt,gesundheit}'");
  });
});

describe("withdrawal", () => {
  const ROUNDS = exactly(6, 1_000).numRuns;
  test(
    `raced ${ROUNDS} times against what leaves the file: nothing left that is not in the list of those to be told`,
    { timeout: LONG_MS },
    async () => {
      for (let i = 0; i < ROUNDS; i++) {
        const wer = await v.neuePerson("1990-01-01");
        const ziel: Ziel = { empfaenger: `Kita ${i}`, kategorien: ["kontakt"], wer };
        const id = await v.given(ziel);
        const sent = Array.from({ length: 3 }, () => v.may(ziel));
        await Promise.all([v.end(id, "widerrufen"), ...sent]);
        const told = (await Promise.all(sent)).filter(Boolean).length;
        expect(await readAs(actorOf(), (tx) => weitergabenOf(tx, id))).toHaveLength(told);
        expect(await v.may(ziel)).toBe(false);
      }
    },
  );

  test("whoever comes second waits, and obeys what was stored first", async () => {
    const ziel: Ziel = { empfaenger: "Kita Uferweg", kategorien: ["kontakt"] };
    const where = await v.at(await v.given(ziel));
    const held = Promise.withResolvers<void>();
    const holds = Promise.withResolvers<void>();
    const withdrawing = writeAs(actorOf(), async (tx) => {
      await endEinwilligung(tx, actorOf(), where, "widerrufen", Absage.parse({ am: today() }));
      holds.resolve();
      await held.promise;
    });
    await holds.promise;
    let answered = false;
    const sending = v.may(ziel).finally(() => (answered = true));
    await new Promise((done) => setTimeout(done, 200));
    expect(answered).toBe(false);
    held.resolve();
    await withdrawing;
    expect(await sending).toBe(false);
  });
});

test("the program and the database know the same ways", async () => {
  const ways = STAND.flatMap((von) => STAND.map((nach) => ({ von, nach, geht: geht(von, nach) })));
  const said = await db.admin(
    `select von, nach, einwilligung.geht(von, nach) as geht from unnest('{${STAND.join(",")}}'::text[]) von, unnest('{${STAND.join(",")}}'::text[]) nach`,
  );
  const key = (one: { von?: unknown; nach?: unknown; geht?: unknown }) => JSON.stringify([one.von, one.nach, one.geht]);
  expect(said.map(key).toSorted()).toEqual(ways.map(key).toSorted());
});

describe("who agrees for a child", () => {
  test.each([
    ["2024-03-01", "person", "Sorgeberechtigten"],
    ["2011-01-01", "sorge", "das Kind selbst"],
    ["1990-01-01", "sorge", "volljährig"],
  ])("born %s: „%s“ is refused", async (geboren, durch, satz) => {
    const id = await v.draft({ empfaenger: "Kita Wiese", kategorien: ["kontakt"], wer: await v.neuePerson(geboren) });
    await v.explain(id);
    await expect(v.give(id, { durch })).rejects.toThrow(satz);
  });

  test("spoken consent names who was there, and not every church law knows it", async () => {
    const id = await v.draft({ empfaenger: "Kita Wiese", kategorien: ["kontakt"] });
    await v.explain(id);
    await expect(v.give(id, { form: "muendlich" })).rejects.toThrow("wer dabei war");
    await db.admin(`update kim.traeger set rechtsrahmen = 'kdg' where id = '${stelle.traegerId}'`);
    await expect(v.give(id, { form: "muendlich", zeuge: "Frau Beispiel" })).rejects.toThrow("KDG");
    await db.admin(`update kim.traeger set rechtsrahmen = 'dsgvo' where id = '${stelle.traegerId}'`);
    await v.give(id, { form: "muendlich", zeuge: "Frau Beispiel" });
  });
});

describe("signed on the screen", () => {
  const STRICHE = "20,120 60,40 100,120 140,60 180,130;210,40 215,90 220,140";

  test("needs a signature and a law that takes it; it is sealed, and only kept where it was given so", async () => {
    const erklaert = async (empfaenger: string) => {
      const id = await v.draft({ empfaenger, kategorien: ["kontakt"] });
      await v.explain(id);
      return id;
    };
    const id = await erklaert("Kita am Bildschirm");
    await expect(v.give(id, { form: "bildschirm" })).rejects.toThrow("Lassen Sie im Feld unterschreiben");
    await expect(v.give(id, { form: "bildschirm", unterschrift: "5,5" })).rejects.toThrow("im Feld unterschreiben");
    await db.admin(`update kim.traeger set rechtsrahmen = 'kdg' where id = '${stelle.traegerId}'`);
    await expect(v.give(id, { form: "bildschirm", unterschrift: STRICHE })).rejects.toThrow("KDG");
    await db.admin(`update kim.traeger set rechtsrahmen = 'dsgvo' where id = '${stelle.traegerId}'`);
    await v.give(id, { form: "bildschirm", unterschrift: STRICHE });
    const papier = await erklaert("Kita am Papier");
    await v.give(papier, { form: "papier", unterschrift: STRICHE });
    const read = (one: string) => readAs(actorOf(), (tx) => einwilligungOf(tx, actorOf(), one));
    expect([(await read(id)).unterschrift, (await read(papier)).unterschrift]).toEqual([STRICHE, null]);
    expect(JSON.stringify(await db.admin("select unterschrift::text from kim.einwilligung"))).not.toContain("60,40");
  });
});

test("a released text stays as it is, and what was agreed to keeps its words", async () => {
  const id = await v.given({ empfaenger: "Kita Wald", kategorien: ["kontakt"] });
  const { textId } = await readAs(actorOf(), (tx) => einwilligungOf(tx, actorOf(), id));
  const again = { id: textId, version: 2 };
  await expect(writeAs(actorOf(), (tx) => changeText(tx, actorOf(), again, { wortlaut: "Anders." }))).rejects.toThrow(
    Refused,
  );
  await expect(
    db.admin(`update kim.einwilligung_text set wortlaut = 'Anders.' where id = '${textId}'`),
  ).rejects.toThrow();
  await writeAs(actorOf(), async (tx) => {
    const neu = await writeText(tx, actorOf(), { zweck: "weitergabe", sprache: "de" }, { wortlaut: "Neu." });
    await releaseText(tx, actorOf(), { id: neu, version: 1 });
  });
  expect((await readAs(actorOf(), (tx) => einwilligungOf(tx, actorOf(), id))).textId).toBe(textId);
});
