import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { readForm } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { PersonEingabe, anschluesseOf, createPerson } from "../../personen/index.ts";
import { AnschlussEingabe } from "../model/anschluss.ts";
import { beratungOf } from "../queries/beratungen.ts";
import { joinBeratungen, partBeratungen } from "./join-beratungen.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle();
});

const mira = () => stelle.konto.actor;
const read = (id: string) => readAs(mira(), (tx) => beratungOf(tx, mira(), id));
const named = (name = "Amina") =>
  writeAs(mira(), (tx) =>
    createPerson(tx, mira(), PersonEingabe.parse({ person_vorname: name, person_nachname: "Beispiel" })),
  );
const anonymous = (more = {}) =>
  erfasse(stelle, {
    personenzahl: "2",
    altersgruppe: "27-44",
    herkunftsgruppe: "ukraine",
    notiz: "Brief vom Amt",
    ...more,
  });
const ja = { ja: "muendlich" as const, am: today() };
const join = (person: string, ...beratungen: string[]) =>
  writeAs(mira(), (tx) => joinBeratungen(tx, mira(), person, { ...ja, beratungen }));
const part = (id: string, ...beratungen: string[]) =>
  writeAs(mira(), (tx) => partBeratungen(tx, mira(), { id, version: 1 }, beratungen));

describe("earlier anonymous contacts", () => {
  test("stand under a name only with the person's yes: without it the form is refused with a sentence", async () => {
    const id = await anonymous();
    const form = readForm(AnschlussEingabe, { beratungen: [id], am: [today()] }, today());
    expect(form.ok ? [] : form.errors).toEqual([
      { field: "ja", message: expect.stringContaining("Fragen Sie die Person") },
    ]);
    expect((await read(id))?.personen).toEqual([]);
  });

  test("who asked, when and how is kept, and the figures count a person from then on", async () => {
    const [person, id] = [await named(), await anonymous()];
    await join(person, id);
    expect(await read(id)).toMatchObject({ stufe: "2", personen: [person], altersgruppe: null, personenzahl: 1 });
    expect(await readAs(mira(), (tx) => anschluesseOf(tx, person))).toMatchObject([
      { art: "muendlich", am: today(), gefragtVon: mira().kontoId, anzahl: 1, zurueckgenommenAm: null },
    ]);
    const events = await db.admin("select art, zweck from kim.protokoll where gegenstand_id = $1 order by art", [
      person,
    ]);
    expect(events).toContainEqual({ art: "person.angeschlossen", zweck: "muendlich" });
  });

  test("taken back each says again what it said before, and nothing leads from it to her", async () => {
    const [person, one, two] = [await named(), await anonymous(), await anonymous({ notiz: "" })];
    const before = [await read(one), await read(two)];
    const id = await join(person, one, two);
    await part(id, one);
    expect(await read(one)).toEqual({ ...before[0], version: 3 });
    expect((await read(two))?.personen).toEqual([person]);
    await part(id, two);
    expect(await read(two)).toEqual({ ...before[1], version: 3 });
    const rows = await db.admin(
      `select 1 from kim.beratung where id = any($1::uuid[]) and (anschluss_id is not null or notiz_schluessel = $2)
       union all select 1 from kim.beratung_fassung where beratung_id = any($1::uuid[]) and schluessel = $2
       union all select 1 from kim.beratung_person where beratung_id = any($1::uuid[])
       union all select 1 from kim.protokoll where gegenstand_id = any($1::text[]) and zeit <> date_trunc('day', zeit, 'Europe/Berlin')`,
      [[one, two], person],
    );
    expect(rows).toEqual([]);
    expect(await readAs(mira(), (tx) => anschluesseOf(tx, person))).toMatchObject([
      { anzahl: 0, zurueckgenommenAm: today() },
    ]);
  });

  test("are picked by whoever keeps the file, from the last twelve weeks, and only what has no name yet", async () => {
    const person = await named();
    const old = await anonymous({ am: daysFrom(today(), -85) });
    await expect(join(person, old)).rejects.toThrow("älter als zwölf Wochen");
    const other = await erfasse(stelle, { stufe: "2", person: await named("Jo"), themen: ["wohnen"] });
    await expect(join(person, other)).rejects.toThrow("nicht mehr ohne Namen");
    const colleague = await testKonto({ kreis: stelle.kreis, traegerId: stelle.traegerId, rollen: ["cm_lokal"] });
    const standIn = { ...colleague.actor, konten: [colleague.actor.kontoId, mira().kontoId] };
    const id = await anonymous();
    const asStandIn = writeAs(standIn, (tx) => joinBeratungen(tx, standIn, person, { ...ja, beratungen: [id] }));
    await expect(asStandIn).rejects.toThrow("nur, wer die Akte führt");
  });
});
