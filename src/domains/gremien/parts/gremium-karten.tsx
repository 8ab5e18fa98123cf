import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Entered,
  Form,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Gremium, type Mitglied, ROLLEN } from "../model/gremium.ts";
import { LIST, MITGLIEDER } from "./getan.ts";
import { KeinName } from "./worte.tsx";

type OfGremium = { readonly gremium: Gremium; readonly schreibt: boolean };

/** Says that a body does not meet any more, and takes that back. */
export function Beendet({ gremium, schreibt }: OfGremium) {
  if (gremium.beendetAm === null) return null;
  return (
    <Alert kind="info">
      Beendet am {tagText(gremium.beendetAm)}.
      {schreibt ? (
        <Form action={`${LIST}/${gremium.id}/wieder`} record={{ version: gremium.version, values: undefined }}>
          <Actions>
            <Button kind="secondary" small>
              Besteht weiter
            </Button>
          </Actions>
        </Form>
      ) : null}
    </Alert>
  );
}

type MitgliederProps = OfGremium & { readonly members: readonly Mitglied[]; readonly frueher: readonly Mitglied[] };

const zeitText = ({ von, bis }: Mitglied): string =>
  bis === null ? `seit ${tagText(von)}` : `${tagText(von)} bis ${tagText(bis)}`;

/** Whose voice somebody has. */
function Stimme({ mitglied, of }: { readonly mitglied: Mitglied; readonly of: Mitglied | undefined }) {
  if (of === undefined) return <>{mitglied.stimme ? "eigene" : "keine"}</>;
  return (
    <>
      als Vertretung von <Entered>{of.organisation}</Entered>
    </>
  );
}

const Bearbeiten = ({ mitglied: { id, name, organisation } }: { readonly mitglied: Mitglied }) => (
  <ButtonLink kind="tertiary" small href={`${MITGLIEDER}/${id}`}>
    Bearbeiten
    <span class="kern-sr-only">
      : <Entered>{name ?? organisation}</Entered>
    </span>
  </ButtonLink>
);

const orStrich = (text: string | null) => (text === null ? "–" : <Entered>{text}</Entered>);

/** Who belongs to a body, and who did. */
export function MitgliederKarte({ gremium, members, frueher, schreibt }: MitgliederProps) {
  const all = [...members, ...frueher];
  return (
    <Card
      title="Mitglieder"
      action={
        schreibt ? (
          <ButtonLink kind="secondary" small href={`${LIST}/${gremium.id}/mitglieder/neu`}>
            Mitglied eintragen
          </ButtonLink>
        ) : undefined
      }
    >
      <Table
        caption="Mitglieder"
        hideCaption
        cards
        rows={all}
        empty={<EmptyState>Noch ist niemand eingetragen. Mitglieder brauchen keinen Zugang zu KIM.</EmptyState>}
        columns={[
          { label: "Organisation", cell: ({ organisation }) => <Entered>{organisation}</Entered> },
          { label: "Funktion", cell: ({ funktion }) => orStrich(funktion) },
          { label: "Name", cell: ({ name }) => orStrich(name) },
          { label: "Rolle", cell: ({ rolle }) => ROLLEN[rolle] },
          { label: "Stimme", cell: (m) => <Stimme mitglied={m} of={all.find(({ id }) => id === m.vertrittId)} /> },
          { label: "Zeit", cell: zeitText },
          ...(schreibt ? [{ label: "Bearbeiten", cell: (m: Mitglied) => <Bearbeiten mitglied={m} /> }] : []),
        ]}
      />
    </Card>
  );
}

type Punkt = { readonly id: string; readonly titel: string };
type PunkteProps = OfGremium & { readonly punkte: readonly Punkt[]; readonly rejected: Rejected | undefined };

/** What stands on every new agenda of a body. */
export function PunkteKarte({ gremium, punkte, schreibt, rejected }: PunkteProps) {
  if (!schreibt && punkte.length === 0) return null;
  const field = fieldsOf({}, rejected);
  return (
    <Card title="Kommt in jeder Sitzung wieder">
      <ul class="plain-list">
        {punkte.map(({ id, titel }) => (
          <li>
            <Entered>{titel}</Entered>
            {schreibt ? (
              <Form action={`${LIST}/punkte/${id}/entfernen`}>
                <Button kind="tertiary" small>
                  Entfernen
                  <span class="kern-sr-only">
                    : <Entered>{titel}</Entered>
                  </span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {schreibt ? (
        <Form action={`${LIST}/${gremium.id}/punkte`} rejected={rejected}>
          <TextField {...field("titel")} label="Neuer Punkt" hint="Zum Beispiel: Genehmigung des letzten Protokolls." />
          <KeinName field={field} rejected={rejected} />
          <Actions>
            <Button kind="secondary" small>
              Hinzufügen
            </Button>
          </Actions>
        </Form>
      ) : null}
    </Card>
  );
}
