import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Card,
  ConflictNotice,
  Entered,
  ErrorSummary,
  Form,
  Page,
  RadioSegment,
  Submit,
  Table,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { antwortenText } from "../../luecken/index.ts";
import { checkWirkung } from "../commands/check-wirkung.ts";
import { type Reihe, nachherVon, punktText, vorherVon, zielText } from "../model/messung.ts";
import { URTEIL, URTEILE, WirkungEingabe, unbekannt } from "../model/wirkung.ts";
import { below } from "../parts/below.ts";
import { KeinName } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { Unbekannt } from "../parts/wirkungen.tsx";
import { massnahmeOf } from "../queries/massnahmen.ts";
import { umstaendeVon } from "../queries/umstaende.ts";

const permission = "massnahme.steuern";

async function form(visit: Visit, rejected?: Rejected) {
  const { m, u } = await readAs(visit.actor, async (tx) => {
    const m = await massnahmeOf(tx, idOf(visit));
    return { m, u: await umstaendeVon(tx, m) };
  });
  const self = `${LIST}/${m.id}`;
  const field = fieldsOf(undefined, rejected);
  return (
    <Page {...below(visit, m.id)} title="Wirkung prüfen" heading={false} wide rejected={rejected}>
      <Card title="Wirkung prüfen" level={1}>
        <ConflictNotice
          rejected={rejected}
          fields={[{ name: "text", label: "Was hat sich geändert?" }]}
          stored={self}
        />
        <p>
          <Entered>{m.titel}</Entered>
        </p>
        {m.stand === "umgesetzt" ? (
          <>
            <VorherNachher reihen={u.reihen} />
            <p>Wer die Lücke gemeldet hat, sagt: {antwortenText(u.stimmen)}.</p>
            <Unbekannt saetze={unbekannt(u)} />
            <Form action={`${self}/wirkung`} record={{ version: m.version, values: {} }} rejected={rejected}>
              <RadioSegment
                {...field("urteil")}
                label="Was zeigt sich?"
                options={URTEIL.map((one) => ({ value: one, label: URTEILE[one] }))}
              />
              <TextArea
                spellcheck
                {...field("text")}
                label="Was hat sich geändert?"
                hint="Und woran sehen Sie es? Ohne Personen; wer gemeldet hat, liest es."
                rows={4}
              />
              <TextArea
                spellcheck
                {...field("unbekannt")}
                label="Was lässt sich außerdem nicht wissen?"
                hint="Ein Satz je Zeile. Was oben steht, wird mit festgehalten."
                rows={2}
                optional
              />
              <KeinName field={field} rejected={rejected} />
              <Submit label="Wirkung festhalten" cancel={self} />
            </Form>
          </>
        ) : (
          <>
            {rejected === undefined ? null : <ErrorSummary rejected={rejected} />}
            <p>
              Geprüft wird, wenn die Maßnahme umgesetzt ist. <a href={self}>Zur Maßnahme</a>
            </p>
          </>
        )}
      </Card>
    </Page>
  );
}

const VorherNachher = ({ reihen }: { readonly reihen: readonly Reihe[] }) =>
  reihen.length === 0 ? null : (
    <Table
      caption="Vorher und nachher"
      cards
      rows={reihen}
      columns={[
        { label: "Indikator", cell: ({ indikator }) => <Entered>{indikator.name}</Entered> },
        { label: "Vorher", cell: (reihe) => stelle(vorherVon(reihe)) },
        { label: "Nachher", cell: (reihe) => stelle(nachherVon(reihe)) },
        {
          label: "Ziel",
          cell: ({ indikator }) => `${zielText(indikator)} bis ${tagText(indikator.zielAm)}`,
        },
      ]}
    />
  );

const stelle = (punkt: ReturnType<typeof vorherVon>): string =>
  punkt === undefined ? "nicht gemessen" : `${punktText(punkt)} (${punkt.name})`;

export const { show, save } = formPage(
  `${LIST}/:id/wirkung`,
  permission,
  { form, schema: WirkungEingabe },
  async (tx, { actor, at }, input) => {
    await checkWirkung(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "wirkung");
  },
);
