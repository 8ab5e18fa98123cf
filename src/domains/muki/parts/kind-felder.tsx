import { Col, type FieldsOf, type Option, Row, SelectField, TextField } from "../../../ui/index.ts";

/** Where a child needs a place, and where it goes. */
export function OrtFields({ field, kommunen }: { readonly field: FieldsOf; readonly kommunen: readonly Option[] }) {
  return (
    <Row>
      <Col span={6}>
        <SelectField {...field("ags")} label="Kommune" options={kommunen} empty="Bitte wählen" />
      </Col>
      <Col span={6}>
        <TextField {...field("kita")} label="Kita oder Familienzentrum" hint="Wird versiegelt." optional />
      </Col>
    </Row>
  );
}
