import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { beschlussFuer } from "../../../../tests/support/beschluss.ts";
import { neuesKonzept, schreibTeil } from "../../../../tests/support/konzept.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { type Step, watchStatements } from "../../../platform/connection.ts";
import { writeAs } from "../../../platform/db.ts";
import { adoptKonzept } from "../commands/adopt-konzept.ts";
import { addKommentar } from "../commands/comment.ts";
import { papierFassung } from "../model/konzeptpapier.ts";
import { routes } from "../pages/index.ts";
import { konzeptOf } from "../queries/konzepte.ts";
import { standOf } from "../queries/stand.ts";
import { insertKapitel } from "../rows/teil.ts";

/** A concept as it may be after years: sixty chapters, twenty versions. */
const KAPITEL = 60;
const FASSUNGEN = 20;
const TEXT = "Im Zeitraum waren es {beratungen} Beratungen. ".repeat(20).trim();

const db = testDatabase();
let leitet: Actor;
let room: Room;
let klein: { readonly konzept: string; readonly teil: string; readonly fassung: string };
let gross: typeof klein;

async function entwurf(titel: string, kapitel: number) {
  const konzept = await neuesKonzept(leitet, titel);
  const teil = await schreibTeil(leitet, konzept, "ziel", TEXT);
  const texte = { zugang: TEXT, ausgangslage: TEXT, stolperstein: TEXT, ziel: TEXT, massnahme: TEXT };
  const more = Array.from({ length: kapitel - 1 }, (_, i) => ({
    titel: `Kapitel ${i}`,
    handlungsfeld: "wohnen",
    texte,
  }));
  await writeAs(leitet, (tx) => insertKapitel(tx, leitet, { konzeptId: konzept, ab: 2 }, more));
  await writeAs(leitet, (tx) => addKommentar(tx, leitet, { id: teil.id }, { stelle: "", text: "Und wann?" }));
  return { konzept, teil: teil.id };
}

/** The same version once more, of another concept or under the next number. Returns its id. */
async function kopiert(fassung: string, konzept: string, nummer: number): Promise<string> {
  const id = randomUUID();
  await db.admin(
    `insert into kim.konzept_fassung (kreis, id, konzept_id, nummer, beschluss_id, beschlossen_am, beschluss, papier, pruefsumme,
       oeffentlich, festgehalten_am, festgehalten_von)
     select kreis, $2, $3, $4, $5, beschlossen_am, beschluss, papier, pruefsumme, true, festgehalten_am, festgehalten_von
     from kim.konzept_fassung where id = $1`,
    [fassung, id, konzept, nummer, await beschlussFuer(leitet)],
  );
  await db.admin(
    "insert into kim.konzept_dokument select kreis, $2, art, inhalt, pruefsumme from kim.konzept_dokument where fassung_id = $1",
    [fassung, id],
  );
  return id;
}

beforeAll(async () => {
  leitet = (await testKonto({ kreis: "05382", rollen: ["kim_koordination"] })).actor;
  const kurz = await entwurf("Kurz", 1);
  const beschluss = await beschlussFuer(leitet);
  const fassung = await writeAs(leitet, async (tx) => {
    const gelesen = papierFassung(await standOf(tx, leitet, await konzeptOf(tx, leitet, kurz.konzept)));
    const input = { gelesen, beschluss, aenderung: null, oeffentlich: true, geprueft: "ja" } as const;
    return adoptKonzept(tx, leitet, { id: kurz.konzept }, input);
  });
  klein = { ...kurz, fassung };
  const lang = await entwurf("Lang", KAPITEL);
  const first = await kopiert(fassung, lang.konzept, 1);
  for (let nummer = 2; nummer <= FASSUNGEN; nummer++) await kopiert(fassung, lang.konzept, nummer);
  gross = { ...lang, fassung: first };
  room = await openRoom(routes);
}, 120_000);
afterAll(() => room?.stop());

/** What a page asks the database, the second time. */
async function asked(path: string): Promise<string[]> {
  const client = room.as(leitet);
  await client.get(path);
  const steps: Step[] = [];
  watchStatements((step) => void steps.push(step));
  try {
    await client.get(path);
  } finally {
    watchStatements(undefined);
  }
  return steps.flatMap((step) => ("sql" in step ? [step.sql] : []));
}

const PAGES: readonly (readonly [string, (of: typeof klein) => string])[] = [
  ["the list", () => "/konzept"],
  ["the draft", ({ konzept }) => `/konzept/${konzept}`],
  ["a part to write in", ({ teil }) => `/konzept/teile/${teil}`],
  ["what is said of a part", ({ teil }) => `/konzept/teile/${teil}/besprechen`],
  ["the decision", ({ konzept }) => `/konzept/${konzept}/beschluss`],
  ["a version", ({ fassung }) => `/konzept/fassungen/${fassung}`],
  ["a file of a version", ({ fassung }) => `/konzept/fassungen/${fassung}/pdf`],
  ["the public list", () => `/handlungskonzept/${leitet.kreis}`],
];

test.each(PAGES)("%s asks no more of a long concept than of a short one", async (_, pathOf) => {
  expect(await asked(pathOf(gross))).toEqual(await asked(pathOf(klein)));
});

test("no list, file or part reads the papers of versions", async () => {
  const readers = await Promise.all(
    PAGES.filter(([name]) => name !== "a version").map(async ([name, pathOf]) => ({ name, path: pathOf(gross) })),
  );
  for (const { name, path } of readers)
    expect(
      (await asked(path)).filter((sql) => sql.includes('"f"."papier"')),
      name,
    ).toEqual([]);
});
