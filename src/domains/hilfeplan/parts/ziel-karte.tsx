import type { Child } from "#jsx";
import { tagText } from "../../../platform/span.ts";
import { Card, Entered, Status, Table } from "../../../ui/index.ts";
import { type Kode, nameOf } from "../../codelisten/index.ts";
import { type PlanSchritt, type PlanZiel, STAND, type StandZeile, WER } from "../model/plan.ts";
import { erreichungWort } from "../model/ziele.ts";

/** Who does a step, in words. */
export const Wer = ({ schritt: { wer, werName } }: { readonly schritt: PlanSchritt }) =>
  werName === null ? <>{WER[wer]}</> : <Entered>{werName}</Entered>;

type StandProps = {
  readonly schritt: PlanSchritt;
  readonly zeile: StandZeile | undefined;
  /** ISO; an open step is late after its day. */
  readonly heute: string;
};

/** What became of a step, and whether it is late: in words and with a sign. */
export function StandOf({ schritt: { bis }, zeile, heute }: StandProps) {
  if (zeile !== undefined && zeile.stand !== "offen") {
    return (
      <Status kind={zeile.stand === "erledigt" ? "success" : "info"}>
        {STAND[zeile.stand]} am {tagText(zeile.am)}
      </Status>
    );
  }
  return bis !== null && bis < heute ? <Status kind="warning">überfällig</Status> : <>offen</>;
}

type Props = {
  readonly ziel: PlanZiel;
  readonly nummer: number;
  readonly felder: readonly Kode[];
  readonly heute: string;
  /** Nothing for a draft: there is nothing yet that could be done. */
  readonly staende?: ReadonlyMap<string, StandZeile> | undefined;
  /** What was said at the last look back, and when. */
  readonly zuletzt?: { readonly wert: number; readonly am: string } | undefined;
  readonly action?: Child;
};

/** A goal in the words of the person, and who does what for it until when. */
export function ZielKarte({ ziel, nummer, felder, heute, staende, zuletzt, action }: Props) {
  return (
    <Card title={`Ziel ${nummer}: ${nameOf(felder, ziel.handlungsfeld)}`} action={action}>
      <p class="text">
        <Entered>{ziel.ziel}</Entered>
      </p>
      <Table
        caption={`Schritte zu Ziel ${nummer}`}
        hideCaption
        cards
        rows={ziel.schritte}
        empty={<p class="hint">Zu diesem Ziel gibt es noch keinen Schritt.</p>}
        columns={[
          { label: "Was", cell: ({ was }) => <Entered>{was}</Entered> },
          { label: "Wer", cell: (schritt) => <Wer schritt={schritt} /> },
          { label: "Bis wann", cell: ({ bis }) => (bis === null ? "ohne Tag" : tagText(bis)) },
          ...(staende === undefined
            ? []
            : [
                {
                  label: "Stand",
                  cell: (schritt: PlanSchritt) => (
                    <StandOf schritt={schritt} zeile={staende.get(schritt.faden)} heute={heute} />
                  ),
                },
              ]),
        ]}
      />
      {zuletzt === undefined ? null : (
        <p>
          Am {tagText(zuletzt.am)} erreicht: {erreichungWort(zuletzt.wert)}
        </p>
      )}
    </Card>
  );
}
