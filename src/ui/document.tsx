import { type Child, raw } from "#jsx";
import type { Flash, Frame, SessionLock } from "../platform/frame.ts";
import type { Rejected } from "../platform/form.ts";
import { Alert } from "./alert.tsx";
import { Button } from "./button.tsx";
import { Carry, Form, FormLimits, ShownTo } from "./form.tsx";

export type DocumentProps = {
  readonly frame: Frame;
  readonly title: string;
  /** A rejected form on this page: the tab says so. */
  readonly rejected?: Rejected | undefined;
  readonly children?: Child;
};

const lockData = (lock: SessionLock) => ({
  "data-sperre-in": lock.afterSeconds,
  "data-sperre-warnung": lock.warnSeconds,
  "data-sperre-jetzt": lock.now,
  "data-sperre-url": lock.page,
  "data-sperre-verlaengern": lock.extend,
});

function Head(props: DocumentProps) {
  const { assets } = props.frame;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>
        {props.rejected === undefined
          ? ""
          : props.rejected.conflict === undefined
            ? "Fehler: "
            : "Inzwischen geändert: "}
        {props.title} – KIM
      </title>
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      <script type="module" src={assets.script}></script>
    </head>
  );
}

const same = (href: string) => href;

/** The HTML around everything. The live region is empty on arrival; the client script speaks through it. */
export function Document(props: DocumentProps) {
  const { keys, konto, gone, lock, limits, carry = same } = props.frame;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="de">
        <Head {...props} />
        <body
          data-konto={konto}
          data-weg={gone === true ? "" : undefined}
          data-keys={keys.on ? undefined : "off"}
          {...(lock === undefined ? {} : lockData(lock))}
        >
          <ShownTo.Provider value={konto}>
            <Carry.Provider value={carry}>
              <FormLimits.Provider value={limits}>{props.children}</FormLimits.Provider>
            </Carry.Provider>
          </ShownTo.Provider>
          <output class="kern-sr-only" data-ansage=""></output>
        </body>
      </html>
    </>
  );
}

/** The message of the last request; the client script reads it out. */
export function FlashMessage(props: { readonly flash: Flash | undefined }) {
  const { flash } = props;
  if (flash === undefined) return null;
  return (
    <div data-meldung="">
      <Alert kind={flash.kind}>
        {flash.text}
        {flash.link === undefined ? null : (
          <>
            {" "}
            <a href={flash.link.href}>{flash.link.label}</a>
          </>
        )}
        {flash.press === undefined ? null : (
          <Form action={flash.press.action}>
            <Button kind="tertiary" small>
              {flash.press.label}
            </Button>
          </Form>
        )}
      </Alert>
    </div>
  );
}
