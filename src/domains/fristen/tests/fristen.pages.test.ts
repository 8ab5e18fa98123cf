import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const { stelle, client } = useOwnRoom(routes);

test("several are chosen, moved with a reason and put back, without JavaScript", async () => {
  const { actor } = stelle().konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jo" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  for (const [titel, days] of [
    ["Bescheid", 1],
    ["Zeugnis", 2],
  ] as const) {
    const typed = { person, titel, am: tagText(daysFrom(today(), days)), vorlauf: "" };
    expect((await client().post("/fristen/neu", typed)).status).toBe(303);
  }
  const list = (await client().get("/fristen")).html;
  const frist = [...list.matchAll(/name="frist" value="([^"]+)"/g)].map(([, value = ""]) => value);
  expect(frist).toHaveLength(2);
  const asked = `/fristen/auswahl?${new URLSearchParams([["tun", "verschieben"], ...frist.map((one) => ["frist", one])]).toString()}`;
  const form = formOf((await client().get(asked)).html, "/fristen/auswahl");
  const refused = await client().post("/fristen/auswahl", { ...form, grund: "Urlaub" });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("Geben Sie den neuen Tag an.");
  expect(formOf(refused.html, "/fristen/auswahl")).toMatchObject({ frist, grund: ["Urlaub"] });
  const later = tagText(daysFrom(today(), 30));
  const { location } = await client().post("/fristen/auswahl", { ...form, grund: "Urlaub", am: later });
  const done = (await client().get(location)).html;
  expect(done).toContain("2 Fristen sind verschoben.");
  const [, undo = ""] = /action="(\/fristen\/zurueck\/[^"]+)"/.exec(done) ?? [];
  expect((await client().post(undo, {})).status).toBe(303);
  const after = (await client().get("/fristen")).html;
  expect(after).toContain(tagText(daysFrom(today(), 2)));
  expect(after).not.toContain(later);
});
