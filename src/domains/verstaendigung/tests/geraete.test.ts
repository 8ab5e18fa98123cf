import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { lendGeraet, returnGeraet } from "../commands/lend-geraet.ts";
import { addGeraet, changeGeraet } from "../commands/set-geraet.ts";
import { AusleiheEingabe, GeraetEingabe, RueckgabeEingabe, lageOf } from "../model/geraet.ts";
import { ausleihenOf, geraetOf, geraete } from "../queries/geraete.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;
let fuehrt: Actor;
let fremd: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  fuehrt = (await testKonto({ kreis: stelle.kreis, traegerId: stelle.traegerId, rollen: ["verwaltungsassistenz"] }))
    .actor;
  fremd = (await testKonto({ kreis: stelle.kreis, rollen: ["verwaltungsassistenz", "cm_lokal"] })).actor;
});

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? (error.errors[0]?.message ?? "") : `no refusal: ${String(error)}`;
};

describe("a device", () => {
  const add = (name: string) =>
    writeAs(fuehrt, (tx) =>
      addGeraet(
        tx,
        fuehrt,
        GeraetEingabe.parse({ name, standort: stelle.standortId, zustand: "bereit", sprachen: ["ar"] }),
      ),
    );
  const lend = (id: string, version: number, more: Readonly<Record<string, string>>, who = mira) =>
    writeAs(who, (tx) =>
      lendGeraet(tx, who, { id, version }, AusleiheEingabe.parse({ seit: today(), bis: today(), ...more })),
    );

  test("is lent once at a time, comes back as it is, and every lending stays", async () => {
    const id = await add("Gerät 1");
    expect(await refusal(add("gerät 1"))).toContain("gibt es schon");
    await lend(id, 1, { wer: "Ehrenamt Musterdorf" });
    expect(await refusal(lend(id, 2, { konto: mira.kontoId }))).toContain("noch verliehen");
    const raw = await db.admin("select encode(an_wen, 'escape') as roh from kim.geraet_ausleihe");
    expect(String(raw[0]?.["roh"])).not.toContain("Musterdorf");
    const weg = GeraetEingabe.parse({
      name: "Gerät 1",
      standort: stelle.standortId,
      zustand: "verloren",
      sprachen: [],
    });
    expect(await refusal(writeAs(fuehrt, (tx) => changeGeraet(tx, fuehrt, { id, version: 2 }, weg)))).toContain(
      "Rückgabe",
    );
    const back = RueckgabeEingabe.parse({ zurueck: today(), zustand: "reparatur" });
    await writeAs(mira, (tx) => returnGeraet(tx, mira, { id, version: 2 }, back));
    expect(await refusal(lend(id, 3, { konto: mira.kontoId }))).toContain("in Reparatur");
    const history = await readAs(mira, (tx) => ausleihenOf(tx, mira, id));
    expect(history).toMatchObject([{ wer: "Ehrenamt Musterdorf", zurueck: today(), zustand: "reparatur" }]);
    await expect(readAs(fremd, (tx) => geraetOf(tx, fremd, id))).rejects.toBeInstanceOf(NotFound);
  });

  test("stands first where it should be back, and its borrower has to be of the Träger", async () => {
    const spaet = await add("Gerät 9");
    await add("Gerät 2");
    const vorher = daysFrom(today(), -20);
    await lend(spaet, 1, { konto: mira.kontoId, seit: vorher, bis: daysFrom(today(), -1) });
    expect((await readAs(mira, (tx) => geraete(tx, mira, today())))[0]?.id).toBe(spaet);
    expect(await refusal(lend(await add("Gerät 3"), 1, { konto: fremd.kontoId }))).toContain(
      "gibt es diese Auswahl nicht",
    );
    expect(lageOf("bereit", today(), today())).toBe("verliehen");
  });
});
