import type { Rejected, Values } from "../../../platform/form.ts";
import { Col, type ConflictField, DateField, Row, SelectField, TextField } from "../../../ui/index.ts";
import { tag } from "../model/texte.ts";

type Konto = { readonly id: string; readonly name: string };

/** What to type, and what happens to it. */
export const SEALED = "Nur wenn die Person keinen Zugang hat. Der Name wird versiegelt gespeichert.";

const days = (values: readonly string[]) => values.map(tag).join(", ");

/** Every field of the form in words, for showing two versions of it. */
export const besetzungConflict = (konten: readonly Konto[]): readonly ConflictField[] => [
  { name: "konto", label: "Zugang", show: ([id]) => konten.find((k) => k.id === id)?.name ?? "nicht einsehbar" },
  { name: "name", label: "Name" },
  { name: "anteil", label: "Vollzeitäquivalente" },
  { name: "von", label: "Erster Tag", show: days },
  { name: "bis", label: "Letzter Tag", show: days, empty: "ohne Ende" },
];

type FieldsProps = {
  readonly konten: readonly Konto[];
  /** What the fields are filled with. */
  readonly values: Values;
  readonly nameHint: string;
  /** Whether name and account may both stay empty. */
  readonly kept?: boolean;
  readonly rejected: Rejected | undefined;
};

/** Who, how much, from when until when. */
export function BesetzungFields({ konten, values, nameHint, kept, rejected }: FieldsProps) {
  const value = (name: string) => values[name]?.[0];
  return (
    <>
      {konten.length === 0 ? null : (
        <SelectField
          name="konto"
          label="Zugang"
          hint="Wer einen Zugang zu KIM hat."
          options={konten.map((k) => ({ value: k.id, label: k.name }))}
          empty="ohne Zugang, Name steht unten"
          optional
          value={value("konto")}
          rejected={rejected}
        />
      )}
      <TextField
        name="name"
        label="Vor- und Nachname"
        hint={nameHint}
        maxlength={120}
        optional={konten.length > 0 || kept === true}
        value={value("name")}
        rejected={rejected}
      />
      <Row>
        <Col span={4}>
          <TextField
            name="anteil"
            label="Vollzeitäquivalente"
            hint="Zum Beispiel 1 oder 0,5."
            inputmode="decimal"
            maxlength={5}
            value={value("anteil")}
            rejected={rejected}
          />
        </Col>
        <Col span={4}>
          <DateField name="von" label="Erster Tag" value={value("von")} rejected={rejected} />
        </Col>
        <Col span={4}>
          <DateField
            name="bis"
            label="Letzter Tag"
            hint="Er zählt noch mit. Leer: ohne Ende."
            optional
            value={value("bis")}
            rejected={rejected}
          />
        </Col>
      </Row>
    </>
  );
}
