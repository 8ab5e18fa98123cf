import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { einbuergerung, schritt, status } from "../../../../tests/support/einbuergerung.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { runs } from "../../../../tests/support/runs.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { undoSchritt } from "../commands/move-einbuergerung.ts";
import { checklistePdf } from "../documents/checkliste.ts";
import { STAND, type Stand, hindernis, isOffen } from "../model/stand.ts";
import { checkliste, papiere } from "../queries/checkliste.ts";
import { einbuergerungImVerlauf } from "../queries/verlauf.ts";
import { einbuergerungOf } from "../queries/einbuergerungen.ts";

const db = testDatabase();
const LONG_MS = 120_000;
let stelle: Beratungsstelle;
let mira: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
});

const neuePerson = () =>
  writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse({ person_vorname: "Jolanda" })));
const read = (id: string) => readAs(mira, (tx) => einbuergerungOf(tx, mira, id));
const undo = (id: string, version: number) => writeAs(mira, (tx) => undoSchritt(tx, mira, { id, version }));
const listeAm = (person: string, tag: string) =>
  readAs(mira, (tx) => checkliste(tx, mira, person, { tag, dokumente: true }));
const lichter = async (person: string, weg: string, tag: string) => {
  const { wege } = await listeAm(person, tag);
  const punkte = wege.find(({ perspektive }) => perspektive.code === weg)?.punkte ?? [];
  return new Map(punkte.map(({ regel, befund }) => [regel.bedingung, befund.licht]));
};
const fristen = async (id: string) =>
  (
    await db.admin(
      "select art, am::text, stand from kim.frist where einbuergerung_id = $1 and stand = 'offen' order by art",
      [id],
    )
  ).map((row) => `${String(row["art"])} ${String(row["am"])}`);

describe("the checklist", () => {
  test("before and after a rule changed: three years were enough till the last day of the rule, and no day longer", async () => {
    const person = await neuePerson();
    await status(mira, person, "fluechtling", "2021-11-30");
    const davor = await lichter(person, "p10_3", "2025-10-29");
    const danach = await lichter(person, "p10_3", "2025-10-30");
    expect([davor.get("aufenthalt"), danach.get("aufenthalt")]).toEqual(["erfuellt", "entfallen"]);
    // Eight years till 26 June 2024, five since; of somebody who came in 2021 the day decides.
    expect((await lichter(person, "p10", "2026-11-29")).get("aufenthalt")).toBe("offen");
    expect((await lichter(person, "p10", "2026-11-30")).get("aufenthalt")).toBe("erfuellt");
    expect((await lichter(person, "p10", "2024-06-26")).get("titel")).toBe("erfuellt");
  });

  test("says so where the file says nothing, and has no light for what nobody writes down", async () => {
    const leer = await lichter(await neuePerson(), "p10", today());
    expect([...leer.values()].filter((one) => one === "erfuellt")).toEqual([]);
    expect([leer.get("aufenthalt"), leer.get("verurteilung"), leer.get("mehrstaatigkeit")]).toEqual([
      "unbekannt",
      "auskunft",
      "entfallen",
    ]);
  });

  test("goes with her as a sheet that names nobody, each sentence with its source", async () => {
    const person = await neuePerson();
    await status(mira, person, "fluechtling", "2019-01-01");
    const liste = await listeAm(person, "2026-11-30");
    const [weg] = liste.wege;
    if (weg === undefined) throw new Error("no way");
    const blatt = {
      weg,
      papiere: papiere(liste, weg, "2026-11-30"),
      behoerde: "Einbürgerungsbehörde Troisdorf",
      wartezeit: "Höchstens ein Jahr.",
      traeger: "Muster-Verband",
      geprueft: null,
      tag: "2026-11-30",
    };
    const bytes = checklistePdf(blatt, "de");
    expect(matterhorn(bytes)).toEqual([]);
    const said = pdfText(bytes).text.replaceAll(/\s+/gu, "");
    // What held when the data begin did not begin to hold then.
    const seit = ["Giltseit27.06.2024", "Giltmindestensseit01.01.2020"];
    for (const one of [
      "§10Abs.1Satz1Nr.3und§40aStAG",
      "StARModG",
      "EinbürgerungsbehördeTroisdorf",
      "erfüllt",
      ...seit,
    ]) {
      expect(said).toContain(one);
    }
    expect(said).not.toContain("Jolanda");
  });
});

