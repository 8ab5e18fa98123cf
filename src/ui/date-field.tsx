import { dayText } from "./day.tsx";
import { Field, type FieldProps, PRIVATE, wiring } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { typed } from "./rejected.ts";

type DateFieldProps = FieldProps & {
  /** An ISO day (`2026-11-20`), or what somebody typed before. */
  readonly value?: string | undefined;
  /** A day long ago: its hint is one, too. */
  readonly birth?: boolean | undefined;
  /** Without the hint how to type it: in a filter, whose fields stand in one line. */
  readonly bare?: boolean | undefined;
};

/** What was refused stands there as it was typed; after a conflict what is stored may stand there as well. */
function shown({ name, rejected, value }: DateFieldProps): string {
  const text = typed(name, rejected, value);
  return rejected === undefined || rejected.conflict !== undefined ? dayText(text) : text;
}

/**
 * A day, typed as text: the same in every browser and language, and read by the server, which says what is wrong with it. A
 * stored day shows as 20.11.2026, what was refused as it was typed. No `inputmode`: the number pads of phones have no dot, and
 * "heute" needs letters. The calendar beside it comes with the script (`public/calendar.js`).
 */
export function DateField(props: DateFieldProps) {
  const how = (
    <>
      z. B. {props.birth === true ? "12.03.1985" : "12.03.2026 oder heute"}
      {props.hint === undefined ? null : <>. {props.hint}</>}
    </>
  );
  const field = { ...props, hint: props.bare === true ? props.hint : how };
  return (
    <Field {...field}>
      <div class="with">
        <input {...wiring(field)} type="text" value={shown(props)} {...PRIVATE} />
        <button type="button" class="kern-btn kern-btn--tertiary small" data-zeigen={props.name} data-kalender="">
          <Icon name="calendar-today" />
          <span class="kern-sr-only">Kalender: {props.label}</span>
        </button>
      </div>
    </Field>
  );
}
