import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  Card,
  DateField,
  Entered,
  ErrorSummary,
  Form,
  HiddenField,
  Page,
  Submit,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { addMesswert, removeMesswert } from "../commands/add-messwert.ts";
import { MesswertEingabe } from "../model/massnahme.ts";
import { type Punkt, punktText } from "../model/messung.ts";
import { below } from "../parts/below.ts";
import { KeinName } from "../parts/felder.tsx";
import { INDIKATOR, LIST, getan } from "../parts/getan.ts";
import { indikatorOf } from "../queries/massnahmen.ts";
import { reihen } from "../queries/reihen.ts";

const permission = "massnahme.steuern";
const PATH = `${INDIKATOR}/:id/messwert`;

async function form(visit: Visit, rejected?: Rejected) {
  const { i, punkte } = await readAs(visit.actor, async (tx) => {
    const i = await indikatorOf(tx, idOf(visit));
    return { i, punkte: (await reihen(tx, [i]))[0]?.punkte ?? [] };
  });
  const self = `${INDIKATOR}/${i.id}/messwert`;
  // The first is the start, which is changed with the indicator.
  const [, ...eingetragen] = punkte;
  const field = fieldsOf({ am: [today()] }, rejected);
  return (
    <Page {...below(visit, i.massnahmeId)} title="Wert eintragen" heading={false} extra rejected={rejected}>
      <Card title="Wert eintragen" level={1}>
        <p>
          <Entered>{i.name}</Entered>
        </p>
        {i.zahl === null ? (
          <Form action={self} rejected={rejected}>
            <TextField {...field("wert")} label={`Wie viel? (${i.einheit})`} autofocus />
            <DateField {...field("am")} label="Gemessen am" hint="Ein Wert vom selben Tag wird ersetzt." />
            <TextField {...field("notiz")} label="Woher kommt der Wert?" optional />
            <KeinName field={field} rejected={rejected} />
            <Submit label="Eintragen" cancel={`${LIST}/${i.massnahmeId}`} />
          </Form>
        ) : (
          <>
            {rejected === undefined ? null : <ErrorSummary rejected={rejected} />}
            <p>Dieser Indikator folgt einer Zahl von KIM. Zu tippen ist hier nichts.</p>
          </>
        )}
      </Card>
      {i.zahl === null && eingetragen.length > 0 ? (
        <Card title="Schon eingetragen">
          <Table
            caption="Eingetragene Werte"
            hideCaption
            cards
            rows={eingetragen}
            columns={[
              { label: "Am", cell: ({ name }) => name },
              { label: i.einheit, cell: punktText, figure: true },
              { label: "Woher", cell: ({ notiz }) => (notiz === undefined ? "" : <Entered>{notiz}</Entered>) },
              { label: "Entfernen", cell: (one) => <Weg action={`${self}/entfernen`} punkt={one} /> },
            ]}
          />
        </Card>
      ) : null}
    </Page>
  );
}

const Weg = ({ action, punkt }: { readonly action: string; readonly punkt: Punkt }) => (
  <Form action={action}>
    <HiddenField name="am" value={punkt.am} />
    <Actions>
      <Button kind="tertiary" small>
        Entfernen<span class="kern-sr-only">: {tagText(punkt.am)}</span>
      </Button>
    </Actions>
  </Form>
);

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: MesswertEingabe },
  async (tx, visit, input) => {
    const { massnahmeId } = await addMesswert(tx, visit.actor, idOf(visit), input);
    return getan.after(`${LIST}/${massnahmeId}`, "gemessen");
  },
);

export const saveWeg = change(
  `${PATH}/entfernen`,
  permission,
  { schema: z.object({ am: z.iso.date("Laden Sie die Seite neu.") }), again: form },
  async (tx, visit, { am }) => {
    const { massnahmeId } = await removeMesswert(tx, visit.actor, idOf(visit), am);
    return getan.after(`${LIST}/${massnahmeId}`, "entfernt");
  },
);
