import type { Rejected } from "../../../platform/form.ts";
import { optionOf, type Choice } from "../../../platform/choice.ts";
import {
  CheckChips,
  Checkbox,
  Col,
  DateField,
  type FieldsOf,
  Fold,
  HiddenField,
  NumberField,
  Row,
  SelectField,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";

type LueckeFieldsProps = {
  readonly field: FieldsOf;
  readonly felder: readonly Kodewahl[];
  /** Where one begins to type: behind what is known already. */
  readonly begins: "handlungsfeld" | "satz" | undefined;
};

/** What is missing: its field and a sentence. */
export const SatzFields = ({ field, felder, begins }: LueckeFieldsProps) => (
  <>
    <SelectField
      {...field("handlungsfeld")}
      label="Handlungsfeld"
      options={felder.map(({ code, name }) => ({ value: code, label: name }))}
      empty="Bitte wählen"
      autofocus={begins === "handlungsfeld"}
    />
    <TextField
      {...field("satz")}
      autofocus={begins === "satz"}
      label="Was fehlt?"
      hint="Ein Satz ohne Personen, zum Beispiel: Für Kinder unter 3 gibt es in zwei Kommunen keinen Platz neben dem Sprachkurs."
    />
  </>
);

type GewichtFieldsProps = {
  readonly field: FieldsOf;
  readonly kommunen: readonly Choice[];
  readonly rechtskreise: readonly Kodewahl[] | undefined;
  readonly rejected: Rejected | undefined;
};

/** Where, for how many, since when; what takes longer than 20 seconds is folded on a phone and never asked for. */
export function GewichtFields({ field, kommunen, rechtskreise, rejected }: GewichtFieldsProps) {
  const wrong = rejected !== undefined && rejected.errors.some(({ field: at }) => at === "beispiel" || at === "seit");
  const more = wrong || ["personen", "seit", "rechtskreis", "beispiel"].some((name) => field(name).checked);
  return (
    <>
      <CheckChips
        {...field("kommunen")}
        label="In welchen Kommunen?"
        hint="Wo es fehlt, nicht wo jemand wohnt."
        options={kommunen.map(optionOf)}
      />
      <Fold summary="Wie viele, seit wann, Beispiel" open={more}>
        <Row>
          <Col span={6}>
            <NumberField {...field("personen")} label="Wie viele Menschen etwa?" optional />
          </Col>
          <Col span={6}>
            <DateField
              {...field("seit")}
              label="Seit wann fällt es auf?"
              hint="Der Tag muss nicht genau stimmen."
              optional
            />
          </Col>
        </Row>
        {rechtskreise === undefined ? null : (
          <SelectField
            {...field("rechtskreis")}
            label="Rechtskreis"
            options={rechtskreise.map(optionOf)}
            empty="weiß ich nicht"
            optional
          />
        )}
        <TextArea
          spellcheck
          {...field("beispiel")}
          label="Beispiel ohne Personen"
          hint="Was geschah, ohne Namen, Orte und Tage. Andere im Kreis lesen es."
          rows={3}
          optional
        />
      </Fold>
      <Checkbox
        {...field("mail")}
        label="Auch per Mail sagen, wenn sich etwas tut"
        hint="Die Mail nennt keinen Inhalt."
      />
      <KeinName field={field} rejected={rejected} />
    </>
  );
}

/** Asked only where something looked like a name. */
export const KeinName = ({ field, rejected }: Pick<GewichtFieldsProps, "field" | "rejected">) =>
  rejected !== undefined && rejected.errors.some(({ message }) => message.includes("kein Name ist")) ? (
    <Checkbox {...field("kein_name")} label="Die genannten Wörter sind keine Namen von Personen" />
  ) : null;

/** From where somebody reports; kept with the form. */
export const QuelleFields = ({ fall, beratung }: { readonly fall: string; readonly beratung: string }) => (
  <>
    <HiddenField name="fall" value={fall} />
    <HiddenField name="beratung" value={beratung} />
  </>
);
