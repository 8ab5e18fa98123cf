import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { angebot, ergebnis, organisation, verweis } from "../../../../tests/support/verweise.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { einwilligungen } from "../../einwilligungen/tests/verben.ts";
import { NeuerFall, moveFall, openFall, Schritt } from "../../faelle/index.ts";
import { changeVerweis } from "../commands/change-verweis.ts";
import { undoSchritt } from "../commands/move-verweis.ts";
import { setErgebnisse } from "../commands/set-ergebnisse.ts";
import { STAND, type Stand, hindernis, isOffener } from "../model/stand.ts";
import { VerweisAngaben } from "../model/verweis.ts";
import { verweisListe, verweiseOf } from "../queries/listen.ts";
import { verweisOf, verweisValues } from "../queries/verweise.ts";

const db = testDatabase();
const LONG_MS = 120_000;
let stelle: Beratungsstelle;
let v: Awaited<ReturnType<typeof einwilligungen>>;
let kita = "";
const actorOf = () => stelle.konto.actor;
const read = (id: string) => readAs(actorOf(), (tx) => verweisOf(tx, actorOf(), id));

beforeAll(async () => {
  stelle = await beratungsstelle();
  v = await einwilligungen(actorOf());
  kita = `organisation:${await organisation(actorOf(), "Kita Sonnenhut", { art: "kita_schule", felder: ["bildung_0_6"] })}`;
});

describe("what leaves the file with a referral", () => {
  const wer = () => v.person;
  const sent = async () => (await db.admin("select art from kim.weitergabe")).length;

  test("nothing, where the person goes herself", async () => {
    const before = await sent();
    await verweis(actorOf(), wer(), kita);
    await verweis(actorOf(), wer(), kita, { kontakt: "begleitet" });
    expect(await sent()).toBe(before);
    await expect(verweis(actorOf(), wer(), kita, { kategorien: ["kontakt"] })).rejects.toThrow("nur hinaus, wenn Sie");
  });

  test("with a name only what a consent covers; without one there is no referral either", async () => {
    const count = async () => (await db.admin("select id from kim.verweis")).length;
    const before = [await count(), await sent()];
    const cm = { kontakt: "cm", kategorien: ["kontakt", "sprache"] };
    await expect(verweis(actorOf(), wer(), kita, { kontakt: "cm" })).rejects.toThrow("welche Angaben");
    await expect(verweis(actorOf(), wer(), kita, cm)).rejects.toThrow("keine Einwilligung");
    expect([await count(), await sent()]).toEqual(before);
    const einwilligung = await v.given({ empfaenger: "Kita Sonnenhut", kategorien: ["kontakt", "sprache"] });
    const id = await verweis(actorOf(), wer(), kita, cm);
    expect((await read(id)).einwilligungId).toBe(einwilligung);
    await v.end(einwilligung, "widerrufen");
    await expect(verweis(actorOf(), wer(), kita, cm)).rejects.toThrow("gilt heute nicht");
  });

  test("who goes herself first may be named later; what went out once does not go out again by itself", async () => {
    const id = await verweis(actorOf(), wer(), kita);
    const typed = async (more: object) => VerweisAngaben.parse({ ...flat(verweisValues(await read(id))), ...more });
    const change = async (more: object) => {
      const input = await typed(more);
      const { version } = await read(id);
      await writeAs(actorOf(), (tx) => changeVerweis(tx, actorOf(), { id, version }, input));
    };
    const cm = { kontakt: "cm", kategorien: ["kontakt"] };
    await expect(change(cm)).rejects.toThrow("gilt heute nicht");
    await v.given({ empfaenger: "Kita Sonnenhut", kategorien: ["kontakt"] });
    const before = await sent();
    await change(cm);
    await change({ kontakt: "cm", bedarf: "vormittags" });
    expect([await sent(), (await read(id)).bedarf]).toEqual([before + 1, "vormittags"]);
  });
});

const flat = (values: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list[0] ?? ""]));

test("what is needed and every note are sealed", async () => {
  const id = await verweis(actorOf(), v.person, kita, { bedarf: "Ein Platz am Vormittag" });
  await ergebnis(actorOf(), { id, version: 1 }, "warteliste", { notiz: "Rückruf im Mai" });
  const stored = JSON.stringify([
    await db.admin("select * from kim.verweis where id = $1", [id]),
    await db.admin("select * from kim.verweis_schritt where verweis_id = $1", [id]),
  ]);
  expect(stored).not.toMatch(/Vormittag|Rückruf/);
  const { bedarf, schritte } = await read(id);
  expect([bedarf, schritte.at(-1)?.notiz]).toEqual(["Ein Platz am Vormittag", "Rückruf im Mai"]);
});

test("the field comes from the offer, and has to be said where an organisation helps with several things", async () => {
  const mehreres = await organisation(actorOf(), "Haus der Hilfe", { felder: ["sprache", "wohnen"] });
  await expect(verweis(actorOf(), v.person, `organisation:${mehreres}`)).rejects.toThrow("hilft bei mehrerem");
  const kurs = await angebot(actorOf(), mehreres, "Deutschkurs");
  const id = await verweis(actorOf(), v.person, `angebot:${kurs}`);
  expect((await read(id)).handlungsfeld).toBe("sprache");
});

