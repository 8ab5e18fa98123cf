import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { signedIn } from "../../../../tests/support/anmelden.ts";
import { recognise } from "../../zugang/index.ts";
import { restoreAccess } from "../index.ts";

const db = testDatabase();

test("the only administrator gets a link, and nothing of before opens a door any more", async () => {
  const konto = await testKonto({ kreis: "05382", rollen: ["administration"] });
  const cookie = await signedIn(konto);
  expect(await recognise(cookie)).toMatchObject({ stand: "offen" });
  expect(await restoreAccess("05382", ` ${konto.email.toUpperCase()}`)).toMatch(/^\/einladung\/05382\.[\w-]{43}$/);
  expect(await recognise(cookie)).toEqual({ stand: "unbekannt" });
  const rows = await db.admin("select status from kim.konto where id = $1", [konto.actor.kontoId]);
  const events = await db.admin(
    "select art from kim.protokoll where gegenstand_id = $1 and art ~ 'eingeladen|gesetzt' order by art",
    [konto.actor.kontoId],
  );
  expect([rows, events]).toEqual([
    [{ status: "eingeladen" }],
    [{ art: "konto.eingeladen" }, { art: "konto.zurueckgesetzt" }],
  ]);
});

test("an address of another Kreis or of nobody is refused, and nothing changes", async () => {
  const konto = await testKonto({ kreis: "05334", rollen: ["administration"] });
  await expect(restoreAccess("05382", konto.email)).rejects.toThrow("Zu dieser Adresse gibt es in diesem Kreis keinen");
  await expect(restoreAccess("05382", "niemand@beispiel.example")).rejects.toThrow();
  const rows = await db.admin("select status from kim.konto where id = $1", [konto.actor.kontoId]);
  expect(rows).toEqual([{ status: "aktiv" }]);
});
