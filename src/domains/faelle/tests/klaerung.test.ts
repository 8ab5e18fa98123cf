import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { clarifyFall } from "../commands/clarify-fall.ts";
import { moveFall } from "../commands/move-fall.ts";
import { openFall } from "../commands/open-fall.ts";
import { addZielgruppe, changeZielgruppe, removeZielgruppe } from "../commands/set-zielgruppe.ts";
import { NeuerFall, Schritt } from "../model/fall.ts";
import { KlaerungEingabe } from "../model/klaerung.ts";
import { ZielgruppeEingabe } from "../model/zielgruppe.ts";
import { fallOf } from "../queries/faelle.ts";
import { klaerungenOf } from "../queries/klaerungen.ts";
import { zielgruppeAm, zielgruppen } from "../queries/zielgruppen.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let koordination: Actor;
let person: string;
let regel: string;

const rule = (gueltig_ab: string, more: Readonly<Record<string, string>> = {}) => {
  const input = { gueltig_ab, k1_frage: "Höchstens drei Jahre im Kreis?", k2_frage: "Führt jemand anderes?" };
  return ZielgruppeEingabe.parse({ ...input, k2_erwartet: "nein", k2_sonst: "verweis", ...more });
};
const add = (ab: string, more?: Readonly<Record<string, string>>) =>
  writeAs(koordination, (tx) => addZielgruppe(tx, koordination, rule(ab, more)));
const actorOf = () => stelle.konto.actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  koordination = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  person = await writeAs(actorOf(), (tx) => createPerson(tx, actorOf(), jo));
  regel = await add(daysFrom(today(), -400));
});

async function inKlaerung(): Promise<string> {
  const input = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "bald" });
  const id = await writeAs(actorOf(), (tx) => openFall(tx, actorOf(), input));
  await move(id, { nach: "klaerung" });
  return id;
}
const read = (id: string) => readAs(actorOf(), (tx) => fallOf(tx, actorOf(), id));
async function move(id: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const { version } = await read(id);
  const input = Schritt.parse({ am: today(), ...typed });
  await writeAs(actorOf(), (tx) => moveFall(tx, actorOf(), { id, version }, input));
}
async function clarify(id: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const { version } = await read(id);
  const input = KlaerungEingabe.parse({ regel, dringlichkeit: "sofort", weiteres: "nein", ...typed });
  await writeAs(actorOf(), (tx) => clarifyFall(tx, actorOf(), { id, version }, input));
}

describe("the clarification of a case", () => {
  test("nothing goes on before the questions are there; the decision says why and stays with its answers", async () => {
    const id = await inKlaerung();
    await expect(move(id, { nach: "einwilligung", grund: "passt" })).rejects.toThrow("zuerst die Klärung");
    await clarify(id, { a1: "ja", a2: "nein" });
    expect(await read(id)).toMatchObject({ vorschlag: "fall", dringlichkeit: "sofort", weiteres: "nein" });
    await expect(move(id, { nach: "einwilligung" })).rejects.toThrow("warum");
    await move(id, { nach: "einwilligung", grund: "Vier Ämter zugleich" });
    const [klaerung] = await readAs(actorOf(), (tx) => klaerungenOf(tx, id));
    const fall = await read(id);
    expect(klaerung?.schrittId).toBe(fall.schritte.at(-1)?.id);
    expect(klaerung?.antworten.map(({ antwort }) => antwort)).toEqual(["ja", "nein"]);
    expect(fall.vorschlag).toBeNull();
    await expect(clarify(id, {})).rejects.toThrow(Refused);
  });

  test("can be put right until it is decided; whoever leads it may decide otherwise", async () => {
    const id = await inKlaerung();
    await clarify(id, { a1: "nein" });
    expect((await read(id)).vorschlag).toBe("kurzberatung");
    const wer = { weiteres: "ja", weiteres_wer: "Jugendmigrationsdienst", weiteres_seit: "2026-03-01" };
    await clarify(id, { a1: "ja", a2: "ja", ...wer });
    const fall = await read(id);
    expect(fall).toMatchObject({ vorschlag: "verweis", weiteresWer: wer.weiteres_wer, weiteresSeit: "2026-03-01" });
    await move(id, { nach: "einwilligung", grund: "Beide Stellen wollen es so" });
    expect(await readAs(actorOf(), (tx) => klaerungenOf(tx, id))).toHaveLength(1);
    expect(JSON.stringify(await db.admin("select * from kim.fall"))).not.toContain("Jugendmigration");
  });

  test("taken up again it is clarified anew; the earlier one stays", async () => {
    const id = await inKlaerung();
    await clarify(id, { a1: "nein" });
    await move(id, { nach: "nicht_zustande", grund: "Eine Beratung genügte" });
    await move(id, { nach: "klaerung", grund: "Kam wieder" });
    await expect(move(id, { nach: "einwilligung", grund: "jetzt" })).rejects.toThrow("zuerst die Klärung");
    await clarify(id, { a1: "ja", a2: "nein" });
    const all = await readAs(actorOf(), (tx) => klaerungenOf(tx, id));
    expect(all.map(({ vorschlag, schrittId }) => [vorschlag, schrittId === null])).toEqual([
      ["fall", true],
      ["kurzberatung", false],
    ]);
  });
});

describe("the rule of the Kreis", () => {
  test("one that holds stays as it was; what was decided keeps its questions when another one comes", async () => {
    const id = await inKlaerung();
    await clarify(id, { a1: "ja", a2: "nein" });
    await move(id, { nach: "einwilligung", grund: "passt" });
    await expect(add(today())).rejects.toThrow("frühestens morgen");
    const change = (at: { id: string; version: number }) =>
      writeAs(koordination, (tx) => changeZielgruppe(tx, koordination, at, rule(daysFrom(today(), 5))));
    await expect(change({ id: regel, version: 1 })).rejects.toThrow("gilt schon");
    const next = await add(daysFrom(today(), 1), { k1_frage: "Höchstens fünf Jahre im Kreis?" });
    await change({ id: next, version: 1 });
    const all = await readAs(koordination, zielgruppen);
    expect(all.map(({ ab, bis }) => [ab, bis])).toEqual([
      [daysFrom(today(), 5), null],
      [daysFrom(today(), -400), daysFrom(today(), 4)],
    ]);
    expect((await readAs(koordination, (tx) => zielgruppeAm(tx, daysFrom(today(), 9))))?.id).toBe(next);
    const [klaerung] = await readAs(actorOf(), (tx) => klaerungenOf(tx, id));
    expect(klaerung?.antworten[0]?.frage).toBe("Höchstens drei Jahre im Kreis?");
    await expect(add(daysFrom(today(), 5))).rejects.toThrow("gibt es schon eine Regel");
    await writeAs(koordination, (tx) => removeZielgruppe(tx, koordination, { id: next, version: 2 }));
    expect(await readAs(koordination, zielgruppen)).toHaveLength(1);
  });

  test("belongs to its Kreis alone", async () => {
    const elsewhere = (await testKonto({ kreis: "05315", rollen: ["kim_koordination"] })).actor;
    expect(await readAs(elsewhere, zielgruppen)).toEqual([]);
  });
});
