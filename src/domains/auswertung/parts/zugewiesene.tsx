import { Card, Table } from "../../../ui/index.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import { ZUGEWIESENE, ZUGEWIESENE_FELDER } from "../model/zugewiesene.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";
import { zahlText } from "./zahl-text.ts";

/** People who were assigned, beside the consultations: how many, and whom somebody met. Nothing where nobody was. */
export function ZugewieseneMenschen({ u: { zugewiesene: z } }: { readonly u: Uebersicht }) {
  if (z === null) return null;
  return (
    <Card title="Neu zugewiesene Menschen" id="zugewiesene">
      <Table
        caption="Neu zugewiesene Menschen"
        hideCaption
        rows={ZUGEWIESENE_FELDER}
        columns={[
          { label: "Was", cell: (feld) => ZUGEWIESENE[feld] },
          { label: "Menschen", cell: (feld) => zahlText(z[feld]), figure: true },
        ]}
      />
      <p class="hint">{DEFINITIONEN.zugewiesene}</p>
    </Card>
  );
}
