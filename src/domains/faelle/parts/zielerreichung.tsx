import { tagText } from "../../../platform/span.ts";
import { Entered, type FieldsOf, Fieldset, RadioSegment } from "../../../ui/index.ts";
import { ERREICHUNG, type OffenesZiel, UNKLAR, erreichungWort, wertField } from "../../hilfeplan/index.ts";

const STUFEN = [...ERREICHUNG.map(({ wert, name }) => ({ value: String(wert), label: name })), UNKLAR];

type Props = { readonly field: FieldsOf; readonly ziele: readonly OffenesZiel[] };

/** How far each goal of the plan is when the case ends, beside what was last said of it. */
export function Zielerreichung({ field, ziele }: Props) {
  if (ziele.length === 0) return null;
  return (
    <Fieldset legend="Was ist erreicht, gemessen an dem, was Sie beide erwartet haben?">
      {ziele.map(({ faden, ziel, zuletzt }, i) => (
        <RadioSegment
          {...field(wertField(faden))}
          label={
            <>
              Ziel {i + 1}: <Entered>{ziel}</Entered>
            </>
          }
          {...(zuletzt === undefined
            ? {}
            : { hint: `Zuletzt, am ${tagText(zuletzt.am)}: ${erreichungWort(zuletzt.wert)}.` })}
          options={STUFEN}
        />
      ))}
    </Fieldset>
  );
}
