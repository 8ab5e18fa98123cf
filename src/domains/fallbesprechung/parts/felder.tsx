import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import {
  CheckChips,
  Checkbox,
  Col,
  type ConflictField,
  DateField,
  Fieldset,
  type FieldsOf,
  RadioSegment,
  Row,
  SelectField,
  Table,
  TextArea,
  TextCell,
  TextField,
} from "../../../ui/index.ts";
import { KATEGORIE, KATEGORIEN } from "../../einwilligungen/index.ts";
import { HINWEIS_KIND, type verstaendigungFelder } from "../../verstaendigung/index.ts";
import { ART, ROWS, nameField, officeField } from "../model/besprechung.ts";
import type { Offen } from "../queries/angebote.ts";

type Props = { readonly field: FieldsOf; readonly rejected: Rejected | undefined };
type Dazu = {
  readonly verstaendigung: ReturnType<typeof verstaendigungFelder>;
  /** The consents that it may go by. */
  readonly angebote: readonly Offen[];
  readonly person: string;
};

const ARTEN = [
  { value: "besprechung", label: ART.besprechung },
  { value: "konferenz", label: ART.konferenz },
];

/** What is asked before a meeting, who was there, and what came out. */
export function BesprechungFields({ field, rejected, verstaendigung, angebote, person }: Props & Dazu) {
  return (
    <>
      <Row>
        <Col span={6}>
          <RadioSegment {...field("art")} label="Was ist es?" options={ARTEN} />
        </Col>
        <Col span={6}>
          <DateField {...field("am")} label="Tag" hint="Auch ein kommender: dann ist es die Vorbereitung." />
        </Col>
      </Row>
      <TextField {...field("frage")} label="Frage an die Runde" hint="Worüber wollen Sie beraten? Ohne Namen." />
      <TextArea
        {...field("beschreibung")}
        label="Beschreibung ohne Namen"
        hint="Ein Vorschlag aus den Angaben des Falls. Schreiben Sie „Person A“ statt eines Namens; keine Orte, keine Tage, keine Nummern."
        rows={6}
        optional
      />
      <Teilnahme field={field} rejected={rejected} />
      <Row>
        <Col span={6}>
          <SelectField
            {...field("sprache")}
            {...verstaendigung.sprache}
            hint="Nur, wenn die Person dabei ist."
            optional
          />
        </Col>
        <Col span={6}>
          <SelectField {...field("verstaendigung")} {...verstaendigung.verstaendigung} optional />
          <p class="hint noted">{HINWEIS_KIND}</p>
        </Col>
      </Row>
      <TextArea {...field("protokoll")} label="Protokoll" hint="Wird versiegelt." rows={8} optional />
      <Namentlich field={field} angebote={angebote} person={person} />
      {(rejected?.errors.length ?? 0) > 0 ? (
        <Checkbox {...field("unbedenklich")} label="Die genannten Stellen meinen niemand Bestimmtes" />
      ) : null}
    </>
  );
}

/** By name only in a conference, and only to those whom she agreed to. */
function Namentlich({ field, angebote, person }: Pick<Props & Dazu, "field" | "angebote" | "person">) {
  return (
    <Fieldset legend="Mit oder ohne Namen">
      <Checkbox
        {...field("namentlich")}
        label="Die Person ist namentlich Thema, mit ihrer Einwilligung"
        hint="Nur in einer Fallkonferenz, und nur, was heute noch eingewilligt ist: auch zu einer, die schon war. Nach einem Widerruf schreiben Sie sie ohne Namen auf. KIM sieht beim Speichern nach."
      />
      {angebote.length === 0 ? (
        <p class="hint noted">
          Heute gilt keine Einwilligung in eine Fallkonferenz, auch nicht für eine, die schon war: Schreiben Sie ohne
          Namen. <a href={`/personen/${person}/einwilligungen/neu?zweck=konferenz`}>Um die Einwilligung bitten</a>
        </p>
      ) : (
        <>
          <CheckChips
            {...field("einwilligungen")}
            label="Wer auf welche Einwilligung hin teilnimmt"
            hint="Alle hören von allen, die genannt werden: Jede genannte Person braucht eine Einwilligung für jede Stelle."
            options={angebote.map((one) => ({ value: one.id, label: angebotText(one) }))}
            rows
            optional
          />
          <CheckChips
            {...field("kategorien")}
            label="Worüber gesprochen wird"
            options={KATEGORIE.filter((one) => angebote.some(({ kategorien }) => kategorien.includes(one))).map(
              (one) => ({
                value: one,
                label: KATEGORIEN[one],
              }),
            )}
            optional
          />
        </>
      )}
    </Fieldset>
  );
}

const angebotText = ({ wem, name, kategorien, gilt, gueltigBis }: Offen): string => {
  const bis = gilt ? (gueltigBis === null ? "" : `, bis ${tagText(gueltigBis)}`) : ", gilt nicht mehr";
  return `${wem} – ${name}: ${kategorien.map((one) => KATEGORIEN[one]).join(", ")}${bis}`;
};

function Teilnahme({ field, rejected }: Props) {
  const cell = (name: string) => ({ name, value: field(name).value, rejected });
  return (
    <Table
      caption="Wer dabei ist oder war. Ohne Stelle: die Person, ihre Familie oder jemand aus Ihrem Träger."
      stack
      rows={ROWS.filter((row) => row <= shownRows(field))}
      columns={[
        { label: "Name", cell: (row) => <TextCell {...cell(nameField(row))} label={`Name ${row}`} /> },
        { label: "Stelle", cell: (row) => <TextCell {...cell(officeField(row))} label={`Stelle ${row}`} /> },
      ]}
    />
  );
}

const FIRST_ROWS = 6;

/** All rows once more than the first are needed. */
const shownRows = (field: FieldsOf): number =>
  ROWS.some((row) => row >= FIRST_ROWS && (field(nameField(row)).value ?? "") !== "") ? ROWS.length : FIRST_ROWS;

const kategorieText = (code: string): string => {
  const known = KATEGORIE.find((one) => one === code);
  return known === undefined ? code : KATEGORIEN[known];
};

/** How each field is called where somebody else saved meanwhile. */
export const BESPRECHUNG_CONFLICT: readonly ConflictField[] = [
  { name: "art", label: "Was ist es?" },
  { name: "am", label: "Tag", show: ([day = ""]) => tagText(day) },
  { name: "frage", label: "Frage an die Runde" },
  { name: "beschreibung", label: "Beschreibung ohne Namen" },
  { name: "protokoll", label: "Protokoll" },
  { name: "namentlich", label: "Namentlich", empty: "nein" },
  { name: "einwilligungen", label: "Einwilligungen", show: (stored) => `${stored.length} angekreuzt` },
  { name: "kategorien", label: "Worüber gesprochen wird", show: (stored) => stored.map(kategorieText).join(", ") },
  ...ROWS.flatMap((row) => [
    { name: nameField(row), label: `Name ${row}` },
    { name: officeField(row), label: `Stelle ${row}` },
  ]),
];
