import { tagText } from "../../../platform/span.ts";
import { zahl } from "../../../platform/words.ts";
import { Actions, ButtonLink, Card, EmptyState, Table } from "../../../ui/index.ts";
import { type PersonBeratungen, VIELE } from "../../beratungen/index.ts";
import { type Codelisten, kurzOf, nameOf } from "../../codelisten/index.ts";
import type { Fall } from "../queries/faelle.ts";
import { LIST } from "./getan.ts";

type Props = { readonly fall: Fall; readonly kontakte: PersonBeratungen; readonly listen: Codelisten };

/** The consultations of the person, the last one first; a new one is recorded in the same form as ever. */
export function Kontakte({ fall, kontakte, listen }: Props) {
  return (
    <Card
      title="Kontakte"
      action={
        <Actions>
          <ButtonLink kind="tertiary" small href={`${LIST}/${fall.id}/verlauf`}>
            Ganzer Verlauf
          </ButtonLink>
          <ButtonLink kind="secondary" small href={`/beratungen/neu?person=${fall.personId}&fall=${fall.id}`}>
            Beratung erfassen
          </ButtonLink>
        </Actions>
      }
    >
      {kontakte.anzahl === undefined ? null : (
        <p class="hint">
          Die letzten {kontakte.zeilen.length} von{" "}
          {kontakte.anzahl > VIELE ? `über ${zahl(VIELE)}` : zahl(kontakte.anzahl)};{" "}
          <a href={`/personen/${fall.personId}`}>alle auf der Seite der Person</a>.
        </p>
      )}
      <Table
        caption="Beratungen mit dieser Person, die letzte zuerst"
        hideCaption
        rows={kontakte.zeilen}
        href={({ id }) => `/beratungen/${id}`}
        empty={<EmptyState>Mit dieser Person ist noch keine Beratung erfasst.</EmptyState>}
        columns={[
          { label: "Datum", cell: ({ am }) => tagText(am) },
          {
            label: "Worum es ging",
            cell: ({ themen }) => themen.map((one) => kurzOf(listen.handlungsfeld, one)).join(", "),
          },
          { label: "Ergebnis", cell: ({ ergebnis }) => nameOf(listen.ergebnis, ergebnis) },
          { label: "Min.", figure: true, cell: ({ dauerMin }) => String(dauerMin ?? "–") },
        ]}
      />
    </Card>
  );
}
