import {
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  NumberField,
  Row,
  SelectCell,
  Table,
  TextArea,
  TextCell,
} from "../../../ui/index.ts";
import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { ERWARTET, GEWICHT, ROWS, SONST, cellOf } from "../model/zielgruppe.ts";

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

type Props = { readonly field: FieldsOf; readonly rejected: Rejected | undefined };

/** The questions, one a row. */
function Fragen({ field, rejected }: Props) {
  const cell = (row: number, name: "frage" | "erwartet" | "gewicht" | "sonst") => {
    const { name: at, value } = field(cellOf(row, name));
    return { name: at, value, rejected };
  };
  return (
    <Table
      caption="Fragen der Klärung"
      stack
      rows={ROWS}
      columns={[
        { label: "Nr.", cell: (row) => row },
        { label: "Frage", whole: true, cell: (row) => <TextCell {...cell(row, "frage")} label={`Frage ${row}`} /> },
        {
          label: "Trifft zu bei",
          cell: (row) => (
            <SelectCell
              {...cell(row, "erwartet")}
              label={`Trifft zu bei, Frage ${row}`}
              options={optionsOf(ERWARTET)}
            />
          ),
        },
        {
          label: "Gewicht",
          cell: (row) => (
            <SelectCell {...cell(row, "gewicht")} label={`Gewicht, Frage ${row}`} options={optionsOf(GEWICHT)} />
          ),
        },
        {
          label: "Wenn nicht",
          cell: (row) => (
            <SelectCell {...cell(row, "sonst")} label={`Wenn nicht, Frage ${row}`} options={optionsOf(SONST)} />
          ),
        },
      ]}
    />
  );
}

/** The fields of a rule: from when it holds, its questions one below the other, how many of the lighter ones have to hold. */
export function ZielgruppeFields({ field, rejected }: Props) {
  return (
    <>
      <Row>
        <Col span={6}>
          <DateField {...field("gueltig_ab")} label="Gilt ab" hint="Bis dahin gilt die Regel davor." />
        </Col>
        <Col span={6}>
          <NumberField
            {...field("mindestens")}
            label="So viele Fragen, die mitzählen, müssen zutreffen"
            hint="0, wenn nur die zwingenden entscheiden."
          />
        </Col>
      </Row>
      <Fragen field={field} rejected={rejected} />
      <TextArea
        {...field("hinweis")}
        label="Hinweis für die Klärung"
        hint="Steht über der Liste, wenn ein Fall geklärt wird. Nichts über einzelne Personen; keine Frage nach Diagnosen oder dem Aufenthalt."
        rows={3}
        spellcheck
        optional
      />
    </>
  );
}

const wordIn =
  (words: Readonly<Record<string, string>>) =>
  ([value = ""]: readonly string[]) =>
    words[value] ?? value;

/** How each field is called where somebody else saved meanwhile. */
export const ZIELGRUPPE_CONFLICT: readonly ConflictField[] = [
  { name: "gueltig_ab", label: "Gilt ab", show: ([value = ""]) => tagText(value) },
  { name: "mindestens", label: "So viele müssen zutreffen" },
  ...ROWS.flatMap((row) => [
    { name: cellOf(row, "frage"), label: `Frage ${row}` },
    { name: cellOf(row, "erwartet"), label: `Frage ${row}: trifft zu bei`, show: wordIn(ERWARTET) },
    { name: cellOf(row, "gewicht"), label: `Frage ${row}: Gewicht`, show: wordIn(GEWICHT) },
    { name: cellOf(row, "sonst"), label: `Frage ${row}: wenn nicht`, show: wordIn(SONST) },
  ]),
  { name: "hinweis", label: "Hinweis" },
];
