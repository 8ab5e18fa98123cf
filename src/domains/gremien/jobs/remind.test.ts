import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { buehne } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { endGremium } from "../commands/set-gremium.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { forgetAll } from "./remind.ts";

const db = testDatabase();
let actor: Actor;
beforeAll(async () => {
  actor = (await testKonto({ kreis: "05382", rollen: ["kim_koordination"] })).actor;
});

test("who somebody was is forgotten a year after the last day, of the member or of its body, and not before", async () => {
  const b = buehne(actor);
  const [before, within] = [daysFrom(today(), -370), daysFrom(today(), -350)];
  const [steht, endet, endete] = [await b.gremium(), await b.gremium(), await b.gremium()];
  await b.mitglied(steht, "Jobcenter", { name: "Jo Muster" });
  await b.mitglied(steht, "Caritas", { name: "Mira Beispiel", email: "mira@beispiel.example", bis: before });
  await b.mitglied(steht, "Diakonie", { name: "Kim Probe", bis: within });
  await b.mitglied(endet, "Jugendamt", { name: "Toni Muster" });
  await b.mitglied(endete, "Schulamt", { name: "Lea Beispiel" });
  for (const [id, beendet_am] of [
    [endet, within],
    [endete, before],
  ] as const)
    await b.write((tx) => endGremium(tx, actor, { id, version: 1 }, { beendet_am }));
  await asWorker(db, forgetAll);
  const all = [];
  for (const gremiumId of [steht, endet, endete])
    all.push(...(await readAs(actor, (tx) => mitglieder(tx, actor, { gremiumId }))));
  const kept = Object.fromEntries(all.map(({ organisation, name, email }) => [organisation, name ?? email]));
  expect(kept).toEqual({
    Jobcenter: "Jo Muster",
    Caritas: null,
    Diakonie: "Kim Probe",
    Jugendamt: "Toni Muster",
    Schulamt: null,
  });
});
