import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Checkbox,
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  RadioSegment,
  Row,
  SelectField,
  Table,
  TextArea,
  TextCell,
  TextField,
} from "../../../ui/index.ts";
import { HINWEIS_KIND, type verstaendigungFelder } from "../../verstaendigung/index.ts";
import { ART, ROWS, nameField, officeField } from "../model/besprechung.ts";

type Props = { readonly field: FieldsOf; readonly rejected: Rejected | undefined };
type Verstehen = { readonly verstaendigung: ReturnType<typeof verstaendigungFelder> };

const ARTEN = [
  { value: "besprechung", label: ART.besprechung },
  { value: "konferenz", label: ART.konferenz },
];

/** What is asked before a meeting, who was there, and what came out. */
export function BesprechungFields({ field, rejected, verstaendigung }: Props & Verstehen) {
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
      <Checkbox
        {...field("namentlich")}
        label="Die Person ist namentlich Thema, mit ihrer Einwilligung"
        hint="Sonst darf niemand zu erkennen sein; KIM sieht beim Speichern nach."
      />
      {(rejected?.errors.length ?? 0) > 0 ? (
        <Checkbox {...field("unbedenklich")} label="Die genannten Stellen meinen niemand Bestimmtes" />
      ) : null}
    </>
  );
}

function Teilnahme({ field, rejected }: Props) {
  const cell = (name: string) => ({ name, value: field(name).value, rejected });
  return (
    <Table
      caption="Wer dabei ist oder war"
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

/** How each field is called where somebody else saved meanwhile. */
export const BESPRECHUNG_CONFLICT: readonly ConflictField[] = [
  { name: "art", label: "Was ist es?" },
  { name: "am", label: "Tag", show: ([day = ""]) => tagText(day) },
  { name: "frage", label: "Frage an die Runde" },
  { name: "beschreibung", label: "Beschreibung ohne Namen" },
  { name: "protokoll", label: "Protokoll" },
  { name: "namentlich", label: "Namentlich", empty: "nein" },
  ...ROWS.flatMap((row) => [
    { name: nameField(row), label: `Name ${row}` },
    { name: officeField(row), label: `Stelle ${row}` },
  ]),
];
