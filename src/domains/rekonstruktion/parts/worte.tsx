import type { Rejected } from "../../../platform/form.ts";
import { Checkbox, type FieldsOf, Status } from "../../../ui/index.ts";
import { type Codelisten, nameOf } from "../../codelisten/index.ts";
import type { Station } from "../model/rekonstruktion.ts";
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

/** "Behörde, Amt: Jobcenter" */
export const werHandelte = ({ handelndArt, handelnd }: Station, listen: Codelisten): string =>
  [nameOf(listen.netzwerkart, handelndArt), ...(handelnd === null ? [] : [handelnd])].join(": ");

/** Why it broke at a station, in words. */
export const bruchText = ({ bruchgruende }: Station, listen: Codelisten): string =>
  bruchgruende.map((code) => nameOf(listen.bruchgrund, code)).join(", ");

/** "3, nach 2 Wochen" */
export const stationName = ({ nr, wann }: Pick<Station, "nr" | "wann">): string =>
  wann === null ? `Station ${nr}` : `Station ${nr}, ${wann}`;
