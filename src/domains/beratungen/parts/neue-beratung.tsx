import type { Filled } from "../../../platform/filled.ts";
import { first } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import { Actions, Alert, Button, ButtonLink, Card, Form, HiddenField, Page } from "../../../ui/index.ts";
import type { BeratungKurz, Summe } from "../queries/beratungen.ts";
import type { Formular } from "../queries/formular.ts";
import { type Angefangen, Entwuerfe } from "./entwuerfe.tsx";
import { EnterButton, Felder, KEYS_NEU, WIE_DIE_LETZTE } from "./formular.tsx";
import { ENTWURF, LIST, NEW, fallPath, savedPath } from "./getan.ts";
import { anzahl } from "../../../platform/words.ts";
import { wochentag } from "../model/texte.ts";
import { Heute, themenText } from "./heute.tsx";

/** Its id: what fills it stands beside the title, where one begins. */
const FORM = "beratung";

/** What the capture page shows. */
export type Seite = {
  /** Its draft, whose id is that of the sending as well: two tabs with one draft are one record. */
  readonly f: Filled;
  readonly formular: Formular;
  readonly heute: string;
  readonly entwuerfe: readonly Angefangen[];
  /** What was recorded before and is probably the same. */
  readonly doppelte: readonly BeratungKurz[];
  readonly liste: Summe & { readonly zeilen: readonly BeratungKurz[] };
};

export function NeueBeratung({ frame, seite }: { readonly frame: Frame; readonly seite: Seite }) {
  const { f, formular, heute } = seite;
  const { rejected } = formular;
  const fall = first(formular.values, "fall");
  return (
    <Page
      frame={frame}
      title="Beratung erfassen"
      heading={false}
      rejected={rejected}
      keys={KEYS_NEU}
      side={<Heute heute={heute} listen={formular.listen} liste={seite.liste} />}
    >
      <Card
        title="Beratung erfassen"
        level={1}
        action={
          <>
            <EnterButton form={FORM} />
            <Button kind="tertiary" form={FORM} name="ansicht" value="letzte" shortcut={WIE_DIE_LETZTE}>
              Wie die letzte
            </Button>
            <Entwuerfe f={f} entwuerfe={seite.entwuerfe} form={ENTWURF} />
          </>
        }
      >
        <Form id={FORM} action={NEW} rejected={rejected} idempotencyKey={f.draft.id} draft={f.draft}>
          <EnterButton />
          {rejected?.saved === undefined ? null : <SchonGespeichert path={savedPath(rejected.saved)} />}
          <Doppelt doppelte={seite.doppelte} listen={formular.listen} />
          {fall === "" ? null : <HiddenField name="fall" value={fall} />}
          <Felder f={formular} />
          <Actions draftState={f.continued === undefined ? "" : "noch nicht gespeichert"}>
            <Speichern fall={fall} />
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

/** One after the other on an ordinary day; begun in a case, it leads back to the case. */
function Speichern({ fall }: { readonly fall: string }) {
  if (fall !== "") {
    return (
      <>
        <Button>Speichern und zum Fall</Button>
        <ButtonLink kind="tertiary" href={fallPath(fall)}>
          Zurück zum Fall
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <Button>Speichern und nächste</Button>
      <Button kind="secondary" formaction={`${NEW}?weiter=zeigen`}>
        Speichern
      </Button>
    </>
  );
}

/** Asked once: whoever saves again has seen exactly these. */
function Doppelt({ doppelte, listen }: Pick<Seite, "doppelte"> & Pick<Formular, "listen">) {
  if (doppelte.length === 0) return null;
  return (
    <Alert kind="warning" title="Haben Sie das schon erfasst?">
      <ul>
        {doppelte.map((b) => (
          <li>
            <a href={`${LIST}/${b.id}`}>
              {wochentag(b.am)}, {themenText(b, listen)}
              {b.dauerMin === null ? "" : `, ${anzahl(b.dauerMin, "Minute", "Minuten")}`}
            </a>
          </li>
        ))}
      </ul>
      <HiddenField name="doppelt" value={doppelte.map((b) => b.id).join(" ")} />
    </Alert>
  );
}

/** Back button, changed, sent again: both ways are open. */
function SchonGespeichert({ path }: { readonly path: string }) {
  return (
    <Alert kind="info">
      <a href={`${path}/korrigieren`}>Die gespeicherte Beratung korrigieren</a> – oder unten noch einmal speichern, dann
      zählt es als weitere.
    </Alert>
  );
}
