import { Alert, ButtonLink, DoButton } from "../../../ui/index.ts";

/** The recovery codes, shown this once. `next` is where to go when they are noted. */
export function RecoveryCodes(props: { readonly codes: readonly string[]; readonly next: string }) {
  return (
    <>
      <p>
        Wenn Sie Ihr Telefon verlieren, kommen Sie mit einem dieser Codes hinein. Jeder gilt einmal. Drucken Sie diese
        Seite oder schreiben Sie die Codes ab, und verwahren Sie sie getrennt vom Telefon.
      </p>
      <ol class="codes">
        {props.codes.map((code) => (
          <li>
            <code translate="no">{code}</code>
          </li>
        ))}
      </ol>
      <Alert kind="warning">Die Codes werden nur jetzt gezeigt und lassen sich später nicht mehr ansehen.</Alert>
      <div class="actions">
        <DoButton does="print">Drucken</DoButton>
        <ButtonLink kind="primary" href={props.next}>
          Ich habe die Codes notiert
        </ButtonLink>
      </div>
    </>
  );
}
