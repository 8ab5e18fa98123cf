import { DateField } from "./date-field.tsx";
import type { FieldsOf } from "./fields-of.ts";
import { Col, Row } from "./grid.tsx";
import { NumberField, TextField } from "./text-field.tsx";

/** When something is, in a row: its day (`tag`), the time that it begins at (`beginn`) and how many minutes it takes (`dauer`). */
export const TimeFields = ({ field }: { readonly field: FieldsOf }) => (
  <Row>
    <Col span={4}>
      <DateField {...field("tag")} label="Tag" />
    </Col>
    <Col span={4}>
      <TextField {...field("beginn")} label="Uhrzeit" hint="z. B. 9:30" />
    </Col>
    <Col span={4}>
      <NumberField {...field("dauer")} label="Minuten" />
    </Col>
  </Row>
);
