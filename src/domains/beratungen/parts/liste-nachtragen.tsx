import type { Filled } from "../../../platform/filled.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import type { Rejected } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  type Column,
  Form,
  HiddenField,
  Page,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import type { Formular } from "../queries/formular.ts";
import { MAX_ZEILEN, type Zelle, feldDer } from "../model/zeilen.ts";
import { type Angefangen, Entwuerfe } from "./entwuerfe.tsx";
import { Kopf } from "./felder.tsx";
import { EnterButton } from "./formular.tsx";
import { LIST, addressOf } from "./getan.ts";
import { Kreuz, type TextMore, Textzelle, Wahlzelle } from "./zellen.tsx";

/** What the page for a list shows. */
export type ListenFormular = Pick<Formular, "listen" | "orte"> &
  Filled & {
    readonly rejected: Rejected | undefined;
    readonly zeilen: number;
    /** What can be typed as a language, those that are used most here first. */
    readonly sprachen: readonly Kodewahl[];
    /** Rows that a refusal told to be the same. */
    readonly gleich: string;
    readonly entwuerfe: readonly Angefangen[];
  };

type Props = { readonly f: ListenFormular };

export const LISTE = `${LIST}/liste-erfassen`;
/** Under which its drafts are kept. */
export const LISTE_ENTWURF = { form: "beratung-liste", name: "Liste erfassen", resume: LISTE };

export function ListeNachtragen({ frame, f }: { readonly frame: Frame; readonly f: ListenFormular }) {
  return (
    <Page
      breadcrumb={[{ label: "Beratungen", href: LIST }]}
      frame={frame}
      title="Liste nachtragen"
      heading={false}
      rejected={f.rejected}
      wide
    >
      <Card
        title="Liste nachtragen"
        level={1}
        action={<Entwuerfe f={f} entwuerfe={f.entwuerfe} form={LISTE_ENTWURF} />}
      >
        <Form action={LISTE} rejected={f.rejected} idempotencyKey={f.draft.id} draft={f.draft}>
          <EnterButton />
          <SchonGespeichert f={f} />
          <HiddenField name="zeilen" value={String(f.zeilen)} />
          {f.gleich === "" ? null : <HiddenField name="gleich" value={f.gleich} />}
          <Kopf f={f} field={fieldsOf(f.values, f.rejected)} />
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
            <ButtonLink kind="tertiary" href={LIST}>
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
  return (
    <Alert kind="info">
      <a href={addressOf(f.rejected.saved)}>Die gespeicherten Beratungen ansehen</a> – oder unten noch einmal speichern,
      dann zählen alle Zeilen als weitere.
    </Alert>
  );
}

/** Words that the browser suggests while somebody types. */
function Vorschlaege({ f }: Props) {
  return (
    <>
      <datalist id="sprachen">
        {f.sprachen.map((k) => (
          <option>{k.name}</option>
        ))}
      </datalist>
      <datalist id="ergebnisse">
        {offered(f.listen.ergebnis).map((k) => (
          <option>{k.kurz}</option>
        ))}
      </datalist>
    </>
  );
}

/** Which key stands for which theme. */
function Legende({ f }: Props) {
  return (
    <p class="hint keys" id="zeichen">
      <span>Themen als Zeichen, mehrere hintereinander:</span>{" "}
      {offered(f.listen.handlungsfeld).map((k) => (
        <>
          <span>
            <kbd>{k.taste}</kbd> {k.kurz}
          </span>{" "}
        </>
      ))}
    </p>
  );
}

const kurz = (list: readonly Kodewahl[]) => list.map(({ code, kurz: name }) => ({ code, name }));

function columns(f: ListenFormular): readonly Column<number>[] {
  const text = (zelle: Zelle, label: string, more: TextMore = {}) => ({
    label,
    cell: (row: number) => <Textzelle f={f} row={row} zelle={zelle} label={label} {...more} />,
  });
  const understood = (row: number) =>
    offered(f.listen.verstaendigung, f.values[feldDer(row, "verstaendigung")]).map(optionOf);
  const stufen = [
    { value: "1", label: "anonym" },
    { value: "0", label: "Fachanfrage" },
  ];
  return [
    { label: "Nr.", names: true, figure: true, cell: (row) => <strong>{row}</strong> },
    text("themen", "Themen", { described: "zeichen" }),
    { label: "Stufe", cell: (row) => <Wahlzelle f={f} row={row} zelle="stufe" label="Stufe" options={stufen} /> },
    text("sprache", "Sprache", { list: "sprachen", words: f.sprachen }),
    {
      label: "Verständigung",
      cell: (row) => (
        <Wahlzelle
          f={f}
          row={row}
          zelle="verstaendigung"
          label="Verständigung"
          options={[{ value: "", label: "keine Angabe" }, ...understood(row)]}
        />
      ),
    },
    text("dauer", "Minuten", { number: true }),
    text("ergebnis", "Ergebnis", { list: "ergebnisse", words: kurz(offered(f.listen.ergebnis)) }),
    { label: "Neuzuw.", cell: (row) => <Kreuz f={f} row={row} /> },
    text("zahl", "Personen", { number: true }),
  ];
}
