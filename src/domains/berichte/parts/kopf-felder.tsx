import { Col, DateField, type FieldsOf, Row, TextArea, TextField } from "../../../ui/index.ts";

/** What stands above and below the chapters of a paper. */
export function KopfFelder({ field }: { readonly field: FieldsOf }) {
  return (
    <>
      <TextField {...field("titel")} label="Titel" maxlength={200} />
      <Row>
        <Col span={8}>
          <TextField {...field("gremium")} label="Gremium" maxlength={120} optional />
        </Col>
        <Col span={4}>
          <DateField {...field("sitzung")} label="Sitzung am" optional />
        </Col>
      </Row>
      <Row>
        <Col span={8}>
          <TextField {...field("amt")} label="Zuständig" maxlength={120} optional />
        </Col>
        <Col span={4}>
          <TextField {...field("vorlage")} label="Nummer der Vorlage" maxlength={60} optional />
        </Col>
      </Row>
      <TextArea
        spellcheck
        {...field("unterschrift")}
        label="Unterschrift"
        hint="Steht unter „Im Auftrag“, zum Beispiel Name und Funktion, je eine Zeile."
        rows={3}
        maxlength={300}
        optional
      />
    </>
  );
}
