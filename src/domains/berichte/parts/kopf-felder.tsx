import { tagText } from "../../../platform/span.ts";
import { Col, DateField, type FieldsOf, Row, TextArea, TextField } from "../../../ui/index.ts";

/** The same for a conflict. */
export const KOPF_CONFLICT = [
  { name: "titel", label: "Titel" },
  { name: "gremium", label: "Gremium" },
  { name: "sitzung", label: "Sitzung am", show: (days: readonly string[]) => days.map(tagText).join(", ") },
  { name: "vorlage", label: "Nummer der Vorlage" },
  { name: "amt", label: "Zuständig" },
  { name: "briefkopf", label: "Briefkopf" },
  { name: "unterschrift", label: "Unterschrift" },
];

/** What stands above and below the chapters of a paper. */
export function KopfFelder({ field }: { readonly field: FieldsOf }) {
  return (
    <>
      <TextField {...field("titel")} label="Titel" />
      <Row>
        <Col span={8}>
          <TextField {...field("gremium")} label="Gremium" optional />
        </Col>
        <Col span={4}>
          <DateField {...field("sitzung")} label="Sitzung am" optional />
        </Col>
      </Row>
      <Row>
        <Col span={8}>
          <TextField {...field("amt")} label="Zuständig" optional />
        </Col>
        <Col span={4}>
          <TextField {...field("vorlage")} label="Nummer der Vorlage" optional />
        </Col>
      </Row>
      <TextArea
        spellcheck
        {...field("briefkopf")}
        label="Briefkopf"
        hint="Wer schreibt, je eine Zeile. Leer: der Name des Kreises."
        rows={3}

        optional
      />
      <TextArea
        spellcheck
        {...field("unterschrift")}
        label="Unterschrift"
        hint="Steht unter „Im Auftrag“, zum Beispiel Name und Funktion, je eine Zeile."
        rows={3}
        optional
      />
    </>
  );
}
