import { today } from "../../../platform/clock.ts";
import { Choices, Details, FilterBar, SelectField } from "../../../ui/index.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import {
  davor,
  halbjahrAm,
  jahrAm,
  letzteZwoelf,
  monatName,
  monateIn,
  spanne,
  zeitraumName,
} from "../model/zeitraum.ts";
import { hrefOf } from "./asked.ts";

/** How far back the months of the select fields go. */
const YEARS = 5;

function usualPeriods(): { readonly label: string; readonly zeitraum: Zeitraum }[] {
  const now = halbjahrAm(today());
  const last = davor(now);
  const year = jahrAm(today());
  const named = [now, last, davor(last), year, davor(year)].map((zeitraum) => ({
    label: zeitraumName(zeitraum),
    zeitraum,
  }));
  return [...named, { label: "letzte 12 Monate", zeitraum: letzteZwoelf(today()) }];
}

const same = (a: Zeitraum, b: Zeitraum): boolean => a.von === b.von && a.bis === b.bis;

type Wahl = {
  readonly zeitraum: Zeitraum;
  readonly traeger: string | undefined;
  /** Träger to choose from. */
  readonly alle: readonly { readonly id: string; readonly name: string }[];
  readonly path: string;
};

/** Periods to choose from: the usual ones as links, any others and a Träger behind "Anderer Zeitraum". */
export function ZeitraumWahl(props: Wahl) {
  const { traeger, zeitraum: shown, path } = props;
  const [first, last] = [shown.von.slice(0, 7), shown.bis.slice(0, 7)];
  const month = today().slice(0, 7);
  const recent = monateIn(spanne(`${Number(month.slice(0, 4)) - YEARS}-01`, month)).toReversed();
  const options = [...new Set([...(last > month ? [last] : []), ...recent, last, first])].map((value) => ({
    value,
    label: monatName(value),
  }));
  const usual = usualPeriods();
  const other = !usual.some(({ zeitraum }) => same(zeitraum, shown));
  return (
    <>
      <Choices
        label="Zeiträume"
        items={usual.map(({ label, zeitraum }) => ({
          label,
          href: hrefOf(zeitraum, traeger, path),
          current: same(zeitraum, shown),
        }))}
      />
      <Details
        summary={props.alle.length > 1 ? "Anderer Zeitraum oder Träger" : "Anderer Zeitraum"}
        screen
        open={other || traeger !== undefined}
      >
        <FilterBar action={path} label="Zeitraum und Träger" verb="Anzeigen" active={other || traeger !== undefined}>
          <SelectField name="von" label="von" options={options} value={first} />
          <SelectField name="bis" label="bis" options={options} value={last} />
          {props.alle.length < 2 ? null : (
            <SelectField
              name="traeger"
              label="Träger"
              empty="alle"
              options={props.alle.map((t) => ({ value: t.id, label: t.name }))}
              value={traeger}
            />
          )}
        </FilterBar>
      </Details>
    </>
  );
}
