import { Field, type FieldProps, wiring } from "./field.tsx";

/** One file. `accept` as in HTML. After a rejection it says that the file has to be chosen again: no browser keeps it. */
export function FileField(props: FieldProps & { readonly accept: string }) {
  const { accept, rejected } = props;
  const hint = rejected === undefined ? props.hint : "Der Browser merkt sich die Datei nicht. Wählen Sie sie neu aus.";
  const shown = { ...props, hint };
  return (
    <Field {...shown}>
      <input {...wiring(shown)} type="file" accept={accept} />
    </Field>
  );
}
