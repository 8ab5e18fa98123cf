import type { Rejected } from "../../../platform/form.ts";
import { Checkbox, Status } from "../../../ui/index.ts";

/** Whether something is still offered, as a word. */
export const Active = ({ aktiv }: { readonly aktiv: boolean }) =>
  aktiv ? <Status kind="success">aktiv</Status> : <Status kind="info">inaktiv</Status>;

/** Opens and closes a record that is never deleted. */
export const ActiveField = (props: {
  readonly aktiv: boolean;
  readonly hint: string;
  readonly rejected: Rejected | undefined;
}) => <Checkbox name="aktiv" label="Aktiv" checked={props.aktiv} hint={props.hint} rejected={props.rejected} />;

/** The check box among the fields of two versions. */
export const ACTIVE_CONFLICT = { name: "aktiv", label: "Stand", show: () => "aktiv", empty: "inaktiv" };
