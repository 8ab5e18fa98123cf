import type { Rejected } from "../../../platform/form.ts";
import { Col, DateField, type Option, type OptionGroup, Row, SelectField, TextField } from "../../../ui/index.ts";

/** Who somebody is. */
export function PersonFields(props: {
  readonly konto?: { readonly name: string; readonly email: string };
  readonly emailHint?: string;
  readonly rejected: Rejected | undefined;
}) {
  const { konto, rejected } = props;
  return (
    <>
      <TextField
        name="name"
        label="Vor- und Nachname"
        maxlength={120}
        value={konto?.name}
        rejected={rejected}
        autofocus={konto === undefined}
      />
      <TextField
        name="email"
        type="email"
        label="E-Mail-Adresse"
        hint={props.emailHint}
        maxlength={254}
        value={konto?.email}
        rejected={rejected}
      />
    </>
  );
}

/** Where somebody works. */
export const StandortField = (props: {
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string | null;
  readonly rejected: Rejected | undefined;
}) => (
  <SelectField
    name="standort"
    label="Standort"
    hint="Beim Erfassen ist er vorausgewählt."
    optional
    empty="Keiner"
    options={props.options}
    value={props.value ?? ""}
    rejected={props.rejected}
  />
);

/** A role with its first and last day. */
export function RolleFields(props: {
  readonly rollen: readonly Option[];
  readonly heute: string;
  readonly rejected: Rejected | undefined;
}) {
  const { rollen, heute, rejected } = props;
  return (
    <>
      <SelectField name="rolle" label="Rolle" options={rollen} empty="Bitte wählen" rejected={rejected} />
      <Row>
        <Col span={6}>
          <DateField name="von" label="Erster Tag" value={heute} rejected={rejected} />
        </Col>
        <Col span={6}>
          <DateField name="bis" label="Letzter Tag" hint="Leer: ohne Ende." optional rejected={rejected} />
        </Col>
      </Row>
    </>
  );
}
