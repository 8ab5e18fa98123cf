import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, Alert, Button, Card, Choices, Entered, Form, HiddenField, Page, Table } from "../../../ui/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import { releaseUebersetzung } from "../commands/release-uebersetzung.ts";
import { SPRACHEN, type Sprache, UEBERSETZUNGEN } from "../model/sprachen.ts";
import { UebersetzungEingabe, nebeneinander } from "../model/uebersetzung.ts";
import { getan } from "../parts/getan.ts";
import { type Freigabe, freigabenOf, pruefsummeOf } from "../queries/uebersetzungen.ts";

const permission = "uebersetzung.freigeben";
const PATH = "/uebersetzungen";
const Query = z.object({ sprache: z.enum(UEBERSETZUNGEN).default("ar") });

async function form(visit: Visit, rejected?: Rejected) {
  const { sprache } = askedFor(Query, visit, rejected);
  const { actor } = visit;
  const { freigabe, wer } = await readAs(actor, async (tx) => {
    const freigabe = (await freigabenOf(tx, actor.traegerId)).get(sprache);
    return { freigabe, wer: freigabe && (await kontoNames(tx, actor.kreis, [freigabe.von])).get(freigabe.von) };
  });
  const { lang, dir, name } = SPRACHEN[sprache];
  return (
    <Page frame={visit.frame} title="Übersetzungen des Hilfeplans" heading={false} wide rejected={rejected}>
      <Card title="Übersetzungen des Hilfeplans" level={1}>
        <p>
          Die Kopie des Hilfeplans gibt es in zehn Sprachen. Bis jemand, der die Sprache sicher beherrscht, ihre Texte
          geprüft hat, steht auf jeder Kopie, dass sie nicht geprüft ist.
        </p>
        <Choices
          label="Sprache"
          items={UEBERSETZUNGEN.map((one) => ({
            label: SPRACHEN[one].name,
            href: `${PATH}?sprache=${one}`,
            current: one === sprache,
          }))}
        />
      </Card>
      <Card title={name}>
        <Stand freigabe={freigabe} wer={wer} />
        <Table
          caption={`Texte auf Deutsch und daneben: ${name}`}
          hideCaption
          rows={nebeneinander(sprache)}
          columns={[
            { label: "Deutsch", cell: ({ deutsch }) => deutsch },
            {
              label: name,
              cell: ({ text }) => (
                <span lang={lang} dir={dir} translate="no">
                  {text}
                </span>
              ),
            },
          ]}
        />
        <Freigeben sprache={sprache} freigabe={freigabe} rejected={rejected} />
      </Card>
    </Page>
  );
}

function Stand({ freigabe, wer }: { readonly freigabe: Freigabe | undefined; readonly wer: string | undefined }) {
  if (freigabe === undefined) return <p>Noch nicht freigegeben.</p>;
  return (
    <>
      <p>
        Freigegeben am {tagText(freigabe.am)}
        {wer === undefined ? null : (
          <>
            {" "}
            von <Entered>{wer}</Entered>
          </>
        )}
        .
      </p>
      {freigabe.gilt ? null : (
        <Alert kind="warning">
          Die Texte haben sich seitdem geändert. Auf den Kopien steht wieder, dass sie nicht geprüft sind.
        </Alert>
      )}
    </>
  );
}

type Props = {
  readonly sprache: Sprache;
  readonly freigabe: Freigabe | undefined;
  readonly rejected: Rejected | undefined;
};

function Freigeben({ sprache, freigabe, rejected }: Props) {
  return (
    <Form action={PATH} rejected={rejected}>
      <HiddenField name="sprache" value={sprache} />
      <HiddenField name="pruefsumme" value={pruefsummeOf(sprache)} />
      {freigabe?.gilt === true ? <HiddenField name="zurueck" value="ja" /> : null}
      <Actions>
        {freigabe?.gilt === true ? (
          <Button kind="secondary">Freigabe zurücknehmen</Button>
        ) : (
          <Button>Für meinen Träger freigeben</Button>
        )}
      </Actions>
    </Form>
  );
}

export const show = page({ path: PATH, permission, notices: getan, show: (visit) => form(visit) });

export const save = change(
  PATH,
  permission,
  { schema: UebersetzungEingabe, again: form },
  async (tx, { actor }, input) => {
    await releaseUebersetzung(tx, actor, input);
    return getan.after(`${PATH}?sprache=${input.sprache}`, input.zurueck ? "zurueck" : "freigegeben");
  },
);
