import { optionOf } from "../../../platform/choice.ts";
import { tagText } from "../../../platform/span.ts";
import {
  type ConflictField,
  type FieldsOf,
  HiddenField,
  type Option,
  SelectCell,
  SelectField,
  Table,
  TextArea,
  TextCell,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { SCHRITTE, WER } from "../model/plan.ts";

const WEN: Option[] = Object.entries(WER).map(([value, label]) => ({ value, label }));

/** So many empty lines stand below what there is. */
const LEER = 3;

type Props = { readonly field: FieldsOf; readonly felder: readonly Kodewahl[]; readonly schritte: number };

/** A goal with a line for each step; more lines come with the next saving. @param schritte how many it has */
export function ZielFields({ field, felder, schritte }: Props) {
  const lines = SCHRITTE.slice(0, Math.max(schritte + LEER, LEER));
  const value = (name: string) => field(name).value ?? "";
  return (
    <>
      <TextArea
        {...field("ziel")}
        label="Ziel, in den Worten der Person"
        hint="So, wie sie es sagt, in welcher Sprache auch immer. Wird versiegelt."
        rows={3}
        autofocus
      />
      <SelectField
        {...field("handlungsfeld")}
        label="Worum geht es?"
        options={felder.map(optionOf)}
        empty="Bitte wählen"
      />
      <p class="hint">
        Wer tut was bis wann? Leere Zeilen zählen nicht. Ist es jemand anderes, schreiben Sie daneben, wer. Einen Tag
        geben Sie an wie 12.03.2026, oder gar nicht.
      </p>
      {lines.map((n) => (
        <HiddenField name={`faden_${n}`} value={value(`faden_${n}`)} />
      ))}
      <Table
        caption="Schritte"
        stack
        rows={lines}
        columns={[
          { label: "Nr.", cell: (n) => String(n) },
          { label: "Was", whole: true, cell: (n) => <TextCell {...field(`was_${n}`)} label={`${n}. Schritt: Was`} /> },
          {
            label: "Wer",
            cell: (n) => <SelectCell {...field(`wer_${n}`)} label={`${n}. Schritt: Wer`} options={WEN} />,
          },
          {
            label: "Name",
            cell: (n) => <TextCell {...field(`name_${n}`)} label={`${n}. Schritt: Name, wenn es jemand anderes ist`} />,
          },
          {
            label: "Bis wann",
            cell: (n) => (
              <TextCell {...field(`bis_${n}`)} value={tagText(value(`bis_${n}`))} label={`${n}. Schritt: Bis wann`} />
            ),
          },
        ]}
      />
    </>
  );
}

const oneOf =
  (options: readonly Option[]) =>
  ([value = ""]: readonly string[]) =>
    options.find((one) => one.value === value)?.label ?? value;

/** How each field is called and told where somebody else saved meanwhile. */
export const zielConflict = (felder: readonly Kodewahl[]): ConflictField[] => [
  { name: "ziel", label: "Ziel" },
  { name: "handlungsfeld", label: "Worum geht es?", show: oneOf(felder.map(optionOf)) },
  ...SCHRITTE.flatMap((n) => [
    { name: `was_${n}`, label: `${n}. Schritt: Was` },
    { name: `wer_${n}`, label: `${n}. Schritt: Wer`, show: oneOf(WEN) },
    { name: `name_${n}`, label: `${n}. Schritt: Name` },
    { name: `bis_${n}`, label: `${n}. Schritt: Bis wann`, show: ([day = ""]: readonly string[]) => tagText(day) },
  ]),
];
