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
import { DIESELBE, type Problemzeile } from "./problem-zeilen.ts";

/** People who are there already, by id: who they are, and what tells them from others of the same name. */
export type Personen = ReadonlyMap<string, { readonly id: string; readonly name: string; readonly merkmale: string }>;

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

const NEU: Option = { value: "uebernehmen", label: "eine andere Person, neu anlegen" };

/** Whether a person may say that the row counts as it is. */
const canBeTaken = ({ stand, fastGleich, probleme }: Zeile): boolean =>
  stand === "wiederholt" ||
  fastGleich !== null ||
  (stand === "wartet" &&
    probleme.every(({ spalte, buchstabe, doch }) => doch === true || (spalte === "Zeile" && buchstabe === null)));

function options({ stand, person, ...zeile }: Zeile, personen: Personen): readonly Option[] {
  const aehnliche = stand === "wartet" ? (person?.aehnliche ?? []) : [];
  if (aehnliche.length === 0) return canBeTaken({ stand, person, ...zeile }) ? [OFFEN, DOCH, WEG] : [OFFEN, WEG];
  const known = aehnliche.flatMap(({ id }) => personen.get(id) ?? []);
  const same = known.map(({ id, name }): Option => ({
    value: `${DIESELBE}${id}`,
    label: known.length === 1 ? "dieselbe Person" : `dieselbe: ${name}`,
  }));
  return [OFFEN, ...same, NEU, WEG];
}

/** Who may be meant by a row, and why. */
function Aehnliche({ zeile, personen }: { readonly zeile: Zeile; readonly personen: Personen }) {
  const known = (zeile.person?.aehnliche ?? []).flatMap(({ id, grund }) => {
    const one = personen.get(id);
    return one === undefined ? [] : [{ ...one, grund }];
  });
  return (
    <>
      {known.map(({ id, name, merkmale, grund }) => (
        <div>
          <a href={`/personen/${id}`}>
            <Entered>{name}</Entered>
          </a>
          {merkmale === "" ? "" : `, ${merkmale}`}: {grund}
        </div>
      ))}
    </>
  );
}

/** Why; and of a repeated row the day, as that alone shows no wrong cell. */
function Grund({ line: { problem, zeile } }: { readonly line: Problemzeile }) {
  if (problem !== null || zeile.beratung === null) return <>{problem?.grund ?? zeile.grund}</>;
  return (
    <>
      {zeile.grund} (<Day iso={zeile.beratung.am} />)
    </>
  );
}

function columns(field: FieldsOf, blaetter: boolean, personen: Personen): Column<Problemzeile>[] {
  return [
    {
      label: "Wo",
      cell: ({ zeile }) => (
        <>
          {blaetter ? <Entered>{zeile.blatt}, </Entered> : null}
          Zeile&nbsp;{zeile.zeile}
        </>
      ),
    },
    { label: "Stand", cell: ({ zeile }) => STAND[zeile.stand] },
    { label: "Spalte", cell: ({ problem }) => <Entered>{problem?.spalte ?? "–"}</Entered> },
    { label: "Wert", cell: (line) => <Wert line={line} field={field} /> },
    {
      label: "Grund",
      cell: (line) => (
        <>
          <Grund line={line} />
          {line.zeilenFeld === null ? null : <Aehnliche zeile={line.zeile} personen={personen} />}
        </>
      ),
    },
    {
      label: "Was tun?",
      cell: (line) =>
        line.zeilenFeld === null ? null : (
          <SelectCell
            {...field(line.zeilenFeld)}
            label={`${placeOf(line)}: was tun?`}
            options={options(line.zeile, personen)}
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
  readonly personen: Personen;
}) {
  return (
    <Table
      stack
      caption="Zeilen, mit denen etwas ist"
      hideCaption
      rows={props.lines}
      columns={columns(props.field, props.blaetter, props.personen)}
    />
  );
}
