import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { NeueFrist, doFristen, setFrist } from "../../fristen/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { NeuerTermin, endTermin, makeTermin } from "../../termine/index.ts";
import { agree } from "../commands/agree.ts";
import { openFall } from "../commands/open-fall.ts";
import { setBetroffene } from "../commands/set-betroffene.ts";
import { NeuerFall } from "../model/fall.ts";
import { VereinbarungEingabe } from "../model/vereinbarung.ts";
import { routes } from "../pages/index.ts";

testDatabase();
let stelle: Beratungsstelle;
let actor: Actor;
let room: Room;

beforeAll(async () => {
  stelle = await beratungsstelle();
  actor = stelle.konto.actor;
  room = await openRoom(routes);
});
afterAll(() => room.stop());

const person = (vorname: string) =>
  writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse({ person_vorname: vorname })));
const fall = (of: string) => {
  const input = NeuerFall.parse({ person: of, begonnen: daysFrom(today(), -10), dringlichkeit: "normal" });
  return writeAs(actor, (tx) => openFall(tx, actor, input));
};
const termin = (of: string, days: number, betreff: string) => {
  const input = NeuerTermin.parse({ person: of, tag: daysFrom(today(), days), beginn: "9:30", dauer: "30", betreff });
  return writeAs(actor, (tx) => makeTermin(tx, actor, input));
};
const frist = (of: string, days: number, titel: string, zu?: string) => {
  const input = NeueFrist.parse({ person: of, fall: zu ?? "", titel, am: daysFrom(today(), days) });
  return writeAs(actor, (tx) => setFrist(tx, actor, input));
};

test("appointments and Fristen of all whom a case concerns stand in its timeline, by kind, with what became of them; no other ones", async () => {
  const [mutter, kind] = [await person("Mira"), await person("Ida")];
  const [einer, anderer] = [await fall(mutter), await fall(mutter)];
  await writeAs(actor, (tx) => setBetroffene(tx, actor, { id: einer, version: 1 }, [kind]));
  const abgesagt = await termin(mutter, -3, "Bescheid mitbringen");
  await writeAs(actor, (tx) => endTermin(tx, actor, { id: abgesagt, version: 1 }, "abgesagt", null));
  await termin(kind, 5, "Kita ansehen");
  await termin(mutter, -11, "Vor dem Fall");
  const getan = await frist(mutter, -2, "Antrag nachfassen", einer);
  await writeAs(actor, (tx) => doFristen(tx, actor, [{ id: getan, version: 1 }], { tun: "erledigen", grund: null }));
  await frist(kind, 30, "Kitaplatz zusagen");
  await frist(mutter, 3, "Nur der andere Fall", anderer);
  const punkt = VereinbarungEingabe.parse({ wer: "Amt", was: "Ruft an", bis: daysFrom(today(), 4) });
  await writeAs(actor, (tx) => agree(tx, actor, einer, punkt));

  const rows = async (art: string) => {
    const { html } = await room.as(actor).get(`/faelle/${einer}/verlauf${art === "" ? "" : `?art=${art}`}`);
    const [, table = ""] = /<tbody>([\s\S]*?)<\/tbody>/.exec(html) ?? [];
    return [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
      row.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " "),
    );
  };
  const termine = await rows("termin");
  expect(termine).toHaveLength(2);
  expect(termine[0]).toMatch(/Termin 9:30 Uhr, geplant – Kita ansehen/);
  expect(termine[1]).toMatch(/Termin 9:30 Uhr, abgesagt – Bescheid mitbringen/);
  const fristen = await rows("frist");
  expect(fristen).toHaveLength(2);
  expect(fristen[0]).toMatch(/Frist Frist, offen – Kitaplatz zusagen/);
  expect(fristen[1]).toMatch(/Frist Frist, erledigt – Antrag nachfassen/);
  // Its own open item stands there once, as what was agreed.
  const alles = (await rows("")).join("\n");
  expect(alles.match(/Ruft an/g)).toHaveLength(1);
  for (const one of ["Kita ansehen", "Antrag nachfassen"]) expect(alles).toContain(one);
  for (const one of ["Vor dem Fall", "Nur der andere Fall"]) expect(alles).not.toContain(one);
});
