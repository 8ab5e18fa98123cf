import { optionOf } from "../../../platform/choice.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Col,
  type ConflictField,
  DateField,
  type FieldsOf,
  type Option,
  Row,
  SelectField,
  SelectSeveral,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { ARTEN, GESCHLECHTER } from "../model/pool.ts";

export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Who interprets: languages, how to reach them, what is paid. */
export const PoolFelder = (props: { readonly field: FieldsOf; readonly sprachen: readonly Kodewahl[] }) => {
  const { field, sprachen } = props;
  return (
    <>
      <TextField {...field("name")} label="Name" hint="Wird versiegelt." />
      <SelectSeveral
        {...field("sprachen")}
        label="Sprachen"
        item="Sprache"
        options={sprachen.map(optionOf)}
        empty="–"
      />
      <Row>
        <Col span={6}>
          <SelectField
            {...field("geschlecht")}
            label="Geschlecht"
            options={optionsOf(GESCHLECHTER)}
            empty="Bitte wählen"
          />
        </Col>
        <Col span={6}>
          <SelectField {...field("art")} label="Arbeitet als" options={optionsOf(ARTEN)} empty="Bitte wählen" />
        </Col>
      </Row>
      <Row>
        <Col span={6}>
          <TextField {...field("telefon")} label="Telefon" hint="Wird versiegelt." optional />
        </Col>
        <Col span={6}>
          <TextField {...field("email")} label="E-Mail" hint="Wird versiegelt." optional />
        </Col>
      </Row>
      <Row>
        <Col span={4}>
          <TextField {...field("satz")} label="Euro je Stunde" hint="z. B. 25 oder 12,50; leer: ohne Geld." optional />
        </Col>
        <Col span={4}>
          <DateField
            {...field("verpflichtet_am")}
            label="Auf Verschwiegenheit verpflichtet am"
            hint="Vorher bucht niemand."
            optional
          />
        </Col>
        <Col span={4}>
          <DateField {...field("beendet_ab")} label="Nicht mehr ab" optional />
        </Col>
      </Row>
      <TextArea
        {...field("notiz")}
        label="Notiz"
        hint="Zum Beispiel Dialekt oder Zeiten. Nichts über Ratsuchende. Wird versiegelt."
        rows={3}
        optional
      />
    </>
  );
};

/** What a code is called where somebody else saved meanwhile. */
export const said =
  (words: Readonly<Record<string, string>>) =>
  ([code = ""]: readonly string[]): string =>
    words[code] ?? code;
const tag = ([iso = ""]: readonly string[]) => tagText(iso);

export const POOL_CONFLICT: readonly ConflictField[] = [
  { name: "name", label: "Name" },
  { name: "sprachen", label: "Sprachen" },
  { name: "geschlecht", label: "Geschlecht", show: said(GESCHLECHTER) },
  { name: "art", label: "Arbeitet als", show: said(ARTEN) },
  { name: "telefon", label: "Telefon" },
  { name: "email", label: "E-Mail" },
  { name: "satz", label: "Euro je Stunde" },
  { name: "verpflichtet_am", label: "Auf Verschwiegenheit verpflichtet am", show: tag },
  { name: "beendet_ab", label: "Nicht mehr ab", show: tag },
  { name: "notiz", label: "Notiz" },
];
