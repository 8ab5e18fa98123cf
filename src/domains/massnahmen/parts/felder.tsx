import { offered, optionOf } from "../../../platform/choice.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  Checkbox,
  Col,
  DateField,
  type FieldsOf,
  Row,
  SelectField,
  SelectSeveral,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { Massnahme } from "../model/massnahme.ts";
import type { Wahl } from "../queries/wahl.ts";

/** What of a measure may have been changed by somebody else meanwhile. */
export const CONFLICT = [
  { name: "titel", label: "Wie heißt die Maßnahme?" },
  { name: "ziel", label: "Was soll sich ändern?" },
  { name: "verantwortlich", label: "Wer verantwortet sie?" },
  { name: "budget", label: "Budget in Euro" },
  { name: "quelle", label: "Woher das Geld kommt" },
  { name: "von", label: "Beginnt am" },
  { name: "bis", label: "Endet am" },
];

type Props = {
  readonly field: FieldsOf;
  readonly wahl: Wahl;
  readonly rejected: Rejected | undefined;
  readonly kept?: Massnahme | undefined;
};

/** The fields of a measure. */
export function MassnahmeFelder({ field, wahl, rejected, kept }: Props) {
  return (
    <>
      <TextField
        {...field("titel")}
        label="Wie heißt die Maßnahme?"
        hint="Zum Beispiel: Zwei Gruppen im Familienzentrum."
      />
      <SelectSeveral
        {...field("luecken")}
        label="Gegen welche Lücken?"
        item="Lücke"
        empty="keine weitere"
        slots={2}
        options={offered(wahl.luecken, kept?.luecken).map(optionOf)}
      />
      <TextArea spellcheck {...field("ziel")} label="Was soll sich ändern?" rows={3} />
      <TextField
        {...field("verantwortlich")}
        label="Wer verantwortet sie?"
        hint="Stelle und Funktion, kein Name: Jugendamt, Fachberatung Kita."
      />
      <SelectSeveral
        {...field("organisationen")}
        label="Welche Organisationen wirken mit?"
        item="Organisation"
        empty="keine weitere"
        slots={3}
        options={offered(wahl.organisationen, kept?.organisationen).map(optionOf)}
        optional
      />
      <Row>
        <Col span={6}>
          <TextField {...field("budget")} label="Budget in Euro" hint="Zum Beispiel 12.500." optional />
        </Col>
        <Col span={6}>
          <TextField {...field("quelle")} label="Woher das Geld kommt" optional />
        </Col>
      </Row>
      <Row>
        <Col span={6}>
          <DateField {...field("von")} label="Beginnt am" />
        </Col>
        <Col span={6}>
          <DateField {...field("bis")} label="Endet am" optional />
        </Col>
      </Row>
      <WoherFelder field={field} wahl={wahl} kept={kept} />
      <KeinName field={field} rejected={rejected} />
    </>
  );
}

const maybe = (value: string | null | undefined) => (value === null || value === undefined ? [] : [value]);

/** What it rests on and who carries it out. */
const WoherFelder = ({ field, wahl, kept }: Pick<Props, "field" | "wahl" | "kept">) => (
  <>
    <SelectField
      {...field("beschluss")}
      label="Aus welchem Beschluss?"
      hint="Leer, solange sie nur vorgeschlagen ist."
      empty="noch keinem"
      options={offered(wahl.beschluesse, maybe(kept?.beschlussId)).map(optionOf)}
      optional
    />
    <SelectField
      {...field("gruppe")}
      label="Projektgruppe"
      hint="Wer sie umsetzt."
      empty="keine"
      options={offered(wahl.gruppen, maybe(kept?.gruppeId)).map(optionOf)}
      optional
    />
  </>
);

/** Asked only where something looked like a name. */
export const KeinName = ({ field, rejected }: Pick<Props, "field" | "rejected">) =>
  rejected !== undefined && rejected.errors.some(({ message }) => message.includes("kein Name ist")) ? (
    <Checkbox {...field("kein_name")} label="Die genannten Wörter sind keine Namen von Personen" />
  ) : null;
