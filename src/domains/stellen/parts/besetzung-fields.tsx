import { tagText } from "../../../platform/span.ts";
import { type ConflictField, type FieldsOf, Row, SelectField, SpanFields, TextField } from "../../../ui/index.ts";
import { UEBERSCHNEIDUNGEN, UEBERSCHNEIDUNG_NAMEN, ueberschneidungText } from "../model/stelle.ts";
import { VzaeField } from "./vzae-field.tsx";

type Konto = { readonly id: string; readonly name: string };

/** What to type, and what happens to it. */
export const SEALED = "Nur wenn die Person keinen Zugang hat. Der Name wird versiegelt gespeichert.";

const days = (values: readonly string[]) => values.map(tagText).join(", ");

/** Every field of the form in words, for showing two versions of it. */
export const besetzungConflict = (konten: readonly Konto[]): readonly ConflictField[] => [
  { name: "konto", label: "Zugang", show: ([id]) => konten.find((k) => k.id === id)?.name ?? "nicht einsehbar" },
  { name: "name", label: "Name" },
  { name: "anteil", label: "Vollzeitäquivalente" },
  { name: "von", label: "Erster Tag", show: days },
  { name: "bis", label: "Letzter Tag", show: days, empty: "ohne Ende" },
  { name: "ueberschneidung", label: "Grund der Überschneidung", show: ([code]) => ueberschneidungText(code) },
];

type FieldsProps = {
  readonly konten: readonly Konto[];
  readonly field: FieldsOf;
  readonly nameHint: string;
  /** Whether name and account may both stay empty. */
  readonly kept?: boolean;
};

/** Who, how much, from when until when. */
export function BesetzungFields({ konten, field, nameHint, kept }: FieldsProps) {
  return (
    <>
      {konten.length === 0 ? null : (
        <SelectField
          {...field("konto")}
          label="Zugang"
          hint="Wer einen Zugang zu KIM hat."
          options={konten.map((k) => ({ value: k.id, label: k.name }))}
          empty="ohne Zugang, Name steht unten"
          optional
        />
      )}
      <TextField
        {...field("name")}
        label="Vor- und Nachname"
        hint={nameHint}
        optional={konten.length > 0 || kept === true}
      />
      <Row>
        <VzaeField {...field("anteil")} />
        <SpanFields field={field} span={4} hint="Er zählt noch mit. Leer: ohne Ende." />
      </Row>
      <SelectField
        {...field("ueberschneidung")}
        label="Grund der Überschneidung"
        hint="Nur wenn die Stelle damit eine Zeit lang doppelt besetzt ist. Sie zählt dann trotzdem einmal."
        options={UEBERSCHNEIDUNGEN.map((value) => ({ value, label: UEBERSCHNEIDUNG_NAMEN[value] }))}
        empty="keine Überschneidung"
        optional
      />
    </>
  );
}
