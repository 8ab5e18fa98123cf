import { type FieldProps, Notes, Optional } from "./field.tsx";
import { described, errorOf, typed } from "./rejected.ts";

type Props = FieldProps & {
  /** The field in its own units; the strokes are sent in them. */
  readonly width: number;
  readonly height: number;
  /** What the button says that empties it. */
  readonly clear: string;
};

/**
 * A field to sign in with finger, pen or mouse (`public/sign.js`). It sends the strokes as text. Without script there is nothing to
 * sign on: the hint has to say what to do instead.
 */
export function SignatureField(props: Props) {
  const { name, width, height, clear, label, hint, optional, rejected } = props;
  return (
    <fieldset {...described(name, hint, errorOf(name, rejected))}>
      <legend>
        {label}
        <Optional when={optional} />
      </legend>
      <div class="signature" id={name} tabindex={-1} data-unterschrift="" data-zeigen="">
        <canvas width={width} height={height}></canvas>
        <input type="hidden" name={name} value={typed(name, rejected, undefined)} />
        <button type="button" class="kern-btn kern-btn--tertiary small">
          <span class="kern-label">{clear}</span>
        </button>
      </div>
      <Notes name={name} label={label} hint={hint} rejected={rejected} />
    </fieldset>
  );
}

/** Strokes as they were drawn. `path` is that of an SVG. */
export const Signature = (
  props: Pick<Props, "width" | "height"> & { readonly path: string; readonly label: string },
) => (
  <svg class="signed" viewBox={`0 0 ${props.width} ${props.height}`} role="img" aria-label={props.label}>
    <path d={props.path} />
  </svg>
);
