import { Col, DateField, type FieldsOf, Row, SelectField, SelectSeveral, TextField } from "../../../ui/index.ts";
import type { PersonLists } from "../queries/lists.ts";
import { FELD } from "../model/texte.ts";

/** Everything that is asked about a person. */
export function PersonFields({ lists, field }: { readonly lists: PersonLists; readonly field: FieldsOf }) {
  const of = (name: keyof typeof FELD) => ({ ...field(name), label: FELD[name] });
  const vorname = of("person_vorname");
  return (
    <>
      <Row>
        <Col span={6}>
          <TextField {...vorname} autofocus={vorname.rejected === undefined} />
        </Col>
        <Col span={6}>
          <TextField {...of("person_nachname")} optional />
        </Col>
      </Row>
      <Row>
        <Col span={4}>
          <DateField {...of("person_geburtsdatum")} birth optional />
        </Col>
        <Col span={4}>
          <SelectField {...of("person_altersgruppe")} options={lists.altersgruppe} empty="–" optional />
        </Col>
        <Col span={4}>
          <SelectField {...of("person_kommune")} options={lists.kommune} empty="–" optional />
        </Col>
      </Row>
      <Row>
        <Col span={6}>
          <SelectField {...of("person_staatsangehoerigkeit")} options={lists.staat} empty="–" optional />
        </Col>
        <Col span={6}>
          <TextField {...of("person_kontakt")} optional />
        </Col>
      </Row>
      <SelectSeveral {...of("person_sprachen")} item="Sprache" options={lists.sprache} empty="–" optional />
    </>
  );
}
