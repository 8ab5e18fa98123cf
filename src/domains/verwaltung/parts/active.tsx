import { Checkbox, type FieldsOf, Status } from "../../../ui/index.ts";

/** Whether something is still offered, as a word. */
export const Active = ({ aktiv }: { readonly aktiv: boolean }) =>
  aktiv ? <Status kind="success">aktiv</Status> : <Status kind="info">inaktiv</Status>;

/** Opens and closes a record that is never deleted. */
export const ActiveField = ({ field, hint }: { readonly field: FieldsOf; readonly hint: string }) => (
  <Checkbox {...field("aktiv")} label="Aktiv" hint={hint} />
);

/** The check box among the fields of two versions. */
export const ACTIVE_CONFLICT = { name: "aktiv", label: "Stand", show: () => "aktiv", empty: "inaktiv" };
