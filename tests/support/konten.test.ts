import { expect, test } from "vitest";
import { readAs } from "../../src/platform/db.ts";
import { testDatabase } from "./db.ts";
import { testKonto } from "./konten.ts";

testDatabase();

test("a test account can act with its role", async () => {
  const { actor } = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  const found = await readAs(actor, (tx) =>
    tx.selectFrom("kim.konto").select("status").where("id", "=", actor.kontoId).executeTakeFirst(),
  );
  expect(found?.status).toBe("aktiv");
  expect(actor.rechte.has("beratung.schreiben")).toBe(true);
});
