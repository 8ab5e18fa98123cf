import { z } from "zod";
import { type Visit, action, page, PageAs, Redirect } from "../../../platform/access.ts";
import { now } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Actions, Button, ButtonLink, Card, Form, Page, fieldsOf } from "../../../ui/index.ts";
import { getan } from "../parts/getan.ts";
import { totpOffer } from "../commands/enrol-second-factor.ts";
import { changePasswort, confirmNewTotp, offerNewTotp, renewOwnCodes } from "../commands/own-konto.ts";
import { NEUES_PASSWORT, PASSWORT } from "../model/neues-passwort.ts";
import { TotpCode } from "../model/totp.ts";
import { CurrentPassword, NewPassword } from "../parts/new-password.tsx";
import { RecoveryCodes } from "../parts/recovery-codes.tsx";
import { TotpField, TotpSetUp } from "../parts/totp-set-up.tsx";
import { signedOf } from "./konto.tsx";

const permission = "konto.eigenes";

type PageProps = { readonly visit: Visit; readonly rejected?: Rejected | undefined };

const Back = () => (
  <ButtonLink kind="tertiary" href="/konto">
    Abbrechen
  </ButtonLink>
);

function PasswordPage({ visit, rejected }: PageProps) {
  const field = fieldsOf(undefined, rejected);
  return (
    <Page frame={visit.frame} title="Passwort ändern" heading={false} rejected={rejected}>
      <Card title="Passwort ändern" level={1}>
        <p>Danach sind Sie nur noch hier angemeldet; alle anderen Anmeldungen enden.</p>
        <Form action="/konto/passwort" rejected={rejected} native>
          <CurrentPassword field={field} label="Bisheriges Passwort" autofocus={rejected === undefined} />
          <NewPassword field={field} />
          <Actions>
            <Button>Passwort ändern</Button>
            <Back />
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

export const showPasswort = page({
  path: "/konto/passwort",
  permission,
  show: (visit) => <PasswordPage visit={visit} />,
});

export const savePasswort = action({
  path: "/konto/passwort",
  permission,
  schema: z.object({ passwort: PASSWORT, ...NEUES_PASSWORT }),
  run: async (visit, value) => {
    const { sitzungId, kreisName, ort } = await signedOf(visit);
    await changePasswort(visit.actor, { ...value, address: visit.address, orte: [kreisName, ort], sitzungId });
    return new Redirect(getan.after("/konto", "passwort"));
  },
  again: (visit, rejected) => <PasswordPage visit={visit} rejected={rejected} />,
});

type AskProps = PageProps & { readonly title: string; readonly text: string; readonly button: string };

/** Asks for the password before something that whoever sits at a foreign open screen must not do. */
function AskPassword({ visit, rejected, title, text, button }: AskProps) {
  return (
    <Page frame={visit.frame} title={title} heading={false} rejected={rejected}>
      <Card title={title} level={1}>
        <p>{text}</p>
        <Form action={visit.url.pathname} rejected={rejected} native>
          <CurrentPassword
            field={fieldsOf(undefined, rejected)}
            label="Ihr Passwort"
            autofocus={rejected === undefined}
          />
          <Actions>
            <Button>{button}</Button>
            <Back />
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

const NewFactor = (props: PageProps) => (
  <AskPassword
    {...props}
    title="Zweiten Faktor neu einrichten"
    text="Für ein neues Telefon oder eine andere App. Der bisherige gilt, bis Sie den neuen bestätigt haben; dann bekommen Sie auch neue Wiederherstellungscodes."
    button="Weiter"
  />
);

async function confirmPage(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { kreisName } = await signedOf(visit);
  const offer = await readAs(actor, (tx) => totpOffer(tx, actor, kreisName, now()));
  if (offer === undefined) return new Redirect("/konto/zweiter-faktor");
  return (
    <Page frame={visit.frame} title="Zweiten Faktor bestätigen" heading={false} rejected={rejected}>
      <Card title="Zweiten Faktor bestätigen" level={1}>
        <TotpSetUp offer={offer} />
        <Form action="/konto/zweiter-faktor/bestaetigen" rejected={rejected} native>
          <TotpField field={fieldsOf(undefined, rejected)} />
          <Actions>
            <Button>Bestätigen</Button>
            <Back />
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

export const showFaktor = page({
  path: "/konto/zweiter-faktor",
  permission,
  show: (visit) => <NewFactor visit={visit} />,
});

export const saveFaktor = action({
  path: "/konto/zweiter-faktor",
  permission,
  schema: z.object({ passwort: PASSWORT }),
  run: async ({ actor, address }, value) => {
    await offerNewTotp(actor, { ...value, address });
    return new Redirect("/konto/zweiter-faktor/bestaetigen");
  },
  again: (visit, rejected) => <NewFactor visit={visit} rejected={rejected} />,
});

export const showBestaetigen = page({
  path: "/konto/zweiter-faktor/bestaetigen",
  permission,
  show: (visit) => confirmPage(visit),
});

export const saveBestaetigen = action({
  path: "/konto/zweiter-faktor/bestaetigen",
  permission,
  schema: z.object({ code: TotpCode }),
  run: async (visit, { code }) => {
    const { actor, address } = visit;
    const { sitzungId } = await signedOf(visit);
    const codes = await confirmNewTotp(actor, { code, address, sitzungId });
    return codes === undefined ? new Redirect("/konto/zweiter-faktor") : codesPage(visit, codes);
  },
  again: confirmPage,
});

/** Not a redirect: the codes are shown in this one answer and exist nowhere else. */
const codesPage = (visit: Visit, codes: readonly string[]) =>
  new PageAs(
    <Page frame={visit.frame} title="Ihre Wiederherstellungscodes" heading={false} extra>
      <Card title="Ihre Wiederherstellungscodes" level={1}>
        <RecoveryCodes codes={codes} next="/konto" />
      </Card>
    </Page>,
    {},
  );

const NewCodes = (props: PageProps) => (
  <AskPassword
    {...props}
    title="Neue Wiederherstellungscodes"
    text="Sie bekommen zehn neue Codes. Die bisherigen gelten danach nicht mehr."
    button="Codes erzeugen"
  />
);

export const showCodes = page({ path: "/konto/codes", permission, show: (visit) => <NewCodes visit={visit} /> });

export const saveCodes = action({
  path: "/konto/codes",
  permission,
  schema: z.object({ passwort: PASSWORT }),
  run: async (visit, value) => codesPage(visit, await renewOwnCodes(visit.actor, { ...value, address: visit.address })),
  again: (visit, rejected) => <NewCodes visit={visit} rejected={rejected} />,
});
