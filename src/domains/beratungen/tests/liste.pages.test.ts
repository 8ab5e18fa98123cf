import { beforeAll, describe, expect, test } from "vitest";
import { erfasse, typed, valuesOf } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const { client, stelle } = useOwnRoom(routes);

beforeAll(async () => {
  await erfasse(stelle(), { am: "2026-03-12" });
});

describe("the days of the list", () => {
  test("an address with ISO days is shown as it is, its fields in German", async () => {
    const page = await client().get("/beratungen?von=2026-03-01&bis=2026-03-31");
    expect(page.status).toBe(200);
    expect(page.html).toMatch(/id="von"[^>]* value="01.03.2026"/);
    expect(page.html).toContain("12.03.2026");
  });

  test("what is typed otherwise leads there", async () => {
    expect(await client().get("/beratungen?von=1.3.2026&bis=31/03/26&thema=&stufe=1")).toMatchObject({
      status: 303,
      location: "/beratungen?von=2026-03-01&bis=2026-03-31&thema=&stufe=1",
    });
  });

  test.each([
    ["von=31.02.2026&stufe=1", "von", "Den 31.02.2026 gibt es nicht."],
    ["von=12.3.2026&bis=11.3.2026&stufe=1", "bis", "„bis“ liegt vor „von“."],
    ["von=12.3.2026&bis=bald&stufe=1", "bis", "Schreiben Sie das Datum als Tag, Monat und Jahr"],
  ])("%s is a sentence at its field, and no list", async (search, field, sentence) => {
    const page = await client().get(`/beratungen?${search}`);
    expect(page.status).toBe(422);
    expect(page.html).toContain(`<a href="#${field}">${sentence}`);
    expect(page.html).toMatch(new RegExp(`id="${field}"[^>]* aria-invalid="true"`));
    for (const [name, value] of new URLSearchParams(search))
      if (name !== "stufe") expect(page.html).toContain(`value="${value}"`);
    expect(page.html).toMatch(/<option value="1" selected/);
    expect(page.html).not.toContain("<table");
    expect(page.html).not.toContain("keine Beratung");
  });
});

describe("a day in the form", () => {
  const amOf = async () => (await db.admin("select am::text from kim.beratung order by am"))[0]?.["am"];
  const post = (am: string) => client().post("/beratungen/neu", valuesOf({ ...typed(stelle(), {}), am }));

  test("is saved as it is meant", async () => {
    expect((await post("1.2.2026")).status).toBe(303);
    expect(await amOf()).toBe("2026-02-01");
  });

  test("is refused where it is none, with what was typed", async () => {
    const page = await post("31.02.");
    expect(page.status).toBe(422);
    expect(page.html).toContain("Den 31.02. gibt es nicht. Prüfen Sie Tag und Monat.");
    expect(page.html).toMatch(/id="am"[^>]* value="31.02."/);
  });

  const person = { stufe: "2", neu1_vorname: "Jo", neu1_nachname: "Muster" };

  test("of a birth is refused in its row, and otherwise read", async () => {
    const wrong = await client().post(
      "/beratungen/neu",
      valuesOf({ ...typed(stelle(), person), neu1_geburtsdatum: "31.02.92" }),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(`<a href="#neu1_geburtsdatum">Den 31.02.1992 gibt es nicht.`);
    expect(wrong.html).toMatch(/id="neu1_geburtsdatum"[^>]* value="31.02.92"/);
    const saved = await client().post(
      "/beratungen/neu",
      valuesOf({ ...typed(stelle(), person), neu1_geburtsdatum: "1.3.92" }),
    );
    expect(saved.status).toBe(303);
  });

  test("in the search for a person says what is wrong with it", async () => {
    const page = await client().post(
      "/beratungen/neu",
      valuesOf({ ...typed(stelle(), { stufe: "2" }), suche: "Muster 31.02.92", ansicht: "suchen" }),
    );
    expect(page.html).toMatch(/id="suche-fehler">.*Den 31.02.1992 gibt es nicht./);
    expect(page.html).not.toContain("Niemanden gefunden");
    const found = await client().post(
      "/beratungen/neu",
      valuesOf({ ...typed(stelle(), { stufe: "2" }), suche: "1992", ansicht: "suchen" }),
    );
    expect(found.html).toContain("gleiches Geburtsjahr");
  });
});
