import {
  type Column,
  Day,
  Entered,
  type FieldsOf,
  type Option,
  SelectCell,
  Table,
  TextCell,
} from "../../../ui/index.ts";
import type { Zeile, Zeilenstand } from "../../../listen/index.ts";
import type { Problemzeile } from "./problem-zeilen.ts";

const STAND: Readonly<Record<Zeilenstand, string>> = {
  fehlerhaft: "fehlerhaft",
  wartet: "wartet",
  wiederholt: "wiederholt",
  uebernommen: "wird ohne diesen Wert übernommen",
  ohne_daten: "wartet",
};

const OFFEN: Option = { value: "", label: "so lassen" };
const WEG: Option = { value: "weglassen", label: "weglassen" };
const DOCH: Option = { value: "uebernehmen", label: "trotzdem übernehmen" };

const placeOf = ({ zeile }: Problemzeile): string => `Blatt ${zeile.blatt}, Zeile ${zeile.zeile}`;

function Wert({ line, field }: { readonly line: Problemzeile; readonly field: FieldsOf }) {
  const { problem, wertFeld } = line;
  if (problem === null) return <>–</>;
  if (wertFeld === null) return <Entered>{problem.wert || "–"}</Entered>;
  const label = `${placeOf(line)}, ${problem.spalte}: Wert`;
  return <TextCell {...field(wertFeld)} label={label} />;
}

const canBeTaken = ({ stand, fastGleich }: Zeile): boolean => stand === "wiederholt" || fastGleich !== null;

/** Why; and of a repeated row the day, as that alone shows no wrong cell. */
function Grund({ line: { problem, zeile } }: { readonly line: Problemzeile }) {
  if (problem !== null || zeile.beratung === null) return <>{problem?.grund ?? zeile.grund}</>;
  return (
    <>
      {zeile.grund} (<Day iso={zeile.beratung.am} />)
    </>
  );
}

function columns(field: FieldsOf, blaetter: boolean): Column<Problemzeile>[] {
  return [
    {
      label: "Wo",
      cell: ({ zeile }) => (
        <>
          {blaetter ? <Entered>{zeile.blatt}, </Entered> : null}
          Zeile {zeile.zeile}
        </>
      ),
    },
    { label: "Stand", cell: ({ zeile }) => STAND[zeile.stand] },
    { label: "Spalte", cell: ({ problem }) => <Entered>{problem?.spalte ?? "–"}</Entered> },
    { label: "Wert", cell: (line) => <Wert line={line} field={field} /> },
    { label: "Grund", cell: (line) => <Grund line={line} /> },
    {
      label: "Was tun?",
      cell: (line) =>
        line.zeilenFeld === null ? null : (
          <SelectCell
            {...field(line.zeilenFeld)}
            label={`${placeOf(line)}: was tun?`}
            options={canBeTaken(line.zeile) ? [OFFEN, DOCH, WEG] : [OFFEN, WEG]}
          />
        ),
    },
  ];
}

/** Every row with which something is, to be mended where it stands. */
export function Problemtabelle(props: {
  readonly lines: readonly Problemzeile[];
  readonly field: FieldsOf;
  /** Whether the list has several sheets, so that a row's number alone says too little. */
  readonly blaetter: boolean;
}) {
  return (
    <Table
      stack
      caption="Zeilen, mit denen etwas ist"
      hideCaption
      rows={props.lines}
      columns={columns(props.field, props.blaetter)}
    />
  );
}
