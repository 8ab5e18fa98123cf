import {
  Col,
  DateField,
  type FieldsOf,
  NumberField,
  type Option,
  Row,
  SelectField,
  TextField,
} from "../../../ui/index.ts";
import { HINWEIS_KIND, type verstaendigungFelder } from "../../verstaendigung/index.ts";

type Props = {
  readonly field: FieldsOf;
  readonly standorte: readonly Option[];
  readonly verstaendigung: ReturnType<typeof verstaendigungFelder>;
};

/** When, where, and a word about what. */
export const TerminFelder = ({ field, standorte, verstaendigung }: Props) => (
  <>
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
