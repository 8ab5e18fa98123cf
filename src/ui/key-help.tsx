import type { Frame } from "../platform/frame.ts";
import { Button } from "./button.tsx";
import { Form, HiddenField } from "./form.tsx";

/** A key and what it does, for the list behind "?". */
export type KeyHint = { readonly keys: string; readonly does: string };

const SEARCH: KeyHint = { keys: "s", does: "suchen" };
const EVERYWHERE: readonly KeyHint[] = [
  { keys: "Enter", does: "im Feld: Formular absenden" },
  { keys: "Strg+Enter", does: "Formular absenden, auch aus der Notiz" },
  { keys: "Esc", does: "schließen" },
  { keys: "?", does: "diese Liste" },
];

function Switch(props: { readonly frame: Frame }) {
  const { keys, address } = props.frame;
  if (keys.toggle === undefined) return null;
  return (
    <Form action={keys.toggle} native>
      <HiddenField name="weiter" value={address} />
      <HiddenField name="tasten" value={keys.on ? "aus" : "an"} />
      <Button kind="secondary" small>
        {keys.on ? "Kürzel ausschalten" : "Kürzel einschalten"}
      </Button>
    </Form>
  );
}

/** The list of shortcuts, and the switch to turn off those of a single key. Opens and closes without JavaScript. */
export function KeyHelp(props: { readonly frame: Frame; readonly hints: readonly KeyHint[] }) {
  const { help } = props.frame;
  return (
    <dialog popover="auto" id="tasten" aria-labelledby="tasten-titel">
      {help === undefined ? null : (
        <p>
          Hilfe zu dieser Seite: <a href={help.href}>{help.label}</a>
        </p>
      )}
      <h2 id="tasten-titel">Tastenkürzel</h2>
      <dl>
        {[...props.hints, ...(props.frame.search === undefined ? [] : [SEARCH]), ...EVERYWHERE].map((hint) => (
          <>
            <dt>
              <kbd>{hint.keys}</kbd>
            </dt>
            <dd>{hint.does}</dd>
          </>
        ))}
      </dl>
      {props.frame.keys.on ? null : <p>Kürzel aus einer einzelnen Taste sind ausgeschaltet.</p>}
      <div class="actions">
        <Switch frame={props.frame} />
        <Button type="button" kind="tertiary" small popovertarget="tasten" autofocus>
          Schließen
        </Button>
      </div>
    </dialog>
  );
}
