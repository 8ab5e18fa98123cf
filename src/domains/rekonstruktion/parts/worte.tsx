import type { Rejected } from "../../../platform/form.ts";
import { Checkbox, type FieldsOf, Status } from "../../../ui/index.ts";
import { type Stand, STAENDE } from "../model/stand.ts";

const KIND: Readonly<Record<Stand, "success" | "info" | "warning">> = {
  begonnen: "warning",
  in_arbeit: "info",
  abgeschlossen: "success",
  wieder_offen: "warning",
};

/** Where a reconstruction is: icon and word. */
export const StandWort = ({ stand }: { readonly stand: Stand }) => <Status kind={KIND[stand]}>{STAENDE[stand]}</Status>;

type KeinNameProps = { readonly field: FieldsOf; readonly rejected: Rejected | undefined };

/** Asked only where something looked like a name. */
export const KeinName = ({ field, rejected }: KeinNameProps) =>
  rejected !== undefined && rejected.errors.some(({ message }) => message.includes("kein Name ist")) ? (
    <Checkbox {...field("kein_name")} label="Die genannten Wörter sind keine Namen von Personen" />
  ) : null;
