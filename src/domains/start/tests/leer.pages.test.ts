import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { writeAs } from "../../../platform/db.ts";
import { routes as luecken } from "../../luecken/pages/index.ts";
import { createStandort, einrichten } from "../../verwaltung/index.ts";
import { routes as verstaendigung } from "../../verstaendigung/pages/index.ts";
import { routes as verweise } from "../../verweise/pages/index.ts";
import type { Rolle } from "../../zugang/index.ts";
import { routes } from "../pages/index.ts";

/** A Kreis on its first day: every page says what to do next, and who does it. */
const db = testDatabase();
const room = useRoom([...routes, ...luecken, ...verstaendigung, ...verweise]);
const KREIS = "05382";
let traegerId: string;

beforeAll(async () => {
  const made = await einrichten({
    kreis: KREIS,
    traegerName: "Musterkreis",
    adminName: "Mira Beispiel",
    adminEmail: "mira@beispiel.example",
  });
  traegerId = made.traegerId;
  await db.admin("update kim.konto set status = 'aktiv'");
});

const as = async (rolle: Rolle) => {
  const { actor } = await testKonto({ kreis: KREIS, traegerId, rollen: [rolle] });
  return { actor, get: async (path: string) => (await room().as(actor).get(path)).html };
};

test("who set KIM up is led to the next steps from the first page, until there is somewhere and somebody to record", async () => {
  const admin = await as("administration");
  const hint = "KIM ist noch nicht fertig eingerichtet";
  expect(await admin.get("/")).toContain(hint);
  const standort = { traegerId, name: "Rathaus", ags: "05382060" };
  await writeAs(admin.actor, (tx) => createStandort(tx, admin.actor, standort));
  expect(await admin.get("/")).not.toContain(hint);
});

test("an empty list without a filter says what to do; with one, that nothing fits", async () => {
  const [cm, koordination] = [await as("cm_lokal"), await as("kim_koordination")];
  expect(await cm.get("/organisationen")).toContain("Das tut Ihre Koordination");
  expect(await koordination.get("/organisationen")).toContain("Tragen Sie oben die erste ein.");
  expect(await cm.get("/organisationen?wort=Muster")).toContain("Keine passt dazu.");
  expect(await cm.get("/uebersetzungsgeraete")).toContain("wer bei Ihrem Träger die Sprachmittlung pflegt");
  expect(await cm.get("/sprachmittlungen")).toContain("buchen Sie oben");
  expect(await cm.get("/sprachmittlungen?auswahl=alle")).toContain("Zu dieser Auswahl ist nichts gebucht.");
  const list = await cm.get("/luecken");
  expect(list).toContain("melden Sie es oben in einem Satz");
  expect(list, "a file of nothing").not.toContain("Als Excel-Datei");
  expect(await cm.get("/luecken?stand=alle")).toContain("Zu dieser Auswahl ist keine Lücke gemeldet.");
});
