import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { writeAs } from "../../../platform/db.ts";
import { beginJob } from "../../../platform/job-starts.ts";
import { resumeLists } from "../commands/resume-lists.ts";
import { startTakeOver, undoTakeOver, uploadList } from "../index.ts";
import { jobs } from "../jobs/index.ts";
import { routes } from "../pages/index.ts";

/**
 * Lists that bring the worker down. What a crash leaves behind is a counted start without its end; here it is written as the
 * worker writes it.
 */
const db = testDatabase();
const room = useRoom(routes);
const { asWorker, read, hoch, uebernimm } = listen(db);
let stelle: Beratungsstelle;
const actor = () => stelle.konto.actor;
const CSV = Buffer.from("Datum;Kommune;Thema\n03.05.2024;Much;Wohnung\n");

beforeAll(async () => {
  stelle = await beratungsstelle();
  await kommunenVon("05382");
});

async function crash(auftrag: string, id: string): Promise<void> {
  for (let i = 0; i < 3; i++) await asWorker(() => beginJob({ auftrag, gegenstand: id }, true));
}
const run = (name: string, id: string) =>
  asWorker(async () => jobs.find((job) => job.name === name)?.run({ kreis: actor().kreis, id }));
const waiting = async (id: string) =>
  (await db.admin("select 1 from graphile_worker._private_jobs where payload->>'id' = $1", [id])).length;

describe("after the third crash", () => {
  test("while it was read: unreadable, with a sentence on its page, and nothing reads it again", async () => {
    const id = await writeAs(actor(), (tx) => uploadList(tx, actor(), { datei: "boese.csv", bytes: CSV }));
    await crash("uebernahme.lesen", id);
    await run("uebernahme.lesen", id);
    expect(await read(actor(), id)).toMatchObject({ stand: "unlesbar", fortschritt: 100 });
    const { html } = await room().as(actor()).get(`/uebernahmen/${id}`);
    expect(html).toContain("brach KIM dreimal ab. Sie wird nicht noch einmal gelesen.");
    const before = await waiting(id);
    await asWorker(resumeLists);
    expect(await waiting(id)).toBe(before);
    await run("uebernahme.lesen", id);
    expect(await read(actor(), id)).toMatchObject({ stand: "unlesbar" });
  });

  test("while it was taken over: as it was read, and nothing of it is taken", async () => {
    const list = await hoch(actor(), "boese-2.csv", CSV);
    await writeAs(actor(), (tx) => startTakeOver(tx, actor(), list));
    await crash("uebernahme.uebernehmen", list.id);
    await run("uebernahme.uebernehmen", list.id);
    const after = await read(actor(), list.id);
    expect(after).toMatchObject({ stand: "gelesen", befund: { meldung: expect.stringContaining("dreimal ab") } });
    expect(await db.admin("select 1 from kim.beratung where uebernahme_id = $1", [list.id])).toEqual([]);
  });

  test("while it was taken back: still taken over, all of it", async () => {
    const csv = Buffer.from("Datum;Kommune;Thema\n04.05.2024;Much;Wohnung\n");
    const done = await uebernimm(actor(), await hoch(actor(), "boese-3.csv", csv));
    await writeAs(actor(), (tx) => undoTakeOver(tx, actor(), done));
    await crash("uebernahme.zuruecknehmen", done.id);
    await run("uebernahme.zuruecknehmen", done.id);
    const after = await read(actor(), done.id);
    expect(after).toMatchObject({ stand: "uebernommen", befund: { meldung: expect.stringContaining("weiter ganz") } });
    const { html } = await room().as(actor()).get(`/uebernahmen/${done.id}/ergebnis`);
    expect(html).toContain("Sie ist weiter ganz übernommen");
    expect(await db.admin("select 1 from kim.beratung where uebernahme_id = $1", [done.id])).toHaveLength(1);
  });
});

test("a list that comes to its end is not counted any more", async () => {
  const id = await writeAs(actor(), (tx) => uploadList(tx, actor(), { datei: "gut.csv", bytes: CSV }));
  await asWorker(() => beginJob({ auftrag: "uebernahme.lesen", gegenstand: id }, true));
  await run("uebernahme.lesen", id);
  expect((await read(actor(), id)).stand).toBe("gelesen");
  expect(await db.admin("select 1 from betrieb.auftrag_beginn where gegenstand = $1", [id])).toEqual([]);
});
