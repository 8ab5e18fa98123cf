import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ConflictNotice,
  Continued,
  Entered,
  Form,
  HiddenField,
  Page,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { writeNotiz } from "../commands/write-notiz.ts";
import { NotizEingabe, type Top } from "../model/eingabe.ts";
import { notizValues } from "../model/form-values.ts";
import { belowSitzung } from "../parts/below.ts";
import { Festgehalten } from "../parts/festgehalten.tsx";
import { SITZUNGEN, TOPS, getan } from "../parts/getan.ts";
import { KeinName } from "../parts/worte.tsx";
import { auftraege } from "../queries/auftraege.ts";
import { beschluesse } from "../queries/beschluesse.ts";
import { topOf, tops } from "../queries/sitzungen.ts";

const PATH = `${TOPS}/:id/notiz`;
const DRAFT = { form: "protokoll-punkt", name: "Punkt eines Protokolls", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const { top, sitzung, agenda, decided, agreed, f } = await readAs(visit.actor, async (tx) => {
    const found = await topOf(tx, idOf(visit));
    const record = { id: found.top.id, version: found.top.version, values: notizValues(found.top) };
    return {
      ...found,
      agenda: await tops(tx, { sitzungId: found.sitzung.id }),
      decided: (await beschluesse(tx, { topId: found.top.id })).toReversed(),
      agreed: (await auftraege(tx, visit.actor, { sitzungId: found.sitzung.id })).filter(
        ({ topId }) => topId === found.top.id,
      ),
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
          <Knoepfe letzter={top.nr === agenda.length} zurueck={`${SITZUNGEN}/${sitzung.id}`} />
        </Form>
        <Festgehalten beschluesse={decided} auftraege={agreed} heute={today()} />
        <Weiteres top={top} beschlossen={decided.length > 0} />
      </Card>
    </Page>
  );
}

/** Saves, and goes on to the next point where there is one. */
const Knoepfe = ({ letzter, zurueck }: { readonly letzter: boolean; readonly zurueck: string }) => (
  <Actions draftState="">
    {letzter ? null : (
      <Button name="weiter" value="naechster">
        Speichern und nächster Punkt
      </Button>
    )}
    <Button kind={letzter ? "primary" : "secondary"}>Speichern</Button>
    <ButtonLink kind="tertiary" href={zurueck}>
      Zur Sitzung
    </ButtonLink>
  </Actions>
);

/** What else is written down of a point while the body meets. */
function Weiteres({ top, beschlossen }: { readonly top: Top; readonly beschlossen: boolean }) {
  const self = `${TOPS}/${top.id}`;
  return (
    <div class="actions">
      <ButtonLink kind="secondary" small href={`${self}/beschluss`}>
        Beschluss festhalten
      </ButtonLink>
      <ButtonLink kind="secondary" small href={`${self}/auftrag`}>
        Auftrag festhalten
      </ButtonLink>
      {beschlossen ? null : (
        <Form action={`${self}/vertagen`}>
          {top.vertagt ? null : <HiddenField name="vertagt" value="ja" />}
          <Button kind="tertiary" small>
            {top.vertagt ? "Doch nicht vertagen" : "Vertagen"}
          </Button>
        </Form>
      )}
      <ButtonLink kind="tertiary" small href={`${SITZUNGEN}/${top.sitzungId}/teilnahme`}>
        Anwesenheit
      </ButtonLink>
    </div>
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
          {top.notiz === null && !top.vertagt ? null : (
            <span class="hint"> {top.vertagt ? "vertagt" : "geschrieben"}</span>
          )}
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
    const sitzungId = await writeNotiz(tx, actor, at, input);
    const agenda = await tops(tx, { sitzungId });
    const naechster = input.weiter === null ? undefined : agenda[agenda.findIndex(({ id }) => id === at.id) + 1];
    return naechster === undefined
      ? getan.after(`${TOPS}/${at.id}/notiz`, "protokolliert")
      : getan.after(`${TOPS}/${naechster.id}/notiz`, "naechster");
  },
);
