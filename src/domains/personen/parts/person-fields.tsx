import { type Rejected, type Values, first } from "../../../platform/form.ts";
import { Col, DateField, Row, SelectField, SelectSeveral, TextField } from "../../../ui/index.ts";
import type { PersonLists } from "../queries/lists.ts";
import { FELD } from "../model/texte.ts";

type PersonFieldsProps = {
  readonly lists: PersonLists;
  /** What the fields hold before anybody types. */
  readonly values: Values;
  readonly rejected: Rejected | undefined;
};

/** Everything that is asked about a person. */
export function PersonFields({ lists, values, rejected }: PersonFieldsProps) {
  const field = <Name extends keyof typeof FELD>(name: Name) => ({
    name,
    label: FELD[name],
    value: first(values, name),
    rejected,
  });
  return (
    <>
      <Row>
        <Col span={6}>
          <TextField {...field("person_vorname")} maxlength={100} autofocus={rejected === undefined} />
        </Col>
        <Col span={6}>
          <TextField {...field("person_nachname")} maxlength={100} optional />
        </Col>
      </Row>
      <Row>
        <Col span={4}>
          <DateField {...field("person_geburtsdatum")} optional />
        </Col>
        <Col span={4}>
          <SelectField {...field("person_altersgruppe")} options={lists.altersgruppen} empty="–" optional />
        </Col>
        <Col span={4}>
          <SelectField {...field("person_kommune")} options={lists.kommunen} empty="–" optional />
        </Col>
      </Row>
      <Row>
        <Col span={6}>
          <SelectField {...field("person_staatsangehoerigkeit")} options={lists.staaten} empty="–" optional />
        </Col>
      </Row>
      <SelectSeveral
        name="person_sprachen"
        label={FELD.person_sprachen}
        item="Sprache"
        options={lists.sprachen}
        values={values["person_sprachen"]}
        empty="–"
        optional
        rejected={rejected}
      />
    </>
  );
}
