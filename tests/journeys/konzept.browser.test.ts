import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/platform/actor.ts";
import { says, window } from "../support/arbeitsplatz.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { testKonto } from "../support/konten.ts";
import { beschlussFuer } from "../support/beschluss.ts";
import { neuesKonzept, schreibTeil } from "../support/konzept.ts";
import { docxParts, docxText } from "../support/docx-text.ts";
import { pdfText } from "../support/pdf-text.ts";
import { useProduct } from "../support/product.ts";

const DOCUMENT = "word/document.xml";

/** "Bildung 0–6" is written by three at once, adopted and handed out. */
testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
let leitet: Actor;
let gruppe: readonly { readonly actor: Actor; readonly email: string }[];

beforeAll(async () => {
  leitet = (await testKonto({ kreis: "05382", rollen: ["kim_koordination"] })).actor;
  gruppe = [
    await testKonto({ kreis: "05382", rollen: ["cm_mukis"] }),
    await testKonto({ kreis: "05382", rollen: ["traeger_leitung"] }),
  ];
});

/** Somebody at a browser of her own, at the form of the situation part. */
async function sits(actor: Actor, js: boolean): Promise<Page> {
  const page = await (await window(browser(), server().url, actor, { js })).newPage();
  await page.goto("/konzept");
  await page.getByRole("link", { name: "Bildung 0–6" }).click();
  return page;
}
const writes = (page: Page, teil: string) =>
  page.getByRole("link", { name: `Schreiben: Bildung 0–6: ${teil}` }).click();
const text = (page: Page) => page.getByRole("textbox", { name: "Text (freiwillig)" });
const saves = (page: Page) => page.getByRole("button", { name: "Speichern", exact: true }).click();
const replaces = async (page: Page, what: string, by: string) =>
  text(page).fill((await text(page).inputValue()).replace(what, by));

test("three write at once, where two touch both are shown, and what a decision adopted everybody reads", async () => {
  const id = await neuesKonzept(leitet);
  await schreibTeil(leitet, id, "ausgangslage", "Es fehlen Plätze.\n\nViele warten.\n\nDie Frist läuft.");
  const jo = await sits(leitet, false);
  for (const [i, { email }] of gruppe.entries()) {
    await jo.goto(`/konzept/${id}/gruppe`);
    await jo.getByLabel("E-Mail-Adresse").fill(email);
    await jo.getByLabel("Für wen?").fill(["MuKi-S", "Jugendamt Lohmar"][i] ?? "");
    await jo.getByRole("button", { name: "Aufnehmen" }).click();
    await says(jo, "Aufgenommen.");
  }
  const [mira, toni] = await Promise.all(gruppe.map(({ actor }) => sits(actor, true)));
  if (mira === undefined || toni === undefined) throw new Error("Die Gruppe hat zwei.");
  await jo.goto(`/konzept/${id}`);
  await Promise.all([jo, mira, toni].map((page) => writes(page, "Ausgangslage")));

  await replaces(mira, "Es fehlen Plätze.", "Es fehlen 40 Plätze.");
  await saves(mira);
  await says(mira, "Gespeichert.");
  await replaces(toni, "Die Frist läuft.", "Die Frist läuft im März.");
  await saves(toni);
  await says(toni, "Jemand hat inzwischen andere Absätze dieses Teils geändert");
  await replaces(jo, "Es fehlen Plätze.", "Es fehlen Plätze überall.");
  await saves(jo);
  await jo.getByRole("heading", { name: "Zwei haben dieselbe Stelle geschrieben" }).waitFor();
  await jo.getByText("Jugendamt Lohmar").first().waitFor();
  expect(await text(jo).inputValue()).toBe(
    "Es fehlen Plätze überall.\n\nEs fehlen 40 Plätze.\n\nViele warten.\n\nDie Frist läuft im März.",
  );
  await replaces(jo, "Es fehlen Plätze überall.\n\nEs fehlen 40 Plätze.", "Überall fehlen Plätze, zusammen 40.");
  await saves(jo);
  await says(jo, "Gespeichert.");

  // The other parts of the chapter, each by another one at the same moment: nothing is in anybody's way.
  const teile = [
    [jo, "Zugänge", "Über die Kitas erreichen wir die Familien."],
    [mira, "Stolpersteine", "Die Fristen kennt kaum jemand."],
    [toni, "Ziele", "Jedes Kind hat einen Platz."],
  ] as const;
  await Promise.all(
    teile.map(async ([page, teil, satz]) => {
      await page.goto(`/konzept/${id}`);
      await writes(page, teil);
      await text(page).fill(satz);
      await saves(page);
      await says(page, "Gespeichert.");
    }),
  );
  await jo.goto(`/konzept/${id}`);
  await writes(jo, "Maßnahmen");
  await text(jo).fill("Zwei Gruppen im Familienzentrum.");
  await saves(jo);
  await says(jo, "Gespeichert.");

  await beschlussFuer(leitet);
  await jo.goto(`/konzept/${id}`);
  await jo.getByRole("link", { name: "Beschluss festhalten" }).click();
  await jo.getByLabel("Welcher Beschluss?").selectOption({ index: 1 });
  await jo.getByLabel("Ich habe den Entwurf gelesen").check();
  await jo.getByRole("button", { name: "Fassung festhalten" }).click();
  await says(jo, "Die Fassung ist festgehalten");

  const alle = await (await browser().newContext({ baseURL: server().url })).newPage();
  await alle.goto("/handlungskonzept/05382");
  await alle.getByRole("link", { name: "Bildung 0–6" }).click();
  await alle.getByText("Überall fehlen Plätze, zusammen 40.").waitFor();
  const pdf = await alle.request.get(`${alle.url()}/pdf`);
  const word = docxText(
    (await docxParts(await (await alle.request.get(`${alle.url()}/docx`)).body())).get(DOCUMENT) ?? "",
  );
  for (const file of [pdfText(await pdf.body()).text, word])
    for (const satz of ["Überall fehlen Plätze, zusammen 40.", ...teile.map(([, , one]) => one), "Zwei Gruppen"])
      expect(file.replaceAll(/\s+/g, " ")).toContain(satz);
}, 120_000);
