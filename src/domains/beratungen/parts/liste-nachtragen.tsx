import { type Rejected, type Values, first } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  type Column,
  Col,
  DateField,
  Form,
  HiddenField,
  Page,
  Row,
  SelectField,
  Table,
} from "../../../ui/index.ts";
import { type Codelisten, kodesAm } from "../../codelisten/index.ts";
import type { Orte } from "../queries/orte.ts";
import { MAX_ZEILEN, type Zelle } from "../model/zeilen.ts";
import { type Angefangen, Entwuerfe, Fortgesetzt } from "./entwuerfe.tsx";
import { EnterButton } from "./neue-beratung.tsx";
import { Kreuz, type TextMore, Textzelle, Wahlzelle } from "./zellen.tsx";

/** What the page for a list shows. */
export type ListenFormular = {
  readonly values: Values;
  readonly rejected: Rejected | undefined;
  readonly listen: Codelisten;
  readonly orte: Orte;
  readonly zeilen: number;
  readonly heute: string;
  readonly entwurf: string;
  readonly fortgesetzt: Date | undefined;
  readonly entwuerfe: readonly Angefangen[];
};

type Props = { readonly f: ListenFormular };

const PATH = "/beratungen/liste-erfassen";

export function ListeNachtragen({ frame, f }: { readonly frame: Frame; readonly f: ListenFormular }) {
  return (
    <Page
      breadcrumb={[{ label: "Beratungen", href: "/beratungen" }]}
      frame={frame}
      title="Liste nachtragen"
      heading={false}
      rejected={f.rejected}
      wide
    >
      <Entwuerfe entwuerfe={f.entwuerfe} heute={f.heute} path={PATH} />
      {f.fortgesetzt === undefined ? null : <Fortgesetzt geaendert={f.fortgesetzt} heute={f.heute} />}
      <Card title="Liste nachtragen" level={1}>
        <Form
          action={PATH}
          rejected={f.rejected}
          idempotencyKey={f.entwurf}
          draft={{ id: f.entwurf, url: "/entwurf/beratung-liste" }}
        >
          <EnterButton />
          <SchonGespeichert f={f} />
          <HiddenField name="zeilen" value={String(f.zeilen)} />
          <Kopf f={f} />
          <Legende f={f} />
          <Vorschlaege f={f} />
          <Table
            stack
            caption="Eine Zeile je Beratung; leere Zeilen zählen nicht"
            rows={Array.from({ length: f.zeilen }, (_, i) => i + 1)}
            columns={columns(f)}
          />
          <Actions draftState="">
            <Button>Alle speichern</Button>
            {f.zeilen < MAX_ZEILEN ? (
              <Button kind="secondary" name="ansicht" value="mehr">
                Mehr Zeilen
              </Button>
            ) : null}
            <ButtonLink kind="tertiary" href="/beratungen">
              Abbrechen
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

/** The same list was saved before and changed since: both ways are open. */
function SchonGespeichert({ f }: Props) {
  if (f.rejected?.saved === undefined) return null;
  const am = first(f.values, "am");
  return (
    <Alert kind="info">
      <a href={`/beratungen?von=${am}&bis=${am}`}>Die gespeicherten Beratungen ansehen</a> – oder unten noch einmal
      speichern, dann zählen alle Zeilen als weitere.
    </Alert>
  );
}

/** Words that the browser suggests while somebody types. */
function Vorschlaege({ f }: Props) {
  return (
    <>
      <datalist id="sprachen">
        {f.listen.sprache.map((k) => (
          <option>{k.name}</option>
        ))}
      </datalist>
      <datalist id="ergebnisse">
        {f.listen.ergebnis.map((k) => (
          <option>{k.kurz}</option>
        ))}
      </datalist>
    </>
  );
}

function Kopf({ f }: Props) {
  const of = (name: string) => ({ name, rejected: f.rejected, value: first(f.values, name) });
  const ways = f.listen.kontaktweg.map((k) => ({ value: k.code, label: k.name }));
  return (
    <Row>
      <Col span={3}>
        <DateField {...of("am")} label="Datum" max={f.heute} />
      </Col>
      <Col span={5}>
        <SelectField {...of("ort")} label="Standort oder Kommune" empty="Bitte wählen" options={f.orte.gruppen} />
      </Col>
      <Col span={4}>
        <SelectField {...of("kontaktweg")} label="Kontaktweg" empty="Bitte wählen" options={ways} />
      </Col>
    </Row>
  );
}

/** Which key stands for which theme. */
function Legende({ f }: Props) {
  return (
    <p class="hint keys" id="zeichen">
      <span>Themen als Zeichen, mehrere hintereinander:</span>{" "}
      {f.listen.handlungsfeld.map((k) => (
        <>
          <span>
            <kbd>{k.taste}</kbd> {k.kurz}
          </span>{" "}
        </>
      ))}
    </p>
  );
}

function columns(f: ListenFormular): readonly Column<number>[] {
  const text = (zelle: Zelle, label: string, more: TextMore = {}) => ({
    label,
    cell: (row: number) => <Textzelle f={f} row={row} zelle={zelle} label={label} {...more} />,
  });
  const understood = kodesAm(f.listen.verstaendigung, f.heute).map((k) => ({ value: k.code, label: k.name }));
  const stufen = [
    { value: "1", label: "anonym" },
    { value: "0", label: "Fachanfrage" },
  ];
  return [
    { label: "Nr.", names: true, figure: true, cell: (row) => <strong>{row}</strong> },
    text("themen", "Themen", { described: "zeichen" }),
    { label: "Stufe", cell: (row) => <Wahlzelle f={f} row={row} zelle="stufe" label="Stufe" options={stufen} /> },
    text("sprache", "Sprache", { list: "sprachen" }),
    {
      label: "Verständigung",
      cell: (row) => (
        <Wahlzelle
          f={f}
          row={row}
          zelle="verstaendigung"
          label="Verständigung"
          options={[{ value: "", label: "keine Angabe" }, ...understood]}
        />
      ),
    },
    text("dauer", "Minuten", { number: true }),
    text("ergebnis", "Ergebnis", { list: "ergebnisse" }),
    { label: "Neuzuw.", cell: (row) => <Kreuz f={f} row={row} /> },
    text("zahl", "Personen", { number: true }),
  ];
}
