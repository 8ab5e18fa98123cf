import { z } from "zod";
import { type PublicVisit, publicAction, publicPage } from "../../../platform/access.ts";
import { type Rejected, first } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, Form, HiddenField, PlainPage, fieldsOf } from "../../../ui/index.ts";
import { type TotpOffer, enrolSecondFactor, firstTotpOffer } from "../commands/enrol-second-factor.ts";
import { RecoveryCodes } from "../parts/recovery-codes.tsx";
import { TotpField, TotpSetUp } from "../parts/totp-set-up.tsx";
import { TotpCode } from "../model/totp.ts";
import { rememberedDevice } from "../queries/sitzungen.ts";
import { ownPath } from "../model/weiter.ts";
import { toFirstStep } from "./code.tsx";
import { htmlResponse } from "../../../platform/http/html-response.ts";

type SetUpProps = {
  readonly visit: PublicVisit;
  readonly offer: TotpOffer;
  readonly weiter: string;
  readonly rejected?: Rejected;
};

function SetUpPage({ visit, offer, weiter, rejected }: SetUpProps) {
  return (
    <PlainPage frame={publicFrame(visit.url.pathname)} title="Zweiten Faktor einrichten" rejected={rejected}>
      <p>Damit ein gestohlenes Passwort allein nichts nützt, bestätigen Sie jede Anmeldung mit Ihrem Telefon.</p>
      <TotpSetUp offer={offer} />
      <Form action="/anmelden/einrichten" rejected={rejected} native>
        <HiddenField name="weiter" value={weiter} />
        <TotpField field={fieldsOf(undefined, rejected)} />
        <Actions>
          <Button>Bestätigen</Button>
        </Actions>
      </Form>
    </PlainPage>
  );
}

const form = async (visit: PublicVisit, weiter: string, rejected?: Rejected) => {
  const offer = await firstTotpOffer(visit.cookie);
  if (offer === undefined) return toFirstStep(weiter);
  return <SetUpPage visit={visit} offer={offer} weiter={weiter} {...(rejected ? { rejected } : {})} />;
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
      <PlainPage frame={publicFrame(url.pathname)} title="Ihre Wiederherstellungscodes">
        <RecoveryCodes codes={enrolled.codes} next={ownPath(weiter)} />
      </PlainPage>
    );
    return htmlResponse(page, { cookie: enrolled.cookie, device: await rememberedDevice(enrolled.cookie, device) });
  },
  again: (visit, rejected) => form(visit, ownPath(first(rejected.values, "weiter")), rejected),
});
