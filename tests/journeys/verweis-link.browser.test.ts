import { beforeAll, describe, expect, test } from "vitest";
import { violations } from "../support/accessible.ts";
import { window } from "../support/arbeitsplatz.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { eingewilligt } from "../support/freigaben.ts";
import { type Buehne, NAME, buehne } from "../support/kopien-buehne.ts";
import { useProduct } from "../support/product.ts";
import { organisation, verweis } from "../support/verweise.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** A referral goes out as a link; whoever has no account answers, and the answer comes back into the referral. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
const LONG_MS = 120_000;
let b: Buehne;
beforeAll(async () => {
  b = await buehne(db);
});

describe.each(MENSCHEN)("%s", (_, js, menschAn) => {
  test(
    "a referral is sent as a link, answered by somebody without an account, and stands on the waiting list",
    async () => {
      const kita = `Kita Bachweg ${js ? "eins" : "zwei"}`;
      const person = await b.person();
      const wozu = { zweck: "weitergabe", art: "kita_schule", empfaenger: kita, kategorien: ["kontakt"] } as const;
      await eingewilligt(b.cm, b.leitung, person, wozu);
      const stelle = `organisation:${await organisation(b.cm, kita, { art: "kita_schule" })}`;
      const id = await verweis(b.cm, person, stelle, { bedarf: "Ein Platz ab Januar" });
      const mouse: string[] = [];
      const context = await window(browser(), server().url, b.cm, { js });
      const draussen = await browser().newContext({ javaScriptEnabled: js, locale: "de-DE" });
      if (js) for (const one of [context, draussen]) await forbidMouse(one, mouse);
      const cm = menschAn(await context.newPage());
      const andere = menschAn(await draussen.newPage());
      const looked = async ({ page }: Mensch) => {
        if (js) expect(await violations(page), page.url()).toEqual([]);
      };

      await cm.open(`/verweise/${id}`);
      await cm.press("Als Link senden");
      await cm.arrivesAt("Verweis als Link senden");
      await cm.tick(`Name: ${NAME}`);
      await looked(cm);
      await cm.press("Als Link senden");
      await cm.arrivesAt("Link und Code");
      const [link = "", code = ""] = await cm.page.locator("main dd").allInnerTexts();

      await andere.open(link);
      await andere.type("Code", code);
      await looked(andere);
      await andere.press("Öffnen");
      await andere.reads(NAME);
      await looked(andere);
      await andere.choose("Was ist möglich?", "Wir setzen auf die Warteliste");
      await andere.press("Antworten");
      await andere.reads("Sie können sie ändern, solange der Link gilt.");

      await cm.open(`/verweise/${id}`);
      await cm.reads("Antwort da");
      const antwort = cm.page.getByRole("link", { name: /^Link vom/ });
      if (js) await antwort.press("Enter");
      else await antwort.click();
      await cm.page.getByRole("button", { name: "Antwort in den Verweis übernehmen" }).waitFor();
      await looked(cm);
      await cm.press("Antwort in den Verweis übernehmen");
      await cm.reads("Die Antwort steht jetzt im Verweis.");
      await cm.open(`/verweise/${id}`);
      await cm.reads("auf der Warteliste");
      expect(mouse).toEqual([]);
    },
    LONG_MS,
  );
});
