import type { Frame } from "../../../platform/frame.ts";
import { Card, ConflictNotice, Form, HiddenField, Page, Submit, TextField } from "../../../ui/index.ts";
import { LABELS, wortlaut } from "../model/angaben.ts";
import { istMitPerson } from "../model/beratung.ts";
import { werteZum } from "../model/eingabe.ts";
import type { Formular } from "../queries/formular.ts";
import type { Beratung } from "../queries/beratungen.ts";
import { tag } from "../model/texte.ts";
import { Fortgesetzt } from "./entwuerfe.tsx";
import { feld } from "./felder.tsx";
import { EnterButton, Felder, KEYS } from "./neue-beratung.tsx";

export type KorrekturSeite = {
  readonly f: Formular;
  readonly b: Beratung;
  readonly heute: string;
  /** Version of the record that the form was filled from. */
  readonly version: number;
  readonly entwurf: string;
  readonly fortgesetzt: Date | undefined;
};

/** What differs from a version saved meanwhile, in words. Persons by number: names stand in the form below. */
function konfliktFelder(f: Formular) {
  const woerter = { listen: f.listen, orte: f.orte.namen };
  const count = (values: readonly string[]) => `${values.length} gewählt`;
  return [
    ...LABELS.map(({ name, label }) => ({
      name,
      label,
      show: (values: readonly string[]) => wortlaut(name, values, woerter),
    })),
    { name: "person", label: "Wer war da", show: count },
    { name: "notiz", label: "Notiz" },
  ];
}

export function Korrektur({ frame, seite }: { readonly frame: Frame; readonly seite: KorrekturSeite }) {
  const { f, b } = seite;
  const back = `/beratungen/${b.id}`;
  return (
    <Page
      breadcrumb={[
        { label: "Beratungen", href: "/beratungen" },
        { label: `Beratung vom ${tag(b.am)}`, href: back },
      ]}
      frame={frame}
      title="Beratung korrigieren"
      heading={false}
      rejected={f.rejected}
      keys={KEYS}
    >
      {seite.fortgesetzt === undefined ? null : <Fortgesetzt geaendert={seite.fortgesetzt} heute={seite.heute} />}
      <ConflictNotice rejected={f.rejected} fields={konfliktFelder(f)} stored={back} />
      <Card title="Beratung korrigieren" level={1}>
        <Form
          action={`${back}/korrigieren`}
          rejected={f.rejected}
          // What the fields said is known only for the version that was read; a draft may be older.
          record={{ version: seite.version, values: seite.version === b.version ? werteZum(b) : undefined }}
          draft={{ id: seite.entwurf, url: "/entwurf/beratung-korrektur" }}
        >
          <EnterButton />
          <HiddenField name="beratung" value={b.id} />
          <HiddenField name="stand" value={String(f.rejected?.conflict?.version ?? seite.version)} />
          <Felder f={f} heute={seite.heute} />
          {istMitPerson(b.stufe) ? (
            <p data-bei="0 1">
              <strong>Ohne Person</strong> werden die Verbindung zur Person und alle früheren Notizen dieser Beratung
              gelöscht. Prüfen Sie, dass auch in der Notiz oben kein Name steht.
            </p>
          ) : null}
          <TextField {...feld(f, "grund")} label="Warum korrigieren Sie?" maxlength={500} />
          <Submit label="Korrektur speichern" cancel={back} draft />
        </Form>
      </Card>
    </Page>
  );
}
