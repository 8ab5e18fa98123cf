import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Card, EmptyState, Entered, Form, Page, Submit, Table, fieldsOf } from "../../../ui/index.ts";
import { addQuelle } from "../commands/quelle.ts";
import { QuelleEingabe } from "../model/eingabe.ts";
import { belowKonzept } from "../parts/below.ts";
import { LIST, QUELLE, getan } from "../parts/getan.ts";
import { QuelleFelder } from "../parts/quelle-felder.tsx";
import { quellenIn } from "../queries/kapitel.ts";
import { konzeptOf } from "../queries/konzepte.ts";
import { KeinName } from "../parts/kein-name.tsx";

const PATH = `${LIST}/:id/quellen`;

async function form(visit: Visit, rejected?: Rejected) {
  const { konzept, quellen } = await readAs(visit.actor, async (tx) => {
    const found = await konzeptOf(tx, visit.actor, idOf(visit));
    return { konzept: found, quellen: await quellenIn(tx, found.id) };
  });
  const self = `${LIST}/${konzept.id}`;
  return (
    <Page {...belowKonzept(visit, konzept)} title="Quellen" rejected={rejected} extra>
      <Card title="Worauf sich das Konzept stützt">
        <Table
          caption="Quellen"
          hideCaption
          cards
          rows={quellen}
          {...(konzept.schreibt ? { href: ({ id }: { readonly id: string }) => `${QUELLE}/${id}` } : {})}
          empty={<EmptyState>Noch ist keine Quelle eingetragen.</EmptyState>}
          columns={[
            { label: "Nr.", cell: ({ nr }) => `[${nr}]` },
            { label: "Quelle", cell: ({ text }) => <Entered>{text}</Entered>, whole: true },
            { label: "Adresse", cell: ({ adresse }) => <Entered>{adresse ?? "–"}</Entered>, whole: true },
          ]}
        />
      </Card>
      {konzept.schreibt ? (
        <Card title="Quelle eintragen">
          <Form action={`${self}/quellen`} rejected={rejected}>
            <QuelleFelder field={fieldsOf({}, rejected)} />
            <KeinName field={fieldsOf({}, rejected)} rejected={rejected} />
            <Submit label="Eintragen" cancel={self} />
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}

export const { show, save } = formPage(
  PATH,
  "konzept.lesen",
  { form, schema: QuelleEingabe, notices: getan },
  async (tx, { actor, at }, input) => {
    await addQuelle(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}/quellen`, "quelle");
  },
);
