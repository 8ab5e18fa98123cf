import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { type Column, ScaleCourse, Table } from "../../../ui/index.ts";
import { inWorten, umText } from "../model/veraenderung.ts";
import type { Zeile } from "../model/zeilen.ts";
import type { Assessment } from "../queries/assessments.ts";
import { BEREICH, TAG } from "./getan.ts";

type Props = {
  readonly assessments: readonly Assessment[];
  readonly zeilen: readonly Zeile[];
  readonly schreibt: boolean;
  /** Whether the last of them is the last of the case: that one is written on. */
  readonly neueste: boolean;
};

/** Every area on its scale, one column an assessment, with how it changed as a figure and as a picture. */
export function Ueberblick({ assessments, zeilen, schreibt, neueste }: Props) {
  const letztes = assessments.at(-1);
  if (letztes === undefined) return null;
  const filled = letztes.bereiche.filter(({ am }) => am !== null).length;
  const many = assessments.length > 1;
  const href = (zeile: Zeile) => `${BEREICH}/${zeile.staende.findLast((stand) => stand !== undefined)?.id ?? ""}`;
  const open = schreibt && neueste;
  const changes: Column<Zeile>[] = [
    { label: "Veränderung", figure: true, cell: ({ veraenderung: v }) => (v === undefined ? "–" : umText(v.um)) },
    { label: "Bild", cell: (zeile) => <Bild zeile={zeile} /> },
  ];
  return (
    <>
      <p class="hint">
        {anzahl(filled, "Lebensbereich", "Lebensbereiche")} von {letztes.bereiche.length} im letzten Assessment
        eingeschätzt. 0 heißt: es geht sehr schlecht, 10: sehr gut.
        {open ? " Wählen Sie einen Bereich, um zu schreiben; die Reihenfolge ist egal." : null}
      </p>
      <Table
        caption={`Lebensbereiche am ${assessments.map(({ am }) => tagText(am)).join(", ")}`}
        hideCaption
        rows={zeilen}
        {...(open ? { href } : {})}
        cards={many}
        columns={[
          { label: "Lebensbereich", cell: ({ name }) => name },
          ...assessments.map(({ am }, i): Column<Zeile> => ({
            label: tagText(am),
            figure: true,
            cell: ({ staende }) => skala(staende[i]),
          })),
          ...(many ? changes : []),
        ]}
      />
      {open ? (
        <p class="hint">
          Der Tag stimmt nicht? <a href={`${TAG}/${letztes.id}`}>Assessment vom {tagText(letztes.am)} ändern</a>
        </p>
      ) : null}
    </>
  );
}

const skala = (stand: Zeile["staende"][number]): string =>
  stand === undefined || stand.am === null ? "–" : stand.skala === null ? "ohne Zahl" : String(stand.skala);

/** The course of one area; says the same in words. */
const Bild = ({ zeile: { name, skalen, veraenderung: v } }: { readonly zeile: Zeile }) =>
  skalen.every((wert) => wert === null) ? null : (
    <ScaleCourse
      title={`${name} auf der Skala von 0 bis 10`}
      desc={v === undefined ? "Noch keine Veränderung zu sehen." : inWorten(v)}
      scale={[0, 10]}
      values={skalen}
    />
  );
