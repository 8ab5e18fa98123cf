import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  ButtonLink,
  Card,
  ConflictNotice,
  Continued,
  Entered,
  Form,
  Page,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { writeNotiz } from "../commands/write-notiz.ts";
import { NotizEingabe, type Top } from "../model/eingabe.ts";
import { notizValues } from "../model/form-values.ts";
import { belowSitzung } from "../parts/below.ts";
import { SITZUNGEN, TOPS, getan } from "../parts/getan.ts";
import { KeinName } from "../parts/worte.tsx";
import { topOf, tops } from "../queries/sitzungen.ts";

const PATH = `${TOPS}/:id/notiz`;
const DRAFT = { form: "protokoll-punkt", name: "Punkt eines Protokolls", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const { top, sitzung, agenda, f } = await readAs(visit.actor, async (tx) => {
    const found = await topOf(tx, idOf(visit));
    const record = { id: found.top.id, version: found.top.version, values: notizValues(found.top) };
    return {
      ...found,
      agenda: await tops(tx, { sitzungId: found.sitzung.id }),
      f: await filled(tx, visit, DRAFT, record, rejected),
    };
  });
  const self = `${TOPS}/${top.id}`;
  const field = fieldsOf(f.values, rejected);
  return (
    <Page
      {...belowSitzung(visit, sitzung)}
      title="Protokollieren"
      rejected={rejected}
      side={<Agenda agenda={agenda} jetzt={top.id} />}
    >
      <Card title={<Entered>{`${top.nr}. ${top.titel}`}</Entered>}>
        <ConflictNotice rejected={rejected} fields={[{ name: "notiz", label: "Protokoll" }]} stored={`${self}/notiz`} />
        <Continued f={f} />
        <Form action={`${self}/notiz`} record={f.record} draft={f.draft} rejected={rejected}>
          <TextArea
            spellcheck
            {...field("notiz")}
            label="Protokoll"
            hint="Ohne Ratsuchende. Eine Leerzeile beginnt einen Absatz, „- “ einen Punkt. Was Sie tippen, wird aufgehoben."
            rows={14}
            optional
          />
          <KeinName field={field} rejected={rejected} />
          <Submit label="Speichern" cancel={`${SITZUNGEN}/${sitzung.id}`} draft />
        </Form>
        <Actions>
          <ButtonLink kind="secondary" small href={`${self}/beschluss`}>
            Beschluss festhalten
          </ButtonLink>
          <ButtonLink kind="secondary" small href={`${self}/auftrag`}>
            Auftrag festhalten
          </ButtonLink>
        </Actions>
      </Card>
    </Page>
  );
}

/** The agenda beside what is typed: the way from point to point. */
const Agenda = ({ agenda, jetzt }: { readonly agenda: readonly Top[]; readonly jetzt: string }) => (
  <Card title="Tagesordnung">
    <ol class="plain-list">
      {agenda.map((top) => (
        <li>
          {top.id === jetzt ? (
            <strong aria-current="page">
              {top.nr}. <Entered>{top.titel}</Entered>
            </strong>
          ) : (
            <a href={`${TOPS}/${top.id}/notiz`}>
              {top.nr}. <Entered>{top.titel}</Entered>
            </a>
          )}
          {top.notiz === null ? null : <span class="hint"> geschrieben</span>}
        </li>
      ))}
    </ol>
  </Card>
);

export const { show, save } = formPage(
  PATH,
  "gremium.schreiben",
  { form, schema: NotizEingabe, draft: DRAFT, notices: getan },
  async (tx, { actor, at }, input) => {
    await writeNotiz(tx, actor, at, input);
    return getan.after(`${TOPS}/${at.id}/notiz`, "protokolliert");
  },
);
