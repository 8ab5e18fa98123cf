import { z } from "zod";
import { type PublicVisit, Redirect, publicAction, publicPage } from "../../../platform/access.ts";
import { now } from "../../../platform/clock.ts";
import { text } from "../../../platform/fields.ts";
import { type Rejected, Refused, first } from "../../../platform/form.ts";
import { signInFrame } from "../../../platform/public-frame.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Details,
  type FieldsOf,
  Form,
  HiddenField,
  PlainPage,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { getan } from "../parts/getan.ts";
import { confirmCode, waitingSession } from "../commands/confirm-code.ts";
import { TotpField } from "../parts/totp-set-up.tsx";
import { TotpCode } from "../model/totp.ts";
import { ASK_ADMINISTRATION } from "../model/texte.ts";
import { rememberedDevice } from "../queries/sitzungen.ts";
import { ownPath, signInPath } from "../model/weiter.ts";
import { stepPath } from "./anmelden.tsx";

const RECOVERY = "wiederherstellung";

type CodePageProps = { readonly visit: PublicVisit; readonly rejected?: Rejected };

function CodePage({ visit, rejected }: CodePageProps) {
  const { searchParams, pathname } = visit.url;
  const weiter = ownPath(
    rejected === undefined ? (searchParams.get("weiter") ?? "/") : first(rejected.values, "weiter"),
  );
  const field = fieldsOf(undefined, rejected);
  const recovery = (rejected === undefined ? searchParams.get("weg") : first(rejected.values, "art")) === RECOVERY;
  return (
    <PlainPage
      frame={signInFrame(pathname)}
      title={recovery ? "Wiederherstellungscode" : "Zweiter Faktor"}
      rejected={rejected}
    >
      <Form action="/anmelden/code" rejected={rejected} native>
        <HiddenField name="weiter" value={weiter} />
        <HiddenField name="art" value={recovery ? RECOVERY : "totp"} />
        {recovery ? (
          <RecoveryField field={field} autofocus={rejected === undefined} />
        ) : (
          <TotpField field={field} autofocus={rejected === undefined} />
        )}
        <Actions>
          <Button>Anmelden</Button>
          <ButtonLink
            kind="tertiary"
            href={recovery ? stepPath("/anmelden/code", weiter) : signInPath("unbekannt", weiter)}
          >
            Zurück
          </ButtonLink>
        </Actions>
      </Form>
      {recovery ? null : <LostDevice weiter={weiter} />}
    </PlainPage>
  );
}

const RecoveryField = ({ field, autofocus }: { readonly field: FieldsOf; readonly autofocus: boolean }) => (
  <TextField
    {...field("code")}
    label="Einer Ihrer Wiederherstellungscodes"
    hint="Zwölf Zeichen, zum Beispiel ABCD-EFGH-JKMN. Jeder Code gilt nur einmal."
    autofocus={autofocus}
  />
);

const LostDevice = ({ weiter }: { readonly weiter: string }) => (
  <Details summary="Gerät verloren?">
    <p>
      Nehmen Sie einen der Wiederherstellungscodes, die Sie beim Einrichten notiert haben:{" "}
      <a href={`/anmelden/code?${new URLSearchParams({ weg: RECOVERY, weiter }).toString()}`}>
        Wiederherstellungscode eingeben
      </a>
      . Richten Sie danach unter „Mein Konto“ einen neuen zweiten Faktor ein.
    </p>
    <p>Sind auch die Codes weg? {ASK_ADMINISTRATION} Sie wird sich vergewissern, dass wirklich Sie es sind.</p>
  </Details>
);

export const show = publicPage({
  path: "/anmelden/code",
  show: async (visit) => {
    const waits = await waitingSession(visit.cookie, now());
    return waits === undefined ? toFirstStep(visit.url.searchParams.get("weiter")) : <CodePage visit={visit} />;
  },
});

export const save = publicAction({
  path: "/anmelden/code",
  schema: z.object({
    code: z.string().trim().min(1, "Geben Sie den Code ein.").pipe(text(40)),
    art: z.enum(["totp", RECOVERY]),
    weiter: z.string().default("/"),
  }),
  run: async ({ cookie, address, device }, value) => {
    checkShape(value);
    const opened = await confirmCode({ ...value, cookie, address, device });
    if (opened === undefined) return toFirstStep(value.weiter);
    const next = value.art === RECOVERY ? getan.after("/konto", "code") : ownPath(value.weiter);
    return new Redirect(next, opened, await rememberedDevice(opened, device));
  },
  again: (visit, rejected) => <CodePage visit={visit} rejected={rejected} />,
});

/** What cannot be a code does not count as a try. */
function checkShape({ code, art }: { readonly code: string; readonly art: string }): void {
  const problem = art === "totp" ? TotpCode.safeParse(code).error?.issues[0]?.message : undefined;
  if (problem !== undefined) throw new Refused(problem, "code");
}

/** The first step is too long ago, or never happened in this browser. */
export const toFirstStep = (weiter: string | null) => new Redirect(signInPath("unbekannt", weiter ?? "/"));
