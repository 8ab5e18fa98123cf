import { expect, test } from "vitest";
import { signedIn } from "../../../../tests/support/anmelden.ts";
import { beratungsstelle, erfasse, typed } from "../../../../tests/support/beratungsstelle.ts";
import { CookieBrowser } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { beratungOf } from "../../beratungen/queries/beratungen.ts";
import { endVertretung } from "../commands/end-vertretung.ts";

const db = testDatabase();
const product = useProduct();

test("a Vertretung that ended while a form is open: nothing is saved, a sentence says why, nothing typed is lost", async () => {
  const stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  const id = await erfasse(stelle, { stufe: "2", neu1_vorname: "Amina", notiz: "vorher" });
  const jo = await kollegin(stelle);
  const vertretung = await vertretungOhneRegeln(db, { vertreten: stelle.konto, durch: jo }, [0, 0]);
  const browser = new CookieBrowser(product().url);
  browser.cookie = await signedIn(jo);
  const { html } = await browser.get(`/beratungen/${id}/korrigieren`);
  const person = /name="person" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? "";
  await writeAs(actor, (tx) => endVertretung(tx, actor, { id: vertretung }));

  const notiz = "Frau Amina braucht bis Freitag den Bescheid";
  const fields = {
    ...typed(stelle, { stufe: "2", person, themen: "sprache" }),
    notiz,
    grund: "ergänzt",
    _version: "1",
  };
  const correction = await browser.post(`/beratungen/${id}/korrigieren`, fields);
  expect([correction.status, correction.html.includes(notiz)]).toEqual([404, true]);
  expect(correction.html).toContain("Eine Vertretung ist zu Ende");

  const fresh = await browser.post("/beratungen/neu", {
    ...typed(stelle, { stufe: "2", person, themen: "sprache" }),
    notiz,
  });
  expect([fresh.status, fresh.html.includes(notiz)]).toEqual([422, true]);
  expect(fresh.html).toContain("weil eine Vertretung zu Ende ist");
  expect(await readAs(actor, (tx) => beratungOf(tx, actor, id))).toMatchObject({
    notiz: { text: "vorher" },
    version: 1,
  });
  expect(await db.admin("select 1 from kim.beratung")).toHaveLength(1);
});
