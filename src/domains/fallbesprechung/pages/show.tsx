import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  DoButton,
  EmptyState,
  Entered,
  Form,
  HiddenField,
  Page,
  Table,
} from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { verstaendigungText } from "../../verstaendigung/index.ts";
import { PUNKT_STAND as STAND, type Vereinbarung, fallOf, vereinbarungenOf } from "../../faelle/index.ts";
import { ART, type Besprechung } from "../model/besprechung.ts";
import { belowFall } from "../parts/below.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { type Offen, angebote } from "../queries/angebote.ts";
import { besprechungOf } from "../queries/besprechungen.ts";

/** A meeting about a case: to prepare it, to print what the others get, to read what came out. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { b, fall, punkte, verstehen, offen } = await openRecordAs(
      actor,
      { art: "fallbesprechung", id },
      "besprechung",
      async (tx) => {
        const b = await besprechungOf(tx, actor, id);
        const fall = await fallOf(tx, actor, b.fallId);
        const of = { fallId: fall.id, personId: fall.personId, besprechung: id };
        const verstehen = verstaendigungText(await codelisten(tx), b);
        const offen = b.namentlich ? await angebote(tx, actor, fall, b) : [];
        return { b, fall, verstehen, offen, punkte: await vereinbarungenOf(tx, actor, of) };
      },
    );
    const schreibt = may(actor, "fall.schreiben");
    return (
      <Page {...belowFall(visit, fall)} title={`${ART[b.art]} am ${tagText(b.am)}`} heading={false} extra>
        <Inhalt b={b} offen={offen} verstehen={verstehen} schreibt={schreibt} />
        <Verabredet punkte={punkte} fallId={fall.id} besprechung={id} schreibt={schreibt} />
      </Page>
    );
  },
});

type InhaltProps = {
  readonly b: Besprechung;
  readonly offen: readonly Offen[];
  readonly verstehen: string;
  readonly schreibt: boolean;
};

function Inhalt({ b, offen, verstehen, schreibt }: InhaltProps) {
  const gehalten = offen.filter(({ id }) => b.hinaus.some(({ einwilligungId }) => einwilligungId === id));
  const fehlt = b.am >= today() && gehalten.some((one) => !reicht(one, b.am));
  const text = (value: string | null, none: string) =>
    value === null ? none : <Entered class="text">{value}</Entered>;
  return (
    <Card
      title={`${ART[b.art]} am ${tagText(b.am)}`}
      level={1}
      action={
        <Actions>
          {fehlt ? null : <DoButton does="print">Drucken</DoButton>}
          {schreibt ? (
            <ButtonLink kind="secondary" small href={`${LIST}/${b.id}/bearbeiten`}>
              Bearbeiten
            </ButtonLink>
          ) : null}
        </Actions>
      }
    >
      {fehlt ? <OhneNamen gehalten={gehalten} am={b.am} /> : null}
      <DescriptionList
        items={[
          { term: "Frage", value: <Entered>{b.frage}</Entered> },
          { term: "Namen", value: <Namen b={b} gehalten={gehalten} /> },
          ...(verstehen === "" ? [] : [{ term: "Verständigung", value: verstehen }]),
          { term: "Beschreibung", value: text(b.beschreibung, "keine") },
          { term: "Protokoll", value: text(b.protokoll, "noch keins") },
        ]}
      />
      <Table
        caption="Wer dabei ist oder war"
        rows={b.teilnahme}
        empty={<EmptyState>Noch ist niemand eingetragen.</EmptyState>}
        columns={[
          { label: "Name", cell: ({ name }) => (name === null ? "–" : <Entered>{name}</Entered>) },
          { label: "Stelle", cell: ({ stelle }) => (stelle === null ? "–" : <Entered>{stelle}</Entered>) },
        ]}
      />
    </Card>
  );
}

/** Whether a consent holds now and on the day of the conference. */
const reicht = ({ gilt, gueltigBis }: Offen, am: string): boolean => gilt && (gueltigBis === null || gueltigBis >= am);

