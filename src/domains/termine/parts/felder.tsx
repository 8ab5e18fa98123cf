import { Col, type FieldsOf, type Option, Row, SelectField, TextField, TimeFields } from "../../../ui/index.ts";
import { HINWEIS_KIND, type verstaendigungFelder } from "../../verstaendigung/index.ts";

type Props = {
  readonly field: FieldsOf;
  readonly standorte: readonly Option[];
  readonly verstaendigung: ReturnType<typeof verstaendigungFelder>;
};

/** When, where, and a word about what. */
export const TerminFelder = ({ field, standorte, verstaendigung }: Props) => (
  <>
    <TimeFields field={field} />
    <Row>
      <Col span={6}>
        <SelectField {...field("standort")} label="Standort" options={standorte} empty="an keinem Standort" optional />
      </Col>
      <Col span={6}>
        <TextField {...field("raum")} label="Raum" hint="Kein Name." optional />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <SelectField {...field("sprache")} {...verstaendigung.sprache} optional />
      </Col>
      <Col span={6}>
        <SelectField {...field("verstaendigung")} {...verstaendigung.verstaendigung} optional />
        <p class="hint noted">{HINWEIS_KIND}</p>
      </Col>
    </Row>
    <TextField {...field("betreff")} label="Stichwort" hint="Wird versiegelt." optional />
  </>
);
