import { optionOf } from "../../../platform/choice.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  type Option,
  RadioSegment,
  Row,
  SelectField,
  TextField,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { DRINGLICHKEIT, WEITERES } from "../model/fall.ts";
import { answerField } from "../model/klaerung.ts";
import type { Zielgruppe } from "../model/zielgruppe.ts";

export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

type Props = { readonly field: FieldsOf; readonly wege: readonly Kodewahl[] };

/** What is known when somebody asks: the day, the way, how urgent, what for. */
export function AnfrageFields({ field, wege }: Props) {
  return (
    <>
      <Row>
        <Col span={6}>
          <DateField {...field("begonnen")} label="Tag der Anfrage" />
        </Col>
        <Col span={6}>
          <SelectField
            {...field("zugangsweg")}
            label="Wie kam die Person zu Ihnen?"
            options={wege.map(optionOf)}
            empty="nicht gefragt"
            optional
          />
        </Col>
      </Row>
      <DringlichkeitField field={field} />
      <TextField
        {...field("anliegen")}
        label="Anliegen in einem Satz"
        hint="Wird versiegelt. Diagnosen und Aufenthaltsdinge gehören nicht hierher."
        optional
      />
    </>
  );
}

export function DringlichkeitField({ field }: Pick<Props, "field">) {
  return <RadioSegment {...field("dringlichkeit")} label="Wie eilig ist es?" options={optionsOf(DRINGLICHKEIT)} />;
}

/** Whether somebody else leads a case about the person: who, since when. */
export function WeiteresFields({ field }: Pick<Props, "field">) {
  return (
    <Row>
      <Col span={4}>
        <SelectField
          {...field("weiteres")}
          label="Führt schon jemand anderes den Fall?"
          hint="Zum Beispiel MBE, JMD oder Jugendamt. Zwei Pläne helfen niemandem."
          options={optionsOf(WEITERES)}
          empty="noch nicht geklärt"
          optional
        />
      </Col>
      <Col span={4}>
        <TextField
          {...field("weiteres_wer")}
          label="Wer?"
          hint="Stelle und Name, nur mit Freigabe der Person."
          optional
        />
      </Col>
      <Col span={4}>
        <DateField {...field("weiteres_seit")} label="Seit wann?" optional />
      </Col>
    </Row>
  );
}

const wordIn =
  (options: readonly Option[]) =>
  ([value = ""]: readonly string[]) =>
    options.find((one) => one.value === value)?.label ?? value;

const dayIn = ([value = ""]: readonly string[]) => tagText(value);

const WEITERES_CONFLICT: readonly ConflictField[] = [
  { name: "weiteres", label: "Führt schon jemand anderes den Fall?", show: wordIn(optionsOf(WEITERES)) },
  { name: "weiteres_wer", label: "Wer?" },
  { name: "weiteres_seit", label: "Seit wann?", show: dayIn },
];

/** The same for the clarification. */
export const klaerungConflict = ({ kriterien }: Zielgruppe): ConflictField[] => [
  ...kriterien.map(({ folge, frage }) => ({ name: answerField(folge), label: frage })),
  ...WEITERES_CONFLICT,
  { name: "dringlichkeit", label: "Wie eilig ist es?", show: wordIn(optionsOf(DRINGLICHKEIT)) },
];

/** How each field is called and told where somebody else saved meanwhile. */
export const fallConflict = (wege: readonly Kodewahl[]): ConflictField[] => [
  { name: "begonnen", label: "Tag der Anfrage", show: dayIn },
  { name: "zugangsweg", label: "Wie kam die Person zu Ihnen?", show: wordIn(wege.map(optionOf)) },
  { name: "dringlichkeit", label: "Wie eilig ist es?", show: wordIn(optionsOf(DRINGLICHKEIT)) },
  { name: "anliegen", label: "Anliegen in einem Satz" },
  ...WEITERES_CONFLICT,
];
