import type { Rejected } from "../../../platform/form.ts";
import { type Column, type Option, SelectCell, Table, TextCell } from "../../../ui/index.ts";
import type { Zeilenstand } from "../zeilen/typen.ts";
import type { Problemzeile } from "./problem-zeilen.ts";

const STAND: Readonly<Record<Zeilenstand, string>> = {
  fehlerhaft: "fehlerhaft",
  wartet: "wartet",
  wiederholt: "wiederholt",
  uebernommen: "wird ohne diesen Wert übernommen",
  ohne_daten: "ohne Daten",
};

const OFFEN: Option = { value: "", label: "so lassen" };
const WEG: Option = { value: "weglassen", label: "weglassen" };
const DOCH: Option = { value: "uebernehmen", label: "trotzdem übernehmen" };

const placeOf = ({ zeile }: Problemzeile): string => `Blatt ${zeile.blatt}, Zeile ${zeile.zeile}`;

function Wert({ line, rejected }: { readonly line: Problemzeile; readonly rejected: Rejected | undefined }) {
  const { problem, wertFeld } = line;
  if (problem === null) return <>–</>;
  if (wertFeld === null) return <bdi>{problem.wert || "–"}</bdi>;
  const label = `${placeOf(line)}, ${problem.spalte}: Wert`;
  return <TextCell name={wertFeld} label={label} value={problem.wert} rejected={rejected} />;
}

function columns(rejected: Rejected | undefined): Column<Problemzeile>[] {
  return [
    {
      label: "Zeile",
      cell: ({ zeile }) => (
        <>
          <bdi>{zeile.blatt}</bdi>, {zeile.zeile}
        </>
      ),
    },
    { label: "Stand", cell: ({ zeile }) => STAND[zeile.stand] },
    { label: "Spalte", cell: ({ problem }) => <bdi>{problem?.spalte ?? "–"}</bdi> },
    { label: "Wert", cell: (line) => <Wert line={line} rejected={rejected} /> },
    { label: "Grund", cell: ({ problem, zeile }) => problem?.grund ?? zeile.grund },
    {
      label: "Was tun?",
      cell: (line) =>
        line.zeilenFeld === null ? null : (
          <SelectCell
            name={line.zeilenFeld}
            label={`${placeOf(line)}: was tun?`}
            options={line.zeile.stand === "wiederholt" ? [OFFEN, DOCH, WEG] : [OFFEN, WEG]}
            value=""
            rejected={rejected}
          />
        ),
    },
  ];
}

/** Every row with which something is, to be mended where it stands. */
export function Problemtabelle(props: {
  readonly lines: readonly Problemzeile[];
  readonly rejected: Rejected | undefined;
}) {
  return (
    <Table
      stack
      caption="Zeilen, mit denen etwas ist"
      hideCaption
      rows={props.lines}
      columns={columns(props.rejected)}
    />
  );
}
