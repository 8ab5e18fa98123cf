import type { Frame } from "../../../platform/frame.ts";
import { Actions, Alert, Button, Card, Form, Page } from "../../../ui/index.ts";
import type { Formular } from "../queries/formular.ts";
import type { BeratungKurz, Summe } from "../queries/beratungen.ts";
import { type Angefangen, Entwuerfe, Fortgesetzt } from "./entwuerfe.tsx";
import { Ergebnis, Kopf, StufeUndThemen, Verstaendigung } from "./felder.tsx";
import { Heute } from "./heute.tsx";
import { Notiz } from "./notiz.tsx";
import { Personen } from "./personen.tsx";

/** What the capture page shows. */
export type Seite = {
  readonly f: Formular;
  readonly heute: string;
  /** Id of the form being typed: of its draft and of its sending. */
  readonly entwurf: string;
  /** When the draft that stands in the form was last kept; undefined for a new one. */
  readonly fortgesetzt: Date | undefined;
  readonly entwuerfe: readonly Angefangen[];
  readonly liste: Summe & { readonly zeilen: readonly BeratungKurz[] };
};

export const KEYS = [{ keys: "1–9, e, b, t", does: "in „Worum ging es?“: Thema wählen" }] as const;

/** All fields of a consultation in the order in which one asks. */
export function Felder({ f, heute }: { readonly f: Formular; readonly heute: string }) {
  return (
    <>
      <Kopf f={f} heute={heute} />
      <StufeUndThemen f={f} />
      <Verstaendigung f={f} />
      <Ergebnis f={f} />
      <Personen f={f} />
      <Notiz f={f} />
    </>
  );
}

/**
 * The button that Enter presses in browsers without JavaScript: the first one of the form. The visible one stands at the
 * end, where the eye arrives.
 */
export function EnterButton() {
  return <button class="kern-sr-only" tabindex={-1} aria-hidden="true"></button>;
}

export function NeueBeratung({ frame, seite }: { readonly frame: Frame; readonly seite: Seite }) {
  const { f, heute } = seite;
  return (
    <Page
      frame={frame}
      title="Beratung erfassen"
      heading={false}
      rejected={f.rejected}
      keys={KEYS}
      side={<Heute heute={heute} listen={f.listen} liste={seite.liste} />}
    >
      <Entwuerfe entwuerfe={seite.entwuerfe} heute={heute} path="/beratungen/neu" />
      {seite.fortgesetzt === undefined ? null : <Fortgesetzt geaendert={seite.fortgesetzt} heute={heute} />}
      <Card title="Beratung erfassen" level={1}>
        <Form
          action="/beratungen/neu"
          rejected={f.rejected}
          idempotencyKey={seite.entwurf}
          draft={{ id: seite.entwurf, url: "/entwurf/beratung" }}
        >
          <EnterButton />
          {f.rejected?.saved === undefined ? null : <SchonGespeichert id={f.rejected.saved} />}
          <Felder f={f} heute={heute} />
          <Actions draftState={seite.fortgesetzt === undefined ? "" : "noch nicht gespeichert"}>
            <Button>Speichern und nächste</Button>
            <Button kind="secondary" formaction="/beratungen/neu?weiter=zeigen">
              Speichern
            </Button>
            <Button kind="tertiary" name="ansicht" value="letzte">
              Wie die letzte
            </Button>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

/** Back button, changed, sent again: both ways are open. */
function SchonGespeichert({ id }: { readonly id: string }) {
  return (
    <Alert kind="info">
      <a href={`/beratungen/${id}/korrigieren`}>Die gespeicherte Beratung korrigieren</a> – oder unten noch einmal
      speichern, dann zählt es als weitere.
    </Alert>
  );
}
