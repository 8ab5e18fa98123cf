import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { routes as auswertung } from "../../auswertung/pages/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { addKind } from "../commands/add-kind.ts";
import { changeAnruf } from "../commands/change-anruf.ts";
import { changeKind, moveKind } from "../commands/move-kind.ts";
import { recordAnruf } from "../commands/record-anruf.ts";
import { setPlaetze } from "../commands/set-plaetze.ts";
import { AnrufAngaben, NeuerAnruf } from "../model/anruf.ts";
import { KindAngaben, KindSchritt, NeuesKind, type Stand } from "../model/delfin.ts";
import { anrufListe, anrufOf } from "../queries/anrufe.ts";
import { kindListe, kindOf } from "../queries/delfin.ts";

const db = testDatabase();
const KREIS = "05382";
const JAHR = Number(today().slice(0, 4));
let stelle: Beratungsstelle;
let actor: Actor;
let room: Room;

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS, ["cm_mukis"]);
  actor = stelle.konto.actor;
  room = await openRoom(auswertung);
});
afterAll(() => room.stop());

const person = (vorname: string): Promise<string> =>
  writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse({ person_vorname: vorname })));

async function child(ags: string, ...stands: readonly Stand[]): Promise<string> {
  const typed = { person: await person("Ida"), jahr: String(JAHR), am: today(), ags, kita: "Kita Muster" };
  const id = await writeAs(actor, (tx) => addKind(tx, actor, NeuesKind.parse(typed)));
  for (const [i, nach] of stands.entries()) {
    const schritt = KindSchritt.parse({ nach, am: today() });
    await writeAs(actor, (tx) => moveKind(tx, actor, { id, version: i + 1 }, schritt));
  }
  return id;
}
const read = (id: string) => readAs(actor, (tx) => kindOf(tx, actor, id));
const BESUCHT = ["bedarf", "empfehlung", "verpflichtet", "platz", "besucht"] as const;

