import { Col, DateField, type FieldsOf, type Option, Row, SelectField, TextField } from "../../../ui/index.ts";
import { wochentagName } from "../model/serie.ts";
import { RHYTHMEN } from "../model/sprechstunde.ts";

export const WOCHENTAGE: readonly Option[] = [1, 2, 3, 4, 5, 6, 7].map((n) => ({
  value: String(n),
  label: wochentagName(n),
}));
export const RHYTHMUS_OPTIONS: readonly Option[] = Object.entries(RHYTHMEN).map(([value, label]) => ({ value, label }));

type Props = { readonly field: FieldsOf; readonly standorte: readonly Option[] };

export const SprechstundeFelder = ({ field, standorte }: Props) => (
  <>
    <Row>
      <Col span={6}>
        <SelectField {...field("wochentag")} label="Wochentag" options={WOCHENTAGE} />
      </Col>
      <Col span={6}>
        <SelectField {...field("rhythmus")} label="Wie oft" options={RHYTHMUS_OPTIONS} />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <TextField {...field("beginn")} label="Von" hint="z. B. 9:00" />
      </Col>
      <Col span={6}>
        <TextField {...field("ende")} label="Bis" hint="z. B. 12:00" />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <SelectField {...field("standort")} label="Standort" options={standorte} empty="Bitte wählen" />
      </Col>
      <Col span={6}>
        <TextField {...field("raum")} label="Raum" optional />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <DateField {...field("von")} label="Erster Tag" />
      </Col>
      <Col span={6}>
        <DateField {...field("bis")} label="Letzter Tag" hint="Leer: bis auf Weiteres." optional />
      </Col>
    </Row>
  </>
);
