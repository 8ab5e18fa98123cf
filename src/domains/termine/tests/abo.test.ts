import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { NeuerFall, aktenzeichen, openFall } from "../../faelle/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { beginSprechstunde, toggleAusfall } from "../commands/set-sprechstunde.ts";
import { endTermin, makeTermin } from "../commands/set-termin.ts";
import { kalender } from "../model/ical.ts";
import { SprechstundeEingabe } from "../model/sprechstunde.ts";
import { NeuerTermin } from "../model/termin.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const { room, stelle, client } = useOwnRoom(routes);

/** Reads as a calendar program does: with the zone that the calendar brings along. */
function read(text: string): ICAL.Component {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar;
}
const events = (text: string) =>
  read(text)
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one));
const feed = (token: string, headers: Record<string, string> = {}) =>
  fetch(`${room().url}/kalender/abo/${token}`, { headers });

/** Makes the address on the page, as somebody does; its last part. */
async function address(): Promise<string> {
  const { html } = await client().post("/kalender", {});
  return /\/kalender\/abo\/([^"]+)/.exec(html)?.[1] ?? "";
}

describe("the calendar", () => {
  test("keeps the hour on the wall when the clocks change, and leaves out the days that are off", () => {
    const serie = { rhythmus: "woche", wochentag: 7, woche: null, ab: "2027-03-01", bis: "2027-04-11" } as const;
    const ort = "Köln, Rathaus; Saal \\ Süd – mit einem Namen, der länger ist als eine Zeile sein darf";
    const what = { titel: "Sprechstunde", ort, beginn: 540, ende: 720, tag: serie.ab, abgesagt: false };
    const text = kalender([
      { ...what, id: "s", version: 3, stand: "2027-02-01", serie: { ...serie, ausnahmen: ["2027-03-21"] } },
    ]);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [event] = events(text);
    const starts: string[] = [];
    const iterator = event?.iterator();
    for (let at = iterator?.next(); at != null; at = iterator?.next()) starts.push(at.toJSDate().toISOString());
    expect(starts).toEqual([
      "2027-03-07T08:00:00.000Z",
      "2027-03-14T08:00:00.000Z",
      // Off on the 21st; the clocks change on the 28th.
      "2027-03-28T07:00:00.000Z",
      "2027-04-04T07:00:00.000Z",
      "2027-04-11T07:00:00.000Z",
    ]);
    expect(event?.location).toBe(ort);
    expect([event?.uid, event?.sequence, event?.duration.toString()]).toEqual(["s@kim", 2, "PT3H"]);
  });

  test("has the last Thursday of each month, over the end of summer time", () => {
    const serie = { rhythmus: "monat", wochentag: 4, woche: -1, ab: "2027-09-01", bis: null } as const;
    const what = { titel: "Sprechstunde", ort: null, beginn: 840, ende: 1440, tag: serie.ab, abgesagt: false };
    const text = kalender([{ ...what, id: "m", version: 1, stand: serie.ab, serie: { ...serie, ausnahmen: [] } }]);
    const iterator = events(text)[0]?.iterator();
    const starts = Array.from({ length: 3 }, () => iterator?.next()?.toJSDate().toISOString());
    expect(starts).toEqual(["2027-09-30T12:00:00.000Z", "2027-10-28T12:00:00.000Z", "2027-11-25T13:00:00.000Z"]);
  });
});

describe("behind the secret address", () => {
  test("stand times, sites and references, never a name or a word about anybody", async () => {
    const { actor } = stelle().konto;
    const jo = PersonEingabe.parse({ person_vorname: "Jolanda", person_nachname: "Geheimnisvoll" });
    const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
    const offen = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
    const fall = await writeAs(actor, (tx) => openFall(tx, actor, offen));
    const typed = { tag: daysFrom(today(), 3), beginn: "10", dauer: "30", standort: stelle().standortId };
    const make = (more: object) =>
      writeAs(actor, (tx) => makeTermin(tx, actor, NeuerTermin.parse({ ...typed, betreff: "Heimlichkeit", ...more })));
    await make({ person });
    const off = await make({ beginn: "12" });
    await writeAs(actor, (tx) => endTermin(tx, actor, { id: off, version: 1 }, "abgesagt"));
    const serie = { standort: stelle().standortId, wochentag: "1", rhythmus: "woche", beginn: "9", ende: "12" };
    const hours = SprechstundeEingabe.parse({ ...serie, von: "2026-01-01" });
    const id = await writeAs(actor, (tx) => beginSprechstunde(tx, actor, hours));
    await writeAs(actor, (tx) => toggleAusfall(tx, actor, { id, version: 1 }, "2026-01-05"));
    const answer = await feed(await address());
    const text = await answer.text();
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect([answer.headers.get("cache-control"), answer.headers.get("x-robots-tag")]).toEqual([
      "no-store",
      "noindex, nofollow",
    ]);
    expect(text).not.toMatch(/Jolanda|Geheimnis|Heimlich/);
    const [row] = await db.admin("select jahr, nummer from kim.fall where id = $1", [fall]);
    const az = aktenzeichen({ jahr: Number(row?.["jahr"]), nummer: Number(row?.["nummer"]) });
    const told = events(text).map((e) => [e.summary, e.component.getFirstPropertyValue("status")]);
    expect(told).toEqual([
      ["Sprechstunde", "CONFIRMED"],
      [az, "CONFIRMED"],
      ["Termin", "CANCELLED"],
    ]);
  });

  test("whoever has it already gets nothing again; the reading is told; taken back it answers nobody", async () => {
    const token = await address();
    const first = await feed(token);
    const again = await feed(token, { "If-None-Match": first.headers.get("etag") ?? "" });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, ""]);
    expect((await client().get("/kalender")).html).not.toContain("noch nicht");
    const stored = JSON.stringify(await db.admin("select * from kim.kalender_adresse"));
    expect(stored).not.toContain(token.replace(".ics", "").slice(6));
    await client().post("/kalender/zuruecknehmen", {});
    expect((await feed(token)).status).toBe(404);
  });

  test("nobody reads whose account is closed, or who does not counsel any more", async () => {
    const { kontoId } = stelle().konto.actor;
    const token = await address();
    for (const [off, on] of [
      [
        "update kim.konto set status = 'deaktiviert' where id = $1",
        "update kim.konto set status = 'aktiv' where id = $1",
      ],
      [
        "update kim.rolle set von = current_date + 1 where konto_id = $1",
        "update kim.rolle set von = current_date where konto_id = $1",
      ],
    ] as const) {
      await db.admin(off, [kontoId]);
      expect((await feed(token)).status, off).toBe(404);
      await db.admin(on, [kontoId]);
      expect((await feed(token)).status).toBe(200);
    }
  });

  test("whoever asks without end is asked to wait", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 61; i += 1) statuses.push((await feed(`05382.${"x".repeat(43)}`)).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses[0]).toBe(404);
  });
});
