import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, EmptyState, Entered, Page, Table } from "../../../ui/index.ts";
import { LIST, getan } from "../parts/getan.ts";
import { StandWort } from "../parts/worte.tsx";
import { rekonstruktionen } from "../queries/rekonstruktionen.ts";

/** Every reconstruction that somebody may see. */
export const show = page({
  path: LIST,
  permission: "rekonstruktion.lesen",
  notices: getan,
  show: async ({ actor, frame }) => {
    const rows = await readAs(actor, (tx) => rekonstruktionen(tx, actor));
    const leitet = may(actor, "rekonstruktion.leiten");
    return (
      <Page frame={frame} title="Fallrekonstruktionen" wide>
        <p>
          Eine Gruppe geht einem oder mehreren Fällen nach: was geschah, wer handelte, wo es brach. Ohne Personen; was
          dabei als Systemlücke sichtbar wird, geht weiter.
        </p>
        {leitet ? (
          <Actions>
            <ButtonLink kind="primary" href={`${LIST}/neu`}>
              Fallrekonstruktion beginnen
            </ButtonLink>
          </Actions>
        ) : null}
        <Table
          caption="Fallrekonstruktionen, die letzte zuerst"
          hideCaption
          cards
          rows={rows}
          href={({ id }) => `${LIST}/${id}`}
          empty={
            <EmptyState>
              {leitet
                ? "Noch keine. Beginnen Sie mit einer Frage, die mehrere Stellen angeht."
                : "Noch keine. Offene sehen Sie, sobald die Koordination Sie in die Gruppe nimmt."}
            </EmptyState>
          }
          columns={[
            { label: "Frage", cell: ({ frage }) => <Entered>{frage}</Entered> },
            { label: "Stand", cell: ({ stand }) => <StandWort stand={stand} /> },
            { label: "Begonnen", cell: ({ begonnenAm }) => tagText(begonnenAm) },
            { label: "Stationen", cell: ({ stationen }) => stationen, figure: true },
            { label: "Brüche", cell: ({ brueche }) => brueche, figure: true },
            { label: "Lücken", cell: ({ luecken }) => luecken, figure: true },
          ]}
        />
      </Page>
    );
  },
});
