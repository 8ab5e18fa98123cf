import { type Visit, action, page } from "../../../platform/access.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { writeAs } from "../../../platform/db.ts";
import { Refused, type Rejected } from "../../../platform/form.ts";
import { type Translator, translator } from "../../../platform/translate.ts";
import {
  Alert,
  Card,
  Checkbox,
  Col,
  EmptyState,
  Entered,
  Form,
  Page,
  Row,
  SelectField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { einwilligungWortlaute } from "../../einwilligungen/index.ts";
import { UEBERSETZT, Uebersetzung, istEinwilligung } from "../model/uebersetzen.ts";
import { SATZBUCH_PFAD, UEBERSETZEN } from "../parts/wege.ts";

const permission = "text.uebersetzen";

const OFF =
  "Maschinelle Übersetzung ist ausgeschaltet. Einschalten kann sie, wer KIM betreibt; bis dahin hilft das Satzbuch.";
const EINWILLIGUNG =
  "Das ist der Wortlaut einer Einwilligung. Er wird nie maschinell übersetzt: Nehmen Sie den freigegebenen Text in der Sprache der Person, oder lassen Sie einen Menschen übersetzen.";

type Fertig = Uebersetzung & { readonly uebersetzt: string };
type Shown = { readonly fertig?: Fertig | undefined; readonly rejected?: Rejected | undefined };

const seite = (visit: Visit, { fertig, rejected }: Shown = {}) => {
  const dienst = translator();
  return (
    <Page
      frame={visit.frame}
      title="Text übersetzen"
      rejected={rejected}
      extra
      breadcrumb={[{ label: "Satzbuch", href: SATZBUCH_PFAD }]}
    >
      {fertig === undefined ? null : <Ergebnis fertig={fertig} />}
      <Card>
        {dienst === undefined ? (
          <EmptyState>{OFF}</EmptyState>
        ) : (
          <Frage dienst={dienst} fertig={fertig} rejected={rejected} />
        )}
      </Card>
    </Page>
  );
};

function Frage({ dienst, fertig, rejected }: Shown & { readonly dienst: Translator }) {
  const values =
    fertig === undefined ? { von: ["de"] } : { von: [fertig.von], nach: [fertig.nach], text: [fertig.text] };
  const field = fieldsOf(values, rejected);
  const sprachen = UEBERSETZT.map((one) => ({ value: one, label: DRUCKSPRACHEN[one].name }));
  return (
    <>
      <Alert kind="warning" title="Bevor Sie senden">
        Der Text geht an einen Dienst außerhalb von KIM: <strong>{dienst.host}</strong>. Schreiben Sie nichts, woran
        jemand zu erkennen ist: keinen Namen, keine Adresse, kein Datum, kein Aktenzeichen. Einwilligungen werden nie
        maschinell übersetzt. KIM behält weder Text noch Übersetzung; im Protokoll steht nur, dass Sie übersetzt haben.
      </Alert>
      <Form action={UEBERSETZEN} rejected={rejected}>
        <Row>
          <Col span={6}>
            <SelectField {...field("von")} label="Von" options={sprachen} />
          </Col>
          <Col span={6}>
            <SelectField {...field("nach")} label="Nach" options={sprachen} empty="Bitte wählen" />
          </Col>
        </Row>
        <TextArea {...field("text")} label="Text" rows={5} />
        <Checkbox {...field("niemand")} label="Der Text lässt niemanden erkennen" />
        <Submit label="Senden und übersetzen" cancel={SATZBUCH_PFAD} />
      </Form>
    </>
  );
}

function Ergebnis({ fertig: { von, nach, text, uebersetzt } }: { readonly fertig: Fertig }) {
  const { lang, dir, name } = DRUCKSPRACHEN[nach];
  return (
    <Card title={`Maschinell übersetzt: ${name}`}>
      <Alert kind="warning">
        Das hat eine Maschine übersetzt. Niemand hat es geprüft; es kann falsch sein und bindet niemanden.
      </Alert>
      <p lang={lang} dir={dir}>
        <Entered class="text">{uebersetzt}</Entered>
      </p>
      <p class="hint">
        {DRUCKSPRACHEN[von].name}: <Entered class="text">{text}</Entered>
      </p>
    </Card>
  );
}

/** Lets a machine translate a short text that tells of nobody. Off unless the operator set a service. */
export const show = page({ path: UEBERSETZEN, permission, show: (visit) => seite(visit) });

/** Checked, then noted, then sent: whatever went out stands in the log, also where no answer came. */
async function sende(actor: Actor, dienst: Translator, wunsch: Uebersetzung): Promise<string> {
  const { von, nach, text } = wunsch;
  await writeAs(actor, async (tx) => {
    if (istEinwilligung(text, await einwilligungWortlaute(tx, actor))) throw new Refused(EINWILLIGUNG, "text");
    const gegenstand = { art: "konto", id: actor.kontoId };
    await recordEvent(tx, actor, { art: "text.uebersetzt", gegenstand, zweck: nach });
  });
  return dienst.translate(text, von, nach);
}

export const run = action({
  path: UEBERSETZEN,
  permission,
  schema: Uebersetzung,
  run: async (visit, wunsch) => {
    const dienst = translator();
    if (dienst === undefined) throw new Refused(OFF);
    return seite(visit, { fertig: { ...wunsch, uebersetzt: await sende(visit.actor, dienst, wunsch) } });
  },
  again: (visit, rejected) => seite(visit, { rejected }),
});
