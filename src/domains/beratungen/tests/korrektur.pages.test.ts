import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, typed } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { routes } from "../pages/index.ts";

testDatabase();
let stelle: Beratungsstelle;
let room: Room;

beforeAll(async () => {
  stelle = await beratungsstelle();
  room = await openRoom(routes);
});
afterAll(() => room.stop());

test("a correction that meets a newer one changes only what was typed into it", async () => {
  const client = room.as(stelle.konto.actor);
  const { location } = await client.post("/beratungen/neu", typed(stelle, { dauer: "10" }));
  const id = /beratung=([0-9a-f-]+)/.exec(location)?.[1] ?? "";
  const action = `/beratungen/${id}/korrigieren`;
  const open = async () => formOf((await client.get(action)).html, action);
  const [one, two] = [await open(), await open()];
  await client.post(action, { ...one, dauer: ["25"], grund: ["Dauer vertippt"] });

  const conflict = await client.post(action, { ...two, sprache: ["ar"], grund: ["Sprache vergessen"] });
  expect(conflict.status).toBe(409);
  const again = formOf(conflict.html, action);
  expect(again).toMatchObject({ _version: ["2"], sprache: ["ar"], dauer: ["25"] });

  expect((await client.post(action, again)).status).toBe(303);
  expect(await open()).toMatchObject({ sprache: ["ar"], dauer: ["25"] });
});
