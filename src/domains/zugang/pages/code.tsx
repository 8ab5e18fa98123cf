import { z } from "zod";
import { type PublicVisit, Redirect, publicAction, publicPage } from "../../../platform/access.ts";
import { now } from "../../../platform/clock.ts";
import { type Rejected, Refused, first } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, ButtonLink, Details, Form, HiddenField, PlainPage, TextField } from "../../../ui/index.ts";
import { getan } from "../parts/getan.ts";
import { confirmCode, waitingSession } from "../commands/confirm-code.ts";
import { TotpField } from "../parts/totp-set-up.tsx";
import { ASK_ADMINISTRATION } from "../model/texte.ts";
import { ownPath, signInPath } from "../model/weiter.ts";
import { stepPath } from "./anmelden.tsx";

const RECOVERY = "wiederherstellung";

type CodePageProps = { readonly visit: PublicVisit; readonly rejected?: Rejected };

function CodePage({ visit, rejected }: CodePageProps) {
  const { searchParams, pathname } = visit.url;
  const weiter = ownPath(
    rejected === undefined ? (searchParams.get("weiter") ?? "/") : first(rejected.values, "weiter"),
  );
  const recovery = (rejected === undefined ? searchParams.get("weg") : first(rejected.values, "art")) === RECOVERY;
  return (
    <PlainPage
      frame={publicFrame(pathname)}
      title={recovery ? "Wiederherstellungscode" : "Zweiter Faktor"}
      rejected={rejected}
    >
      <Form action="/anmelden/code" rejected={rejected} native>
        <HiddenField name="weiter" value={weiter} />
        <HiddenField name="art" value={recovery ? RECOVERY : "totp"} />
        {recovery ? <RecoveryField rejected={rejected} /> : <TotpField rejected={rejected} autofocus={!rejected} />}
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

const RecoveryField = ({ rejected }: { readonly rejected: Rejected | undefined }) => (
  <TextField
    name="code"
    label="Einer Ihrer Wiederherstellungscodes"
    hint="Zwölf Zeichen, zum Beispiel ABCD-EFGH-JKMN. Jeder Code gilt nur einmal."
    maxlength={20}
    rejected={rejected}
    autofocus={rejected === undefined}
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

const code = publicPage({
  path: "/anmelden/code",
  show: async (visit) => {
    const waits = await waitingSession(visit.cookie, now());
    return waits === undefined ? toFirstStep(visit.url.searchParams.get("weiter")) : <CodePage visit={visit} />;
  },
});

const codeSenden = publicAction({
  path: "/anmelden/code",
  schema: z.object({
    code: z.string().trim().min(1, "Geben Sie den Code ein.").max(40, "So lang ist kein Code."),
    art: z.enum(["totp", RECOVERY]),
    weiter: z.string().default("/"),
  }),
  run: async ({ cookie, address }, value) => {
    checkShape(value);
    const opened = await confirmCode({ ...value, cookie, address });
    if (opened === undefined) return toFirstStep(value.weiter);
    return new Redirect(value.art === RECOVERY ? getan.after("/konto", "code") : ownPath(value.weiter), opened);
  },
  again: (visit, rejected) => <CodePage visit={visit} rejected={rejected} />,
});

/** What cannot be a code does not count as a try. */
function checkShape({ code, art }: { readonly code: string; readonly art: string }): void {
  if (art === "totp" && !/^\d{3}\s?\d{3}$/.test(code)) throw new Refused("Der Code hat sechs Ziffern.", "code");
}

/** The first step is too long ago, or never happened in this browser. */
export const toFirstStep = (weiter: string | null) => new Redirect(signInPath("unbekannt", weiter ?? "/"));

export const codeRoutes = [code, codeSenden];
