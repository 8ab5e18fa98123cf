import type { Rejected } from "../../../platform/form.ts";
import { PasswordField } from "../../../ui/index.ts";

/** The two fields for a new password, with what makes a good one. */
export function NewPassword(props: { readonly rejected?: Rejected | undefined; readonly autofocus?: boolean }) {
  return (
    <>
      <PasswordField
        name="neu"
        label="Neues Passwort"
        hint="Mindestens 12 Zeichen. Gut ist ein Satz, den nur Sie kennen; Ziffern und Sonderzeichen müssen nicht sein. Häufige Passwörter und Ihr Name gehen nicht."
        autocomplete="new-password"
        rejected={props.rejected}
        autofocus={props.autofocus}
      />
      <PasswordField
        name="wiederholung"
        label="Neues Passwort wiederholen"
        autocomplete="new-password"
        rejected={props.rejected}
      />
    </>
  );
}