test("a closed place is for no new referral, and stays in an old one that is put right", async () => {
  const alt = await organisation(actorOf(), "Alte Stelle");
  const id = await verweis(actorOf(), v.person, `organisation:${alt}`);
  await db.admin("update kim.organisation set geschlossen_ab = $2 where id = $1", [alt, today()]);
  await expect(verweis(actorOf(), v.person, `organisation:${alt}`)).rejects.toThrow("nicht mehr zur Auswahl");
  const input = VerweisAngaben.parse({
    ...flat(verweisValues(await read(id))),
    kategorien: [],
    termin_um: "9.05",
    termin_am: today(),
  });
  await writeAs(actorOf(), (tx) => changeVerweis(tx, actorOf(), { id, version: 1 }, input));
  expect((await read(id)).terminUm).toBe("09:05");
});

test("a case that is closed to writing takes no referral", async () => {
  const fall = NeuerFall.parse({ person: v.person, begonnen: today(), dringlichkeit: "normal" });
  const id = await writeAs(actorOf(), (tx) => openFall(tx, actorOf(), fall));
  await verweis(actorOf(), v.person, kita, { fall: id });
  const weg = [
    ["klaerung", ""],
    ["verweis", "andere Stelle"],
  ] as const;
  for (const [i, [nach, grund]] of weg.entries()) {
    const schritt = Schritt.parse({ nach, grund, am: today() });
    await writeAs(actorOf(), (tx) => moveFall(tx, actorOf(), { id, version: i + 1 }, schritt));
  }
  await db.admin("update kim.fall set phase = 'widerruf' where id = $1", [id]);
  await expect(verweis(actorOf(), v.person, kita, { fall: id })).rejects.toThrow("gesperrt");
});

type Tat = { readonly nach: Stand } | "zurück";

test(
  "random ways: every step that the table has is taken and no other, taking back leads where it was before",
  { timeout: LONG_MS },
  async () => {
    const tat: fc.Arbitrary<Tat> = fc.oneof(
      { weight: 4, arbitrary: fc.record({ nach: fc.constantFrom(...STAND) }) },
      { weight: 1, arbitrary: fc.constant("zurück" as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tat, { maxLength: 8 }), async (taten) => {
        const id = await verweis(actorOf(), v.person, kita);
        const weg: Stand[] = ["offen"];
        let version = 1;
        for (const one of taten) {
          const jetzt = weg.at(-1) ?? "offen";
          const geht = one === "zurück" ? weg.length > 1 : hindernis(jetzt, one.nach) === undefined;
          const getan =
            one === "zurück"
              ? writeAs(actorOf(), (tx) => undoSchritt(tx, actorOf(), { id, version }))
              : ergebnis(actorOf(), { id, version }, one.nach);
          expect(
            await getan.then(
              () => true,
              () => false,
            ),
          ).toBe(geht);
          if (!geht) continue;
          version += 1;
          if (one === "zurück") weg.pop();
          else weg.push(one.nach);
        }
        const { stand, absage, schritte } = await read(id);
        expect(stand).toBe(weg.at(-1));
        expect(absage).toBe(stand === "abgelehnt" ? "voll" : null);
        expect(schritte.filter((s) => !s.zurueckgenommen).map((s) => s.nach)).toEqual(weg);
      }),
      runs(12),
    );
  },
);

describe("the list", () => {
  test("asks first about what is due first, and takes several results in one step or none", async () => {
    const jo = await v.neuePerson("1990-01-01");
    const [a, b, c] = [
      await verweis(actorOf(), jo, kita, { nachfragen_am: today() }),
      await verweis(actorOf(), jo, kita, { nachfragen_am: "2027-06-01" }),
      await verweis(actorOf(), jo, kita, { nachfragen_am: "2027-05-01" }),
    ];
    const list = async (auswahl: "offen" | "faellig" | "beendet") =>
      (await readAs(actorOf(), (tx) => verweisListe(tx, actorOf(), { auswahl }, {}))).verweise
        .filter((one) => one.personId === jo)
        .map((one) => one.id);
    expect([await list("offen"), await list("faellig")]).toEqual([[a, c, b], [a]]);
    const set = (typed: Readonly<Record<string, string[]>>) =>
      writeAs(actorOf(), (tx) => setErgebnisse(tx, actorOf(), typed));
    const choice = (id: string, wort: string, fassung = "1") => ({
      [`ergebnis_${id}`]: [wort],
      [`fassung_${id}`]: [fassung],
    });
    await expect(set({ ...choice(a, "angekommen"), ...choice(b, "abgelehnt") })).rejects.toThrow("aus der Liste");
    await expect(set({ ...choice(a, "angekommen"), ...choice(b, "warteliste", "9") })).rejects.toThrow("inzwischen");
    expect(await list("beendet")).toEqual([]);
    expect(await set({ ...choice(a, "abgelehnt:voll"), ...choice(b, ""), ...choice(c, "warteliste") })).toBe(2);
    const alle = await readAs(actorOf(), async (tx) => (await verweiseOf(tx, jo)).rows);
    expect(alle.map((one) => [one.id, one.stand]).toSorted()).toEqual(
      [
        [a, "abgelehnt"],
        [b, "offen"],
        [c, "warteliste"],
      ].toSorted(),
    );
  });

  test("as long as something is open there is a day to ask; one that has come moves on with the result", async () => {
    const id = await verweis(actorOf(), v.person, kita, { nachfragen_am: today() });
    await ergebnis(actorOf(), { id, version: 1 }, "warteliste");
    const { nachfragenAm, stand } = await read(id);
    expect([isOffener(stand), nachfragenAm > today()]).toEqual([true, true]);
    await ergebnis(actorOf(), { id, version: 2 }, "vermittelt", { nachfragen_am: "2027-09-01" });
    expect((await read(id)).nachfragenAm).toBe("2027-09-01");
  });
});
