import { type Choice, optionOf } from "../../../platform/choice.ts";
import { tagText } from "../../../platform/span.ts";
import {
  CheckChips,
  type ConflictField,
  type FieldsOf,
  type OptionGroup,
  Row,
  SelectField,
  SpanFields,
  TextField,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { MODULE } from "../model/stelle.ts";
import { MODUL_NAMEN } from "../model/texte.ts";
import { VzaeField } from "./vzae-field.tsx";

/** What a post can be and where: what is open, and what it has already. */
export type StelleChoices = { readonly arten: readonly Kodewahl[]; readonly kommunen: readonly Choice[] };

const artOptions = (arten: readonly Kodewahl[]): OptionGroup[] =>
  MODULE.map((modul) => ({
    label: MODUL_NAMEN[modul],
    options: arten.filter((k) => k.gruppe === modul).map(optionOf),
  })).filter((group) => group.options.length > 0);

const days = (values: readonly string[]) => values.map(tagText).join(", ");

/** Every field of the form in words, for showing two versions of it. */
export function stelleConflict(choices: StelleChoices): readonly ConflictField[] {
  const kommunen = new Map(choices.kommunen.map((k) => [k.value, k.name]));
  return [
    {
      name: "art",
      label: "Art",
      show: ([code]) => choices.arten.find((k) => k.code === code)?.name ?? code,
    },
    { name: "bezeichnung", label: "Bezeichnung" },
    { name: "vzae", label: "Vollzeitäquivalente" },
    { name: "von", label: "Erster Tag", show: days },
    { name: "bis", label: "Letzter Tag", show: days, empty: "ohne Ende" },
    { name: "kommunen", label: "Kommunen", show: (ags) => ags.map((one) => kommunen.get(one) ?? one).join(", ") },
  ];
}

type FieldsProps = {
  readonly choices: StelleChoices;
  readonly field: FieldsOf;
};

/** What a post is, how much, from when until when, and where. */
export function StelleFields({ choices, field }: FieldsProps) {
  return (
    <>
      <SelectField {...field("art")} label="Art der Stelle" options={artOptions(choices.arten)} empty="Bitte wählen" />
      <TextField
        {...field("bezeichnung")}
        label="Bezeichnung"
        hint="Zum Beispiel die Nummer im Stellenplan. Kein Name einer Person."
        optional
      />
      <Row>
        <VzaeField {...field("vzae")} />
        <SpanFields field={field} span={4} from="Genehmigt ab" />
      </Row>
      <CheckChips
        {...field("kommunen")}
        label="Kommunen"
        hint="Für welche Kommunen die Stelle zuständig ist. Beim lokalen Case Management mindestens eine."
        optional
        options={choices.kommunen.map(optionOf)}
      />
    </>
  );
}
