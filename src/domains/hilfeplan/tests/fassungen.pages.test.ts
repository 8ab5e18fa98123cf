import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { fallImAssessment } from "../../../../tests/support/einschaetzen.ts";
import { vereinbart, vereinbarterPlan } from "../../../../tests/support/hilfeplan.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { beginEntwurf } from "../commands/begin-entwurf.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const room = useRoom(routes);
let stelle: Beratungsstelle;
let actor: Actor;
let self: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  actor = stelle.konto.actor;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  const fall = await fallImAssessment(actor, await writeAs(actor, (tx) => createPerson(tx, actor, jo)));
  self = `/faelle/${fall}/hilfeplan`;
  await vereinbarterPlan(actor, fall);
  for (let i = 0; i < 2; i++) {
    await writeAs(actor, (tx) => beginEntwurf(tx, actor, fall));
    await vereinbart(actor, fall);
  }
});

const shown = async (query = "") => (await room().as(actor).get(`${self}${query}`)).html;
const neighbours = (html: string) =>
  [...html.matchAll(/<a href="([^"]*)" rel="(prev|next)">([^<]*)</g)].map(([, href, , text]) => [href, text]);

test("one pages from version to version, the one that holds included", async () => {
  expect(neighbours(await shown())).toEqual([[`${self}?fassung=2`, "Fassung 2 →"]]);
  expect(neighbours(await shown("?fassung=2"))).toEqual([
    [`${self}?fassung=3`, "← Fassung 3"],
    [`${self}?fassung=1`, "Fassung 1 →"],
  ]);
  expect(neighbours(await shown("?fassung=1"))).toEqual([[`${self}?fassung=2`, "← Fassung 2"]]);
});

test("an earlier version offers nothing that would change the one that holds", async () => {
  const changes = ["Stand der Schritte eintragen", "Ziele überprüfen", "Neue Fassung beginnen"];
  const [now, before] = [await shown(), await shown("?fassung=1")];
  for (const change of changes) {
    expect(now).toContain(change);
    expect(before).not.toContain(change);
  }
  expect(before).toContain(`${self}/druck?fassung=1`);
});
