import type { Rejected } from "../../../platform/form.ts";
import { Col, type ConflictField, DateField, type FieldsOf, Row, TextArea, TextField } from "../../../ui/index.ts";
import { KeinName } from "./worte.tsx";

export const SITZUNG_CONFLICT: readonly ConflictField[] = [
  { name: "tag", label: "Tag" },
  { name: "beginn", label: "Beginn" },
  { name: "ende", label: "Ende" },
  { name: "ort", label: "Ort" },
  { name: "hinweis", label: "Hinweis" },
];

/** When and where, and a word for the invitation. */
export const SitzungFelder = ({
  field,
  rejected,
}: {
  readonly field: FieldsOf;
  readonly rejected: Rejected | undefined;
}) => (
  <>
    <Row>
      <Col span={4}>
        <DateField {...field("tag")} label="Tag" />
      </Col>
      <Col span={4}>
        <TextField {...field("beginn")} label="Beginn" hint="z. B. 9:30" />
      </Col>
      <Col span={4}>
        <TextField {...field("ende")} label="Ende" hint="z. B. 11:30" />
      </Col>
    </Row>
    <TextField {...field("ort")} label="Ort" hint="Raum, Haus oder Adresse der Videokonferenz." />
    <TextArea spellcheck {...field("hinweis")} label="Hinweis in der Einladung" rows={3} optional />
    <KeinName field={field} rejected={rejected} />
  </>
);
