import { type Choice, optionOf } from "../../../platform/choice.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Col, DateField, type FieldsOf, RadioSegment, Row, SelectField, TextField } from "../../../ui/index.ts";
import { KENNZAHLEN, ZAHL } from "../model/kennzahl.ts";
import { RICHTUNG, RICHTUNGEN } from "../model/massnahme.ts";
import { KeinName } from "./felder.tsx";

type Props = {
  readonly field: FieldsOf;
  readonly felder: readonly Choice[];
  readonly kommunen: readonly Choice[];
  readonly rejected: Rejected | undefined;
};

export const CONFLICT = [
  { name: "name", label: "Was wird gemessen?" },
  { name: "einheit", label: "Worin?" },
  { name: "richtung", label: "Was ist besser?" },
  { name: "anfang", label: "Wie war es am Anfang?" },
  { name: "anfang_am", label: "Anfang am" },
  { name: "ziel", label: "Ziel" },
  { name: "ziel_am", label: "Ziel erreicht bis" },
];

/** The fields of an indicator: typed, or bound to a figure of the program, which then says name, unit and start itself. */
export const IndikatorFelder = ({ field, felder, kommunen, rejected }: Props) => (
  <>
    <SelectField
      {...field("zahl")}
      label="Woher kommen die Werte?"
      hint="Eine Zahl von KIM folgt von selbst; dann können Name, Einheit und Anfang leer bleiben."
      empty="Ich tippe sie"
      options={ZAHL.map((one) => ({ value: one, label: KENNZAHLEN[one].name }))}
      optional
    />
    <Row>
      <Col span={6}>
        <SelectField
          {...field("handlungsfeld")}
          label="Handlungsfeld"
          hint="Für Verweise und Nennungen."
          empty="keines"
          options={felder.map(optionOf)}
          optional
        />
      </Col>
      <Col span={6}>
        <SelectField
          {...field("kommune")}
          label="Kommune"
          hint="Für DELFIN 4; leer: der ganze Kreis."
          empty="ganzer Kreis"
          options={kommunen.map(optionOf)}
          optional
        />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <TextField
          {...field("name")}
          label="Was wird gemessen?"
          hint="Zum Beispiel: Plätze neben dem Sprachkurs."
          optional
        />
      </Col>
      <Col span={6}>
        <TextField {...field("einheit")} label="Worin?" hint="Zum Beispiel: Plätze, Tage, Prozent." optional />
      </Col>
    </Row>
    <WerteFelder field={field} />
    <KeinName field={field} rejected={rejected} />
  </>
);

/** From where to where, until when. */
const WerteFelder = ({ field }: Pick<Props, "field">) => (
  <>
    <RadioSegment
      {...field("richtung")}
      label="Was ist besser?"
      options={RICHTUNG.map((one) => ({ value: one, label: RICHTUNGEN[one] }))}
    />
    <Row>
      <Col span={6}>
        <TextField {...field("anfang")} label="Wie war es am Anfang?" hint="Nur, wenn Sie die Werte tippen." optional />
      </Col>
      <Col span={6}>
        <DateField
          {...field("anfang_am")}
          label="Anfang am"
          hint="Bei einer Zahl von KIM: in welchem Halbjahr oder Jahr."
        />
      </Col>
    </Row>
    <Row>
      <Col span={6}>
        <TextField {...field("ziel")} label="Ziel" />
      </Col>
      <Col span={6}>
        <DateField {...field("ziel_am")} label="Ziel erreicht bis" />
      </Col>
    </Row>
  </>
);
