import { first } from "../../../platform/form.ts";
import { PRIVATE, bounded } from "../../../ui/index.ts";
import { passende } from "../model/suche.ts";
import { type Zelle, feldDer } from "../model/zeilen.ts";
import type { ListenFormular } from "./liste-nachtragen.tsx";

/** What a text cell may have besides: a list of suggestions, digits, a description elsewhere. */
export type TextMore = {
  readonly list?: string;
  /** What can be named in it: a word that was not understood becomes a choice of them. */
  readonly words?: readonly { readonly code: string; readonly name: string }[];
  readonly number?: boolean;
  readonly described?: string;
};
type Props = { readonly f: Pick<ListenFormular, "values" | "rejected"> };
type CellProps = Props & { readonly row: number; readonly zelle: Zelle; readonly label: string };

const errorOf = ({ f, row, zelle }: CellProps) =>
  f.rejected?.errors.find((e) => e.field === feldDer(row, zelle))?.message;

/** What a control of a cell needs: the column's and row's words are its name. */
function wiring(props: CellProps, described?: string) {
  const name = feldDer(props.row, props.zelle);
  const error = errorOf(props);
  const notes = [error === undefined ? "" : `${name}-fehler`, described ?? ""].join(" ").trim();
  return {
    id: name,
    name,
    class: "in",
    "aria-label": `${props.label}, Zeile ${props.row}`,
    "aria-invalid": error === undefined ? undefined : ("true" as const),
    "aria-describedby": notes === "" ? undefined : notes,
  };
}

function Fehler(props: CellProps) {
  const error = errorOf(props);
  if (error === undefined) return null;
  return (
    <p class="error" id={`${feldDer(props.row, props.zelle)}-fehler`}>
      {error.replace(/^Zeile \d+: /, "")}
    </p>
  );
}

/** A cell to type into. */
export function Textzelle(props: CellProps & TextMore) {
  const { f, row, zelle, words } = props;
  const typed = first(f.values, feldDer(row, zelle));
  if (words !== undefined && typed !== "" && errorOf(props) !== undefined)
    return <Auswahlzelle {...props} typed={typed} words={words} />;
  return (
    <>
      <input
        {...wiring(props, props.described)}
        type="text"
        value={typed}
        list={props.list}
        inputmode={props.number === true ? "numeric" : undefined}
        {...PRIVATE}
        {...bounded(feldDer(row, zelle))}
        autofocus={f.rejected === undefined && row === 1 && zelle === "themen"}
      />
      <Fehler {...props} />
    </>
  );
}

type Words = NonNullable<TextMore["words"]>;

/** In place of a word that was not understood: what it may mean, and all the others. Without scripts there is no list to type in. */
function Auswahlzelle(props: CellProps & { readonly typed: string; readonly words: Words }) {
  const { typed, words } = props;
  const fitting = passende(typed, words);
  const others = words.filter((word) => !fitting.includes(word));
  const group = (label: string, list: Words) =>
    list.length === 0 ? null : (
      <optgroup label={label}>
        {list.map(({ name }) => (
          <option>{name}</option>
        ))}
      </optgroup>
    );
  return (
    <>
      <select {...wiring(props)}>
        <option value={typed}>bitte wählen</option>
        <option value="">keine Angabe</option>
        {group("passt dazu", fitting)}
        {group("alle", others)}
      </select>
      <Fehler {...props} />
    </>
  );
}

/** A cell to choose in. */
export function Wahlzelle(props: CellProps & { readonly options: readonly { value: string; label: string }[] }) {
  const { f, row, zelle } = props;
  const value = first(f.values, feldDer(row, zelle));
  return (
    <>
      <select {...wiring(props)}>
        {props.options.map((o) => (
          <option value={o.value} selected={o.value === value}>
            {o.label}
          </option>
        ))}
      </select>
      <Fehler {...props} />
    </>
  );
}

/** The cell for Neuzuweisung. */
export function Kreuz({ f, row }: Props & { readonly row: number }) {
  const name = feldDer(row, "neuzuweisung");
  return (
    <label class="check">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="ja"
        checked={first(f.values, name) === "ja"}
        aria-label={`Neuzuweisung, Zeile ${row}`}
      />
    </label>
  );
}
