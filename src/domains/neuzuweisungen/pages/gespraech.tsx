import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Card,
  Checkbox,
  Col,
  ConflictNotice,
  Continued,
  DateField,
  Entered,
  type FieldsOf,
  Fieldset,
  Form,
  HiddenField,
  NumberField,
  Page,
  Row,
  SelectField,
  Submit,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { orteVon } from "../../beratungen/index.ts";
import { wahlAm } from "../../codelisten/index.ts";
import { merkmale } from "../../personen/index.ts";
import { holdGespraech } from "../commands/hold-gespraech.ts";
import { GespraechEingabe, ZUR_ERSTEN, feldVon } from "../model/gespraech.ts";
import { themenValues } from "../model/themen.ts";
import { belowHaushalt } from "../parts/below.ts";
import { THEMEN_CONFLICT, ThemenListe } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { type Formular, type Platz, formularOf } from "../queries/formular.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

const PATH = `${LIST}/:id/gespraech`;
const DRAFT = { form: "zuweisung-gespraech", name: "Gespräch mit einer Familie", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { f, draft } = await openRecordAs(visit.actor, { art: "zuweisung", id }, "gespraech", async (tx) => {
    const z = await zuweisungOf(tx, visit.actor, id);
    const draft = await filled(tx, visit, DRAFT, { id, version: z.version, values: themenValues(z.themen) }, rejected);
    const typed = rejected !== undefined || draft.continued !== undefined ? draft.values : undefined;
    return { f: await formularOf(tx, visit.actor, z, typed), draft };
  });
  const field = fieldsOf(f.values, rejected);
  const self = `${LIST}/${id}`;
  return (
    <Page {...belowHaushalt(visit, id)} title="Gespräch mit der Familie" rejected={rejected} extra>
      <ConflictNotice
        rejected={rejected}
        fields={[...THEMEN_CONFLICT, { name: "notiz", label: "Notiz" }]}
        stored={self}
      />
      <Continued f={draft} />
      <Form action={`${self}/gespraech`} record={draft.record} draft={draft.draft} rejected={rejected}>
        <Card title="Wer war dabei?">
          <p class="hint">
            Wer dabei war, bekommt eine Akte bei Ihnen; alle zusammen sind ein Haushalt und eine Beratung. Ohne Häkchen
            bleibt jemand in der Liste.
          </p>
          {f.plaetze.map((platz) => (
            <Mensch platz={platz} field={field} />
          ))}
        </Card>
        <Card title="Worum ging es?">
          <ThemenListe field={field} />
          <Checkbox
            {...field("abschliessen")}
            value="ja"
            label="Die Orientierung ist damit abgeschlossen"
            hint="Dann braucht jedes Thema ein Wort, auch „nicht nötig“."
          />
        </Card>
        <Card title="Wann, wo und wie">
          <Umstaende f={f} field={field} />
        </Card>
        <Submit label="Gespräch speichern" cancel={self} draft />
      </Form>
    </Page>
  );
}

function Mensch({ platz: { reihe, mitglied, treffer }, field }: { readonly platz: Platz; readonly field: FieldsOf }) {
  const own = (feld: Parameters<typeof feldVon>[1]) => field(feldVon(reihe, feld));
  const known = mitglied?.personId != null;
  const legend = mitglied === undefined || mitglied.name === "" ? `${reihe}. Person` : mitglied.name;
  return (
    <Fieldset legend={<Entered>{legend}</Entered>}>
      {mitglied === undefined ? null : (
        <>
          <HiddenField name={feldVon(reihe, "id")} value={mitglied.id} />
          <Checkbox {...own("dabei")} value="ja" label={known ? "war dabei (hat schon eine Akte)" : "war dabei"} />
        </>
      )}
      {known ? null : (
        <Row>
          <Col span={4}>
            <TextField {...own("vorname")} label="Vorname oder Kürzel" optional={mitglied === undefined} />
          </Col>
          <Col span={4}>
            <TextField {...own("nachname")} label="Nachname" optional />
          </Col>
          <Col span={4}>
            <DateField {...own("geburtsdatum")} label="Geburtsdatum" birth optional />
          </Col>
        </Row>
      )}
      {treffer.length === 0 ? null : (
        <SelectField
          {...own("wer")}
          label="Ähnlich und schon da"
          empty="Bitte wählen"
          options={[
            ...treffer.map((hit) => ({ value: hit.id, label: [`Ist ${hit.name}`, ...merkmale(hit)].join(", ") })),
            { value: "neu", label: "Ist jemand anderes, neue Akte" },
          ]}
        />
      )}
      {reihe === 1 || known ? null : (
        <SelectField
          {...own("zurersten")}
          label="Ist für die erste Person"
          empty="keine Angabe"
          options={Object.entries(ZUR_ERSTEN).map(([value, label]) => ({ value, label }))}
          optional
        />
      )}
    </Fieldset>
  );
}

function Umstaende({ f, field }: { readonly f: Formular; readonly field: FieldsOf }) {
  const { listen, values } = f;
  const options = (list: "kontaktweg" | "sprache" | "verstaendigung") =>
    offered(wahlAm(listen[list], today()), values[list]).map(optionOf);
  return (
    <>
      <Row>
        <Col span={4}>
          <DateField {...field("am")} label="Datum" />
        </Col>
        <Col span={4}>
          <SelectField
            {...field("ort")}
            label="Standort oder Kommune"
            empty="Bitte wählen"
            options={orteVon(f.orte, values["ort"]).gruppen}
          />
        </Col>
        <Col span={4}>
          <SelectField
            {...field("kontaktweg")}
            label="Kontaktweg"
            empty="Bitte wählen"
            options={options("kontaktweg")}
          />
        </Col>
        <Col span={4}>
          <SelectField
            {...field("sprache")}
            label="Sprache"
            empty="keine Angabe"
            options={options("sprache")}
            optional
          />
        </Col>
        <Col span={5}>
          <SelectField
            {...field("verstaendigung")}
            label="Verständigung"
            empty="keine Angabe"
            options={options("verstaendigung")}
            optional
          />
        </Col>
        <Col span={3}>
          <NumberField {...field("dauer")} label="Dauer in Minuten" />
        </Col>
      </Row>
      <TextArea
        {...field("notiz")}
        label="Notiz"
        rows={4}
        hint="Steht in der Beratung. Was die Liste sonst noch sagte, ist hier schon eingetragen; löschen Sie, was Sie nicht brauchen."
        spellcheck
        optional
      />
    </>
  );
}

export const { show, save } = formPage(
  PATH,
  "zuweisung.schreiben",
  { form, schema: GespraechEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await holdGespraech(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespraech");
  },
);
