import { type Choice, optionOf } from "../../../platform/choice.ts";
import { Checkbox, DateField, type FieldsOf, TextArea } from "../../../ui/index.ts";

/** Since when a break is noticed. */
export const SeitFeld = ({ field }: { readonly field: FieldsOf }) => (
  <DateField {...field("seit")} label="Seit wann fällt es auf?" hint="Der Tag muss nicht genau stimmen." optional />
);

/** What a station says of it already, and whether somebody is told by mail. */
export const BeispielFelder = ({ field }: { readonly field: FieldsOf }) => (
  <>
    <TextArea
      spellcheck
      {...field("beispiel")}
      label="Beispiel ohne Personen"
      hint="Aus der Station übernommen. Andere im Kreis lesen es."
      rows={4}
      optional
    />
    <Checkbox
      {...field("mail")}
      label="Auch per Mail sagen, wenn sich etwas tut"
      hint="Die Mail nennt keinen Inhalt."
    />
  </>
);

/** Kommunen as chips. */
export const kommunenFeld = (towns: readonly Choice[]) => ({
  label: "In welchen Kommunen?",
  hint: "Wo es fehlt, nicht wo jemand wohnt.",
  options: towns.map(optionOf),
});
