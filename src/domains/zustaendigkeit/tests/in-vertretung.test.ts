import { beforeAll, describe, expect, test } from "vitest";
import {
  type Beratungsstelle,
  beratungsstelle,
  eingabe,
  erfasse,
  typed,
  valuesOf,
} from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import type { TestKonto } from "../../../../tests/support/konten.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs, readAs, writeAs } from "../../../platform/db.ts";
import { readForm } from "../../../platform/form.ts";
import { correctBeratung } from "../../beratungen/commands/correct.ts";
import { recordBeratung } from "../../beratungen/index.ts";
import { KorrekturEingabe } from "../../beratungen/model/eingabe.ts";
import { beratungOf, tagesliste } from "../../beratungen/queries/beratungen.ts";
import {
  NameEingabe,
  PersonEingabe,
  VerstaendigungEingabe,
  changePerson,
  changeVerstaendigung,
  createPerson,
  findDoubles,
  findPersons,
} from "../../personen/index.ts";
import { personOf } from "../../personen/queries/person.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: TestKonto;
let jo: TestKonto;
/** Jo, who stands in for Mira. */
let actor: Actor;
let person: string;

const persons = (of: Actor, name: string) =>
  writeAs(of, (tx) =>
    createPerson(tx, of, PersonEingabe.parse({ person_vorname: name, person_nachname: "Musterhausen" })),
  );

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto;
  jo = await kollegin(stelle);
  await vertretungOhneRegeln(db, { vertreten: mira, durch: jo }, [0, 0]);
  actor = await actingNow(jo);
  person = await persons(mira.actor, "Amina");
});
const record = (more: Parameters<typeof eingabe>[1]) =>
  writeAs(actor, (tx) => recordBeratung(tx, actor, eingabe(stelle, more)));
const found = async (as: Actor, text: string) => (await readAs(as, (tx) => findPersons(tx, as, text))).treffer;
const read = (id: string, as: Actor = actor) => readAs(as, (tx) => beratungOf(tx, as, id));

describe("what is recorded in Vertretung", () => {
  test("belongs to the file of the represented person, with its new persons, and names who wrote it", async () => {
    const id = await record({ stufe: "2", person: [person], neu1_vorname: "Bahar", notiz: "zu zweit" });
    const b = await read(id);
    expect(b).toMatchObject({ kontoId: mira.actor.kontoId, erfasstVon: jo.actor.kontoId, notiz: { text: "zu zweit" } });
    expect(b?.personen).toHaveLength(2);
    // She reads it as her own when she is back, and finds the new person.
    expect(await read(id, mira.actor)).toMatchObject({ kontoId: mira.actor.kontoId, erfasstVon: jo.actor.kontoId });
    expect(await found(mira.actor, "Bahar")).toHaveLength(1);
    // Both days show it: hers as her file, Jo's as what Jo did.
    for (const one of [actor, mira.actor])
      expect((await readAs(one, (tx) => tagesliste(tx, one, eingabe(stelle).am, 9))).zeilen.map((z) => z.id)).toContain(
        id,
      );
  });

  test("anonymous ones and those with persons of one's own are one's own", async () => {
    const own = await persons(actor, "Clara");
    for (const more of [{}, { stufe: "2", person: [own] }])
      expect(await read(await record(more))).toMatchObject({ kontoId: jo.actor.kontoId, erfasstVon: null });
    await expect(record({ stufe: "2", person: [own, person] })).rejects.toThrow("verschiedener Kolleg:innen");
  });

  test("changes stay in the file: languages, search and earlier versions", async () => {
    const id = await erfasse(stelle, { stufe: "2", person: [person], notiz: "alt" });
    const fields = typed(stelle, { stufe: "2", person: [person], notiz: "neu", grund: "Tippfehler" });
    const form = readForm(KorrekturEingabe, valuesOf(fields), today());
    if (!form.ok) throw new Error(JSON.stringify(form.errors));
    await writeAs(actor, (tx) => correctBeratung(tx, actor, { id, version: 1 }, form.value));
    const name = NameEingabe.parse({ person_vorname: "Amina", person_nachname: "Neuname" });
    await writeAs(actor, (tx) => changePerson(tx, actor, { id: person, version: 1 }, name));
    const sprachen = VerstaendigungEingabe.parse({ sprache_1_code: "uk" });
    await writeAs(actor, (tx) => changeVerstaendigung(tx, actor, { id: person, version: 2 }, sprachen));
    const owners = await db.admin(
      `select distinct konto_id from (select konto_id from kim.beratung_fassung where beratung_id = $1
         union all select konto_id from kim.person_token where person_id = $2
         union all select konto_id from kim.person_sprache where person_id = $2
         union all select konto_id from kim.person_verlauf where person_id = $2
         union all select konto_id from kim.beratung_person where beratung_id = $1) s`,
      [id, person],
    );
    expect(owners).toEqual([{ konto_id: mira.actor.kontoId }]);
    expect(await db.admin("select erfasst_von from kim.beratung_fassung where beratung_id = $1", [id])).toEqual([
      { erfasst_von: jo.actor.kontoId },
    ]);
    expect(await found(mira.actor, "Neuname")).toHaveLength(1);
  });
});

describe("the log", () => {
  const logged = (id: string) =>
    db.admin(
      "select art, konto_id, vertreten from kim.protokoll where gegenstand_id = $1 and konto_id = $2 order by zeit",
      [id, jo.actor.kontoId],
    );

  test("names whose file it was, whatever was done in it, and nobody where it was one's own", async () => {
    const other = await persons(mira.actor, "Dilan");
    const open = (id: string) =>
      openRecordAs(actor, { art: "person", id }, "beratung", (tx) => personOf(tx, actor, id));
    await open(other);
    await writeAs(actor, (tx) =>
      changePerson(tx, actor, { id: other, version: 1 }, NameEingabe.parse({ person_vorname: "D" })),
    );
    const whose = { konto_id: jo.actor.kontoId, vertreten: mira.actor.kontoId };
    expect(await logged(other)).toEqual([
      { art: "person.geoeffnet", ...whose },
      { art: "person.geaendert", ...whose },
    ]);
    const own = await persons(actor, "Emre");
    await open(own);
    expect((await logged(own)).map((row) => row["vertreten"])).toEqual([null, null]);
  });
});

describe("doubles", () => {
  const double = (as: Actor) =>
    readAs(as, (tx) => findDoubles(tx, as, { name: "Farida Musterhausen", geburtsdatum: null }));

  test("between colleagues who stand in for each other are told with whose they are; without, nothing is told", async () => {
    const id = await persons(mira.actor, "Farida");
    expect((await double(actor)).map((hit) => [hit.id, hit.kontoId])).toContainEqual([id, mira.actor.kontoId]);
    expect(await double((await kollegin(stelle)).actor)).toEqual([]);
  });
});
