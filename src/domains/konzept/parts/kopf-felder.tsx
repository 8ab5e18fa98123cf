import { type FieldsOf, SelectField, TextField } from "../../../ui/index.ts";
import { zeitraumWahl } from "./zeitraum.ts";

type Props = {
  readonly field: FieldsOf;
  readonly kept?: { readonly von: string; readonly bis: string };
  /** A title may be taken from the file. */
  readonly ohneTitel?: true;
};

/** Title of a concept, and the months that its figures are of. */
export const KopfFelder = ({ field, kept, ohneTitel }: Props) => (
  <>
    <TextField
      {...field("titel")}
      label="Titel"
      {...(ohneTitel === true ? { optional: true, hint: "Leer: wie die Datei sich nennt." } : {})}
    />
    <SelectField
      {...field("zeitraum")}
      label="Zahlen im Text aus"
      hint="Bis zum Beschluss folgen sie den Daten, danach stehen sie fest."
      options={zeitraumWahl(kept)}
    />
  </>
);
