import type { Visit } from "../../../platform/access.ts";
import { page } from "../../../platform/access.ts";
import { formPage, uploadChange } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Card,
  CardPage,
  Confirm,
  Details,
  EmptyState,
  FileField,
  Form,
  Page,
  SelectField,
  Submit,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { closeVorlage, keepVorlage } from "../commands/keep-vorlage.ts";
import { PLATZHALTER, VorlageEingabe } from "../model/brief.ts";
import type { Liste } from "../model/mitbringen.ts";
import { LISTEN, VORLAGEN, getan } from "../parts/getan.ts";
import { type Vorlage, listenOf, vorlagenOf } from "../queries/vorlagen.ts";

const permission = "briefvorlage.schreiben";
const MAX_WORD = 5 * 1024 * 1024;
const AN = [
  { value: "person", label: "an die Person selbst" },
  { value: "dritte", label: "an andere, nur mit Einwilligung" },
] as const;

async function form(visit: Visit, rejected?: Rejected) {
  const { vorlagen, listen } = await readAs(visit.actor, async (tx) => ({
    vorlagen: await vorlagenOf(tx, visit.actor),
    listen: await listenOf(tx, visit.actor),
  }));
  const field = fieldsOf(undefined, rejected);
  return (
    <Page extra frame={visit.frame} title="Briefe und Listen" rejected={rejected}>
      <Card title="Word-Vorlagen für Briefe">
        <Vorlagen vorlagen={vorlagen} />
        <h3>Vorlage hochladen</h3>
        <Form action={VORLAGEN} upload rejected={rejected}>
          <TextField {...field("name")} label="Name" hint="So steht sie zur Wahl. Derselbe Name ersetzt die Datei." />
          <SelectField {...field("empfaenger")} label="An wen gehen Briefe daraus?" options={AN} empty="Bitte wählen" />
          <FileField {...field("datei")} label="Word-Datei" accept=".docx" hint="Mit Platzhaltern, höchstens 5 MB." />
          <Submit label="Hochladen" cancel={VORLAGEN} />
        </Form>
        <Details summary="Platzhalter">
          <Table
            caption="Was in der Word-Datei wofür steht"
            hideCaption
            rows={Object.entries(PLATZHALTER)}
            cards
            columns={[
              { label: "Platzhalter", cell: ([name]) => <code>{`{${name}}`}</code> },
              { label: "steht für", cell: ([, was]) => was },
            ]}
          />
        </Details>
      </Card>
      <Listen listen={listen} />
    </Page>
  );
}

const Vorlagen = ({ vorlagen }: { readonly vorlagen: readonly Vorlage[] }) => (
  <Table
    caption="Vorlagen, die angeboten werden"
    hideCaption
    rows={vorlagen}
    cards
    empty={<EmptyState>Noch keine. Die Briefe, die KIM mitbringt, gehen ohne.</EmptyState>}
    columns={[
      { label: "Name", cell: (one) => one.name },
      { label: "An wen", cell: (one) => AN.find(({ value }) => value === one.an)?.label ?? "" },
      { label: "Ändern", cell: (one) => <a href={`${VORLAGEN}/${one.id}`}>nicht mehr anbieten</a> },
    ]}
  />
);

/** Lists of what to bring: the Träger's own and those that come with the program. */
const Listen = ({ listen }: { readonly listen: readonly Liste[] }) => (
  <Card title="Was mitzubringen ist">
    <ul class="plain-list">
      {listen.map(({ key, anlass, version }) => (
        <li>
          {version === undefined ? (
            <>
              <a href={`${LISTEN}/neu?vorschlag=${key}`}>{anlass}</a> – Vorschlag von KIM
            </>
          ) : (
            <a href={`${LISTEN}/${key}`}>{anlass}</a>
          )}
        </li>
      ))}
    </ul>
    <p>
      <a href={`${LISTEN}/neu`}>Liste anlegen</a>
    </p>
  </Card>
);

export const show = page({ path: VORLAGEN, permission, notices: getan, show: (visit) => form(visit) });

export const save = uploadChange(
  VORLAGEN,
  permission,
  { schema: VorlageEingabe, file: "datei", limit: MAX_WORD, again: form },
  async (tx, { actor }, input, { bytes }) => {
    await keepVorlage(tx, actor, input, bytes);
    return getan.after(VORLAGEN, "vorlage");
  },
);

async function closeForm(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const vorlage = (await readAs(visit.actor, (tx) => vorlagenOf(tx, visit.actor))).find((one) => one.id === id);
  if (vorlage === undefined) throw new NotFound();
  return (
    <CardPage
      frame={visit.frame}
      breadcrumb={[{ label: "Briefe und Listen", href: VORLAGEN }]}
      title="Vorlage nicht mehr anbieten"
      rejected={rejected}
    >
      <Confirm
        action={`${VORLAGEN}/${id}`}
        confirm="Nicht mehr anbieten"
        back={VORLAGEN}
        version={vorlage.version}
        rejected={rejected}
      >
        <p>„{vorlage.name}“ steht nicht mehr zur Wahl. Was daraus geschrieben wurde, bleibt.</p>
      </Confirm>
    </CardPage>
  );
}

export const close = formPage(
  `${VORLAGEN}/:id`,
  permission,
  { form: closeForm, schema: NOTHING },
  async (tx, { actor, at }) => {
    await closeVorlage(tx, actor, at);
    return getan.after(VORLAGEN, "vorlagefort");
  },
);
