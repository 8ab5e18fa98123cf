import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { ButtonLink, Card, type Column, Day, EmptyState, Page, Status, Table } from "../../../ui/index.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import { LIST, VORLAGEN, getan } from "../parts/getan.ts";
import { type BerichtAkte, berichte } from "../queries/berichte.ts";

function Zustand({ akte }: { readonly akte: BerichtAkte }) {
  const { berichtigt } = akte;
  if (akte.nummer === undefined) {
    return (
      <Status kind={undefined}>
        {berichtigt === undefined ? "Entwurf" : `Entwurf, berichtigt ${berichtigt.nummer}`}
      </Status>
    );
  }
  const next = akte.berichtigtDurch;
  if (next?.nummer !== undefined) return <Status kind="info">berichtigt durch Nr. {next.nummer}</Status>;
  return <Status kind="success">freigegeben</Status>;
}

const COLUMNS: readonly Column<BerichtAkte>[] = [
  { label: "Zeitraum", cell: (b) => zeitraumName(b) },
  { label: "Nr.", cell: (b) => b.nummer ?? "–" },
  { label: "Stand", cell: (b) => <Zustand akte={b} /> },
  { label: "begonnen am", cell: (b) => <Day iso={b.angelegt} /> },
  { label: "freigegeben am", cell: (b) => (b.freigegeben === undefined ? "–" : <Day iso={b.freigegeben} />) },
];

const NeuLink = ({ visit }: { readonly visit: Visit }) =>
  may(visit.actor, "bericht.schreiben") ? (
    <>
      <ButtonLink kind="tertiary" href={VORLAGEN}>
        Vorlagen
      </ButtonLink>
      <ButtonLink href={`${LIST}/neu`}>Bericht entwerfen</ButtonLink>
    </>
  ) : null;

/** Every report that somebody may see, the latest period first. */
export const show = page({
  path: LIST,
  permission: "bericht.lesen",
  notices: getan,
  show: async (visit) => {
    const all = await readAs(visit.actor, (tx) => berichte(tx, visit.actor));
    return (
      <Page frame={visit.frame} title="Berichte" extra>
        <Card title="Halbjahresberichte" action={<NeuLink visit={visit} />}>
          <Table
            caption="Halbjahresberichte"
            hideCaption
            rows={all}
            href={(b) => `${LIST}/${b.id}`}
            columns={COLUMNS}
            empty={<EmptyState>Es ist noch kein Bericht freigegeben.</EmptyState>}
          />
        </Card>
      </Page>
    );
  },
});
