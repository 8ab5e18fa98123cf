import { optionOf } from "../../../platform/choice.ts";
import {
  CheckChips,
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  Row,
  SelectField,
  SelectSeveral,
  TextField,
} from "../../../ui/index.ts";
import { type Kodewahl, MITBRINGWAHL } from "../../codelisten/index.ts";
import { ORGANISATION_ARTEN } from "../model/organisation.ts";

type Props = {
  readonly field: FieldsOf;
  readonly felder: readonly Kodewahl[];
  readonly sprachen: readonly Kodewahl[];
};

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What is known of a place that people are sent to. Nobody is named here. */
export function OrganisationFelder({ field, felder, sprachen }: Props) {
  return (
    <>
      <Row>
        <Col span={8}>
          <TextField {...field("name")} label="Name" />
        </Col>
        <Col span={4}>
          <SelectField {...field("art")} label="Art" options={optionsOf(ORGANISATION_ARTEN)} empty="Bitte wählen" />
        </Col>
      </Row>
      <CheckChips {...field("felder")} label="Wozu hilft sie?" options={felder.map(optionOf)} />
      <TextField {...field("anschrift")} label="Anschrift" hint="Straße, Postleitzahl, Ort." optional />
      <Row>
        <Col span={6}>
          <TextField {...field("telefon")} label="Telefon" hint="Der Stelle, nicht einer Person." optional />
        </Col>
        <Col span={6}>
          <TextField {...field("email")} label="E-Mail" hint="Der Stelle, nicht einer Person." optional />
        </Col>
      </Row>
      <TextField {...field("zeiten")} label="Öffnungszeiten" hint="So stehen sie auf dem Zettel." optional />
      <SelectSeveral
        {...field("sprachen")}
        label="Sprachen"
        item="Sprache"
        options={sprachen.map(optionOf)}
        empty="–"
        optional
      />
      <CheckChips
        {...field("mitbringen")}
        label="Was bringt man mit?"
        hint="Steht auf dem Zettel in der Sprache der Person."
        options={MITBRINGWAHL}
        optional
      />
      <DateField
        {...field("geschlossen_ab")}
        label="Geschlossen ab"
        hint="Ab diesem Tag kann niemand mehr dorthin verweisen."
        optional
      />
    </>
  );
}

const said =
  (words: Readonly<Record<string, string>>) =>
  (codes: readonly string[]): string =>
    codes.map((one) => words[one] ?? one).join(", ");

export const ORGANISATION_CONFLICT: readonly ConflictField[] = [
  { name: "name", label: "Name" },
  { name: "art", label: "Art", show: said(ORGANISATION_ARTEN) },
  { name: "felder", label: "Wozu hilft sie?" },
  { name: "anschrift", label: "Anschrift" },
  { name: "telefon", label: "Telefon" },
  { name: "email", label: "E-Mail" },
  { name: "zeiten", label: "Öffnungszeiten" },
  { name: "sprachen", label: "Sprachen" },
  {
    name: "mitbringen",
    label: "Was bringt man mit?",
    show: said(Object.fromEntries(MITBRINGWAHL.map(({ value, label }) => [value, label]))),
  },
  { name: "geschlossen_ab", label: "Geschlossen ab" },
];
