import type { Child } from "#jsx";
import type { Rejected } from "../../../platform/form.ts";
import { SelectField, TextArea, fieldsOf } from "../../../ui/index.ts";
import { type Mensch, menschOptions } from "../queries/menschen.ts";

type Props = { readonly an: readonly Mensch[]; readonly rejected: Rejected | undefined; readonly children?: Child };

/** To whom, and what she should know. */
export function UebergabeFelder({ an, rejected, children }: Props) {
  const field = fieldsOf(undefined, rejected);
  return (
    <>
      <SelectField
        {...field("an")}
        label="Wer übernimmt"
        hint="Alle, die beim selben Träger beraten."
        options={menschOptions(an)}
        empty="Bitte wählen"
      />
      {children}
      <TextArea {...field("notiz")} label="Was sie oder er wissen soll" rows={4} optional />
    </>
  );
}
