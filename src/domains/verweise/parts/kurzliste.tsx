import { Day, EmptyState, Status, Table } from "../../../ui/index.ts";
import { type Codelisten, kurzOf } from "../../codelisten/index.ts";
import type { VerweisKurz } from "../queries/listen.ts";
import { LIST } from "./getan.ts";
import { standKind, standText, wohin } from "../model/worte.ts";

type Props = { readonly verweise: readonly VerweisKurz[]; readonly listen: Codelisten; readonly empty: string };

/** Where one person was sent, the last first. */
export const VerweisKurzliste = ({ verweise, listen, empty }: Props) => (
  <Table
    caption="Verweise, der letzte zuerst"
    hideCaption
    rows={verweise}
    href={({ id }) => `${LIST}/${id}`}
    empty={<EmptyState>{empty}</EmptyState>}
    columns={[
      { label: "Wohin", cell: wohin },
      { label: "Worum", cell: ({ handlungsfeld }) => kurzOf(listen.handlungsfeld, handlungsfeld) },
      { label: "Verwiesen", cell: ({ am }) => <Day iso={am} /> },
      { label: "Stand", cell: (v) => <Status kind={standKind(v.stand)}>{standText(v)}</Status> },
    ]}
  />
);
