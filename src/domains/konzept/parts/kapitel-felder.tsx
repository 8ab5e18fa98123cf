import { optionOf } from "../../../platform/choice.ts";
import { Entered, HiddenField, Question, SelectCell, Table } from "../../../ui/index.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { KEINES } from "../model/eingabe.ts";

type Props = {
  readonly kapitel: readonly string[];
  /** What was chosen for each, in the same order. */
  readonly feld: readonly string[];
  readonly felder: readonly Kodewahl[];
  /** Whether it is what the page is about: nothing else was wrong. */
  readonly asks: boolean;
};

/** Of the chapter at that place, from 0. */
export const feldId = (i: number): string => (i === 0 ? "feld" : `feld-${i + 1}`);

/** What chapters are about that are made like one about a Handlungsfeld, and called otherwise. */
export function KapitelFelder({ kapitel, feld, felder, asks }: Props) {
  const options = [...felder.map(optionOf), { value: KEINES, label: "keines: ein freies Kapitel" }];
  const rows = kapitel.map((titel, i) => ({ titel, i }));
  return (
    <>
      {asks ? (
        <Question title="Noch nichts ist eingelesen">
          {kapitel.length === 1
            ? "Ein Kapitel ist gegliedert wie ein Handlungsfeld, heißt aber anders. "
            : `${kapitel.length} Kapitel sind gegliedert wie ein Handlungsfeld, heißen aber anders. `}
          Wählen Sie das Handlungsfeld, und dann die Datei noch einmal.
        </Question>
      ) : null}
      {kapitel.map((titel) => (
        <HiddenField name="kapitel" value={titel} />
      ))}
      <Table
        caption="Zu welchem Handlungsfeld gehören diese Kapitel?"
        cards
        rows={rows}
        columns={[
          { label: "Kapitel", cell: ({ titel }) => <Entered>{titel}</Entered> },
          {
            label: "Handlungsfeld",
            cell: ({ titel, i }) => (
              <SelectCell
                name="feld"
                id={feldId(i)}
                label={`Handlungsfeld: ${titel}`}
                options={options}
                value={feld[i]}
                empty="Bitte wählen"
                rejected={undefined}
              />
            ),
          },
        ]}
      />
    </>
  );
}
