import { first } from "../../../platform/form.ts";
import { Alert, Checkbox, Entered, TextArea } from "../../../ui/index.ts";
import { istMitPerson } from "../model/beratung.ts";
import { HINWEIS_NOTIZ } from "../model/texte.ts";
import { findIdentifying } from "../model/warnung.ts";
import { dayOfForm } from "../queries/formular.ts";
import type { FelderProps } from "./felder.tsx";

/**
 * What in a text without person seems to tell who came, quoted, and the box that says it does not. Shown once something
 * was found, and stays in sight while it is in the text.
 */
export function Bedenken(props: { readonly text: string; readonly am: string; readonly bestaetigt: boolean }) {
  const found = findIdentifying(props.text, props.am);
  if (found.length === 0) return null;
  return (
    <Alert kind="warning" title="Verrät das, wer da war?">
      <ul>
        {found.map((f) => (
          <li>
            „<Entered>{f.text}</Entered>“ sieht aus wie {f.name}.
          </li>
        ))}
      </ul>
      <p>Nehmen Sie es heraus, denn bei dieser Beratung wird nichts gespeichert, was jemanden erkennbar macht.</p>
      <Checkbox name="unbedenklich" label="Das ist keine Angabe zu einer Person" checked={props.bestaetigt} />
    </Alert>
  );
}

/** The note with its hint, and what speaks against it. */
export function Notiz({ f, field }: FelderProps) {
  const anonym = !istMitPerson(first(f.values, "stufe"));
  return (
    <>
      <TextArea
        {...field("notiz")}
        label="Notiz"
        optional
        hint={
          <>
            <span data-bei="0 1">{HINWEIS_NOTIZ.anonym}</span>
            <span data-bei="2">{HINWEIS_NOTIZ.person}</span>
          </>
        }
      />
      {anonym ? (
        <Bedenken
          text={first(f.values, "notiz")}
          am={dayOfForm(f.values)}
          bestaetigt={first(f.values, "unbedenklich") === "ja"}
        />
      ) : null}
    </>
  );
}
