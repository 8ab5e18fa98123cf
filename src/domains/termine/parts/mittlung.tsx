import { ButtonLink, Card, Entered, Table } from "../../../ui/index.ts";
import { type Einsatz, STAENDE } from "../../verstaendigung/index.ts";
import { uhrText } from "../model/uhr.ts";
import type { Termin } from "../queries/termin.ts";

/** What booking somebody who interprets takes over of an appointment; no name, and nothing of what it is about. */
function buchen({ id, tag, beginn, dauer, standortId, sprache }: Termin): string {
  const words = {
    termin: id,
    tag,
    beginn: uhrText(beginn),
    dauer: String(dauer),
    ...(standortId === null ? {} : { standort: standortId }),
    ...(sprache === null ? {} : { sprache }),
  };
  return `/sprachmittlungen/neu?${new URLSearchParams(words).toString()}`;
}

/** Who interprets at an appointment, and booking somebody. */
export const Mittlung = ({
  termin,
  einsaetze,
}: {
  readonly termin: Termin;
  readonly einsaetze: readonly Einsatz[];
}) => {
  const action = (
    <ButtonLink kind="secondary" small href={buchen(termin)}>
      Sprachmittlung buchen
    </ButtonLink>
  );
  return (
    <Card title="Sprachmittlung" {...(termin.stand === "geplant" ? { action } : {})}>
      {einsaetze.length === 0 ? (
        <p class="hint">Niemand gebucht. Wer mittelt, erfährt erst im Gespräch, um wen es geht.</p>
      ) : (
        <Table
          caption="Gebuchte Sprachmittlung"
          hideCaption
          rows={einsaetze}
          href={({ id }) => `/sprachmittlungen/${id}`}
          columns={[
            {
              label: "Wer mittelt",
              cell: ({ sprachmittler }) =>
                sprachmittler === null ? "noch niemand" : <Entered>{sprachmittler}</Entered>,
            },
            { label: "Stand", cell: ({ stand }) => STAENDE[stand] },
          ]}
        />
      )}
    </Card>
  );
};