describe("a naturalisation", () => {
  test("begins once, at an authority of the Kreis, on a way that is open; what was noted is sealed", async () => {
    const person = await neuePerson();
    await expect(einbuergerung(mira, person, { perspektive: "p10_3" })).rejects.toThrow("nicht mehr zur Auswahl");
    await expect(einbuergerung(mira, person, { perspektive: "p25b" })).rejects.toThrow("gibt es diese Auswahl nicht");
    await expect(einbuergerung(mira, person, { ebh: "Nirgendwo" })).rejects.toThrow("aus der Liste");
    const id = await einbuergerung(mira, person, { notiz: "Der Pass ist beantragt" });
    await expect(einbuergerung(mira, person)).rejects.toThrow("läuft schon");
    const stored = JSON.stringify(
      await db.admin("select * from kim.einbuergerung_schritt where einbuergerung_id = $1", [id]),
    );
    expect(stored).not.toContain("Pass");
    expect((await read(id)).schritte[0]?.notiz).toBe("Der Pass ist beantragt");
    await schritt(mira, { id, version: 1 }, "zurueckgezogen");
    await einbuergerung(mira, person);
  });

  test("stands step by step in the timeline of a case about her, without what was a slip of the hand", async () => {
    const person = await neuePerson();
    const id = await einbuergerung(mira, person);
    await schritt(mira, { id, version: 1 }, "antrag");
    await schritt(mira, { id, version: 2 }, "anhoerung");
    await undo(id, 3);
    await einbuergerung(mira, await neuePerson());
    const frage = { fallId: id, person, personen: [person], seit: "2020-01-01", from: {}, size: 50 };
    const zeilen = await readAs(mira, (tx) => einbuergerungImVerlauf(tx, mira, frage));
    // All of them on one day: by their id, as the timeline asks.
    expect(new Set(zeilen.map(({ satz }) => satz))).toEqual(
      new Set(["Einbürgerung: Antrag gestellt", "Einbürgerung: Vor-Check"]),
    );
    expect(new Set(zeilen.map(({ href }) => href))).toEqual(new Set([`/einbuergerungen/${id}`]));
    const seitMorgen = { ...frage, seit: daysFrom(today(), 1) };
    expect(await readAs(mira, (tx) => einbuergerungImVerlauf(tx, mira, seitMorgen))).toEqual([]);
  });

  test("gives Fristen: the end of a promise and the day to ask, and takes them back with its steps", async () => {
    const id = await einbuergerung(mira, await neuePerson(), { nachfragen_am: daysFrom(today(), 10) });
    const nachfrage = `einbuergerung ${daysFrom(today(), 10)}`;
    expect(await fristen(id)).toEqual([nachfrage]);
    await schritt(mira, { id, version: 1 }, "antrag", { nachfragen_am: daysFrom(today(), 10) });
    const bis = daysFrom(today(), 700);
    await schritt(mira, { id, version: 2 }, "zusicherung", { bis, nachfragen_am: "" });
    expect(await fristen(id)).toEqual([`zusicherung ${bis}`]);
    await undo(id, 3);
    expect([(await read(id)).stand, await fristen(id)]).toEqual(["antrag", []]);
    await schritt(mira, { id, version: 4 }, "zusicherung", { bis });
    await schritt(mira, { id, version: 5 }, "eingebuergert");
    expect(await fristen(id)).toEqual([]);
  });

  test("waits from its application; one that is taken up again waits anew", async () => {
    const id = await einbuergerung(mira, await neuePerson(), { am: daysFrom(today(), -400) });
    await schritt(mira, { id, version: 1 }, "antrag", { am: daysFrom(today(), -390) });
    await expect(schritt(mira, { id, version: 2 }, "anhoerung", { am: daysFrom(today(), -395) })).rejects.toThrow(
      "kann nicht davor liegen",
    );
    await schritt(mira, { id, version: 2 }, "abgelehnt", { am: daysFrom(today(), -30) });
    expect((await read(id)).antragAm).toBe(daysFrom(today(), -390));
    await schritt(mira, { id, version: 3 }, "vorcheck");
    expect((await read(id)).antragAm).toBeNull();
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
          const id = await einbuergerung(mira, await neuePerson());
          const weg: Stand[] = ["vorcheck"];
          let version = 1;
          for (const one of taten) {
            const jetzt = weg.at(-1) ?? "vorcheck";
            const geht = one === "zurück" ? weg.length > 1 : hindernis(jetzt, one.nach) === undefined;
            const getan = one === "zurück" ? undo(id, version) : schritt(mira, { id, version }, one.nach);
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
          const e = await read(id);
          expect([e.stand, e.zusicherungBis !== null]).toEqual([weg.at(-1), weg.at(-1) === "zusicherung"]);
          expect(e.schritte.filter((s) => !s.zurueckgenommen).map((s) => s.nach)).toEqual(weg);
          if (!isOffen(e.stand)) expect(await fristen(id)).toEqual([]);
        }),
        runs(12),
      );
    },
  );
});
