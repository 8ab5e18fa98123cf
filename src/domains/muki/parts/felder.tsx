import { optionOf } from "../../../platform/choice.ts";
import {
  Col,
  type ConflictField,
  type FieldsOf,
  type Option,
  RadioSegment,
  Row,
  SelectField,
  SelectSeveral,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { ANRUFER, ANTWORT, FRAGE, KIND_ALTER } from "../model/anruf.ts";

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What is told of a call: who, about which child, what for, what came of it. */
export function AnrufFields({ field, sprachen }: { readonly field: FieldsOf; readonly sprachen: readonly Kodewahl[] }) {
  return (
    <>
      <RadioSegment {...field("anrufer")} label="Wer rief an?" options={optionsOf(ANRUFER)} />
      <Row>
        <Col span={6}>
          <SelectField
            {...field("kind_alter")}
            label="Alter des Kindes"
            options={optionsOf(KIND_ALTER).toSorted((a, b) => ALTER.indexOf(a.value) - ALTER.indexOf(b.value))}
            empty="nicht gefragt"
            optional
          />
        </Col>
        <Col span={6}>
          <SelectSeveral
            {...field("sprachen")}
            label="Sprachen des Kindes"
            item="Sprache"
            options={sprachen.map(optionOf)}
            empty="–"
            optional
          />
        </Col>
      </Row>
      <Row>
        <Col span={6}>
          <SelectField {...field("frage")} label="Worum ging es?" options={optionsOf(FRAGE)} empty="Bitte wählen" />
        </Col>
        <Col span={6}>
          <SelectField
            {...field("antwort")}
            label="Was wurde daraus?"
            options={optionsOf(ANTWORT)}
            empty="Bitte wählen"
          />
        </Col>
      </Row>
    </>
  );
}

/** Keys like numbers come first in an object, whatever order they were written in. */
const ALTER = ["unter_3", "3", "4", "5", "6_mehr"];

const said =
  (words: Readonly<Record<string, string>>) =>
  ([code = ""]: readonly string[]): string =>
    words[code] ?? code;

export const ANRUF_CONFLICT: readonly ConflictField[] = [
  { name: "anrufer", label: "Wer rief an?", show: said(ANRUFER) },
  { name: "kind_alter", label: "Alter des Kindes", show: said(KIND_ALTER) },
  { name: "sprachen", label: "Sprachen des Kindes" },
  { name: "frage", label: "Worum ging es?", show: said(FRAGE) },
  { name: "antwort", label: "Was wurde daraus?", show: said(ANTWORT) },
];
