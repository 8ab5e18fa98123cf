import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import {
  Actions,
  Alert,
  Button,
  Card,
  ConflictNotice,
  DateField,
  Form,
  Page,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import { changeSprechstunde, toggleAusfall } from "../commands/set-sprechstunde.ts";
import { serieText, tageDer } from "../model/serie.ts";
import { AusfallEingabe, SprechstundeEingabe } from "../model/sprechstunde.ts";
import { spanneText } from "../model/uhr.ts";
import { SERIES, WEEK, getan } from "../parts/getan.ts";
import { RHYTHMUS_OPTIONS, SprechstundeFelder, WOCHENTAGE } from "../parts/sprechstunde-felder.tsx";
import { type Sprechstunde, sprechstundeOf, sprechstundeValues } from "../queries/sprechstunden.ts";

const permission = "beratung.schreiben";
const PATH = `${SERIES}/:id`;
const AUSFALL = `${SERIES}/:id/ausfall`;

const named =
  (options: readonly { readonly value: string; readonly label: string }[]) =>
  ([one = ""]: readonly string[]) =>
    options.find(({ value }) => value === one)?.label ?? one;

/** A series: its days without it, and everything about it. */
async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { s, sites } = await readAs(actor, async (tx) => {
    const one = await sprechstundeOf(tx, id);
    const all = await standorte(tx, { traegerId: actor.traegerId });
    return { s: one, sites: offered(all, [one.standortId]).map(optionOf) };
  });
  const self = `${SERIES}/${id}`;
  const aus = rejected !== undefined && Object.hasOwn(rejected.values, "tag");
  const ofForm = aus ? undefined : rejected;
  const record = { version: s.version, values: sprechstundeValues(s) };
  return (
    <Page
      frame={visit.frame}
      title="Sprechstunde"
      heading={`${serieText(s)}, ${spanneText(s.beginn, s.ende)}`}
      rejected={rejected}
      breadcrumb={[
        { label: "Termine", href: WEEK },
        { label: "Sprechstunden", href: SERIES },
      ]}
    >
      <Ausfall s={s} rejected={aus ? rejected : undefined} />
      <Card title="Angaben ändern">
        <ConflictNotice
          rejected={ofForm}
          fields={[
            { name: "wochentag", label: "Wochentag", show: named(WOCHENTAGE) },
            { name: "rhythmus", label: "Wie oft", show: named(RHYTHMUS_OPTIONS) },
            { name: "beginn", label: "Von" },
            { name: "ende", label: "Bis" },
            { name: "standort", label: "Standort", show: named(sites) },
            { name: "raum", label: "Raum" },
            { name: "von", label: "Erster Tag" },
            { name: "bis", label: "Letzter Tag" },
          ]}
          stored={self}
        />
        <Form action={self} record={record} rejected={ofForm}>
          <SprechstundeFelder field={fieldsOf(record.values, ofForm)} standorte={sites} />
          <Submit label="Speichern" cancel={SERIES} />
        </Form>
      </Card>
    </Page>
  );
}

/** The next days, and that one of them is off or on again. */
function Ausfall({ s, rejected }: { readonly s: Sprechstunde; readonly rejected: Rejected | undefined }) {
  const heute = today();
  const naechste = tageDer(s, heute, daysFrom(heute, 90)).slice(0, 6);
  return (
    <Card title="Einzelne Tage">
      <ul class="plain-list">
        {naechste.map((tag) => (
          <li>
            {tagText(tag)}
            {s.ausnahmen.includes(tag) ? " – fällt aus" : ""}
          </li>
        ))}
      </ul>
      {rejected?.conflict === undefined ? null : (
        <div id="konflikt" tabindex={-1} autofocus>
          <Alert kind="warning" title="Jemand anderes hat die Sprechstunde inzwischen geändert">
            Es ist noch nichts geschehen. Prüfen Sie die Tage oben, bevor Sie noch einmal senden.
          </Alert>
        </div>
      )}
      <Form
        action={`${SERIES}/${s.id}/ausfall`}
        record={{ version: s.version, values: undefined }}
        rejected={rejected}
        label="Tag, der ausfällt"
      >
        <DateField
          {...fieldsOf({ tag: naechste.slice(0, 1) }, rejected)("tag")}
          label="Welcher Tag?"
          hint="Fällt er schon aus, findet er danach wieder statt."
        />
        <Actions>
          <Button kind="secondary">Fällt aus oder findet wieder statt</Button>
        </Actions>
      </Form>
    </Card>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: SprechstundeEingabe, notices: getan },
  async (tx, { actor, at }, input) => {
    await changeSprechstunde(tx, actor, at, input);
    return getan.after(`${SERIES}/${at.id}`, "gespeichert");
  },
);

export const saveAusfall = change(
  AUSFALL,
  permission,
  { schema: AusfallEingabe, again: form },
  async (tx, { actor, at }, { tag }) => {
    const off = await toggleAusfall(tx, actor, at, tag);
    return getan.after(`${SERIES}/${at.id}`, off ? "ausfall" : "statt");
  },
);
