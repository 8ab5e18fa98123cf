import { afterAll, beforeAll, expect, test } from "vitest";
import { personsByIds } from "../../src/domains/personen/index.ts";
import { readAs } from "../../src/platform/db.ts";
import { pdfText } from "../support/pdf-text.ts";
import { type Bestand, bestand, bestandDatabase } from "./bestand.ts";
import { BESUCHE, PROBEN, addressOf } from "./proben.ts";

/**
 * Everybody of the inventory has an Auskunftssperre here. Whatever page, print or file of whatever room names somebody says so beside it:
 * nobody who reads it, or over her shoulder, may give the person away. A room of tomorrow is looked at as soon as it has its entry in
 * tests/proben.
 */
const db = bestandDatabase();
let kim: Bestand;
let names: readonly string[];

beforeAll(async () => {
  kim = await bestand(db);
  const { actor } = kim.stelle.konto;
  const rows = await db.admin("select id from kim.person where konto_id = $1", [actor.kontoId]);
  const persons = await readAs(actor, (tx) =>
    personsByIds(
      tx,
      actor,
      rows.map(({ id }) => String(id)),
    ),
  );
  // Of one word only nobody can tell whether it names her.
  names = [...new Set(persons.map(({ name }) => name.replace(" (Auskunftssperre)", "")))].filter((name) =>
    name.includes(" "),
  );
  await db.admin(
    `insert into kim.auskunftssperre (kreis, person_id, traeger_id, konto_id, seit)
     select kreis, id, traeger_id, konto_id, current_date from kim.person on conflict do nothing`,
  );
}, 120_000);
afterAll(() => kim?.server.stop());

const MARKS = ["(Auskunftssperre)", "Geben Sie niemandem Auskunft", "Niemand darf erfahren, wo die"];

/** Whom a text names without saying that nobody may learn of her. */
const givenAway = (text: string): string[] =>
  MARKS.some((mark) => text.includes(mark)) ? [] : names.filter((name) => text.includes(name));

async function read(path: string): Promise<{ readonly text: string; readonly status: number }> {
  const headers = { Cookie: `__Host-kim=${kim.cookieOf("beraterin")}` };
  const answer = await fetch(`${kim.server.url}${path}`, { headers, redirect: "manual" });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.headers.get("content-type")?.startsWith("application/pdf") === true)
    return { text: pdfText(body).text, status: answer.status };
  const html = body.toString("utf8");
  return { text: html.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " "), status: answer.status };
}

test("no page says somebody's name without the mark", async () => {
  const wrong: string[] = [];
  let naming = 0;
  for (const { wer, path } of BESUCHE) {
    if (wer !== "beraterin") continue;
    const { text } = await read(addressOf(path, kim.ids));
    if (names.some((name) => text.includes(name))) naming += 1;
    const found = givenAway(text);
    if (found.length > 0) wrong.push(`${path}: ${found.join(", ")}`);
  }
  expect(wrong).toEqual([]);
  expect(naming).toBeGreaterThan(60);
}, 120_000);

test("no file says it without the mark, of whatever record it is", async () => {
  const wrong: string[] = [];
  const naming = new Set<string>();
  for (const path of [...PROBEN.values()].flatMap(({ dateien = [] }) => dateien))
    for (const id of new Set(Object.values(kim.ids))) {
      const { text, status } = await read(path.replace(":id", id));
      if (status !== 200) continue;
      if (names.some((name) => text.includes(name))) naming.add(path);
      // The copy of a plan has a sentence of its own.
      const found = text.includes("Auskunftssperre") ? [] : givenAway(text);
      if (found.length > 0) wrong.push(`${path}: ${found.join(", ")}`);
    }
  expect(wrong).toEqual([]);
  expect([...naming]).toContain("/einwilligungen/:id/blatt");
  expect([...naming]).toContain("/faelle/:id/hilfeplan/pdf");
}, 120_000);
