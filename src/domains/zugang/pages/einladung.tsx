import { z } from "zod";
import { type PublicVisit, PageAs, publicAction, publicPage, Redirect } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, ButtonLink, Entered, Form, PlainPage, TextField, fieldsOf } from "../../../ui/index.ts";
import { type OpenInvitation, acceptInvitation, invitationOf } from "../commands/accept-invitation.ts";
import { NEUES_PASSWORT } from "../model/neues-passwort.ts";
import { NewPassword } from "../parts/new-password.tsx";
import { ASK_ADMINISTRATION, STALE_INVITATION } from "../model/texte.ts";

type InvitationProps = {
  readonly visit: PublicVisit;
  readonly invitation: OpenInvitation;
  readonly rejected?: Rejected;
};

function InvitationPage({ visit, invitation, rejected }: InvitationProps) {
  const { name, email, erneuert } = invitation;
  const field = fieldsOf(undefined, rejected);
  return (
    <PlainPage frame={publicFrame(visit.url.pathname)} title="Willkommen bei KIM" rejected={rejected}>
      <p>
        Guten Tag, <Entered>{name}</Entered>. Setzen Sie hier Ihr Passwort. Danach richten Sie mit Ihrem Telefon den
        zweiten Faktor ein; legen Sie es bereit.
        {erneuert
          ? " Haben Sie Ihre bisherige App oder einen Wiederherstellungscode noch, öffnen Sie damit gleich auch Ihre Akten."
          : ""}
      </p>
      <Form action={visit.url.pathname} rejected={rejected} native>
        <TextField {...field("email")} label="Ihre E-Mail-Adresse" value={email} autocomplete="username" readonly />
        <NewPassword field={field} autofocus={rejected === undefined} />
        <Actions>
          <Button>Passwort setzen</Button>
        </Actions>
      </Form>
    </PlainPage>
  );
}

const Stale = ({ visit }: { readonly visit: PublicVisit }) => (
  <PlainPage frame={publicFrame(visit.url.pathname)} title="Link nicht mehr gültig">
    <p>{STALE_INVITATION}</p>
    <p>Haben Sie Ihr Passwort schon gesetzt, melden Sie sich damit an. Sonst: {ASK_ADMINISTRATION}</p>
    <div class="actions">
      <ButtonLink href="/anmelden">Zur Anmeldung</ButtonLink>
    </div>
  </PlainPage>
);

async function form(visit: PublicVisit, rejected?: Rejected) {
  const invitation = await invitationOf(visit.params["token"] ?? "");
  if (invitation === undefined) return new PageAs(<Stale visit={visit} />, { status: 404 });
  return <InvitationPage visit={visit} invitation={invitation} {...(rejected ? { rejected } : {})} />;
}

export const show = publicPage({ path: "/einladung/:token", show: (visit) => form(visit) });

export const save = publicAction({
  path: "/einladung/:token",
  // The address is there for password managers; which account it is follows from the link.
  schema: z.object({ email: z.string().optional(), ...NEUES_PASSWORT }),
  run: async ({ params, cookie }, { neu, wiederholung }) => {
    const step = await acceptInvitation({ token: params["token"] ?? "", neu, wiederholung, cookie });
    return new Redirect(`/anmelden/${step.next}`, step.cookie);
  },
  again: (visit, rejected) => form(visit, rejected),
});
