import { Col, type FieldsOf, TextField } from "../../../ui/index.ts";

/** How much of a full-time post, in the first third of a row. */
export const VzaeField = (field: ReturnType<FieldsOf>) => (
  <Col span={4}>
    <TextField {...field} label="Vollzeitäquivalente" hint="Zum Beispiel 1 oder 0,5." inputmode="decimal" />
  </Col>
);
