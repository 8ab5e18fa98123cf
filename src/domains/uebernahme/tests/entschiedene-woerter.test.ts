import { beforeAll, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import type { Actor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { importWords } from "../commands/import-words.ts";
import { decide } from "../index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const { hoch, uebernimm, lies } = listen(db);
const PATH = "/uebernahmen/woerter/entschieden";
let actor: Actor;

beforeAll(async () => {
  actor = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
  await kommunenVon("05382");
});

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const liste = (tag: number) => Buffer.from(`Datum;Kommune;Thema\n${tag}.3.2023;Much;Nixwort\n`);

test("a word that was decided is seen by who decided it, changed, and taken along to another Träger", async () => {
  const first = await hoch(actor, "Erste.csv", liste(1));
  const woerter = [{ spalte: "thema" as const, wort: "Nixwort", code: "wohnen" }];
  await writeAs(actor, (tx) => decide(tx, actor, first, { woerter }));
  await uebernimm(actor, await lies(actor, first.id));

  const client = room().as(actor);
  const form = formOf((await client.get(PATH)).html, PATH);
  const field = Object.keys(form).find((name) => name.startsWith("wort-")) ?? "";
  expect(form[field]).toEqual(["wohnen"]);
  expect((await client.post(PATH, form)).html).toContain("Ändern Sie bei mindestens einem Wort");
  expect((await client.post(PATH, { ...form, [field]: "schule" })).location).toBe(`${PATH}?getan=geaendert`);
  expect((await hoch(actor, "Zweite.csv", liste(2))).zahlen?.themen).toEqual({ schule: 1 });

  const csv = (await client.get(`${PATH}?als=csv`)).html;
  expect(csv).toContain("thema;Nixwort;schule");
  const other = (await beratungsstelle()).konto.actor;
  expect(await writeAs(other, (tx) => importWords(tx, other, Buffer.from(csv)))).toBe(1);
  expect(await writeAs(other, (tx) => importWords(tx, other, Buffer.from(csv)))).toBe(0);
  expect((await hoch(other, "Dritte.csv", liste(3))).zahlen?.themen).toEqual({ schule: 1 });
});

test("a colleague sees nothing of it, and a file that holds no words is told", async () => {
  const { traegerId } = actor;
  const colleague = (await testKonto({ kreis: "05382", traegerId, rollen: ["cm_lokal"] })).actor;
  expect(plain((await room().as(colleague).get(PATH)).html)).toContain("Sie haben noch über kein Wort entschieden");
  const wrong = Buffer.from("Datum;Thema\n1.1.2024;Wohnen\n");
  await expect(writeAs(actor, (tx) => importWords(tx, actor, wrong))).rejects.toBeInstanceOf(Refused);
});
