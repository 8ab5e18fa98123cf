import {
  Col,
  type ConflictField,
  type FieldsOf,
  Fieldset,
  NumberField,
  RadioSegment,
  Row,
  TextArea,
} from "../../../ui/index.ts";
import { ERGEBNIS, ERGEBNISSE } from "../model/beschluss.ts";

export const BESCHLUSS_CONFLICT: readonly ConflictField[] = [
  { name: "wortlaut", label: "Wortlaut" },
  { name: "ergebnis", label: "Ergebnis" },
  { name: "ja", label: "Ja" },
  { name: "nein", label: "Nein" },
  { name: "enthaltung", label: "Enthaltung" },
];

/** Wording, result, and the votes where there was one. */
export const BeschlussFelder = ({ field, stimmen }: { readonly field: FieldsOf; readonly stimmen: string }) => (
  <>
    <TextArea spellcheck {...field("wortlaut")} label="Wortlaut" hint="Ohne Personen." rows={4} />
    <RadioSegment
      {...field("ergebnis")}
      label="Ergebnis"
      options={ERGEBNIS.map((value) => ({ value, label: ERGEBNISSE[value] }))}
    />
    <Fieldset legend="Abstimmung">
      <p class="hint">{stimmen} Ohne Abstimmung bleiben die Felder leer.</p>
      <Row>
        <Col span={4}>
          <NumberField {...field("ja")} label="Ja" optional />
        </Col>
        <Col span={4}>
          <NumberField {...field("nein")} label="Nein" optional />
        </Col>
        <Col span={4}>
          <NumberField {...field("enthaltung")} label="Enthaltung" optional />
        </Col>
      </Row>
    </Fieldset>
  </>
);
