import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, eingabe } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom, monateSpaeter } from "../../../platform/span.ts";
import { recordBeratung } from "../../beratungen/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { moveFall } from "../commands/move-fall.ts";
import { openFall } from "../commands/open-fall.ts";
import { settleStille } from "../commands/settle-stille.ts";
import { NeuerFall, Schritt } from "../model/fall.ts";
import { PAGE, type StilleZeile } from "../model/stille.ts";
import { fallOf } from "../queries/faelle.ts";
import { stilleFaelle } from "../queries/stille.ts";
import { vereinbarungenOf } from "../queries/vereinbarungen.ts";

testDatabase();
let stelle: Beratungsstelle;
const actorOf = () => stelle.konto.actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
});

const LONG_AGO = daysFrom(today(), -250);
const SINCE = monateSpaeter(today(), -6);

async function quiet(begonnen = LONG_AGO): Promise<{ id: string; person: string }> {
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  const person = await writeAs(actorOf(), (tx) => createPerson(tx, actorOf(), jo));
  const input = NeuerFall.parse({ person, begonnen, dringlichkeit: "normal" });
  return { id: await writeAs(actorOf(), (tx) => openFall(tx, actorOf(), input)), person };
}
const listed = async (from = {}) => readAs(actorOf(), (tx) => stilleFaelle(tx, actorOf(), SINCE, from));
const ids = async () => (await listed()).faelle.map(({ id }) => id);
const read = (id: string) => readAs(actorOf(), (tx) => fallOf(tx, actorOf(), id));
const settle = (zeilen: readonly Omit<StilleZeile, "row">[]) =>
  writeAs(actorOf(), (tx) =>
    settleStille(
      tx,
      actorOf(),
      zeilen.map((one, i) => ({ row: i + 1, ...one })),
    ),
  );

describe("cases without contact", () => {
  test("a consultation with the person, or a step, takes a case off the list", async () => {
    const [a, b, c] = [await quiet(), await quiet(), await quiet()];
    expect(await ids()).toEqual(expect.arrayContaining([a.id, b.id, c.id]));
    const am = daysFrom(today(), -3);
    await writeAs(actorOf(), (tx) =>
      recordBeratung(tx, actorOf(), { ...eingabe(stelle, { stufe: "2", person: [a.person] }), am }),
    );
    const klaerung = Schritt.parse({ nach: "klaerung", am });
    await writeAs(actorOf(), (tx) => moveFall(tx, actorOf(), { id: b.id, version: 1 }, klaerung));
    expect(await ids()).not.toContain(a.id);
    expect(await ids()).not.toContain(b.id);
    expect(await ids()).toContain(c.id);
  });

  test("each is done by itself: one that somebody changed meanwhile is told, the others are done", async () => {
    const [ended, woken, changed, unclear] = [await quiet(), await quiet(), await quiet(), await quiet()];
    const klaerung = Schritt.parse({ nach: "klaerung", am: LONG_AGO });
    await writeAs(actorOf(), (tx) => moveFall(tx, actorOf(), { id: changed.id, version: 1 }, klaerung));
    const failed = await settle([
      { fall: ended.id, version: 1, tun: "schliessen", grund: "Nicht mehr erreicht", ende: null },
      { fall: woken.id, version: 1, tun: "wecken", grund: "Der Kurs beginnt", ende: null },
      { fall: changed.id, version: 1, tun: "schliessen", grund: "Nicht mehr erreicht", ende: null },
      { fall: "11111111-1111-4111-8111-111111111111", version: 1, tun: "wecken", grund: "Fremd", ende: null },
    ]);
    expect(failed.map(({ zeile, satz }) => [zeile.grund, satz.slice(0, 30)]).toSorted()).toEqual([
      ["Fremd", "Diesen Fall führen Sie nicht m"],
      ["Nicht mehr erreicht", "Der Fall wurde inzwischen geän"],
    ]);
    expect(await read(ended.id)).toMatchObject({ phase: "nicht_zustande" });
    expect((await read(ended.id)).schritte.at(-1)?.grund).toBe("Nicht mehr erreicht");
    expect(await read(changed.id)).toMatchObject({ phase: "klaerung" });
    const of = { fallId: woken.id, personId: woken.person };
    const [punkt] = await readAs(actorOf(), (tx) => vereinbarungenOf(tx, actorOf(), of));
    expect(punkt).toMatchObject({ was: "Kontakt aufnehmen: Der Kurs beginnt", bis: daysFrom(today(), 14) });
    expect(await ids()).toEqual(expect.arrayContaining([changed.id, unclear.id]));
    expect(await ids()).not.toContain(woken.id);
  });

  test("goes on page by page, the quietest first, none twice", async () => {
    for (let i = 0; i < PAGE; i += 1) await quiet(daysFrom(today(), -300 - i));
    const first = await listed();
    expect(first.faelle).toHaveLength(PAGE);
    const days = first.faelle.map(({ am }) => am);
    expect(days).toEqual(days.toSorted());
    const second = await listed({ older: first.aelter });
    const seen = new Set([...first.faelle, ...second.faelle].map(({ id }) => id));
    expect(seen.size).toBe(first.faelle.length + second.faelle.length);
    expect((await listed({ newer: second.neuer })).faelle.map(({ id }) => id)).toEqual(
      first.faelle.map(({ id }) => id),
    );
  });
});
