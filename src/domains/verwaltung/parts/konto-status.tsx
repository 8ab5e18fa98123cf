import { Status } from "../../../ui/index.ts";

/** Whether somebody can sign in, as a word. */
export function KontoStatus({ status }: { readonly status: string }) {
  if (status === "aktiv") return <Status kind="success">aktiv</Status>;
  return <Status kind={status === "eingeladen" ? "warning" : "info"}>{status}</Status>;
}
