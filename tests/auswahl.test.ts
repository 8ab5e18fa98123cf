import { beforeAll, describe, expect, test } from "vitest";
import { einrichten } from "../src/domains/verwaltung/index.ts";
import { routes } from "../src/routes.ts";
import type { Case } from "./support/auswahl-art.ts";
import { CASES, getippteBeratung } from "./support/auswahl-faelle.ts";
import { type Beendet, beendet, beendeteKodes } from "./support/beendet.ts";
import { testDatabase } from "./support/db.ts";
import { formOf } from "./support/form-fields.ts";
import { type Client, useRoom } from "./support/room.ts";

const db = testDatabase();
const room = useRoom(routes);
let b: Beendet;
let own: Client;
let office: Client;

beforeAll(async () => {
  b = await beendet(db);
  own = room().as(b.stelle.konto.actor);
  office = room().as(b.admin.actor);
});

/** Everything that a table keeps of a list: its foreign keys, without the Kreis that stands in each of them. */
const choices = async (): Promise<string[]> =>
  (
    await db.admin(`
      select distinct k.conrelid::regclass::text || '.' || a.attname as spalte
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[array_upper(k.conkey, 1)]
      where k.contype = 'f' and (k.confrelid::regclass::text like 'ref.%'
        or k.confrelid in ('kim.kommune'::regclass, 'kim.standort'::regclass, 'kim.traeger'::regclass))`)
  ).map((row) => String(row["spalte"]));

/** Columns that nobody chooses, and why. */
const NOT_CHOSEN: readonly (readonly [RegExp, string])[] = [
  [/^(kim|tresor)\.(?!standort|konto|stelle\b)\w+\.traeger_id$/, "the own Träger of whoever writes it"],
  [/^kim\.freigabe\.an_traeger_id$/, "that of its file (kim.freigabe_akte)"],
  [/^kim\.luecke_meldung\.standort_id$/, "where whoever reports works"],
  [/^kim\.summe(_thema)?\.(ags|handlungsfeld)$/, "what an old list says"],
  [/^kim\.zuweisung_mensch\.(sprache|staatsangehoerigkeit)$/, "what a list of the Sozialamt says"],
  [/^kim\.zielerreichung\.handlungsfeld$/, "that of the goal"],
  [/^kim\.einwohner\.ags$/, "a figure about each Kommune, closed ones as well"],
  [/^kim\.lebensbereich\.handlungsfeld$/, "all that there are on the day of an assessment"],
  [/^ref\./, "one list about another"],
];

/** Chosen with the first installation of a Kreis, before there is any page. */
const SET_UP = "betrieb.mandant.kreis";

const clientOf = ({ who }: Case) => (who === "office" ? office : own);

test("every column that keeps a choice is looked at here", async () => {
  const seen = [...CASES.map((c) => c.column), SET_UP];
  const open = (await choices()).filter((spalte) => !NOT_CHOSEN.some(([pattern]) => pattern.test(spalte)));
  expect(open.toSorted()).toEqual([...new Set(seen)].toSorted());
});

