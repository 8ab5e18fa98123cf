import type { Rejected } from "../../src/platform/form.ts";
import type { Frame } from "../../src/platform/frame.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckChips,
  FilterBar,
  Form,
  HiddenField,
  NumberField,
  Page,
  PasswordField,
  PlainPage,
  RadioSegment,
  ResultCount,
  SelectField,
  Status,
  Table,
  TextArea,
  TextField,
} from "../../src/ui/index.ts";

const THEMES = ["Sprache", "Wohnen", "Arbeit", "Schule", "Familie", "Behörden"].map((label, i) => ({
  value: label,
  label,
  key: label === "Behörden" ? "b" : String(i + 1),
}));

type CaptureProps = {
  readonly frame: Frame;
  readonly draft: string;
  readonly rejected?: Rejected | undefined;
  readonly found?: boolean;
};

export function Capture({ frame, draft, rejected, found }: CaptureProps) {
  const failed = rejected?.errors.length === 0 ? undefined : rejected;
  return (
    <Page frame={frame} title="Erfassen" heading={false} rejected={failed}>
      <Card title="Erfassen" level={1}>
        <Form action="/eintraege" draft={{ id: draft, url: `/entwurf/${draft}` }} rejected={failed}>
          <RadioSegment
            name="stufe"
            label="Wie weit?"
            options={THEMES.slice(0, 2)}
            value="Sprache"
            rejected={rejected}
          />
          <CheckChips name="thema" label="Worum ging es?" options={THEMES} rejected={rejected} autofocus />
          <SelectField name="weg" label="Weg" options={THEMES} rejected={rejected} />
          <NumberField name="minuten" label="Minuten" rejected={rejected} />
          <TextArea name="notiz" label="Notiz" optional rejected={rejected} />
          <div id="treffer">{found === true ? <ResultCount>2 Personen gefunden</ResultCount> : null}</div>
          <TextField name="person" label="Person suchen" optional enter="suchen" rejected={rejected} />
          <Actions draftState="">
            <Button>Speichern</Button>
            <Button kind="secondary" id="suchen" name="_aktion" value="suchen" part="#treffer">
              Suchen
            </Button>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

/** A form without a draft. */
export const Short = ({ frame }: { readonly frame: Frame }) => (
  <Page frame={frame} title="Kurz">
    <Form action="/eintraege">
      <NumberField name="minuten" label="Minuten" />
      <Button>Speichern</Button>
    </Form>
  </Page>
);

export const List = ({ frame, search }: { readonly frame: Frame; readonly search: string }) => (
  <Page frame={frame} title="Liste" wide>
    <FilterBar action="/liste" part="#liste">
      <TextField name="wort" label="Wort" value={search} />
      <TextField name="ort" label="Ort" />
    </FilterBar>
    <div id="liste">
      <ResultCount>{search === "" ? "3 Einträge" : `1 Eintrag mit ${search}`}</ResultCount>
    </div>
    <Table
      caption="Einträge"
      rows={THEMES.slice(0, 2)}
      columns={[
        { label: "Wort", cell: ({ label }) => label },
        { label: "Stand", cell: () => <Status kind="warning">wartet auf Bestätigung</Status> },
        {
          label: "Ändern",
          cell: ({ value }) => (
            <ButtonLink kind="tertiary" small href={`/liste?wort=${value}`}>
              Ändern
            </ButtonLink>
          ),
        },
      ]}
    />
    <p>Ende</p>
  </Page>
);

export const Other = ({ frame }: { readonly frame: Frame }) => (
  <PlainPage frame={frame} title="Anderes Konto">
    <p>Angemeldet ist jetzt {frame.konto}.</p>
  </PlainPage>
);

export const Locked = ({ frame }: { readonly frame: Frame }) => (
  <PlainPage frame={frame} title="Gesperrt">
    <Form action="/entsperren" native>
      <PasswordField name="passwort" label="Passwort" autocomplete="current-password" />
      <Button>Entsperren</Button>
    </Form>
  </PlainPage>
);

export const Failure = ({ frame }: { readonly frame: Frame }) => (
  <PlainPage frame={{ ...frame, who: undefined, lock: undefined, nav: [] }} title="Fehler">
    <p>Der Server hat einen Fehler gemacht.</p>
    <p class="hint">Kennung: 4711</p>
  </PlainPage>
);

/** Items to be put in order, each with buttons that stand alone. */
export const Order = ({ frame, items }: { readonly frame: Frame; readonly items: readonly string[] }) => (
  <Page frame={frame} title="Reihe">
    {items.map((item, i) => (
      <section>
        <h2>{item}</h2>
        {(["hoch", "runter"] as const).map((way) =>
          i === (way === "hoch" ? 0 : items.length - 1) ? null : (
            <Form action={`/reihe/${item}`}>
              <HiddenField name="hin" value={way} />
              <Button>
                {way}: {item}
              </Button>
            </Form>
          ),
        )}
      </section>
    ))}
  </Page>
);
