import { type FieldsOf, PasswordField } from "../../../ui/index.ts";

/** The two fields for a new password, with what makes a good one. */
export function NewPassword({ field, autofocus }: { readonly field: FieldsOf; readonly autofocus?: boolean }) {
  return (
    <>
      <PasswordField
        {...field("neu")}
        label="Neues Passwort"
        hint="Mindestens 12 Zeichen. Gut ist ein Satz, den nur Sie kennen; Ziffern und Sonderzeichen müssen nicht sein. Häufige Passwörter und Ihr Name gehen nicht."
        autocomplete="new-password"
        autofocus={autofocus}
      />
      <PasswordField {...field("wiederholung")} label="Neues Passwort wiederholen" autocomplete="new-password" />
    </>
  );
}

/** The password of before, asked once more. */
export const CurrentPassword = (props: {
  readonly field: FieldsOf;
  readonly label: string;
  readonly autofocus?: boolean;
}) => (
  <PasswordField
    {...props.field("passwort")}
    label={props.label}
    autocomplete="current-password"
    autofocus={props.autofocus}
  />
);
