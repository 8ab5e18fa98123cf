import { type Choice, optionOf } from "../../../platform/choice.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Checkbox,
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  type Option,
  RadioSegment,
  Row,
  SelectField,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { RICHTUNG, STAERKE } from "../model/netzwerk.ts";

const STAERKEN: readonly Option[] = (["3", "2", "1"] as const).map((value) => ({ value, label: STAERKE[value] }));
const RICHTUNGEN: readonly Option[] = Object.entries(RICHTUNG).map(([value, label]) => ({ value, label }));

type Props = {
  readonly field: FieldsOf;
  readonly arten: readonly Choice[];
  /** What the first day is called here. */
  readonly von: string;
  /** Whether it can be given its last day. */
  readonly bis?: boolean;
};

/** Who it is, how close, who helps whom. */
export function TieFields({ field, arten, von, bis = false }: Props) {
  return (
    <>
      <Row>
        <Col span={6}>
          <TextField
            {...field("name")}
            label="Wer?"
            hint="So wenig wie nötig: „Nachbarin“ genügt oft. Wird versiegelt."
          />
        </Col>
        <Col span={6}>
          <SelectField
            {...field("art")}
            label="Wer oder was ist es?"
            options={arten.map(optionOf)}
            empty="Bitte wählen"
          />
        </Col>
      </Row>
      <RadioSegment {...field("staerke")} label="Wie eng ist die Verbindung?" options={STAERKEN} />
      <RadioSegment {...field("richtung")} label="Wer hilft wem?" options={RICHTUNGEN} />
      <Checkbox {...field("belastet")} label="Die Verbindung belastet" hint="Streit, Druck, offene Forderungen." />
      <Row>
        <Col span={6}>
          <DateField {...field("von")} label={von} hint="Oder der Tag, an dem Sie davon erfahren haben." />
        </Col>
        {bis ? (
          <Col span={6}>
            <DateField
              {...field("bis")}
              label="Letzter Tag"
              hint="Nur, wenn es diese Verbindung nicht mehr gibt."
              optional
            />
          </Col>
        ) : null}
      </Row>
      <TextArea spellcheck {...field("notiz")} label="Notiz" hint="Wird versiegelt." rows={2} optional />
    </>
  );
}

const wordIn =
  (options: readonly Option[]) =>
  ([value = ""]: readonly string[]) =>
    options.find((one) => one.value === value)?.label ?? value;

const dayIn = ([value = ""]: readonly string[]) => tagText(value);

/** How each field is called and told where somebody else saved meanwhile. */
export const tieConflict = (arten: readonly Choice[], von: string): ConflictField[] => [
  { name: "name", label: "Wer?" },
  { name: "art", label: "Wer oder was ist es?", show: wordIn(arten.map(optionOf)) },
  { name: "staerke", label: "Wie eng ist die Verbindung?", show: wordIn(STAERKEN) },
  { name: "richtung", label: "Wer hilft wem?", show: wordIn(RICHTUNGEN) },
  { name: "belastet", label: "Die Verbindung belastet", show: ([value = ""]) => (value === "ja" ? "ja" : "nein") },
  { name: "von", label: von, show: dayIn },
  { name: "bis", label: "Letzter Tag", show: dayIn },
  { name: "notiz", label: "Notiz" },
];
