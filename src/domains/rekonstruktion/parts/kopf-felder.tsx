import { today } from "../../../platform/clock.ts";
import { optionOf } from "../../../platform/choice.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Col, type ConflictField, type FieldsOf, Row, SelectField, TextArea, TextField } from "../../../ui/index.ts";
import { type Codelisten, kodesAm, nameOf } from "../../codelisten/index.ts";
import type { Rekonstruktion } from "../model/rekonstruktion.ts";
import { KeinName } from "./worte.tsx";

type Props = {
  readonly field: FieldsOf;
  readonly listen: Codelisten;
  readonly kept: Rekonstruktion | undefined;
  readonly rejected: Rejected | undefined;
};

const UNWICHTIG = "verschieden oder nicht wichtig";

/** What the group wants to understand and from where it starts: codes instead of a person. */
export function KopfFelder({ field, listen, kept, rejected }: Props) {
  const options = (liste: "altersgruppe" | "familienform" | "rechtskreis") => {
    const has = kept?.[liste];
    return kodesAm(listen[liste], today(), has === null || has === undefined ? [] : [has]).map(optionOf);
  };
  return (
    <>
      <TextField
        {...field("frage")}
        label="Was möchten Sie verstehen?"
        hint="Eine Frage, zum Beispiel: Warum dauerte es vom Zuzug bis zum Schulplatz so lange?"
      />
      <Row>
        <Col span={4}>
          <SelectField
            {...field("altersgruppe")}
            label="Alter"
            options={options("altersgruppe")}
            empty={UNWICHTIG}
            optional
          />
        </Col>
        <Col span={4}>
          <SelectField
            {...field("familienform")}
            label="Familie"
            options={options("familienform")}
            empty={UNWICHTIG}
            optional
          />
        </Col>
        <Col span={4}>
          <SelectField
            {...field("rechtskreis")}
            label="Rechtskreis"
            options={options("rechtskreis")}
            empty={UNWICHTIG}
            optional
          />
        </Col>
      </Row>
      <TextArea
        spellcheck
        {...field("ausgangslage")}
        label="Wo begann es?"
        hint="Ohne Namen, Orte und Tage: was am Anfang da war, was fehlte."
        rows={4}
        optional
      />
      <KeinName field={field} rejected={rejected} />
    </>
  );
}

/** The fields as a conflict shows them. */
export const kopfConflict = (listen: Codelisten): readonly ConflictField[] => [
  { name: "frage", label: "Was möchten Sie verstehen?" },
  { name: "altersgruppe", label: "Alter", show: ([code]) => nameOf(listen.altersgruppe, code) },
  { name: "familienform", label: "Familie", show: ([code]) => nameOf(listen.familienform, code) },
  { name: "rechtskreis", label: "Rechtskreis", show: ([code]) => nameOf(listen.rechtskreis, code) },
  { name: "ausgangslage", label: "Wo begann es?" },
];
