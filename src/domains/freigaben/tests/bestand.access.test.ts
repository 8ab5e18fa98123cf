import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { einbuergerung } from "../../../../tests/support/einbuergerung.ts";
import { eingewilligt, freigegeben, vorbereitet } from "../../../../tests/support/freigaben.ts";
import { type Buehne, buehne } from "../../../../tests/support/kopien-buehne.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { setEbhStand } from "../commands/set-ebh-stand.ts";
import { withdrawFreigabe } from "../commands/withdraw-freigabe.ts";
import { EbhEingabe } from "../model/ebh.ts";
import { readAntworten } from "../commands/read-antworten.ts";
import { freigabeOf } from "../queries/freigaben.ts";
import { empfangTag } from "../queries/wartendes.ts";
import { bestand, ebhStandOf } from "../queries/bestand.ts";

const db = testDatabase();
let b: Buehne;
let ebh: Actor;
let person: string;

beforeAll(async () => {
  b = await buehne(db);
  ebh = await b.konto(b.kreis, "ebh_fachkraft");
  person = await b.person();
  await eingewilligt(b.cm, b.leitung, person, {
    zweck: "behoerde",
    art: "einbuergerungsbehoerde",
    kategorien: ["kontakt", "sprache"],
  });
});

const kopie = async () => {
  const id = await vorbereitet(b.cm, person, { art: "ebh", an: b.kreis });
  await freigegeben(b.cm, id);
  return id;
};
const seen = async (actor: Actor) => (await readAs(actor, (tx) => bestand(tx, actor))).map(({ id }) => id);
const says = (actor: Actor, id: string, version: number) =>
  writeAs(actor, (tx) =>
    setEbhStand(tx, actor, { id, version }, EbhEingabe.parse({ stand: "anhoerung", seit: today() })),
  );

describe("the stock of the naturalisation authority", () => {
  test("holds the copies that were released to it and nothing else, whoever asks", async () => {
    const id = await kopie();
    await b.anBehoerde();
    await einbuergerung(b.cm, await b.person());
    expect(await seen(ebh)).toEqual([id]);
    for (const other of [
      b.abh,
      await b.konto(b.anderer, "ebh_fachkraft"),
      await b.konto(b.kreis, "cm_lokal"),
      await b.konto(b.kreis, "administration"),
      await b.konto(b.stelle.traegerId, "kim_koordination"),
    ]) {
      expect(await seen(other)).toEqual([]);
    }
    // Of what the files say of naturalisations it sees no row.
    const n = await readAs(ebh, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from kim.einbuergerung`.execute(tx),
    );
    expect(n.rows[0]?.n).toBe(0);
  });

  test("what it says is read in the file; nobody else says it for it, and of a copy taken back nothing", async () => {
    const id = await kopie();
    await says(ebh, id, 1);
    expect(await readAs(b.cm, (tx) => ebhStandOf(tx, person))).toEqual({ id, stand: "anhoerung", seit: today() });
    const spoken = writeAs(b.cm, (tx) =>
      tx
        .updateTable("kim.freigabe")
        .set({ ebh_stand: "eingebuergert", ebh_seit: today() })
        .where("id", "=", id)
        .execute(),
    );
    await expect(spoken).rejects.toThrow(/sagt nur die Behörde/);
    await expect(says(b.abh, id, 2)).rejects.toThrow(NotFound);
    await writeAs(b.cm, (tx) => withdrawFreigabe(tx, b.cm, { id, version: 4 }, { text: null }));
    await expect(says(ebh, id, 3)).rejects.toThrow(NotFound);
    expect(await seen(ebh)).not.toContain(id);
  });

  test("another state is news to whoever leads the file until she read it, and the authority learns nothing of that", async () => {
    const id = await kopie();
    const neues = async () => {
      const { rows } = await readAs(b.cm, (tx) =>
        sql<{ json: { n: number } }>`select (${empfangTag.antworten(b.cm)}) as json`.execute(tx),
      );
      return rows[0]?.json.n ?? 0;
    };
    const before = await neues();
    await says(ebh, id, 1);
    expect(await neues()).toBe(before + 1);
    expect((await readAs(b.cm, (tx) => freigabeOf(tx, b.cm, id))).ebh).toMatchObject({ stand: "anhoerung", neu: true });
    const sees = () => readAs(ebh, (tx) => tx.selectFrom("kim.freigabe").selectAll().where("id", "=", id).execute());
    const shown = await sees();
    await writeAs(b.cm, (tx) => readAntworten(tx, b.cm, id));
    expect(await neues()).toBe(before);
    expect(await sees()).toEqual(shown);
    expect(await readAs(ebh, (tx) => tx.selectFrom("kim.freigabe_akte").select("id").execute())).toEqual([]);
    // The same again is no news; the next state is.
    await says(ebh, id, 2);
    expect(await neues()).toBe(before);
    const weiter = EbhEingabe.parse({ stand: "zusicherung", seit: today() });
    await writeAs(ebh, (tx) => setEbhStand(tx, ebh, { id, version: 3 }, weiter));
    expect(await neues()).toBe(before + 1);
  });
});
