import { Col, Fieldset, Row, SelectField, SelectSeveral, TextField } from "../../../ui/index.ts";
import { changeHerkunft } from "../commands/change-herkunft.ts";
import { herkunftValues } from "../model/form-values.ts";
import { HerkunftEingabe } from "../model/teile.ts";
import { FELD, TEILFELD } from "../model/texte.ts";
import { type FelderProps, teilPage } from "../parts/teil-page.tsx";
import { chosenField, typedField } from "../parts/worte.tsx";

const LABEL = { ...FELD, ...TEILFELD };
const MONTH = "Jahr, oder Monat und Jahr: 2022, 3/2022";

function Felder({ lists, field }: FelderProps) {
  const of = (name: keyof typeof LABEL) => ({ ...field(name), label: LABEL[name] });
  return (
    <>
      <Fieldset legend="Wohnen">
        <Row>
          <Col span={6}>
            <SelectField {...of("person_kommune")} options={lists.kommune} empty="–" optional />
          </Col>
          <Col span={6}>
            <SelectField {...of("unterkunftsart")} options={lists.unterkunftsart} empty="–" optional />
          </Col>
        </Row>
        <Row>
          <Col span={6}>
            <TextField {...of("strasse")} optional />
          </Col>
          <Col span={6}>
            <TextField {...of("bei")} optional />
          </Col>
        </Row>
        <Row>
          <Col span={3}>
            <TextField {...of("plz")} inputmode="numeric" optional />
          </Col>
          <Col span={9}>
            <TextField {...of("ort")} optional />
          </Col>
        </Row>
      </Fieldset>
      <SelectSeveral
        {...of("staaten")}
        item="Staatsangehörigkeit"
        hint="Gezählt wird die erste."
        options={lists.staat}
        empty="–"
        optional
      />
      <Row>
        <Col span={4}>
          <SelectField {...of("geburtsland")} options={lists.land} empty="–" optional />
        </Col>
        <Col span={4}>
          <TextField {...of("in_deutschland_seit")} hint={MONTH} optional />
        </Col>
        <Col span={4}>
          <TextField {...of("im_kreis_seit")} optional />
        </Col>
      </Row>
    </>
  );
}

export const { show, save } = teilPage({
  pfad: "herkunft",
  entwurf: "person-herkunft",
  titel: "Wohnen und Herkunft",
  schema: HerkunftEingabe,
  values: herkunftValues,
  felder: Felder,
  conflict: (lists) => [
    chosenField("person_kommune", lists.kommune),
    chosenField("unterkunftsart", lists.unterkunftsart),
    typedField("strasse"),
    typedField("bei"),
    typedField("plz"),
    typedField("ort"),
    chosenField("staaten", lists.staat),
    chosenField("geburtsland", lists.land),
    typedField("in_deutschland_seit"),
    typedField("im_kreis_seit"),
  ],
  save: changeHerkunft,
});