/** What a field of a page offers, and what of it is chosen. */
function fieldOf(html: string, name: string): { offers: string[]; chosen: string[] } {
  const select = [...html.matchAll(/<select\b[^>]*>[\s\S]*?<\/select>/g)]
    .map(([text]) => text)
    .filter((text) => text.includes(`name="${name}"`));
  const options = select.flatMap((text) => [...text.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag));
  const boxes = [...html.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="${name}"`));
  const valueOf = (tag: string) => / value="([^"]*)"/.exec(tag)?.[1] ?? "";
  return {
    offers: [...options, ...boxes].map(valueOf),
    chosen: [...options, ...boxes].filter((tag) => / (selected|checked)/.test(tag)).map(valueOf),
  };
}

describe.each(CASES)("$column", (c) => {
  test("is not offered for something new, and refused with a sentence about this field", async () => {
    const page = await clientOf(c).get(c.form(b));
    const html = page.status === 303 ? (await clientOf(c).get(page.location)).html : page.html;
    const { offers, chosen } = fieldOf(html, c.name);
    // A reason that a vacancy has already stays the choice of its own form.
    if (c.name !== "grund") expect(offers).not.toContain(c.value(b));
    expect(offers.length).toBeGreaterThan(1);
    if (c.name !== "grund") expect(chosen).not.toContain(c.value(b));
    const answer = await clientOf(c).post(c.action(b), { ...c.more?.(b), [c.name]: c.value(b) });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(
      `Bei „${c.label}“ steht „${c.word(b)}“ nicht mehr zur Auswahl. Wählen Sie dort etwas anderes.`,
    );
    expect(answer.html).toContain(`href="#${c.name}"`);
  });
});

test("no Kreis is set up with a key that ended", async () => {
  const kreis = b.code("kim_kommune");
  const wish = { kreis, traegerName: "Kreis", adminName: "Jo Muster", adminEmail: "jo@beispiel.example" };
  await expect(einrichten(wish)).rejects.toMatchObject({ errors: [{ field: "kreis" }] });
});

test("a Standort in a closed Kommune is closed with it", async () => {
  const { html } = await office.get(`/verwaltung/mitarbeitende/neu?traeger=${b.stelle.traegerId}`);
  expect(html).not.toContain(b.haus);
  const answer = await own.post("/beratungen/neu", getippteBeratung(b, { ort: `standort:${b.haus}` }));
  expect([answer.status, answer.html.includes("„Haus in Alfter“ nicht mehr zur Auswahl")]).toEqual([422, true]);
});

describe("presets", () => {
  const closedValues = () =>
    new Set([...Object.values(beendeteKodes(b)), b.code("handlungsfeld"), b.code("stufe"), `standort:${b.standort}`]);
  const preset = (html: string) =>
    [
      "ort",
      "kontaktweg",
      "stufe",
      "themen",
      "sprache",
      "verstaendigung",
      "ergebnis",
      "herkunftsgruppe",
      "altersgruppe",
    ].flatMap((name) => fieldOf(html, name).chosen);

  test("of an empty form: one's own site instead of the closed one of the last consultation", async () => {
    const { location } = await own.get("/beratungen/neu");
    const { html } = await own.get(location);
    expect(preset(html).filter((value) => closedValues().has(value))).toEqual([]);
    expect(fieldOf(html, "ort").chosen).toEqual([`standort:${b.stelle.standortId}`]);
    const list = await own.get("/beratungen/liste-erfassen");
    expect(fieldOf(list.html, "ort").chosen).toEqual([`standort:${b.stelle.standortId}`]);
    expect(preset(list.html)).not.toContain(b.code("kontaktweg"));
  });

  test("of „Wie die letzte“: what is still there, nothing that ended", async () => {
    const { status, html } = await own.post("/beratungen/neu", { ...getippteBeratung(b), ansicht: "letzte" });
    expect(status).toBe(200);
    expect(preset(html).filter((value) => closedValues().has(value))).toEqual([]);
    expect(fieldOf(html, "themen").chosen).toEqual(["sprache"]);
  });
});

describe("an old record", () => {
  /** Sends a record's form as it is shown, with one change beside what ended. */
  async function correct(who: Client, path: string, more: Readonly<Record<string, string>>): Promise<void> {
    const { html } = await who.get(path);
    const { status, html: shown } = await who.post(path, { ...formOf(html, path), ...more });
    expect(status, /class="error"[^>]*>([^<]*)/.exec(shown)?.[0]).toBe(303);
  }

  test("keeps everything when it is corrected", async () => {
    for (const id of [b.ids.beratung, b.ids.inKommune]) {
      await correct(own, `/beratungen/${id}/korrigieren`, { dauer: "45", grund: "war länger" });
    }
    await correct(own, `/personen/${b.ids.person}/bearbeiten`, { person_nachname: "Beispiel" });
    await correct(office, `/stellen/${b.ids.stelle}/bearbeiten`, { bezeichnung: "Nummer 1" });
    await correct(office, `/verwaltung/mitarbeitende/${b.ids.konto}/bearbeiten`, { name: "Jo Beispiel" });
    await correct(office, `/verwaltung/standorte/${b.haus}`, { name: "Haus in Alfter, Hof" });
    const [beratung] = await db.admin(
      `select kontaktweg, sprache, verstaendigung, ergebnis, herkunftsgruppe, altersgruppe, stufe, standort_id, dauer_min
       from kim.beratung where id = $1`,
      [b.ids.beratung],
    );
    expect(beratung).toEqual({
      ...beendeteKodes(b),
      stufe: "0",
      standort_id: b.standort,
      dauer_min: 45,
    });
  });

  test("has its names in lists, filters and on its page", async () => {
    const list = await own.get("/beratungen");
    expect(list.html).toContain("Alfter");
    expect(list.html).not.toMatch(/>05382004</);
    expect(fieldOf(list.html, "kommune").offers).toContain(b.kommune);
    const filtered = await own.get(`/beratungen?kommune=${b.kommune}`);
    expect(filtered.html).toContain(`/beratungen/${b.ids.inKommune}`);
    const one = (await own.get(`/beratungen/${b.ids.beratung}`)).html;
    for (const liste of Object.keys(beendeteKodes(b))) {
      expect(one, liste).toContain(b.word(liste));
    }
    expect(one).toContain("Altes Rathaus");
    const someone = (await own.get(`/personen/${b.ids.person}`)).html;
    for (const liste of ["sprache", "altersgruppe", "staatsangehoerigkeit"])
      expect(someone, liste).toContain(b.word(liste));
    expect(someone).toContain("Alfter");
    for (const path of ["/stellen", "/verwaltung/mitarbeitende", "/verwaltung/standorte"]) {
      expect((await office.get(path)).html, path).toContain("Musterwerk (inaktiv)");
    }
    expect((await office.get(`/stellen/${b.ids.stelle}`)).html).toContain("Alfter");
  });

  test("takes no other closed place or ended code instead of its own", async () => {
    const path = `/beratungen/${b.ids.beratung}/korrigieren`;
    const { html } = await own.get(path);
    const wish = { ...formOf(html, path), ort: `kommune:${b.kommune}`, grund: "anderer Ort" };
    const answer = await own.post(path, wish);
    expect([answer.status, answer.html.includes("steht „Alfter“ nicht mehr zur Auswahl")]).toEqual([422, true]);
  });
});