describe("a child at DELFIN 4", () => {
  test("goes the ways of the table, day after day, and keeps each step; twice in a year there is none", async () => {
    const [hier, dort] = stelle.ags;
    const id = await child(hier, "bedarf", "empfehlung");
    const move = (version: number, nach: string, am = today()) =>
      writeAs(actor, (tx) => moveKind(tx, actor, { id, version }, KindSchritt.parse({ nach, am })));
    await expect(move(3, "besucht")).rejects.toThrow("Möglich ist");
    await expect(move(3, "angemeldet", daysFrom(today(), 1))).rejects.toThrow("in der Zukunft");
    await expect(move(3, "angemeldet", daysFrom(today(), -1))).rejects.toThrow("nicht davor");
    await expect(move(2, "angemeldet")).rejects.toThrow(Stale);
    await move(3, "angemeldet");
    const kind = await read(id);
    expect(kind.schritte.map(({ nach }) => nach)).toEqual(["eingeladen", "bedarf", "empfehlung", "angemeldet"]);
    const again = { person: kind.personId, jahr: String(JAHR), am: today(), ags: hier };
    await expect(writeAs(actor, (tx) => addKind(tx, actor, NeuesKind.parse(again)))).rejects.toThrow(
      "schon bei DELFIN",
    );
    const angaben = KindAngaben.parse({ ags: dort, kita: "Kita Beispielweg" });
    await writeAs(actor, (tx) => changeKind(tx, actor, { id, version: kind.version }, angaben));
    expect(await read(id)).toMatchObject({ ags: dort, kita: "Kita Beispielweg", stand: "angemeldet" });
    const { kinder } = await readAs(actor, (tx) => kindListe(tx, actor, undefined, {}));
    expect(kinder).toMatchObject([{ id, person: "Ida", stand: "angemeldet" }]);
    expect(JSON.stringify(await db.admin("select * from kim.delfin"))).not.toContain("Beispielweg");
    await db.admin("delete from kim.delfin");
  });

  test("need, places and who came are told by Kommune, from the child to the page of the figures", async () => {
    const [hier, dort] = stelle.ags;
    for (const stands of [BESUCHT, BESUCHT, ["bedarf"], ["kein_bedarf"]] as const) await child(hier, ...stands);
    await child(dort, "bedarf", "empfehlung", "verpflichtet", "ohne_platz");
    const moved = await child(dort, "bedarf", "verzogen");
    for (const [ags, plaetze] of [
      [hier, 3],
      [dort, 7],
      [dort, 0],
    ] as const) {
      await writeAs(actor, (tx) => setPlaetze(tx, actor, { jahr: JAHR, ags, plaetze }));
    }
    await erfasse(stelle, {});
    await counted(db);
    const leitung = (await testKonto({ kreis: KREIS, traegerId: stelle.traegerId, rollen: ["traeger_leitung"] })).actor;
    const rows = async () => {
      const monat = today().slice(0, 7);
      const { html } = await room.as(leitung).get(`/auswertung/fragen?von=${monat}&bis=${monat}`);
      const table = /id="delfin"[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? "";
      return [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
        [...row.matchAll(/<td class="num">([^<]*)<\/td>/g)].map(([, n]) => n),
      );
    };
    // Need, places, filled; whoever moved away had need all the same, and no place at all is told as none.
    expect(await rows()).toEqual(
      [
        [hier, ["3", "3", "2"]],
        [dort, ["2", "0", "0"]],
      ]
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
        .map(([, row]) => row)
        .concat([["5", "3", "2"]]),
    );
    await db.admin("delete from kim.delfin where id = $1", [moved]);
    await counted(db);
    expect((await rows()).at(-1)).toEqual(["4", "3", "2"]);
  });
});

describe("a call in the Telefonsprechstunde", () => {
  const typed = (more: Readonly<Record<string, string | readonly string[]>> = {}) => ({
    anrufer: "eltern",
    kind_alter: "4",
    sprachen: ["ar", "de", "ar"],
    frage: "spricht_wenig",
    antwort: "beratung",
    am: today(),
    ort: `kommune:${stelle.ags[0]}`,
    dauer: "15",
    ...more,
  });
  const record = (more = {}) => writeAs(actor, (tx) => recordAnruf(tx, actor, NeuerAnruf.parse(typed(more))));

  test("is a consultation: anonymous for a family, a contact for a Kita, by name for a child with a file", async () => {
    const kind = await person("Nuri");
    const ids = [await record(), await record({ anrufer: "kita" }), await record({ kind })];
    const stored = await db.admin(
      "select id, stufe, kontaktweg from kim.beratung where id = any($1::uuid[]) order by array_position($1::uuid[], id)",
      [ids],
    );
    expect(stored.map((row) => [row["stufe"], row["kontaktweg"]])).toEqual([
      ["1", "telefonsprechstunde"],
      ["0", "telefonsprechstunde"],
      ["2", "telefonsprechstunde"],
    ]);
  });

  test("tells each language once, and is put right in the version that was seen", async () => {
    const id = await record();
    const before = await readAs(actor, (tx) => anrufOf(tx, id));
    expect(before.sprachen).toEqual(["ar", "de"]);
    const angaben = AnrufAngaben.parse(typed({ sprachen: ["uk"], antwort: "angebot" }));
    await writeAs(actor, (tx) => changeAnruf(tx, actor, { id, version: before.version }, angaben));
    expect(await readAs(actor, (tx) => anrufOf(tx, id))).toMatchObject({ sprachen: ["uk"], antwort: "angebot" });
    const late = writeAs(actor, (tx) => changeAnruf(tx, actor, { id, version: before.version }, angaben));
    await expect(late).rejects.toThrow(Stale);
    await expect(record({ sprachen: ["zzz"] })).rejects.toThrow(Refused);
  });
});

test("whoever stands in finds children and calls of the represented: hers, and all together, each with whose it is", async () => {
  await db.admin("delete from kim.delfin");
  const kind = await child(stelle.ags[0]);
  const { kreis, traegerId } = stelle;
  const jo = (await testKonto({ kreis, traegerId, rollen: ["cm_mukis"] })).actor;
  const durch = { ...jo, konten: [jo.kontoId, actor.kontoId] };
  const lists = (wessen: string | undefined) =>
    readAs(durch, async (tx) => [
      (await kindListe(tx, durch, wessen, {})).kinder.map(({ id, kontoId }) => [id, kontoId]),
      new Set((await anrufListe(tx, durch, wessen, {})).anrufe.map(({ kontoId }) => kontoId)),
    ]);
  expect(await lists(undefined)).toEqual([[], new Set()]);
  for (const wessen of [actor.kontoId, "alle"])
    expect(await lists(wessen)).toEqual([[[kind, actor.kontoId]], new Set([actor.kontoId])]);
});
