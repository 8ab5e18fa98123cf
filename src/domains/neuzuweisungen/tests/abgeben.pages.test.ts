import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { haushalt, mensch, stapel } from "../../../../tests/support/neuzuweisungen.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const { stelle, client } = useOwnRoom(routes);
const ABGEBEN = "/neuzuweisungen/abgeben";

test("a form about one list that came back refused still shows the households of that list alone", async () => {
  const { actor } = stelle().konto;
  await kollegin(stelle());
  const dieser = await stapel(actor, [haushalt([mensch("Jo", "Muster")]), haushalt([mensch("Ana", "Muster")])]);
  const anderer = await stapel(actor, [haushalt([mensch("Kim", "Beispiel")])]);
  const shown = (html: string) =>
    [...dieser.zuweisungen, ...anderer.zuweisungen].map((id) => html.includes(`value="${id}"`));
  const { html } = await client().get(`${ABGEBEN}?stapel=${dieser.id}`);
  expect(shown(html)).toEqual([true, true, false]);
  const refused = await client().post(ABGEBEN, { ...formOf(html, ABGEBEN), an: "" });
  expect(refused.status).toBe(422);
  expect(shown(refused.html)).toEqual([true, true, false]);
  expect(formOf(refused.html, ABGEBEN)["stapel"]).toEqual([dieser.id]);
  // Without a list all of them.
  expect(shown((await client().get(ABGEBEN)).html)).toEqual([true, true, true]);
});
