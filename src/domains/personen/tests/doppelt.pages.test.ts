import { beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "../../../../tests/support/anmelden.ts";
import { runDueJobs } from "../../../../tests/support/auftraege.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { CookieBrowser } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import type { TestKonto } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { beratungenOf } from "../../beratungen/index.ts";
import { createPerson, PersonEingabe } from "../index.ts";
import { comparePersons } from "../jobs/compare-persons.ts";

/** Written down twice: found, merged and taken apart again in a browser without JavaScript. */
const db = testDatabase();
const product = useProduct();
let stelle: Beratungsstelle;
let mira: CookieBrowser;
let jo: TestKonto;
let joWindow: CookieBrowser;

const windowOf = async (konto: TestKonto): Promise<CookieBrowser> => {
  const browser = new CookieBrowser(product().url);
  browser.cookie = await signedIn(konto);
  return browser;
};

beforeAll(async () => {
  stelle = await beratungsstelle();
  jo = await kollegin(stelle, "Jo Muster");
  mira = await windowOf(stelle.konto);
  joWindow = await windowOf(jo);
});

const person = ({ actor }: TestKonto, vorname: string, nachname: string, born = "1990-02-01") =>
  writeAs(actor, (tx) =>
    createPerson(
      tx,
      actor,
      PersonEingabe.parse({ person_vorname: vorname, person_nachname: nachname, person_geburtsdatum: born }),
    ),
  );
const compare = () => asWorker(db, () => comparePersons(undefined, new AbortController().signal));
const pairOf = async (id: string) =>
  String((await db.admin("select id from kim.dublette where person_id = $1 or andere_id = $1", [id]))[0]?.["id"]);
const merging = async (id: string) =>
  String(
    (await db.admin("select id from kim.zusammenfuehrung where person_id = $1 or in_person_id = $1", [id]))[0]?.["id"],
  );
const contacts = async ({ actor }: TestKonto, id: string) =>
  (await readAs(actor, (tx) => beratungenOf(tx, id))).zeilen.map((b) => b.id).toSorted();
const keeper = async (id: string) =>
  (await db.admin("select konto_id from kim.person where id = $1", [id]))[0]?.["konto_id"];

describe("in one file", () => {
  test("found in another script, merged, found by both names, and exactly two again with what was written since", async () => {
    const [latin, cyrillic] = [
      await person(stelle.konto, "Oksana", "Musterenko"),
      await person(stelle.konto, "Оксана", "Мустеренко"),
    ];
    const first = await erfasse(stelle, { stufe: "2", person: latin, notiz: "eins" });
    const second = await erfasse(stelle, { stufe: "2", person: cyrillic, notiz: "zwei" });
    await compare();
    const list = await mira.get("/personen/dubletten");
    expect(list.html).toContain("Musterenko");
    expect(list.html).toContain("gleiches Geburtsdatum");
    const pair = await pairOf(latin);
    expect((await joWindow.get(`/personen/dubletten/${pair}`)).status).toBe(404);
    expect((await joWindow.get("/personen/dubletten")).html).not.toContain("Musterenko");

    expect((await mira.get(`/personen/dubletten/${pair}`)).html).toContain("Was soll gelten?");
    const merged = await mira.post(`/personen/dubletten/${pair}`, { _version: "1", feld_name: "bleibt" });
    const shown = /^\/personen\/([0-9a-f-]{36})\?getan=zusammengefuehrt$/.exec(merged.location)?.[1] ?? "";
    const gone = shown === latin ? cyrillic : latin;
    expect([latin, cyrillic]).toContain(shown);
    expect(await contacts(stelle.konto, gone)).toEqual([first, second].toSorted());
    expect((await mira.get("/personen/dubletten")).html).not.toContain("Musterenko");
    for (const suche of ["Oksana", "Оксана"])
      expect((await mira.post("/personen", { suche })).html.match(/href="\/personen\/[0-9a-f-]{36}"/g)).toHaveLength(1);

    const since = await erfasse(stelle, { stufe: "2", person: shown, notiz: "drei" });
    const undo = `/personen/zusammenfuehrungen/${await merging(latin)}`;
    expect((await mira.get("/personen/dubletten?stand=verbunden")).html).toContain(undo);
    expect((await mira.get(undo)).html).toContain(`kim.beratung:${since}`);
    const split = await mira.post(undo, { eintrag: `kim.beratung:${since}` });
    expect(split.location).toContain("getan=getrennt");
    await runDueJobs(db);
    const own = gone === latin ? first : second;
    expect(await contacts(stelle.konto, gone)).toEqual([own, since].toSorted());
    expect((await mira.get(`/beratungen/${since}`)).html).toContain("drei");
    const events = await db.admin(
      "select distinct art from kim.protokoll where art in ('person.zusammengefuehrt', 'person.getrennt')",
    );
    expect(events).toHaveLength(2);
    expect((await mira.get(undo)).status).toBe(404);
  });

  test("that two are not the same is remembered, and can be taken back", async () => {
    const a = await person(stelle.konto, "Anton", "Zweimalig", "1980-05-05");
    await person(stelle.konto, "Antom", "Zweimalig", "1980-05-05");
    await compare();
    const pair = await pairOf(a);
    const said = await mira.post(`/personen/dubletten/${pair}/stand`, { _version: "1", stand: "verschieden" });
    expect(said.location).toContain("getan=verschieden");
    await db.admin("update kim.person set verglichen = null");
    await compare();
    expect((await mira.get("/personen/dubletten")).html).not.toContain("Zweimalig");
    expect((await mira.get("/personen/dubletten?stand=verschieden")).html).toContain("Zweimalig");
    await mira.post(`/personen/dubletten/${pair}/stand`, { _version: "2", stand: "offen" });
    expect((await mira.get("/personen/dubletten")).html).toContain("Zweimalig");
  });

  test("somebody whose names are not alike is named by hand", async () => {
    const [a, b] = [await person(stelle.konto, "Xenia", "Vorname"), await person(stelle.konto, "Quirin", "Anders")];
    const found = await mira.post(`/personen/${a}/gleiche/suche`, { suche: "Quirin" });
    expect(found.html).toContain(b);
    const named = await mira.post(`/personen/${a}/gleiche`, { andere: b });
    expect((await mira.get(named.location)).html).toContain("von Hand genannt");
  });
});

describe("between colleagues", () => {
  test("without standing in nothing is told; with it the own file goes to the other one, and comes back when it is undone", async () => {
    const hers = await person(jo, "Wilma", "Doppelwesen", "1977-07-07");
    const mine = await person(stelle.konto, "Wilma", "Doppelwesen", "1977-07-07");
    const record = await erfasse(stelle, { stufe: "2", person: mine, notiz: "meine" });
    await compare();
    expect((await mira.get("/personen/dubletten")).html).not.toContain("Doppelwesen");
    await vertretungOhneRegeln(db, { vertreten: jo, durch: stelle.konto }, [0, 0]);
    expect((await mira.get("/personen/dubletten")).html).toContain("Doppelwesen");
    const merged = await mira.post(`/personen/dubletten/${await pairOf(mine)}`, { _version: "1" });
    expect(merged.location).toBe(`/personen/${hers}?getan=zusammengefuehrt`);
    await runDueJobs(db);
    expect(await keeper(mine)).toBe(jo.actor.kontoId);
    expect(await contacts(jo, hers)).toEqual([record]);
    const logged = await db.admin(
      "select vertreten from kim.protokoll where art = 'person.zusammengefuehrt' and gegenstand_id = $1",
      [hers],
    );
    expect(logged).toEqual([{ vertreten: jo.actor.kontoId }]);

    await joWindow.post(`/personen/zusammenfuehrungen/${await merging(mine)}`, {});
    await runDueJobs(db);
    expect(await keeper(mine)).toBe(stelle.konto.actor.kontoId);
    expect(await contacts(stelle.konto, mine)).toEqual([record]);
    expect(await contacts(jo, hers)).toEqual([]);
  });
});
