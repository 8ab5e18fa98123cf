import { type FieldsOf, TextField } from "../../../ui/index.ts";
import type { TotpOffer } from "../commands/enrol-second-factor.ts";
import { QrCode } from "./qr-code.tsx";

/** In fours, so that it can be typed. Apps ignore the spaces. */
const inGroups = (secret: string) => secret.replaceAll(/.{4}(?=.)/g, "$& ");

/** How the authenticator app learns its secret: by camera, or typed. */
export function TotpSetUp(props: { readonly offer: TotpOffer }) {
  return (
    <>
      <p>
        Öffnen Sie auf Ihrem Telefon eine Authenticator-App (zum Beispiel Aegis, FreeOTP, Google oder Microsoft
        Authenticator) und scannen Sie diesen Code.
      </p>
      <p>
        <QrCode text={props.offer.uri} label="QR-Code mit dem Schlüssel, der unten auch als Text steht" />
      </p>
      <p>
        Geht das nicht, tippen Sie diesen Schlüssel ein: <code translate="no">{inGroups(props.offer.secret)}</code>
      </p>
    </>
  );
}

/** The field for the six digits of the app. */
export function TotpField({ field, autofocus }: { readonly field: FieldsOf; readonly autofocus?: boolean }) {
  return (
    <TextField
      {...field("code")}
      label="Sechsstelliger Code aus der App"
      inputmode="numeric"
      autocomplete="one-time-code"
      autofocus={autofocus}
    />
  );
}
