import type { FieldsOf } from "../../../ui/index.ts";
import { RadioSegment, TextField } from "../../../ui/index.ts";
import { GRUENDE } from "../model/texte.ts";

/** Asks for a reason: one key for what is mostly meant, or one's own words. */
export function Warum(props: {
  readonly field: FieldsOf;
  readonly label: string;
  readonly art: keyof typeof GRUENDE;
  readonly autofocus?: boolean;
}) {
  const { field, label, art } = props;
  return (
    <>
      <RadioSegment {...field("anlass")} label={label} options={GRUENDE[art]} autofocus={props.autofocus} />
      <TextField {...field("grund")} label="oder mit eigenen Worten" />
    </>
  );
}
