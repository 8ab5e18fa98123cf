import { compareNames, zahl } from "../../../platform/words.ts";
import { Card, type Column, Details, Table } from "../../../ui/index.ts";
import type { Befund } from "../model/uebernahme.ts";
import { GENOMMEN, type Zahlen as Figures, type Wortoption } from "../../../listen/index.ts";

type Posten = { readonly wort: string; readonly n: number };

const spalten = (wort: string, zahlwort: string): Column<Posten>[] => [
  { label: wort, cell: (posten) => posten.wort },
  { label: zahlwort, figure: true, cell: (posten) => zahl(posten.n) },
];

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

/** How the rows of a list end; the parts add up to the last line. */
export function Zeilenbilanz({ befund }: { readonly befund: Befund }) {
  const { zahlen, ohneDaten } = befund;
  const { [GENOMMEN]: genommen = 0, ...andere } = ohneDaten;
  const ohne = total(andere);
  const rows: Posten[] = [
    { wort: "werden übernommen", n: zahlen.uebernommen },
    { wort: "wiederholt, werden nicht noch einmal übernommen", n: zahlen.doppelt },
    { wort: "warten auf eine Entscheidung", n: zahlen.wartend },
    { wort: "fehlerhaft", n: zahlen.fehlerhaft },
    ...(genommen === 0 ? [] : [{ wort: "schon übernommen", n: genommen }]),
    { wort: "ohne Daten (Titel, Überschriften, Summen, leere, weggelassene)", n: ohne },
    { wort: "zusammen: alle Zeilen der Liste", n: zahlen.zeilen + ohne + genommen },
  ];
  return (
    <div class="slim">
      <Table caption="Zeilen" hideCaption rows={rows} columns={spalten("Zeilen", "Zahl")} />
    </div>
  );
}

const monat = (iso: string): string => iso.split("-").toReversed().join("/");

const sorted = (counts: Readonly<Record<string, number>>, name: (key: string) => string): Posten[] =>
  Object.entries(counts)
    .map(([key, n]) => ({ wort: name(key), n }))
    .toSorted((a, b) => b.n - a.n || compareNames(a.wort, b.wort));

type ZahlenProps = {
  readonly title: string;
  readonly zahlen: Omit<Figures, "art">;
  readonly themen: readonly Wortoption[];
  readonly open?: boolean | undefined;
};

/** What a list counts: consultations, themes, Kommunen, months. */
export function Zahlen({ title, zahlen, themen, open }: ZahlenProps) {
  return (
    <Card title={title}>
      <dl class="counts">
        {posten(zahlen).map(({ wort, n }) => (
          <div>
            <dt>{wort}</dt>
            <dd>{zahl(n)}</dd>
          </div>
        ))}
      </dl>
      {zahlen.beratungen === 0 ? null : <Aufteilung zahlen={zahlen} themen={themen} open={open} />}
    </Card>
  );
}

/** A list of persons or cases counts these, and consultations only where it has some. */
function posten({ personen, faelle, beratungen, neuzuweisungen }: ZahlenProps["zahlen"]): Posten[] {
  const list = personen + faelle > 0;
  return [
    ...(list ? [{ wort: "Personen", n: personen }] : []),
    ...(faelle > 0 ? [{ wort: "Fälle", n: faelle }] : []),
    ...(list && beratungen === 0
      ? []
      : [
          { wort: "Beratungen", n: beratungen },
          { wort: "Neuzuweisungen", n: neuzuweisungen },
        ]),
  ];
}

function Aufteilung({ zahlen, themen, open }: Omit<ZahlenProps, "title">) {
  const thema = (code: string) => themen.find((one) => one.code === code)?.name ?? code;
  const months = Object.entries(zahlen.monate).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <Details summary="Nach Themen, Kommunen und Monaten" open={open}>
      <div class="side-by-side">
        <Table
          caption="Themen (Mehrfachnennung)"
          rows={sorted(zahlen.themen, thema)}
          columns={spalten("Thema", "Nennungen")}
        />
        <Table
          caption="Kommunen"
          rows={sorted(zahlen.kommunen, (name) => name)}
          columns={spalten("Kommune", "Beratungen")}
        />
        {months.length === 0 ? null : (
          <Table
            caption="Monate"
            rows={months.map(([key, n]) => ({ wort: monat(key), n }))}
            columns={spalten("Monat", "Beratungen")}
          />
        )}
      </div>
    </Details>
  );
}
