import { z } from "zod";
import { type Route, page } from "../../../platform/access.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { NichtSetzbar } from "../../../platform/pdf.ts";
import { SPRACHE } from "../../einwilligungen/index.ts";
import { geprueftAm } from "../../uebersetzungen/index.ts";
import { traeger as traegerOf } from "../../verwaltung/index.ts";
import { zettelPdf } from "../documents/zettel.ts";
import { LIST } from "../parts/getan.ts";
import { angebotOf, organisationOf } from "../queries/organisationen.ts";
import { verweisOf } from "../queries/verweise.ts";

const Query = z.object({ sprache: z.enum(SPRACHE).default("de") });
const TEXT = { "Content-Type": "text/plain; charset=utf-8" };

/** The slip to take along. Its name names nobody: it stays in the browser's list of downloads. */
export const show: Route = page({
  path: `${LIST}/:id/zettel`,
  permission: "verweis.lesen",
  show: async ({ actor, url, params }) => {
    const id = idOf({ params });
    const { sprache } = readQuery(Query, url);
    const gegenstand = { art: "verweis", id };
    const read = await openRecordAs(actor, gegenstand, "zettel", async (tx) => {
      const v = await verweisOf(tx, actor, id);
      await recordEvent(tx, actor, { art: "verweis.gedruckt", gegenstand, zweck: sprache });
      return {
        v,
        organisation: await organisationOf(tx, v.organisationId),
        angebot: v.angebotId === null ? null : await angebotOf(tx, v.angebotId),
        geprueft: await geprueftAm(tx, actor.traegerId, sprache, ["zettel", "mitbringen"]),
        eigener: (await traegerOf(tx, actor.traegerId))[0]?.name ?? "",
      };
    });
    const { terminAm, terminUm } = read.v;
    const { organisation, angebot, geprueft, eigener: traeger } = read;
    try {
      const bytes = zettelPdf({ organisation, angebot, terminAm, terminUm, traeger, sprache, geprueft, tag: today() });
      const headers = {
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename="zettel-${sprache}.pdf"`,
      };
      return new Response(new Uint8Array(bytes), { headers });
    } catch (error) {
      if (!(error instanceof NichtSetzbar)) throw error;
      return new Response(`${error.message}. Ihre Koordination ersetzt sie bei der Organisation.`, {
        status: 422,
        headers: TEXT,
      });
    }
  },
});
