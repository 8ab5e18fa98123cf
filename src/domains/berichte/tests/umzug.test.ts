import { beforeAll, expect, inject, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { migrate } from "../../../platform/migrate.ts";

const db = testDatabase();
const KREIS = "05382";
let actor: Actor;

/** The database as it was before there were chapters, with what a draft and a released report said then. */
const BEFORE = [
  "drop table kim.bericht_kapitel",
  "drop function kim.bericht_kapitel_bleibt",
  "alter table kim.bericht drop column fassung, drop column papier, add column texte jsonb not null default '{}'",
  "delete from betrieb.migration where name = '0027_bericht_kapitel.sql'",
];

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  for (const sql of BEFORE) await db.admin(sql);
});

test("what was written before there were chapters stands in the chapter it belongs to, of a released report as well", async () => {
  const texte = {
    ausblick: { text: "Im Herbst.", vorschlag: "" },
    luecken: { text: "Drei Lücken.", vorschlag: "Alt." },
  };
  const [draft] = await db.admin(
    "insert into kim.bericht (kreis, von, bis, titel, angelegt_von, texte) values ($1, '2023-01-01', '2023-06-30', 'B', $2, $3) returning id",
    [KREIS, actor.kontoId, JSON.stringify(texte)],
  );
  await db.admin(
    `insert into kim.bericht (kreis, von, bis, titel, angelegt_von, texte, stand, jahr, nummer, freigegeben, freigegeben_von, kennzahlen, pruefsumme)
     values ($1, '2022-01-01', '2022-06-30', 'B', $2, $3, 'freigegeben', 2022, 1, current_date, $2, '{}', repeat('0', 64))`,
    [KREIS, actor.kontoId, JSON.stringify(texte)],
  );
  const [row] = await db.admin("select current_database() as name");
  const database = String(row?.["name"]);
  await migrate({ adminUrl: inject("adminUrl"), database, passwords: inject("passwords"), report: () => {} });
  const kapitel = await db.admin(
    "select art, text, vorschlag from kim.bericht_kapitel where bericht_id = $1 order by rang",
    [draft?.["id"]],
  );
  expect(kapitel).toHaveLength(13);
  expect(kapitel.filter((k) => k["text"] !== null)).toEqual([
    { art: "lenkungsgruppe", text: "Drei Lücken.", vorschlag: "Alt." },
    { art: "ausblick", text: "Im Herbst.", vorschlag: "" },
  ]);
  const [released] = await db.admin(
    "select count(*)::int as n from kim.bericht_kapitel k join kim.bericht b on b.kreis = k.kreis and b.id = k.bericht_id where b.stand = 'freigegeben'",
  );
  expect(released).toEqual({ n: 13 });
});
