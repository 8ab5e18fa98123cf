import type { Visit } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  CardPage,
  ConflictNotice,
  Form,
  NumberField,
  SelectField,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { traegerValues } from "../model/form-values.ts";
import { RECHTSRAHMEN, TRAEGER_ARTEN } from "../model/stammdaten.ts";
import { ACTIVE_CONFLICT, ActiveField } from "./active.tsx";
import { belowList } from "./below.ts";

type TraegerFormProps = {
  readonly visit: Visit;
  readonly title: string;
  readonly action: string;
  /** What is changed; nothing for a new one. */
  readonly traeger?: Parameters<typeof traegerValues>[0] & { readonly version: number };
  readonly rejected: Rejected | undefined;
};

const LIST = "/verwaltung/traeger";

const ARTEN = Object.entries(TRAEGER_ARTEN).map(([value, label]) => ({ value, label }));

/** The kind of a Träger in words. */
export const artWord = (values: readonly string[]): string =>
  ARTEN.find((art) => art.value === values[0])?.label ?? values.join(", ");

const RAHMEN = Object.entries(RECHTSRAHMEN).map(([value, label]) => ({ value, label }));

const FIELDS = [
  { name: "name", label: "Name" },
  { name: "art", label: "Art", show: artWord },
  {
    name: "rechtsrahmen",
    label: "Datenschutzrecht",
    show: ([value]: readonly string[]) => RAHMEN.find((one) => one.value === value)?.label ?? "",
  },
  { name: "eigenesWortAb", label: "Kind willigt selbst ein ab" },
  ACTIVE_CONFLICT,
];

/** The page on which a Träger is made or changed. */
export function TraegerForm(props: TraegerFormProps) {
  const { visit, title, action, traeger, rejected } = props;
  const record = traeger && { version: traeger.version, values: traegerValues(traeger) };
  const field = fieldsOf(record?.values, rejected);
  return (
    <CardPage {...belowList(visit, "Träger", LIST)} title={title} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={FIELDS} stored={action} />
      <Form action={action} record={record} rejected={rejected}>
        <TextField {...field("name")} label="Name" autofocus={traeger === undefined} />
        <SelectField {...field("art")} label="Was für ein Träger ist das?" options={ARTEN} empty="Bitte wählen" />
        {traeger === undefined ? null : (
          <>
            <SelectField {...field("rechtsrahmen")} label="Welches Datenschutzrecht gilt?" options={RAHMEN} />
            <NumberField
              {...field("eigenesWortAb")}
              label="Ab welchem Alter willigt ein Kind selbst mit ein?"
              hint="Neben den Sorgeberechtigten. 7 bis 17 Jahre."
            />
            <ActiveField
              field={field}
              hint="Ohne Haken ist der Träger stillgelegt: keine neuen Zugänge und Standorte. Seine Akten bleiben. Das geht erst, wenn niemand dort mehr Zugang hat."
            />
          </>
        )}
        <Submit label={traeger === undefined ? "Anlegen" : "Speichern"} cancel={LIST} />
      </Form>
    </CardPage>
  );
}
