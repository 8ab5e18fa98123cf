import type { FieldsOf } from "./fields-of.ts";
import { Col } from "./grid.tsx";
import { DateField } from "./date-field.tsx";

type Props = {
  readonly field: FieldsOf;
  /** Columns that each of the two takes. */
  readonly span: 4 | 6;
  readonly from?: string;
  readonly hint?: string;
};

/** First and last day (`von`, `bis`) of something, in a row; without a last one it has no end yet. */
export const SpanFields = ({ field, span, from = "Erster Tag", hint = "Leer: ohne Ende." }: Props) => (
  <>
    <Col span={span}>
      <DateField {...field("von")} label={from} />
    </Col>
    <Col span={span}>
      <DateField {...field("bis")} label="Letzter Tag" hint={hint} optional />
    </Col>
  </>
);
