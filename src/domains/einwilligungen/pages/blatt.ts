import { z } from "zod";
import { type Route, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { geprueftAm } from "../../uebersetzungen/index.ts";
import { bestaetigungPdf } from "../documents/bestaetigung.ts";
import { blattPdf, briefPdf } from "../documents/blatt.ts";
import { SPRACHE } from "../model/zwecke.ts";
import { ONE } from "../parts/getan.ts";
import { einwilligungOf, weitergabenOf } from "../queries/einwilligungen.ts";
import { alleTexte, einwilligungText, traegerName, uebersetzungen } from "../queries/texte.ts";

const Query = z.object({ sprache: z.enum(SPRACHE).default("de") });

const pdf = (bytes: Buffer, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${name}.pdf"` },
  });

/** The sheet to sign. Its name names nobody: it stays in the browser's list of downloads. */
export const sheet: Route = page({
  path: `${ONE}/:id/blatt`,
  permission: "einwilligung.lesen",
  show: async ({ actor, url, params }) => {
    const id = idOf({ params });
    const { sprache } = readQuery(Query, url);
    const read = await openRecordAs(actor, { art: "einwilligung", id }, "blatt", async (tx) => {
      const e = await einwilligungOf(tx, actor, id);
      const text = await einwilligungText(tx, actor, e.textId);
      return {
        e,
        text,
        uebersetzungen: uebersetzungen(await alleTexte(tx, actor), text),
        geprueft: await geprueftAm(tx, actor.traegerId, sprache, ["einwilligung"]),
        traeger: await traegerName(tx, actor),
      };
    });
    return pdf(blattPdf({ ...read, sprache, tag: today() }), `einwilligung-${sprache}`);
  },
});

/** The letter about a withdrawal. */
export const letter: Route = page({
  path: `${ONE}/:id/brief`,
  permission: "einwilligung.lesen",
  show: async ({ actor, params }) => {
    const id = idOf({ params });
    const read = await openRecordAs(actor, { art: "einwilligung", id }, "brief", async (tx) => ({
      e: await einwilligungOf(tx, actor, id),
      hinaus: await weitergabenOf(tx, id),
      traeger: await traegerName(tx, actor),
    }));
    if (read.e.stand !== "widerrufen" || read.hinaus.length === 0) throw new NotFound();
    return pdf(briefPdf({ ...read, tag: today() }), "widerruf");
  },
});

/** The letter to the person that she withdrew. */
export const confirmation: Route = page({
  path: `${ONE}/:id/bestaetigung`,
  permission: "einwilligung.lesen",
  show: async ({ actor, url, params }) => {
    const id = idOf({ params });
    const { sprache } = readQuery(Query, url);
    const read = await openRecordAs(actor, { art: "einwilligung", id }, "brief", async (tx) => ({
      e: await einwilligungOf(tx, actor, id),
      hinaus: await weitergabenOf(tx, id),
      geprueft: await geprueftAm(tx, actor.traegerId, sprache, ["einwilligung", "widerruf"]),
      traeger: await traegerName(tx, actor),
    }));
    if (read.e.stand !== "widerrufen") throw new NotFound();
    return pdf(bestaetigungPdf({ ...read, sprache, tag: today() }), `widerruf-${sprache}`);
  },
});
