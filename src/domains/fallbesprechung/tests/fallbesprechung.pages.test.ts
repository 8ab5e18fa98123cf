import { expect, test } from "vitest";
import { draft } from "../../../../tests/journeys/draft.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { nimmtZurueck, willigtEinIn } from "../../../../tests/support/einwilligungen.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const { stelle, client } = useOwnRoom(routes);

async function fall() {
  const { actor } = stelle().konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  const neu = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
  return { actor, person, fall: await writeAs(actor, (tx) => openFall(tx, actor, neu)) };
}

test("before anybody types, the page says what a withdrawal means for a conference that was already", async () => {
  const { actor, person, fall: id } = await fall();
  const ziel = { zweck: "konferenz", empfaenger_art: "amt", empfaenger: "Jugendamt", kategorien: ["kontakt"] } as const;
  const einwilligung = await willigtEinIn(actor, person, ziel);
  const page = async () => (await client().get(`/fallbesprechungen/neu?fall=${id}`)).html;
  expect(await page()).toContain("Nach einem Widerruf schreiben Sie sie ohne Namen auf.");
  await nimmtZurueck(actor, einwilligung);
  expect(await page()).toMatch(
    /Heute gilt keine Einwilligung in eine Fallkonferenz, auch nicht für eine, die schon war/,
  );
});

test("a draft is gone on with from the start page, which knows no more than its address", async () => {
  const { actor, fall: id } = await fall();
  const entwurf = await draft(actor, "fallbesprechung", { fall: [id], frage: ["Was fehlt noch?"] });
  const { html } = await client().get(`/fallbesprechungen/neu?entwurf=${entwurf}`);
  expect(html).toContain("Was fehlt noch?");
  const fremd = await client().get(`/fallbesprechungen/neu?entwurf=${crypto.randomUUID()}`);
  expect(fremd.html).toContain("gehört zu einem Fall");
});
