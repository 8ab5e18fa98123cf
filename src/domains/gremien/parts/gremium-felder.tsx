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
import { ARTEN, QUOREN, QUORUM, RHYTHMEN, RHYTHMUS } from "../model/gremium.ts";
import { KeinName } from "./worte.tsx";

type Props = { readonly field: FieldsOf; readonly rejected: Rejected | undefined };

export const GREMIUM_CONFLICT: readonly ConflictField[] = [
  { name: "name", label: "Name" },
  { name: "auftrag", label: "Auftrag" },
  { name: "rhythmus", label: "Trifft sich" },
  { name: "quorum", label: "Beschlussfähig" },
];

/** What a body is called, what it is for, how often it meets, when it can decide. */
export const GremiumFelder = ({ field, rejected }: Props) => (
  <>
    <TextField {...field("name")} label="Name" hint="Zum Beispiel: Lenkungsgruppe KIM." />
    <TextArea spellcheck {...field("auftrag")} label="Auftrag" hint="Wozu es da ist." rows={3} optional />
    <Row>
      <Col span={6}>
        <SelectField
          {...field("rhythmus")}
          label="Trifft sich"
          empty="Bitte wählen"
          options={RHYTHMUS.map((value) => ({ value, label: RHYTHMEN[value] }))}
        />
      </Col>
      <Col span={6}>
        <SelectField
          {...field("quorum")}
          label="Beschlussfähig mit"
          empty="Bitte wählen"
          options={QUORUM.map((value) => ({ value, label: QUOREN[value] }))}
        />
      </Col>
    </Row>
    <KeinName field={field} rejected={rejected} />
  </>
);

const WAHL = ["lenkungsgruppe", "arbeitsgruppe", "konzeptgruppe", "austausch"] as const;

/** What is said only once. A Projektgruppe is not among them: a decision founds it. */
export const ArtFelder = ({ field }: Pick<Props, "field">) => (
  <Row>
    <Col span={6}>
      <SelectField
        {...field("art")}
        label="Art"
        hint="Eine Projektgruppe gründet ein Beschluss."
        empty="Bitte wählen"
        options={WAHL.map((value) => ({ value, label: ARTEN[value] }))}
      />
    </Col>
    <Col span={6}>
      <DateField {...field("gegruendet_am")} label="Gibt es seit" />
    </Col>
  </Row>
);
