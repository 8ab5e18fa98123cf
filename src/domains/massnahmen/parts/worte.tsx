import { Status } from "../../../ui/index.ts";
import { type Stand, STAENDE, isEnde } from "../model/stand.ts";

const KIND: Partial<Record<Stand, "success" | "warning">> = {
  vorgeschlagen: "warning",
  ruht: "warning",
  umgesetzt: "success",
  wirkung: "success",
};

/** Where a measure is: icon and word. */
export const StandWort = ({ stand }: { readonly stand: Stand }) => (
  <Status kind={isEnde(stand) ? undefined : (KIND[stand] ?? "info")}>{STAENDE[stand]}</Status>
);
