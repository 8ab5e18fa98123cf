import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { NichtSetzbar } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import { CardPage, Table } from "../../../ui/index.ts";
import { geprueftIn } from "../../uebersetzungen/index.ts";
import { kopiePdf } from "../documents/kopie.ts";
import { SPRACHE, SPRACHEN } from "../model/sprachen.ts";
import { belowPlan } from "../parts/below.tsx";
import { CASES, planPath } from "../parts/getan.ts";
import { fallAkte } from "../queries/akte.ts";
import { kopieOf } from "../queries/kopie.ts";
import { fassungMit, fassungenOf, geltendeIn } from "../queries/plaene.ts";

const permission = "fall.lesen";
const fassung = z.coerce.number().int().min(1).max(999).optional();
const Query = z.object({ fassung });
const DateiQuery = z.object({ fassung, sprache: z.enum(SPRACHE).default("de") });

const standOf = (geprueft: string | undefined): string =>
  geprueft === undefined ? "trägt den Hinweis, dass sie nicht geprüft ist" : `geprüft am ${tagText(geprueft)}`;

/** In which languages the copy comes; each leads to its file. */
export const show = page({
  path: `${CASES}/:id/hilfeplan/druck`,
  permission,
  show: async (visit) => {
    const id = idOf(visit);
    const asked = readQuery(Query, visit.url).fassung;
    const { fall, kopf, geprueft } = await readAs(visit.actor, async (tx) => {
      const fall = await fallAkte(tx, visit.actor, id);
      const kopf = asked === undefined ? geltendeIn(await fassungenOf(tx, id)) : await fassungMit(tx, id, asked);
      if (kopf === undefined) throw new NotFound();
      return { fall, kopf, geprueft: await geprueftIn(tx, fall.akte.traeger_id, "hilfeplan") };
    });
    const href = (sprache: string) => `${planPath(id)}/pdf?sprache=${sprache}&fassung=${String(kopf.fassung)}`;
    return (
      <CardPage {...belowPlan(visit, fall)} title="Kopie für die Person">
        <p>
          Fassung {kopf.fassung}
          {kopf.vereinbartAm === null ? ", noch ein Entwurf" : `, vereinbart am ${tagText(kopf.vereinbartAm)}`}. Wählen
          Sie eine Sprache; die Kopie öffnet sich als PDF. Was Sie und die Person geschrieben haben, steht darin, wie es
          geschrieben ist.
        </p>
        <Table
          caption="Sprachen der Kopie"
          hideCaption
          rows={SPRACHE}
          href={href}
          columns={[
            { label: "Sprache", cell: (sprache) => SPRACHEN[sprache].name },
            {
              label: "Wie sie sich nennt",
              cell: (sprache) => (
                <bdi lang={SPRACHEN[sprache].lang} translate="no">
                  {SPRACHEN[sprache].eigen}
                </bdi>
              ),
            },
            {
              label: "Übersetzung",
              cell: (sprache) => (sprache === "de" ? "–" : standOf(geprueft.get(sprache))),
            },
          ]}
        />
        <p class="hint">Jede Kopie steht mit ihrer Sprache im Protokoll. Der Browser behält die Datei nicht.</p>
      </CardPage>
    );
  },
});

const TEXT = { "Content-Type": "text/plain; charset=utf-8" };

/** The copy itself, shown and not saved: no name in its address, and nothing stays in the browser. */
export const file = page({
  path: `${CASES}/:id/hilfeplan/pdf`,
  permission,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { sprache, fassung: asked } = readQuery(DateiQuery, visit.url);
    const subject = { art: "fall", id };
    const kopie = await openRecordAs(actor, subject, "hilfeplan", async (tx) => {
      const found = await kopieOf(tx, actor, { fallId: id, sprache, fassung: asked });
      await recordEvent(tx, actor, { art: "hilfeplan.gedruckt", gegenstand: subject, zweck: sprache });
      return found;
    });
    try {
      const headers = {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'inline; filename="kopie-hilfeplan.pdf"',
      };
      return new Response(new Uint8Array(kopiePdf(kopie, sprache)), { headers });
    } catch (error) {
      if (!(error instanceof NichtSetzbar)) throw error;
      const satz = `${error.message}. Ersetzen Sie sie im Hilfeplan durch andere Zeichen.`;
      return new Response(satz, { status: 422, headers: TEXT });
    }
  },
});
