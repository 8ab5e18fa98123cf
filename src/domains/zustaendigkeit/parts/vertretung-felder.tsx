import { Col, DateField, type FieldsOf, Row, SelectField } from "../../../ui/index.ts";
import { GRUENDE } from "../model/vertretung.ts";
import { type Mensch, menschOptions } from "../queries/menschen.ts";

/** By whom, why, from and to. */
export function VertretungFelder({ field, durch }: { readonly field: FieldsOf; readonly durch: readonly Mensch[] }) {
  const gruende = Object.entries(GRUENDE).map(([value, label]) => ({ value, label }));
  return (
    <>
      <SelectField
        {...field("durch")}
        label="Wer vertritt"
        hint="Alle, die beim selben Träger beraten."
        options={menschOptions(durch)}
        empty="Bitte wählen"
      />
      <SelectField {...field("grund")} label="Grund" options={gruende} empty="Bitte wählen" />
      <Row>
        <Col span={6}>
          <DateField {...field("von")} label="Erster Tag" />
        </Col>
        <Col span={6}>
          <DateField
            {...field("bis")}
            label="Letzter Tag"
            hint="Er zählt noch mit. Am Tag danach endet sie von selbst."
          />
        </Col>
      </Row>
    </>
  );
}