/** Who is named to whom, and by which consent; of one that does not hold any more, that. */
function Namen({ b, gehalten }: { readonly b: Besprechung; readonly gehalten: readonly Offen[] }) {
  if (!b.namentlich) return <>ohne Namen</>;
  if (gehalten.length === 0) return <>namentlich</>;
  return (
    <ul class="plain-list">
      {gehalten.map(({ id, name, wem, gilt }) => (
        <li>
          <Entered>{name}</Entered>: <a href={`/einwilligungen/${id}`}>Einwilligung für {wem}</a>
          {gilt ? "" : ", gilt nicht mehr"}
        </li>
      ))}
    </ul>
  );
}

/** What was taken back before it took place. */
const OhneNamen = ({ gehalten, am }: { readonly gehalten: readonly Offen[]; readonly am: string }) => (
  <Alert kind="warning">
    Eine Einwilligung gilt nicht mehr oder nicht bis zu diesem Tag:{" "}
    {gehalten
      .filter((one) => !reicht(one, am))
      .map(({ wem }) => wem)
      .join(", ")}
    . Geben Sie nichts weiter. Beraten Sie ohne Namen, oder bitten Sie um eine neue Einwilligung, und bearbeiten Sie die
    Konferenz.
  </Alert>
);

type VerabredetProps = {
  readonly punkte: readonly Vereinbarung[];
  readonly fallId: string;
  readonly besprechung: string;
  readonly schreibt: boolean;
};

function Verabredet({ punkte, fallId, besprechung, schreibt }: VerabredetProps) {
  const action = (
    <ButtonLink kind="secondary" small href={`/faelle/${fallId}/vereinbaren?besprechung=${besprechung}`}>
      Punkt hinzufügen
    </ButtonLink>
  );
  return (
    <Card title="Verabredet" {...(schreibt ? { action } : {})}>
      <Table
        caption="Was verabredet ist"
        hideCaption
        cards
        rows={punkte}
        empty={<EmptyState>Noch ist nichts verabredet.</EmptyState>}
        columns={[
          { label: "Bis", cell: ({ bis }) => (bis === null ? "ohne Tag" : tagText(bis)) },
          { label: "Wer", cell: ({ wer }) => <Entered>{wer}</Entered> },
          { label: "Was", whole: true, cell: ({ was }) => <Entered>{was}</Entered> },
          { label: "Stand", cell: ({ stand }) => STAND[stand] },
          {
            label: "Was daraus wird",
            whole: true,
            cell: (punkt) => (schreibt && punkt.stand !== "im_plan" ? <Weiter fallId={fallId} punkt={punkt} /> : null),
          },
        ]}
      />
    </Card>
  );
}

/** Where it is agreed it is ticked off, too, or goes into the plan; what was ticked off is opened again. */
function Weiter({ fallId, punkt }: { readonly fallId: string; readonly punkt: Vereinbarung }) {
  const path = `/faelle/${fallId}/punkte/${punkt.id}`;
  const { besprechungId } = punkt;
  if (punkt.stand !== "offen") {
    return (
      <Form action={`${path}/offen`}>
        <HiddenField name="besprechung" value={besprechungId ?? ""} />
        <Actions>
          <Button kind="tertiary" small>
            Wieder öffnen
          </Button>
        </Actions>
      </Form>
    );
  }
  return (
    <Form action={`${path}/erledigt`}>
      <HiddenField name="besprechung" value={besprechungId ?? ""} />
      <Actions>
        <Button kind="secondary" small>
          Erledigt
        </Button>
        <Button kind="tertiary" small formaction={`${path}/entfallen`}>
          Entfällt
        </Button>
        <ButtonLink kind="tertiary" small href={`${path}/plan?besprechung=${besprechungId ?? ""}`}>
          In den Hilfeplan
        </ButtonLink>
      </Actions>
    </Form>
  );
}
