import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, Entered, Table } from "../../../ui/index.ts";
import { ANTWORTEN, type Sitzung, type Teilnahme } from "../model/eingabe.ts";
import { type Mitglied, istDabei, mitgliedText } from "../model/gremium.ts";
import { istOffen, wirdProtokolliert } from "../model/sitzung.ts";
import { anwesendText } from "../model/teilnahme.ts";
import { SITZUNGEN } from "./getan.ts";

/** An address alone is no invitation: mail may wait, or none be set up here. */
function eingeladenText({ email }: Mitglied, { gesendetAm }: Teilnahme): string {
  if (gesendetAm !== null) return tagText(gesendetAm);
  return email === null ? "ohne E-Mail" : "noch nicht verschickt";
}

type TeilnehmendeProps = {
  readonly sitzung: Sitzung;
  readonly members: readonly Mitglied[];
  readonly rows: readonly Teilnahme[];
  readonly schreibt: boolean;
  readonly stimmen: string;
};

/** Who was invited, what they answered, who is there. */
export function Teilnehmende({ sitzung, members, rows, schreibt, stimmen }: TeilnehmendeProps) {
  if (rows.length === 0) return null;
  const of = members
    .filter((m) => istDabei(m, sitzung.tag))
    .flatMap((m) => {
      const row = rows.find(({ mitgliedId }) => mitgliedId === m.id);
      return row === undefined ? [] : [{ m, row }];
    });
  return (
    <Card
      title="Teilnahme"
      action={
        schreibt && istOffen(sitzung.stand) ? (
          <ButtonLink kind="secondary" small href={`${SITZUNGEN}/${sitzung.id}/teilnahme`}>
            {wirdProtokolliert(sitzung.stand) ? "Anwesenheit eintragen" : "Antworten eintragen"}
          </ButtonLink>
        ) : undefined
      }
    >
      <p>{stimmen}</p>
      <Table
        caption="Teilnahme"
        hideCaption
        cards
        rows={of}
        columns={[
          { label: "Mitglied", cell: ({ m }) => <Entered>{mitgliedText(m)}</Entered> },
          {
            label: "Eingeladen",
            cell: ({ m, row }) => eingeladenText(m, row),
          },
          { label: "Antwort", cell: ({ row }) => (row.antwort === null ? "offen" : ANTWORTEN[row.antwort]) },
          { label: "Anwesend", cell: ({ row }) => anwesendText(row) },
        ]}
      />
    </Card>
  );
}
