import { beforeAll, expect, test } from "vitest";
import { erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { today } from "../../../platform/clock.ts";
import { routes as beratungen } from "../../beratungen/pages/index.ts";
import { PersonEingabe, createPerson } from "../index.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const { client, stelle } = useOwnRoom([...routes, ...beratungen]);
const NAME = { person_vorname: "Mira", person_nachname: "Beispiel" };
/** Thirteen of the same name, born in different years. */
const ids: string[] = [];

beforeAll(async () => {
  const { actor } = stelle().konto;
  for (let year = 1980; year < 1993; year += 1) {
    const eingabe = PersonEingabe.parse({ ...NAME, person_geburtsdatum: `${year}-05-17`, person_kommune: "05382060" });
    ids.push(await writeAs(actor, (tx) => createPerson(tx, actor, eingabe)));
  }
});

const dayAgo = (n: number) => daysFrom(today(), -n);
const record = (person: string, ago: number) =>
  erfasse(stelle(), { am: dayAgo(ago), stufe: "2", person: [person], personenzahl: "1" });
/** Everything below goes by the words on the page, whatever parts them. */
const words = (html: string) => html.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ");

test("a search shows all that it found, not ten of thirteen", async () => {
  const { html } = await client().post("/personen", { suche: "Mira Beispiel" });
  expect(words(html)).toContain("13 Personen zu „Mira Beispiel“");
  for (const id of ids) expect(html).toContain(`/personen/${id}`);
});

test("two of the same name are told apart wherever one is chosen: born, where, and when last there", async () => {
  const [first = "", second = ""] = ids;
  await record(first, 3);
  const { html } = await client().post("/beratungen/neu", { stufe: "2", suche: "Mira Beispiel", ansicht: "suchen" });
  const last = dayAgo(3).replace(/(\d+)-(\d+)-(\d+)/, "$3.$2.$1");
  expect(words(html)).toContain(`Mira Beispiel · geb. 1980 · Siegburg · zuletzt ${last}`);
  expect(words(html)).toContain("Mira Beispiel · geb. 1981 · Siegburg · noch nicht da gewesen");
  expect(words(html)).toContain("13 gefunden.");
  expect(html).toContain("<summary>3 weitere zeigen</summary>");
  const doubles = await client().post("/personen/neu", NAME);
  expect(words((await client().get(doubles.location)).html)).toContain(`geb. 1980, Siegburg, zuletzt ${last}`);
  expect(html).toContain(`value="${second}"`);
});

test("“Wer war da?” offers whom one saw last, the last first, before anybody searches", async () => {
  const [, second = "", third = ""] = ids;
  await record(third, 2);
  await record(second, 1);
  const empty = (await client().get("/beratungen/neu")).location;
  const offered = [...(await client().get(empty)).html.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id);
  expect(offered).toEqual([second, third, ids[0]]);
});

test("the page of a person shows fifty consultations, says how many there are, and leads on", async () => {
  const person = ids.at(-1) ?? "";
  for (let n = 0; n < 52; n += 1) await record(person, n);
  const newest = await client().get(`/personen/${person}`);
  expect(words(newest.html)).toContain("50 von 52 Beratungen");
  const [, older = ""] = /href="([^"]*aeltere=[^"]*)"/.exec(newest.html) ?? [];
  const rest = await client().get(older);
  expect(rest.html.match(/class="rowlink"/g)).toHaveLength(2);
  expect(rest.html).toContain("neuere=");
}, 30_000);

test("of very many who are called alike the search goes on until all were shown, each once", async () => {
  const { actor } = stelle().konto;
  const eingabe = PersonEingabe.parse({ person_vorname: "Theodora", person_nachname: "Vielfach" });
  await writeAs(actor, async (tx) => {
    for (let n = 0; n < 53; n += 1) await createPerson(tx, actor, eingabe);
  });
  const shown = (html: string) => [...html.matchAll(/class="rowlink" href="([^"]+)"/g)].map(([, href]) => href);
  const first = await client().post("/personen", { suche: "Theodora Vielfach" });
  const second = await client().post(
    "/personen",
    formOf(first.html.slice(first.html.indexOf('name="ab"') - 900), "/personen"),
  );
  const all = [...shown(first.html), ...shown(second.html)];
  expect([shown(first.html).length, new Set(all).size, all.length]).toEqual([50, 53, 53]);
  expect(second.html).not.toContain("Weiter suchen");
}, 30_000);
