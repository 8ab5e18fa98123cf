import type { Filled } from "../../../platform/filled.ts";
import type { Frame } from "../../../platform/frame.ts";
import { Card, ConflictNotice, Form, Page, RadioSegment, Submit, fieldsOf } from "../../../ui/index.ts";
import { JA_WAHL } from "../../personen/index.ts";
import { LABELS, wortlaut } from "../model/angaben.ts";
import { istMitPerson } from "../model/beratung.ts";
import type { Formular } from "../queries/formular.ts";
import type { Beratung } from "../queries/beratungen.ts";
import { Fortgesetzt } from "./entwuerfe.tsx";
import { EnterButton, Felder, KEYS_KORREKTUR } from "./formular.tsx";
import { belowBeratung } from "./below.ts";
import { LIST } from "./getan.ts";
import { Warum } from "./warum.tsx";

export type KorrekturSeite = {
  readonly f: Filled;
  readonly formular: Formular;
  readonly b: Beratung;
};

/** What differs from a version saved meanwhile, in words. Persons by number: names stand in the form below. */
function konfliktFelder(f: Formular) {
  const woerter = { listen: f.listen, orte: new Map(f.orte.wahl.map((o) => [o.value, o.name])) };
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
  const { f, formular, b } = seite;
  const { rejected } = formular;
  const back = `${LIST}/${b.id}`;
  return (
    <Page {...belowBeratung(frame, b)} title="Beratung korrigieren" rejected={rejected} keys={KEYS_KORREKTUR}>
      <Fortgesetzt f={f} />
      <ConflictNotice rejected={rejected} fields={konfliktFelder(formular)} stored={back} />
      <Card title="Beratung korrigieren" level={1}>
        <Form action={`${back}/korrigieren`} record={f.record} draft={f.draft} rejected={rejected}>
          <EnterButton />
          <Felder f={formular} />
          {istMitPerson(b.stufe) ? (
            <p data-bei="0 1">
              <strong>Ohne Person</strong> werden die Verbindung zur Person und alle früheren Notizen dieser Beratung
              gelöscht. Prüfen Sie, dass auch in der Notiz oben kein Name steht.
            </p>
          ) : (
            <div data-bei="2">
              <RadioSegment
                {...fieldsOf(formular.values, rejected)("ja")}
                label="Bisher ohne Namen: Ist die Person einverstanden, dass diese Beratung unter ihrem Namen steht?"
                options={JA_WAHL}
              />
            </div>
          )}
          <Warum field={fieldsOf(formular.values, rejected)} label="Warum korrigieren Sie?" art="korrektur" />
          <Submit label="Korrektur speichern" cancel={back} draft />
        </Form>
      </Card>
    </Page>
  );
}
