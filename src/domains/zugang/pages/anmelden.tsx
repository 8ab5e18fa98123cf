import { z } from "zod";
import { type PublicVisit, Redirect, publicAction, publicPage } from "../../../platform/access.ts";
import { NOTHING, optionalCode, text } from "../../../platform/fields.ts";
import { type Rejected, first } from "../../../platform/form.ts";
import { setCookie } from "../../../platform/http/cookie.ts";
import { signInFrame } from "../../../platform/public-frame.ts";
import {
  Actions,
  Alert,
  Button,
  Details,
  Form,
  HiddenField,
  type Option,
  PlainPage,
  SelectField,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { endSessionOf } from "../commands/sessions.ts";
import { signIn } from "../commands/sign-in.ts";
import { PASSWORT } from "../model/neues-passwort.ts";
import { CurrentPassword } from "../parts/new-password.tsx";
import { kreisChoices } from "../queries/kreise.ts";
import { ownPath } from "../model/weiter.ts";

const NOTICES = new Map([
  ["abgelaufen", "Nach 12 Stunden melden Sie sich neu an. Angefangene Eingaben sind gesichert."],
  ["abgemeldet", "Sie sind abgemeldet. Angefangene Eingaben sind gesichert."],
]);

/** The address of a later step, with where somebody wanted to go. */
export const stepPath = (path: string, weiter: string): string =>
  weiter === "/" ? path : `${path}?${new URLSearchParams({ weiter }).toString()}`;

type SignInProps = {
  readonly visit: PublicVisit;
  readonly rejected?: Rejected;
  /** To choose from, for whoever has an account in several Kreise. */
  readonly kreise?: readonly Option[];
};

function SignInPage({ visit, rejected, kreise = [] }: SignInProps) {
  const asked = visit.url.searchParams.get("weiter") ?? "/";
  const weiter = ownPath(rejected === undefined ? asked : first(rejected.values, "weiter"));
  const field = fieldsOf(undefined, rejected);
  const notice = NOTICES.get(visit.url.searchParams.get("grund") ?? "");
  return (
    <PlainPage frame={signInFrame(visit.url.pathname)} title="Anmelden" rejected={rejected}>
      {notice === undefined || rejected !== undefined ? null : <Alert kind="info">{notice}</Alert>}
      <Form action="/anmelden" rejected={rejected} native>
        <HiddenField name="weiter" value={weiter} />
        <TextField
          {...field("email")}
          label="E-Mail-Adresse"
          type="email"
          inputmode="email"
          autocomplete="username"
          autofocus={rejected === undefined}
        />
        {kreise.length === 0 ? null : (
          <SelectField {...field("kreis")} label="Kreis oder Stadt" options={kreise} empty="Bitte wählen" />
        )}
        <CurrentPassword field={field} label="Passwort" />
        <Actions>
          <Button>Weiter</Button>
        </Actions>
      </Form>
      <Details summary="Passwort vergessen?">
        <p>Bitten Sie Ihre Administration um einen neuen Einladungslink. Damit setzen Sie ein neues Passwort.</p>
      </Details>
    </PlainPage>
  );
}

export const show = publicPage({ path: "/anmelden", show: (visit) => <SignInPage visit={visit} /> });

export const save = publicAction({
  path: "/anmelden",
  schema: z.object({
    email: z.string().trim().min(1, "Geben Sie Ihre E-Mail-Adresse ein.").pipe(text(254)),
    passwort: PASSWORT,
    kreis: optionalCode("Wählen Sie einen Kreis aus der Liste.", /^\d{5}(\d{3})?$/).transform(
      (kreis) => kreis ?? undefined,
    ),
    weiter: z.string().default("/"),
  }),
  run: async ({ address, cookie, device }, { weiter, ...typed }) => {
    const step = await signIn({ ...typed, address, cookie, device });
    return new Redirect(stepPath(`/anmelden/${step.next}`, ownPath(weiter)), step.cookie);
  },
  again: async (visit, rejected) => {
    const asked = first(rejected.values, "kreis") !== "" || rejected.errors.some(({ field }) => field === "kreis");
    return <SignInPage visit={visit} rejected={rejected} {...(asked ? { kreise: await kreisChoices() } : {})} />;
  },
});

/** Signing out clears what the browser kept of us; drafts live on the server and stay. */
async function signOut({ cookie }: PublicVisit): Promise<Response> {
  await endSessionOf(cookie);
  const headers = {
    Location: "/anmelden?grund=abgemeldet",
    "Set-Cookie": setCookie(""),
    "Clear-Site-Data": '"cache", "storage"',
  };
  return new Response(null, { status: 303, headers });
}

export const saveSignOut = publicAction({ path: "/abmelden", schema: NOTHING, run: signOut, again: signOut });
