import type { Rejected } from "../../../platform/form.ts";
import { Checkbox, type FieldsOf } from "../../../ui/index.ts";

type Props = { readonly field: FieldsOf; readonly rejected: Rejected | undefined };

/** Asked only where something looked like a name; those of offices and authors may stand. */
export const KeinName = ({ field, rejected }: Props) =>
  rejected !== undefined && rejected.errors.some(({ message }) => message.includes("kein Name ist")) ? (
    <Checkbox {...field("kein_name")} value="ja" label="Die genannten Stellen meinen keine Ratsuchenden" />
  ) : null;
