import type { Rejected } from "../../../platform/form.ts";
import {
  Actions,
  Button,
  Day,
  EmptyState,
  Entered,
  Form,
  HiddenField,
  type Option,
  SelectCell,
  Status,
  Table,
} from "../../../ui/index.ts";
import { type Codelisten, kurzOf } from "../../codelisten/index.ts";
import { ABSAGEN, type Stand, schritteAus } from "../model/stand.ts";
import { type Auswahl, type VerweisKurz, isFaellig } from "../queries/listen.ts";
import { LIST } from "./getan.ts";
import { standKind, standText, wohin } from "../model/worte.ts";

type Zeile = VerweisKurz & { readonly person: string };

type Props = {
  readonly verweise: readonly Zeile[];
  readonly listen: Codelisten;
  readonly auswahl: Auswahl;
  readonly schreibt: boolean;
  readonly rejected: Rejected | undefined;
  /** Whose a row is, where they are of several accounts. */
  readonly akteVon: ((zeile: Zeile) => string) | undefined;
};

const NICHTS: Readonly<Record<Auswahl, string>> = {
  faellig: "Heute ist bei keinem Verweis nachzufragen.",
  offen: "Kein Verweis ist offen. Einen neuen tragen Sie auf der Seite einer Person oder eines Falls ein.",
  warteliste: "Niemand steht auf einer Warteliste.",
  beendet: "Noch ist kein Verweis beendet.",
};

/** What can be chosen for a row in one step; each reason of a refusal is a choice of its own. */
const ergebnisse = (stand: Stand): Option[] =>
  schritteAus(stand).flatMap(({ nach, verb }) =>
    nach === "abgelehnt"
      ? Object.entries(ABSAGEN).map(([grund, wort]) => ({ value: `abgelehnt:${grund}`, label: `Abgelehnt: ${wort}` }))
      : [{ value: nach, label: verb }],
  );

/** Referrals with what became of them; several results are entered at once. */
export function VerweisTabelle({ verweise, listen, auswahl, schreibt, rejected, akteVon }: Props) {
  const table = (
    <Table
      caption={auswahl === "beendet" ? "Verweise, der zuletzt beendete zuerst" : "Verweise, das Nächste zuerst"}
      hideCaption
      stack
      rows={verweise}
      href={({ id }) => `${LIST}/${id}`}
      empty={<EmptyState>{NICHTS[auswahl]}</EmptyState>}
      columns={[
        { label: "Person", cell: ({ person }) => <Entered>{person}</Entered> },
        { label: "Wohin", cell: wohin },
        { label: "Worum", cell: ({ handlungsfeld }) => kurzOf(listen.handlungsfeld, handlungsfeld) },
        { label: "Stand", cell: (v) => <Status kind={standKind(v.stand)}>{standText(v)}</Status> },
        auswahl === "beendet"
          ? { label: "seit", cell: ({ standSeit }) => <Day iso={standSeit} /> }
          : { label: "Nachfragen", cell: (v) => <Wann v={v} /> },
        ...(akteVon === undefined ? [] : [{ label: "Akte von", cell: (v: Zeile) => <Entered>{akteVon(v)}</Entered> }]),
        ...(schreibt
          ? [
              {
                label: "Ergebnis",
                cell: (v: Zeile) => (
                  <>
                    <HiddenField name={`fassung_${v.id}`} value={String(v.version)} />
                    <SelectCell
                      name={`ergebnis_${v.id}`}
                      label={`Ergebnis: ${v.person}, ${wohin(v)}`}
                      options={ergebnisse(v.stand)}
                      empty="–"
                      rejected={rejected}
                    />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
  if (!schreibt || verweise.length === 0) return table;
  return (
    <Form action={LIST} rejected={rejected}>
      {table}
      <Actions>
        <Button kind="secondary">Gewählte Ergebnisse eintragen</Button>
      </Actions>
    </Form>
  );
}

const Wann = ({ v }: { readonly v: VerweisKurz }) =>
  isFaellig(v) ? (
    <Status kind="warning">
      <Day iso={v.nachfragenAm} />
    </Status>
  ) : (
    <Day iso={v.nachfragenAm} />
  );
