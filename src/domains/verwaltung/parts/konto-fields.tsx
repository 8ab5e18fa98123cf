import {
  type FieldsOf,
  type Option,
  type OptionGroup,
  Row,
  SelectField,
  SpanFields,
  TextField,
} from "../../../ui/index.ts";

/** Who somebody is. */
export function PersonFields(props: {
  readonly field: FieldsOf;
  readonly emailHint: string;
  readonly autofocus?: boolean;
}) {
  const { field, emailHint, autofocus } = props;
  return (
    <>
      <TextField {...field("name")} label="Vor- und Nachname" autofocus={autofocus} />
      <TextField {...field("email")} type="email" label="E-Mail-Adresse" hint={emailHint} />
    </>
  );
}

/** Where somebody works. */
export const StandortField = (props: {
  readonly field: FieldsOf;
  readonly options: readonly (Option | OptionGroup)[];
}) => (
  <SelectField
    {...props.field("standort")}
    label="Standort"
    hint="Beim Erfassen ist er vorausgewählt."
    optional
    empty="Keiner"
    options={props.options}
  />
);

/** A role with its first and last day. */
export function RolleFields({ field, rollen }: { readonly field: FieldsOf; readonly rollen: readonly Option[] }) {
  return (
    <>
      <SelectField {...field("rolle")} label="Rolle" options={rollen} empty="Bitte wählen" />
      <Row>
        <SpanFields field={field} span={6} />
      </Row>
    </>
  );
}
