import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Day,
  DescriptionList,
  Entered,
  Form,
  Named,
  Page,
  Table,
} from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { einsaetzeZuTermin, verstaendigungText } from "../../verstaendigung/index.ts";
import { fremdeAkte } from "../../zustaendigkeit/index.ts";
import { STAENDE, schrittText } from "../model/termin.ts";
import { spanneText } from "../model/uhr.ts";
import { WEEK, getan } from "../parts/getan.ts";
import { Mittlung } from "../parts/mittlung.tsx";
import { type SchrittZeile, type Termin, terminOf, verlaufOf } from "../queries/termin.ts";

const NONE = "–";

/** An appointment: with whom, when, where, and what became of it. */
export const show = page({
  path: `${WEEK}/:id`,
  permission: "beratung.lesen",
  notices: getan,
  show: async (visit) => {
    const id = idOf(visit);
    const { actor } = visit;
    const { termin, verlauf, fremd, listen, einsaetze } = await openRecordAs(
      actor,
      { art: "termin", id },
      "ansicht",
      async (tx) => {
        const one = await terminOf(tx, actor, id);
        return {
          termin: one,
          verlauf: await verlaufOf(tx, actor, one),
          fremd: await fremdeAkte(tx, actor, one.kontoId),
          listen: await codelisten(tx),
          einsaetze: await einsaetzeZuTermin(tx, actor, id),
        };
      },
    );
    const { tag, beginn, dauer, standort, raum, betreff } = termin;
    return (
      <Page
        frame={visit.frame}
        title="Termin"
        heading={false}
        extra
        breadcrumb={[{ label: "Termine", href: `${WEEK}?tag=${tag}` }]}
      >
        <Card title={`${tagText(tag)}, ${spanneText(beginn, beginn + dauer)}`} level={1}>
          <DescriptionList
            items={[
              { term: "Mit", value: <Mit termin={termin} /> },
              { term: "Stichwort", value: betreff === null ? NONE : <Entered>{betreff}</Entered> },
              { term: "Wo", value: [standort, raum].filter((part) => part !== null).join(", ") || NONE },
              { term: "Verständigung", value: verstaendigungText(listen, termin) || NONE },
              { term: "Stand", value: STAENDE[termin.stand] },
            ]}
          />
          {may(actor, "beratung.schreiben") ? <Tut termin={termin} /> : null}
          {fremd === undefined ? null : (
            <p class="hint">
              <Named says={fremd} />
            </p>
          )}
        </Card>
        {may(actor, "sprachmittlung.buchen") ? <Mittlung termin={termin} einsaetze={einsaetze} /> : null}
        <Verlauf verlauf={verlauf} />
      </Page>
    );
  },
});

const Mit = ({ termin: { personId, person } }: { readonly termin: Termin }) =>
  personId === null || person === null ? (
    <>ohne Namen</>
  ) : (
    <a href={`/personen/${personId}`}>
      <Entered>{person}</Entered>
    </a>
  );

function Tut({ termin }: { readonly termin: Termin }) {
  const self = `${WEEK}/${termin.id}`;
  if (termin.stand !== "geplant") {
    return (
      <Actions>
        <ButtonLink kind="secondary" small href={`${self}/stand?nach=geplant`}>
          Zurücknehmen
        </ButtonLink>
      </Actions>
    );
  }
  return (
    <>
      <Form action={`${self}/wahrgenommen`}>
        <Actions>
          <Button shortcut="b">War da: Beratung erfassen</Button>
        </Actions>
      </Form>
      <Actions>
        <ButtonLink kind="secondary" small href={`${self}/bearbeiten`} shortcut="e">
          Verlegen oder ändern
        </ButtonLink>
        <ButtonLink kind="secondary" small href={`${self}/stand?nach=nicht_erschienen`}>
          Nicht erschienen
        </ButtonLink>
        <ButtonLink kind="tertiary" small href={`${self}/stand?nach=abgesagt`}>
          Absagen
        </ButtonLink>
      </Actions>
    </>
  );
}

const Verlauf = ({ verlauf }: { readonly verlauf: readonly SchrittZeile[] }) => (
  <Card title="Verlauf">
    <Table
      caption="Was aus dem Termin wurde, das Erste zuerst"
      hideCaption
      cards
      rows={verlauf.map((schritt, i) => ({ schritt, vorher: verlauf[i - 1] }))}
      columns={[
        { label: "Am", cell: ({ schritt }) => <Day iso={schritt.am} /> },
        { label: "Was", cell: ({ schritt, vorher }) => schrittText(schritt, vorher) },
        { label: "Warum", cell: ({ schritt: { grund } }) => (grund === null ? NONE : <Entered>{grund}</Entered>) },
        { label: "Wer", cell: ({ schritt: { wer } }) => <Entered>{wer}</Entered> },
      ]}
    />
  </Card>
);
