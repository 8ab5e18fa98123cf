import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { placeInAddress } from "../../../platform/place.ts";
import { Actions, ButtonLink, Card, Day, EmptyState, Page, Pager, Status, Table } from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { Wessen, vertretene } from "../../zustaendigkeit/index.ts";
import { ANRUFER, ANTWORT, FRAGE, KIND_ALTER } from "../model/anruf.ts";
import { ANRUFE, getan } from "../parts/getan.ts";
import { WessenWahl, akteVon, beyond } from "../parts/wessen.tsx";
import { type AnrufZeile, anrufListe } from "../queries/anrufe.ts";

const Query = z.object({
  wessen: Wessen,
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});
const word = (words: Readonly<Record<string, string>>, code: string | null) =>
  code === null ? "–" : (words[code] ?? code);

/** One's own calls, or those of whom one stands in for, the last entered first. */
export const show = page({
  path: ANRUFE,
  permission: "muki.lesen",
  notices: getan,
  show: async (visit) => {
    const { wessen, aeltere, neuere } = readQuery(Query, visit.url);
    const { liste, sprache, fuer } = await readAs(visit.actor, async (tx) => ({
      liste: await anrufListe(tx, visit.actor, wessen, { older: aeltere, newer: neuere }),
      sprache: (await codelisten(tx)).sprache,
      fuer: await vertretene(tx, visit.actor),
    }));
    const whose = { path: ANRUFE, wessen, fuer };
    return (
      <Page frame={visit.frame} title="Telefonsprechstunde" heading={false} wide>
        <Card title={wessen === undefined ? "Meine Anrufe" : "Anrufe"} level={1}>
          <Actions>
            <ButtonLink kind="primary" href={`${ANRUFE}/neu`}>
              Anruf erfassen
            </ButtonLink>
          </Actions>
          <WessenWahl {...whose} label="Wessen Anrufe" />
          <Table
            caption="Anrufe, der zuletzt erfasste zuerst"
            hideCaption
            rows={liste.anrufe}
            href={({ id }) => `${ANRUFE}/${id}`}
            empty={<EmptyState>Noch ist kein Anruf erfasst.</EmptyState>}
            columns={[
              { label: "Tag", cell: ({ am }) => <Day iso={am} /> },
              { label: "Wer", cell: ({ anrufer }) => word(ANRUFER, anrufer) },
              { label: "Kind", cell: ({ kindAlter }) => word(KIND_ALTER, kindAlter) },
              {
                label: "Sprachen",
                cell: ({ sprachen }) => sprachen.map((one) => nameOf(sprache, one)).join(", ") || "–",
              },
              { label: "Frage", cell: ({ frage }) => word(FRAGE, frage) },
              {
                label: "Ergebnis",
                cell: ({ antwort, zurueckgezogen }) =>
                  zurueckgezogen ? <Status kind="info">zurückgezogen</Status> : word(ANTWORT, antwort),
              },
              ...akteVon<AnrufZeile>(whose),
            ]}
          />
          <Pager newer={beyond(whose, "neuere", liste.neuer)} older={beyond(whose, "aeltere", liste.aelter)} />
        </Card>
      </Page>
    );
  },
});
