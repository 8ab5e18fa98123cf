import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { fallImAssessment } from "../../../../tests/support/einschaetzen.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { agree } from "../commands/agree.ts";
import { closeFall } from "../commands/close-fall.ts";
import { AbschlussEingabe } from "../model/abschluss.ts";
import { VereinbarungEingabe } from "../model/vereinbarung.ts";
import { routes } from "../pages/index.ts";
import { fallOf } from "../queries/faelle.ts";

testDatabase();
const room = useRoom(routes);
let stelle: Beratungsstelle;
let actor: Actor;
let fall: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  actor = stelle.konto.actor;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  fall = await fallImAssessment(actor, person);
});

const shown = async (path: string) =>
  (await room().as(actor).get(`/faelle/${fall}${path}`)).html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("who closes a case reads what is still open in it, and comes back from asking the person", async () => {
  expect(await shown("/abschluss")).not.toContain("noch offen");
  const punkt = VereinbarungEingabe.parse({ wer: "Amt", was: "Ruft an", bis: today() });
  await writeAs(actor, (tx) => agree(tx, actor, fall, punkt));
  expect(await shown("/abschluss")).toContain("1 Punkt ist noch offen");
  expect(await shown("/zufriedenheit?sprache=de")).not.toContain("Fall abschließen");
  expect(await shown("/zufriedenheit?sprache=de&danke=1")).toContain("Zurück zum Fall · Fall abschließen");
});

test("of a closed case the way back stands before the withdrawal, and says what it undoes", async () => {
  const { version } = await readAs(actor, (tx) => fallOf(tx, actor, fall));
  const input = AbschlussEingabe.parse({ am: today(), abschlussgrund: "kontakt" });
  await writeAs(actor, (tx) => closeFall(tx, actor, { id: fall, version }, input));
  expect(await shown("")).toMatch(/Wieder öffnen.*Widerruf der Einwilligung/);
  expect(await shown("/schritt?nach=umsetzung")).toContain("auch eine vorgemerkte Nachsorge");
  expect(await shown("/zufriedenheit?sprache=de&danke=1")).not.toContain("Fall abschließen");
});
