import type { Visit } from "../../../platform/access.ts";
import { type Choice, offered, optionOf } from "../../../platform/choice.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, ConflictNotice, Form, SelectField, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { standortValues } from "../model/form-values.ts";
import { belowList } from "./below.ts";
import { ACTIVE_CONFLICT, ActiveField } from "./active.tsx";
import { TraegerField } from "./traeger-field.tsx";

type Standort = {
  readonly name: string;
  readonly ags: string;
  readonly traeger: string;
  readonly aktiv: boolean;
  readonly version: number;
};

type StandortFormProps = {
  readonly visit: Visit;
  readonly title: string;
  readonly action: string;
  /** What is changed; nothing for a new one. */
  readonly standort?: Standort;
  readonly traeger: readonly Choice[];
  readonly kommunen: readonly Choice[];
  readonly rejected: Rejected | undefined;
};

const LIST = "/verwaltung/standorte";

/** The page on which a Standort is made or changed. It stays with its Träger for good. */
export function StandortForm(props: StandortFormProps) {
  const { visit, title, action, standort, rejected } = props;
  const record = standort && { version: standort.version, values: standortValues(standort) };
  const field = fieldsOf(record?.values, rejected);
  const kommunen = offered(props.kommunen, standort === undefined ? [] : [standort.ags]).map(optionOf);
  const word = ([ags]: readonly string[]) => kommunen.find((k) => k.value === ags)?.label ?? ags;
  const fields = [{ name: "ags", label: "Kommune", show: word }, { name: "name", label: "Name" }, ACTIVE_CONFLICT];
  return (
    <CardPage {...belowList(visit, "Standorte", LIST)} title={title} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={fields} stored={action} />
      <Form action={action} record={record} rejected={rejected}>
        {standort === undefined ? (
          <TraegerField field={field("traegerId")} traeger={offered(props.traeger)} />
        ) : (
          <p>Träger: {standort.traeger}</p>
        )}
        <SelectField {...field("ags")} label="Kommune" options={kommunen} empty="Bitte wählen" />
        <TextField
          {...field("name")}
          label="Name"
          hint="So, wie er beim Erfassen zur Auswahl stehen soll, zum Beispiel Rathaus."
        />
        {standort === undefined ? null : (
          <ActiveField
            field={field}
            hint="Ohne Haken steht der Standort nicht mehr zur Auswahl. Was dort erfasst wurde, bleibt."
          />
        )}
        <Submit label={standort === undefined ? "Anlegen" : "Speichern"} cancel={LIST} />
      </Form>
    </CardPage>
  );
}
