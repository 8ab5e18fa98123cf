import { Field, type FieldProps, wiring } from "./field.tsx";

type FileFieldProps = FieldProps & {
  /** As in HTML. */
  readonly accept: string;
  /** What a second choice is called that opens the camera; only where there is a finger instead of a mouse. */
  readonly camera?: string;
};

/**
 * One file, chosen or dropped on the field. After a rejection it says that the file has to be chosen again: no browser keeps it. Of
 * the two choices the first one made counts.
 */
export function FileField(props: FileFieldProps) {
  const { accept, camera, name, rejected } = props;
  const hint = rejected === undefined ? props.hint : "Der Browser merkt sich die Datei nicht. Wählen Sie sie neu aus.";
  const shown = { ...props, hint };
  const id = `${name}-kamera`;
  return (
    <>
      <Field {...shown}>
        <input {...wiring(shown)} type="file" accept={accept} />
      </Field>
      {camera === undefined ? null : (
        <div class="field camera">
          <label for={id}>{camera}</label>
          <input class="in" id={id} name={name} type="file" accept="image/jpeg,image/png" capture="environment" />
        </div>
      )}
    </>
  );
}
