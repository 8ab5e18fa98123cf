import { Alert, ButtonLink, Details, Table, formatCount } from "../../../ui/index.ts";
import { istGenannt } from "../../auswertung/index.ts";
import type { Aenderung } from "../model/geaendert.ts";
import { zelle } from "../model/sprache.ts";

const difference = ({ damals, jetzt }: Aenderung): string => {
  if (!istGenannt(damals) || !istGenannt(jetzt)) return "";
  const n = jetzt - damals;
  return n > 0 ? `+ ${formatCount(n)}` : formatCount(n);
};

/** So many differences are told at once; the rest stands in the table. */
const FIRST = 3;

/** That figures have moved since the release, by how much, and what to do. The report itself stays as it is. */
export function SeitFreigabe(props: { readonly all: readonly Aenderung[]; readonly berichtigen: string | undefined }) {
  const { all, berichtigen } = props;
  if (all.length === 0) return null;
  const told = all
    .slice(0, FIRST)
    .map((a) => `${a.name} ${zelle(a.damals)}, jetzt ${zelle(a.jetzt)} (${difference(a)})`);
  return (
    <Alert kind="warning" title="Seit der Freigabe haben sich Zahlen geändert">
      <p>
        {told.join("; ")}
        {all.length > FIRST ? ` und ${all.length - FIRST} weitere` : ""}. Der Bericht bleibt, wie er freigegeben ist.
      </p>
      <Details summary="Alle Unterschiede zeigen">
        <Table
          caption="Zahlen des Berichts und jetzt"
          hideCaption
          rows={all}
          columns={[
            { label: "Zahl", cell: (a) => a.name },
            { label: "im Bericht", cell: (a) => zelle(a.damals), figure: true },
            { label: "jetzt", cell: (a) => zelle(a.jetzt), figure: true },
            { label: "Unterschied", cell: difference, figure: true },
          ]}
        />
      </Details>
      {berichtigen === undefined ? null : <ButtonLink href={berichtigen}>Berichtigen</ButtonLink>}
    </Alert>
  );
}
