import { z } from "zod";
import { type PublicVisit, PageAs, publicAction, publicPage, Redirect } from "../../../platform/access.ts";
import { type Rejected, first } from "../../../platform/form.ts";
import { signInFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, Form, HiddenField, PlainPage, fieldsOf } from "../../../ui/index.ts";
import { type TotpOffer, enrolSecondFactor, firstTotpOffer } from "../commands/enrol-second-factor.ts";
import { canProve, proveAtSignIn } from "../commands/prove-konto.ts";
import { Nachweis } from "../model/erneuerung.ts";
import { ProofField } from "../parts/erneuerungen.tsx";
import { RecoveryCodes } from "../parts/recovery-codes.tsx";
import { TotpField, TotpSetUp } from "../parts/totp-set-up.tsx";
import { TotpCode } from "../model/totp.ts";
import { rememberedDevice } from "../queries/sitzungen.ts";
import { ownPath } from "../model/weiter.ts";
import { stepPath } from "./anmelden.tsx";
import { toFirstStep } from "./code.tsx";

type SetUpProps = {
  readonly visit: PublicVisit;
  readonly offer: TotpOffer;
  readonly weiter: string;
  readonly rejected?: Rejected;
  /** What was typed as a proof was not right. */
  readonly unproved?: Rejected | undefined;
  /** Somebody else renewed the way in, and something of before is there to prove by. */
  readonly nachweis: boolean;
};

/** Before a new app is set up: the one of before opens the files at once, and goes on. */
const KeepApp = ({ weiter, unproved }: Pick<SetUpProps, "weiter" | "unproved">) => (
  <>
    <h2>Haben Sie die bisherige App oder einen Wiederherstellungscode noch?</h2>
    <p>
      Dann zeigen Sie damit, dass Sie es sind, und Ihre Akten sind sofort offen. Die bisherige App gilt weiter. Haben
      Sie beides nicht mehr, richten Sie darunter eine neue App ein; Ihre Akten öffnen sich dann, wenn jemand Sie
      bestätigt hat.
    </p>
    <Form action="/anmelden/nachweis" rejected={unproved} native>
      <HiddenField name="weiter" value={weiter} />
      <ProofField field={fieldsOf(undefined, unproved)} />
      <Actions>
        <Button>Nachweisen</Button>
      </Actions>
    </Form>
    <h2>Neu einrichten</h2>
  </>
);

function SetUpPage({ visit, offer, weiter, rejected, unproved, nachweis }: SetUpProps) {
  return (
    <PlainPage
      frame={signInFrame(visit.url.pathname)}
      title="Zweiten Faktor einrichten"
      rejected={rejected ?? unproved}
    >
      {nachweis ? <KeepApp weiter={weiter} unproved={unproved} /> : null}
      <p>Damit ein gestohlenes Passwort allein nichts nützt, bestätigen Sie jede Anmeldung mit Ihrem Telefon.</p>
      <TotpSetUp offer={offer} />
      <Form action="/anmelden/einrichten" rejected={rejected} native>
        <HiddenField name="weiter" value={weiter} />
        <TotpField field={fieldsOf(undefined, rejected)} />
        <Actions>
          <Button kind={nachweis ? "secondary" : "primary"}>Bestätigen</Button>
        </Actions>
      </Form>
    </PlainPage>
  );
}

type Typed = { readonly rejected?: Rejected; readonly unproved?: Rejected };

const form = async (visit: PublicVisit, weiter: string, typed: Typed = {}) => {
  const offer = await firstTotpOffer(visit.cookie);
  if (offer === undefined) return toFirstStep(weiter);
  const nachweis = await canProve(visit.cookie);
  return <SetUpPage visit={visit} offer={offer} weiter={weiter} nachweis={nachweis} {...typed} />;
};

export const show = publicPage({
  path: "/anmelden/einrichten",
  show: (visit) => form(visit, ownPath(visit.url.searchParams.get("weiter") ?? "/")),
});

export const save = publicAction({
  path: "/anmelden/einrichten",
  schema: z.object({
    code: TotpCode,
    weiter: z.string().default("/"),
  }),
  run: async ({ cookie, address, device, url }, { code, weiter }) => {
    const enrolled = await enrolSecondFactor({ cookie, code, address, device });
    if (enrolled === undefined) return toFirstStep(weiter);
    const page = (
      <PlainPage frame={signInFrame(url.pathname)} title="Ihre Wiederherstellungscodes">
        <RecoveryCodes codes={enrolled.codes} next={ownPath(weiter)} />
      </PlainPage>
    );
    return new PageAs(page, { cookie: enrolled.cookie, device: await rememberedDevice(enrolled.cookie, device) });
  },
  again: (visit, rejected) => form(visit, ownPath(first(rejected.values, "weiter")), { rejected }),
});

export const saveNachweis = publicAction({
  path: "/anmelden/nachweis",
  schema: z.object({ nachweis: Nachweis, weiter: z.string().default("/") }),
  run: async ({ cookie, address }, { nachweis, weiter }) => {
    const proved = await proveAtSignIn({ cookie, code: nachweis, address });
    if (proved === undefined) return toFirstStep(weiter);
    const next = ownPath(weiter);
    return proved.cookie === undefined
      ? new Redirect(stepPath("/anmelden/einrichten", next))
      : new Redirect(next, proved.cookie);
  },
  again: (visit, unproved) => form(visit, ownPath(first(unproved.values, "weiter")), { unproved }),
});
