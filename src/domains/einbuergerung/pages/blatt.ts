import { z } from "zod";
import { type Route, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { optionalCode } from "../../../platform/fields.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { NichtSetzbar } from "../../../platform/pdf.ts";
import { DRUCKSPRACHE } from "../../codelisten/index.ts";
import { geprueftAm } from "../../uebersetzungen/index.ts";
import { traeger } from "../../verwaltung/index.ts";
import { checklistePdf } from "../documents/checkliste.ts";
import { checklisteOf } from "../parts/getan.ts";
import { behoerdeIn, behoerdeText } from "../queries/behoerden.ts";
import { checkliste, papiere } from "../queries/checkliste.ts";
import { wartezeitOf } from "../queries/regeln.ts";

const Query = z.object({ weg: optionalCode(), sprache: z.enum(DRUCKSPRACHE).default("de") });
const TEXT = { "Content-Type": "text/plain; charset=utf-8" };

/** The checklist to take along. Its name names nobody: it stays in the browser's list of downloads. */
export const show: Route = page({
  path: `${checklisteOf(":id")}/blatt`,
  permission: "person.lesen",
  show: async ({ actor, url, params }) => {
    const id = idOf({ params });
    const { weg: code, sprache } = readQuery(Query, url);
    const tag = today();
    const gegenstand = { art: "person", id };
    const read = await openRecordAs(actor, gegenstand, "einbuergerung", async (tx) => {
      const liste = await checkliste(tx, actor, id, { tag, dokumente: may(actor, "dokument.lesen") });
      const weg = liste.wege.find(({ perspektive }) => perspektive.code === code) ?? liste.wege[0];
      if (weg === undefined) throw new NotFound();
      await recordEvent(tx, actor, { art: "einbuergerung.gedruckt", gegenstand, zweck: sprache });
      const ebh = weg.perspektive.art === "einbuergerung" ? await behoerdeIn(tx, liste.person.kommune?.code) : null;
      return {
        weg,
        papiere: papiere(liste, weg, tag),
        behoerde: ebh === null ? null : behoerdeText(ebh),
        wartezeit: ebh === null ? null : ((await wartezeitOf(tx, actor.kreis, ebh))?.satz ?? null),
        geprueft: await geprueftAm(tx, actor.traegerId, sprache, ["einbuergerung"]),
        traeger: (await traeger(tx, actor.traegerId))[0]?.name ?? "",
      };
    });
    try {
      const headers = {
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename="checkliste-${read.weg.perspektive.code}-${sprache}.pdf"`,
      };
      return new Response(new Uint8Array(checklistePdf({ ...read, tag }, sprache)), { headers });
    } catch (error) {
      if (!(error instanceof NichtSetzbar)) throw error;
      return new Response(`${error.message}. Ihre Administration ändert den Namen des Trägers.`, {
        status: 422,
        headers: TEXT,
      });
    }
  },
});
