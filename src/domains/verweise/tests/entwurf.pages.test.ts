import { expect, test } from "vitest";
import { draft } from "../../../../tests/journeys/draft.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { organisation, verweis } from "../../../../tests/support/verweise.ts";
import { writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const { stelle, client } = useOwnRoom(routes);

test("a referral half typed is gone on with, for whom it was begun, and gone once it is saved", async () => {
  const { actor } = stelle().konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  const org = await organisation(actor, "Musterhilfe");
  const bedarf = "Sucht eine Wohnung mit drei Zimmern";
  const entwurf = await draft(actor, "verweis", {
    person: [person],
    fall: [""],
    bedarf: [bedarf],
    kontakt: ["selbst"],
  });
  const { html } = await client().get(`/verweise/neu?entwurf=${entwurf}`);
  expect(html).toContain("noch nicht gespeichert");
  const typed = formOf(html, "/verweise/neu");
  expect([typed["person"], typed["bedarf"], typed["_entwurf"]]).toEqual([[person], [bedarf], [entwurf]]);
  // Another one for the same person begins with what most referrals need.
  const fresh = formOf((await client().get(`/verweise/neu?person=${person}`)).html, "/verweise/neu");
  expect([fresh["bedarf"], fresh["_entwurf"]?.[0] === entwurf]).toEqual([[""], false]);
  const sent = { ...typed, stelle: `organisation:${org}`, warum: "angebot", am: fresh["am"] ?? "" };
  const saved = await client().post("/verweise/neu", { ...sent, nachfragen_am: fresh["nachfragen_am"] ?? "" });
  expect(saved.status).toBe(303);
  expect(await db.admin("select 1 from kim.entwurf where id = $1 and verworfen is null", [entwurf])).toEqual([]);
});

test("what was begun on a referral comes back on its page, over what is stored", async () => {
  const { actor } = stelle().konto;
  const jo = PersonEingabe.parse({ person_vorname: "Ana", person_nachname: "Muster" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  const id = await verweis(actor, person, `organisation:${await organisation(actor, "Beispielstelle")}`);
  const self = `/verweise/${id}/bearbeiten`;
  const before = formOf((await client().get(self)).html, self);
  await draft(actor, "verweis-aendern", { ...before, bedarf: ["Braucht einen Termin"] }, id);
  const { html } = await client().get(self);
  expect(formOf(html, self)["bedarf"]).toEqual(["Braucht einen Termin"]);
  expect(html).toContain("noch nicht gespeichert");
});
