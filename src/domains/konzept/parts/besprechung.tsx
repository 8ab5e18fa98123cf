import { tagText } from "../../../platform/span.ts";
import { Actions, Button, Card, Day, Details, Entered, Form, Status, Table } from "../../../ui/index.ts";
import { stehtIn } from "../model/absaetze.ts";
import { VORSCHLAG_STAENDE, type VorschlagStand } from "../model/konzept.ts";
import type { Kommentar, VorschlagZeile } from "../queries/besprechung.ts";
import { KOMMENTAR, VORSCHLAG } from "./getan.ts";

const ICON: Readonly<Record<VorschlagStand, "success" | "info" | undefined>> = {
  offen: undefined,
  angenommen: "success",
  abgelehnt: "info",
  zurueckgezogen: "info",
};

export const VorschlagWort = ({ stand }: { readonly stand: VorschlagStand }) => (
  <Status kind={ICON[stand]}>{VORSCHLAG_STAENDE[stand]}</Status>
);

/** What was proposed for a part, each with the way to it. */
export const Vorschlaege = ({ vorschlaege }: { readonly vorschlaege: readonly VorschlagZeile[] }) =>
  vorschlaege.length === 0 ? null : (
    <Card title="Vorschläge">
      <Table
        caption="Vorschläge"
        hideCaption
        rows={vorschlaege}
        href={({ id }) => `${VORSCHLAG}/${id}`}
        columns={[
          { label: "von", cell: ({ wer }) => <Entered>{wer}</Entered> },
          { label: "am", cell: ({ am }) => <Day iso={am} /> },
          { label: "warum", cell: ({ grund }) => <Entered>{grund ?? "–"}</Entered>, whole: true },
          { label: "Stand", cell: ({ stand }) => <VorschlagWort stand={stand} /> },
        ]}
      />
    </Card>
  );

type EinerProps = { readonly kommentar: Kommentar; readonly text: string };

function Einer({ kommentar, text }: EinerProps) {
  const { id, stelle, erledigtAm } = kommentar;
  const gone = stelle !== "" && !stehtIn(text, stelle);
  return (
    <li>
      {stelle === "" ? null : (
        <p>
          <q>
            <Entered>{stelle}</Entered>
          </q>
          {gone ? <span class="hint"> Diese Stelle steht so nicht mehr im Text.</span> : null}
        </p>
      )}
      <p>
        <Entered class="text">{kommentar.text}</Entered>
      </p>
      <p class="hint">
        <Entered>{kommentar.wer}</Entered>, {tagText(kommentar.am)}
        {erledigtAm === null ? null : `, erledigt am ${tagText(erledigtAm)}`}
      </p>
      <Form
        action={`${KOMMENTAR}/${id}/${erledigtAm === null ? "erledigt" : "offen"}`}
        record={{ version: kommentar.version, values: undefined }}
      >
        <Actions>
          <Button kind="tertiary" small>
            {erledigtAm === null ? "Erledigt" : "Wieder öffnen"}
          </Button>
        </Actions>
      </Form>
    </li>
  );
}

/** What was said about a part: what is open, and behind a line what is dealt with. */
export function Kommentare({ kommentare, text }: { readonly kommentare: readonly Kommentar[]; readonly text: string }) {
  const open = kommentare.filter(({ erledigtAm }) => erledigtAm === null);
  const done = kommentare.filter(({ erledigtAm }) => erledigtAm !== null);
  if (kommentare.length === 0) return null;
  return (
    <Card title="Kommentare">
      {open.length === 0 ? <p class="hint">Alles erledigt.</p> : null}
      <ul>
        {open.map((kommentar) => (
          <Einer kommentar={kommentar} text={text} />
        ))}
      </ul>
      {done.length === 0 ? null : (
        <Details summary={`Erledigt (${done.length})`}>
          <ul>
            {done.map((kommentar) => (
              <Einer kommentar={kommentar} text={text} />
            ))}
          </ul>
        </Details>
      )}
    </Card>
  );
}
