import { instant } from "../../../platform/words.ts";
import { tagText } from "../../../platform/span.ts";
import { Card, EmptyState, Entered, Table } from "../../../ui/index.ts";
import { rolleOf } from "../../zugang/index.ts";
import type { Pflege } from "../model/pflege.ts";

const satz = (p: Pflege): string => {
  switch (p.art) {
    case "einladung_abgelaufen":
      return "war noch nie angemeldet, die Einladung ist abgelaufen";
    case "einladung_offen":
      return `war noch nie angemeldet, die Einladung gilt bis ${instant(p.bis)}`;
    case "ohne_rolle":
      return "hat keine Rolle und kann nichts tun";
    case "rolle_endet":
      return `Rolle „${rolleOf(p.rolle)?.name ?? p.rolle}“ endet am ${tagText(p.am)}`;
    case "standort_ohne":
      return "Standort ohne Mitarbeitende";
    case "traeger_ohne":
      return "Träger ohne Zugang";
  }
};

const href = (p: Pflege): string => {
  if ("konto" in p) return `/verwaltung/mitarbeitende/${p.konto}`;
  return p.art === "standort_ohne" ? `/verwaltung/standorte/${p.ort.id}` : `/verwaltung/traeger/${p.ort.id}`;
};

/** What wants looking after, with where to do it. `namen`: of the accounts. */
export function PflegeListe(props: {
  readonly pflege: readonly Pflege[];
  readonly namen: ReadonlyMap<string, string>;
}) {
  const { pflege, namen } = props;
  const wer = (p: Pflege) => ("konto" in p ? (namen.get(p.konto) ?? "Name gelöscht") : p.ort.name);
  return (
    <Card title="Was Pflege braucht">
      <Table
        caption="Was Pflege braucht"
        hideCaption
        rows={pflege}
        href={href}
        columns={[
          { label: "Wer oder wo", cell: (p) => <Entered>{wer(p)}</Entered> },
          { label: "Was", cell: satz },
        ]}
        empty={
          <EmptyState>
            Nichts: Jeder Zugang wird benutzt, keine Rolle endet bald, jeder Standort ist besetzt.
          </EmptyState>
        }
      />
    </Card>
  );
}
