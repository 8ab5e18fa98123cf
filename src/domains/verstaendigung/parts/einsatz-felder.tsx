import { optionOf } from "../../../platform/choice.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Col,
  type ConflictField,
  type FieldsOf,
  type Option,
  Row,
  SelectField,
  TimeFields,
} from "../../../ui/index.ts";
import { type Codelisten, type Kodewahl, nameOf } from "../../codelisten/index.ts";
import { WEGE, WUENSCHE } from "../model/einsatz.ts";
import { optionsOf, said } from "./pool-felder.tsx";

type Props = {
  readonly field: FieldsOf;
  readonly sprachen: readonly Kodewahl[];
  readonly standorte: readonly Option[];
};

/** Which language, when, where. */
export const EinsatzFelder = ({ field, sprachen, standorte }: Props) => (
  <>
    <Row>
      <Col span={4}>
        <SelectField {...field("sprache")} label="Sprache" options={sprachen.map(optionOf)} empty="Bitte wählen" />
      </Col>
      <Col span={4}>
        <SelectField {...field("weg")} label="Wie" options={optionsOf(WEGE)} />
      </Col>
      <Col span={4}>
        <SelectField {...field("wunsch")} label="Gewünscht ist" options={optionsOf(WUENSCHE)} empty="egal" optional />
      </Col>
    </Row>
    <TimeFields field={field} />
    <SelectField {...field("standort")} label="Standort" options={standorte} empty="an keinem Standort" optional />
  </>
);

/** How each field is called where somebody else saved meanwhile. */
export const einsatzConflict = (listen: Codelisten, standorte: readonly Option[]): readonly ConflictField[] => [
  { name: "sprache", label: "Sprache", show: ([code = ""]) => nameOf(listen.sprache, code) },
  { name: "weg", label: "Wie", show: said(WEGE) },
  { name: "wunsch", label: "Gewünscht ist", show: said(WUENSCHE) },
  { name: "tag", label: "Tag", show: ([iso = ""]) => tagText(iso) },
  { name: "beginn", label: "Uhrzeit" },
  { name: "dauer", label: "Minuten" },
  { name: "standort", label: "Standort", show: ([id = ""]) => standorte.find((o) => o.value === id)?.label ?? id },
];
