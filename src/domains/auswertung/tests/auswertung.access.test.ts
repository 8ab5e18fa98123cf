import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { onServer } from "../../../../tests/support/sql.ts";
import { blaetterNachgezogen, counted } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { type Rolle, actorOf } from "../../zugang/index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const KREIS = "05382";
const HIER = `/auswertung?von=${today().slice(0, 7)}&bis=${today().slice(0, 7)}`;
let room: Room;
let stelle: Beratungsstelle;
let nachbar: Beratungsstelle;
let personId: string;

const as = (rolle: Rolle, where: Beratungsstelle = stelle, kreis = KREIS): Actor =>
  actorOf({ kreis, traegerId: where.traegerId, kontoId: randomUUID() }, [rolle]);
const html = async (actor: Actor, path: string) => (await room.as(actor).get(path)).html;
/** The figure of a card. */
const figure = (page: string, label: string) =>
  new RegExp(`<h2>${label}</h2><p class="big">([^<]*)</p>`).exec(page)?.[1];

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS);
  nachbar = await beratungsstelle(KREIS);
  const { actor } = stelle.konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  personId = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  await erfasse(stelle, { stufe: "2", person: [personId] });
  await erfasse(stelle);
  await erfasse(nachbar, { themen: ["teilhabe"] });
  await counted(db);
  room = await openRoom(routes);
});
afterAll(() => room.stop());

describe("who sees which figures", () => {
  test.each<Rolle>(["kim_koordination", "cm_koordination", "ki_leitung", "dezernat"])(
    "%s: the Kreis, and each Träger alone",
    async (rolle) => {
      const page = await html(as(rolle), HIER);
      expect(figure(page, "Beratungen")).toBe("3");
      expect(page).toContain("Alle Träger des Kreises");
      // One consultation of a Träger is not told above its own view, and nor is what is left for the other one.
      for (const { traegerId } of [stelle, nachbar]) {
        const one = await html(as(rolle), `${HIER}&traeger=${traegerId}`);
        expect(figure(one, "Beratungen")).toBe(".");
        expect(one).toContain("„.“ steht für 1 bis 2");
      }
    },
  );

  test("the head of a Träger sees its own figures, whatever the address asks for", async () => {
    for (const path of [HIER, `${HIER}&traeger=${nachbar.traegerId}`, `${HIER}&traeger=${randomUUID()}`]) {
      const page = await html(as("traeger_leitung"), path);
      expect(figure(page, "Beratungen")).toBe("2");
      for (const word of ["Teilhabe", nachbar.traegerId, 'name="traeger"']) expect(page).not.toContain(word);
      const file = await html(as("traeger_leitung"), `${path}&als=csv`);
      expect(file).toContain("Überblick;beratungen;Beratungen;2\r\n");
    }
  });

  test.each<Rolle>([
    ...(["cm_lokal", "cm_mukis", "cm_abh", "verwaltungsassistenz", "administration", "land", "bra"] as const),
    ...(["abh_fachkraft", "ebh_fachkraft", "datenschutz"] as const),
  ])("%s: no page of figures", async (rolle) => {
    expect((await room.as(as(rolle)).get(HIER)).status).toBe(403);
  });

  test("another Kreis sees none of it, and its rows are behind the wall", async () => {
    const abroad = as("kim_koordination", stelle, "05315");
    expect(await html(abroad, HIER)).toContain("Noch ist nichts gezählt");
    const seen = await readAs(abroad, async (tx) => [
      ...(await tx.selectFrom("kim.zaehlung").select("anzahl").execute()),
      ...(await tx.selectFrom("kim.zaehlung_person").select("anzahl").execute()),
      ...(await tx.selectFrom("kim.zaehlung_stand").select("zeit").execute()),
    ]);
    expect(seen).toEqual([]);
  });
});

describe("in the tables", () => {
  test("the web process reads figures and writes none; what changed it can only name", async () => {
    const url = db.urlOf("kim_web");
    const walls = `set app.kreis = '${KREIS}'`;
    for (const statement of [
      "delete from kim.zaehlung",
      "update kim.zaehlung set anzahl = 1",
      "update kim.zaehlung_stand set abweichungen = 0",
      "update kim.zaehlung_blatt set zahlen = '{}'",
      "select * from kim.zaehlung_anlass",
      "delete from kim.zaehlung_anlass",
      "select * from auswertung.person_tag",
    ]) {
      await expect(onServer(url, `${walls}; ${statement}`), statement).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("nothing names a consultation, a person or an account", async () => {
    const rows = await db.admin(`
      select to_jsonb(z)::text as zeile from kim.zaehlung z
      union all select to_jsonb(p)::text from kim.zaehlung_person p
      union all select to_jsonb(b)::text from kim.zaehlung_blatt b
      union all select to_jsonb(a)::text from kim.zaehlung_anlass a
      union all select to_jsonb(s)::text from kim.zaehlung_stand s`);
    const ids = await db.admin(
      "select id::text from kim.beratung union all select id::text from kim.person union all select id::text from kim.konto",
    );
    const text = rows.map((row) => String(row["zeile"])).join("\n");
    expect(rows.length).toBeGreaterThan(20);
    expect(ids.length).toBeGreaterThanOrEqual(6);
    for (const { id } of ids) expect(text).not.toContain(String(id));
  });
});

test("one of something is told as one", async () => {
  await db.admin("update kim.zaehlung_stand set geprueft = now(), abweichungen = 1");
  await db.admin(
    `insert into kim.zaehlung (kreis, traeger_id, monat, ags, merkmal, kode, anzahl)
     select distinct kreis, traeger_id, monat, '', neu, '', 1
     from kim.zaehlung, unnest(array['aus_summen', 'nicht_zugeordnet']) neu where traeger_id = $1`,
    [stelle.traegerId],
  );
  await blaetterNachgezogen(db);
  const page = await html(as("traeger_leitung"), HIER);
  for (const text of ["1 Zahl wich ab und ist neu gezählt", "1 Beratung<", "1 Nennung aus übernommenen Listen"]) {
    expect(page).toContain(text);
  }
  expect(page).toContain("Dazu nicht zugeordnet: 1 Nennung aus Listen.");
});
