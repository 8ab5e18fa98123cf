import { tagText } from "../../../platform/span.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  Row,
  SelectField,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { type Beschluss, kurz } from "../model/beschluss.ts";
import { type Mitglied, mitgliedText } from "../model/gremium.ts";
import { KeinName } from "./worte.tsx";

type Props = {
  readonly field: FieldsOf;
  readonly members: readonly Mitglied[];
  readonly beschluesse: readonly Beschluss[];
  readonly rejected: Rejected | undefined;
};

export const AUFTRAG_CONFLICT: readonly ConflictField[] = [
  { name: "was", label: "Was" },
  { name: "mitglied", label: "Mitglied" },
  { name: "stelle", label: "Stelle" },
  { name: "faellig_am", label: "Bis", show: (values) => values.map(tagText).join(", ") },
];

/** What, who, by when. */
export const AuftragFelder = ({ field, members, beschluesse, rejected }: Props) => (
  <>
    <TextArea spellcheck {...field("was")} label="Was ist zu tun?" hint="Ohne Personen." rows={3} />
    <Row>
      <Col span={6}>
        <SelectField
          {...field("mitglied")}
          label="Wer?"
          empty="kein Mitglied"
          options={members.map((m) => ({ value: m.id, label: mitgliedText(m) }))}
          optional
        />
      </Col>
      <Col span={6}>
        <TextField {...field("stelle")} label="Oder welche Stelle?" hint="Ein Amt, eine Organisation." optional />
      </Col>
    </Row>
    <DateField {...field("faellig_am")} label="Bis wann?" />
    {beschluesse.length === 0 ? null : (
      <SelectField
        {...field("beschluss")}
        label="Aus welchem Beschluss?"
        empty="aus keinem"
        options={beschluesse.map(({ id, nummer, wortlaut }) => ({ value: id, label: `${nummer}: ${kurz(wortlaut)}` }))}
        optional
      />
    )}
    <KeinName field={field} rejected={rejected} />
  </>
);
