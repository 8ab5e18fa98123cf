import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { type Testzelle, dayCell, xlsx } from "../../../../tests/support/listen-datei.ts";
import { haushalt, mensch, stapel, unterkunft } from "../../../../tests/support/neuzuweisungen.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { discardBatch } from "../commands/discard-batch.ts";
import { distribute } from "../commands/distribute.ts";
import { dropZeile, takeZeile } from "../commands/settle-zeile.ts";
import { takeBatch } from "../commands/take-batch.ts";
import { deute, liesBlaetter } from "../queries/lesen.ts";
import { haushaltListe } from "../queries/listen.ts";
import { stapelOf, zeilenVon } from "../queries/stapel.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

const db = testDatabase();
const KREIS = "05382";
let stelle: Beratungsstelle;
let mira: TestKonto;
let jo: TestKonto;
let leitung: TestKonto;

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS);
  mira = stelle.konto;
  jo = await kollegin(stelle);
  leitung = await testKonto({ kreis: KREIS, traegerId: stelle.traegerId, rollen: ["traeger_leitung"] });
});

const reads = (who: TestKonto, id: string) => readAs(who.actor, (tx) => zuweisungOf(tx, who.actor, id));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "",
    (error: unknown) => (error instanceof Refused ? error.message : String(error)),
  );
const give = (who: TestKonto, ids: readonly string[], an: TestKonto) =>
  writeAs(who.actor, (tx) => distribute(tx, who.actor, { zuweisung: [...ids], an: an.actor.kontoId }));

/** Another family each time: the same people would wait as being there already. */
const familie = () => {
  const nachname = `Muster${crypto.randomUUID().slice(0, 8)}`;
  return [
    mensch("Nour", nachname, { geburtsdatum: "1990-02-01", sprache: "ar" }),
    mensch("Sami", nachname, { geburtsdatum: "1988-04-09" }),
  ];
};

describe("an untidy list", () => {
  const rows: Testzelle[][] = [
    ["Zuweisungen November", null, null, null, null, null],
    ["Az.", "Name", "geb. am", "Gemeinde", "Religion", "Unterkunft"],
    ["Z-1", "Muster, Nela", dayCell("1991-01-01"), "Siegburg", "geheim", "Musterhaus"],
    ["Z-1", "Muster, Tio", "31.02.2019", null, "geheim", null],
    ["Z-2", "Probe, Ada", dayCell("1980-01-01"), "Atlantis", null, "irgendwo"],
    [null, "bitte zurückrufen", null, null, null, null],
    ["Z-3", "Muster, Nela", dayCell("1991-01-01"), "Siegburg", null, null],
    ["Summe", 4, null, null, null, null],
  ];
  const file = () => ({ name: "liste.xlsx", bytes: Buffer.from(xlsx([{ name: "Liste", rows }])), print: "p1" });

  test("every row ends somewhere: in a household, waiting, or counted; nothing of a forbidden column is kept", async () => {
    const { actor } = mira;
    await unterkunft(leitung.actor, "Musterhaus", stelle.ags[0], { breite: "50,79", laenge: "7,2" });
    const gelesen = await liesBlaetter(file());
    const take = () =>
      writeAs(actor, async (tx) =>
        takeBatch(tx, actor, await deute(tx, gelesen.blaetter), { print: gelesen.print, angekuendigt: today() }),
      );
    const id = await take();
    const s = await readAs(actor, (tx) => stapelOf(tx, actor, id));
    const zeilen = await readAs(actor, (tx) => zeilenVon(tx, actor, id));
    expect(s).toMatchObject({ zeilen: 8, ohneDaten: 3, haushalte: 2, menschen: 3, nie: ["Religion"] });
    expect(zeilen.map(({ nr, grund }) => [nr, grund])).toEqual([
      [6, "unklar"],
      [7, "doppelt"],
    ]);
    const { zeilen: alle } = await readAs(actor, (tx) =>
      haushaltListe(tx, actor, { auswahl: "offen", stapel: id }, {}),
    );
    const nela = alle.find(({ nr }) => nr === 1);
    expect(nela).toMatchObject({ unterkunft: "Musterhaus", kommune: "Siegburg", menschen: 2 });
    expect(nela?.mitglieder.map(({ name, hinweis }) => [name, hinweis])).toEqual([
      ["Nela Muster", null],
      ["Tio Muster", "geb. am: 31.02.2019"],
    ]);
    expect(alle.find(({ nr }) => nr === 2)?.mitglieder[0]?.hinweis).toBe("Unterkunft: irgendwo\nGemeinde: Atlantis");
    expect(JSON.stringify([alle, zeilen])).not.toContain("geheim");
    expect(await refusal(take())).toContain("schon angenommen");
    // Waiting rows: taken after all, or dropped; then nothing waits.
    const taken = () => writeAs(actor, (tx) => takeZeile(tx, actor, zeilen[0]?.id ?? ""));
    const both = await Promise.allSettled([taken(), taken()]);
    expect(both.flatMap((one) => (one.status === "rejected" ? [one.reason instanceof NotFound] : []))).toEqual([true]);
    await writeAs(actor, (tx) => dropZeile(tx, actor, zeilen[1]?.id ?? ""));
    expect(await readAs(actor, (tx) => zeilenVon(tx, actor, id))).toEqual([]);
    expect((await readAs(actor, (tx) => stapelOf(tx, actor, id))).haushalte).toBe(3);
  });

  test("what is no list is refused with a sentence, from a process of its own", async () => {
    const print = "x";
    expect(await refusal(liesBlaetter({ name: "a.pdf", bytes: Buffer.from("%PDF-1.7"), print }))).toContain(
      "Bild oder PDF",
    );
    const { blaetter } = await liesBlaetter({ name: "a.csv", bytes: Buffer.from("a;b\n1;2\n"), print });
    expect(await refusal(readAs(mira.actor, (tx) => deute(tx, blaetter)))).toContain("Überschriften");
  });

  test("a batch is taken back with its keys, as long as nobody has anything of it", async () => {
    const { actor } = mira;
    const keys = async () =>
      (await db.admin("select count(*)::int as n from tresor.schluessel where art = 'zuweisung'"))[0]?.["n"];
    const before = await keys();
    const { id, zuweisungen } = await stapel(actor, [haushalt(familie()), haushalt(familie())]);
    await give(mira, zuweisungen.slice(1), jo);
    expect(await refusal(writeAs(actor, (tx) => discardBatch(tx, actor, id)))).toContain("nicht mehr zurücknehmen");
    expect(await refusal(writeAs(jo.actor, (tx) => discardBatch(tx, jo.actor, id)))).toContain(
      "nicht mehr zurücknehmen",
    );
    await give(jo, zuweisungen.slice(1), mira);
    await writeAs(actor, (tx) => discardBatch(tx, actor, id));
    expect(await keys()).toBe(before);
    await expect(reads(mira, zuweisungen[0] ?? "")).rejects.toThrow(NotFound);
  });
});
