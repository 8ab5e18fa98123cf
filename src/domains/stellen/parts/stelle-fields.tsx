import { tagText } from "../../../platform/span.ts";
import {
  CheckChips,
  type ConflictField,
  type FieldsOf,
  type Option,
  type OptionGroup,
  Row,
  SelectField,
  SpanFields,
  TextField,
} from "../../../ui/index.ts";
import type { Kode } from "../../codelisten/index.ts";
import type { StelleAkte } from "../queries/stellen.ts";
import { MODULE } from "../model/stelle.ts";
import { MODUL_NAMEN } from "../model/texte.ts";
import { VzaeField } from "./vzae-field.tsx";

/** What a post can be and where; `arten` those that may be chosen, `kommunen` the open ones. */
export type StelleChoices = {
  readonly arten: readonly Kode[];
  readonly kommunen: readonly { readonly ags: string; readonly name: string }[];
};

const artOptions = (arten: readonly Kode[]): OptionGroup[] =>
  MODULE.map((modul) => ({
    label: MODUL_NAMEN[modul],
    options: arten.filter((k) => k.gruppe === modul).map((k) => ({ value: k.code, label: k.name })),
  })).filter((group) => group.options.length > 0);

/** The open Kommunen, and those of the post even when they were closed since. */
function kommuneOptions({ kommunen }: StelleChoices, stelle: StelleAkte | undefined): Option[] {
  const open = new Set(kommunen.map((k) => k.ags));
  const closed = (stelle?.kommunen ?? []).filter((k) => !open.has(k.ags));
  return [
    ...kommunen.map((k) => ({ value: k.ags, label: k.name })),
    ...closed.map((k) => ({ value: k.ags, label: `${k.name} (inaktiv)` })),
  ];
}

const days = (values: readonly string[]) => values.map(tagText).join(", ");

/** Every field of the form in words, for showing two versions of it. */
export function stelleConflict(choices: StelleChoices, stelle: StelleAkte): readonly ConflictField[] {
  const kommunen = new Map(kommuneOptions(choices, stelle).map((o) => [o.value, o.label]));
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
  /** The post that is changed; it may keep Kommunen that were closed since. */
  readonly stelle?: StelleAkte;
  readonly field: FieldsOf;
};

/** What a post is, how much, from when until when, and where. */
export function StelleFields({ choices, stelle, field }: FieldsProps) {
  return (
    <>
      <SelectField {...field("art")} label="Art der Stelle" options={artOptions(choices.arten)} empty="Bitte wählen" />
      <TextField
        {...field("bezeichnung")}
        label="Bezeichnung"
        hint="Zum Beispiel die Nummer im Stellenplan. Kein Name einer Person."
        maxlength={80}
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
        options={kommuneOptions(choices, stelle)}
      />
    </>
  );
}
