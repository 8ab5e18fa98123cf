import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { Actions, ButtonLink, Card, Day, EmptyState, Page, Pager, Status, Table } from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { ANRUFER, ANTWORT, FRAGE, KIND_ALTER } from "../model/anruf.ts";
import { ANRUFE, getan } from "../parts/getan.ts";
import { anrufListe } from "../queries/anrufe.ts";

const Query = z.object({ aeltere: placeInAddress.optional(), neuere: placeInAddress.optional() });
const word = (words: Readonly<Record<string, string>>, code: string | null) =>
  code === null ? "–" : (words[code] ?? code);

/** One's own calls, the last entered first. */
export const show = page({
  path: ANRUFE,
  permission: "muki.lesen",
  notices: getan,
  show: async (visit) => {
    const { aeltere, neuere } = readQuery(Query, visit.url);
    const { liste, sprache } = await readAs(visit.actor, async (tx) => ({
      liste: await anrufListe(tx, visit.actor, { older: aeltere, newer: neuere }),
      sprache: (await codelisten(tx)).sprache,
    }));
    const beyond = (name: string, place: Place | undefined) =>
      place === undefined ? undefined : `${ANRUFE}?${name}=${place.am}_${place.id}`;
    return (
      <Page frame={visit.frame} title="Telefonsprechstunde" heading={false} wide>
        <Card title="Meine Anrufe" level={1}>
          <Actions>
            <ButtonLink kind="primary" href={`${ANRUFE}/neu`}>
              Anruf erfassen
            </ButtonLink>
          </Actions>
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
            ]}
          />
          <Pager newer={beyond("neuere", liste.neuer)} older={beyond("aeltere", liste.aelter)} />
        </Card>
      </Page>
    );
  },
});
