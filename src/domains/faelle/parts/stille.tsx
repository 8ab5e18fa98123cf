import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { Entered, HiddenField, type Option, SelectCell, Table, TextCell } from "../../../ui/index.ts";
import { aktenzeichen } from "../model/fall.ts";
import { PHASEN } from "../model/phasen.ts";
import { TUN, cellName } from "../model/stille.ts";
import type { StillerFall } from "../queries/stille.ts";
import { LIST } from "./getan.ts";

type Props = {
  readonly faelle: readonly StillerFall[];
  readonly gruende: readonly Option[];
  readonly rejected: Rejected | undefined;
};

const WAYS = Object.entries(TUN).map(([value, label]) => ({ value, label }));

/** Cases without contact, each with what is to become of it and why. */
export function StilleTabelle({ faelle, gruende, rejected }: Props) {
  const rows = faelle.map((fall, i) => ({ fall, row: i + 1, zeichen: aktenzeichen(fall) }));
  return (
    <Table
      caption="Fälle ohne Kontakt, die stillsten zuerst"
      hideCaption
      stack
      rows={rows}
      columns={[
        {
          label: "Fall",
          cell: ({ fall, row, zeichen }) => (
            <>
              <HiddenField name={cellName(row, "fall")} value={fall.id} />
              <HiddenField name={cellName(row, "version")} value={String(fall.version)} />
              <a href={`${LIST}/${fall.id}`}>{zeichen}</a>
            </>
          ),
        },
        { label: "Person", cell: ({ fall }) => <Entered>{fall.person}</Entered> },
        { label: "Phase", cell: ({ fall }) => `${PHASEN[fall.phase]} seit ${tagText(fall.am)}` },
        {
          label: "Letzte Beratung",
          cell: ({ fall: { kontakt } }) => (kontakt === null ? "keine" : tagText(kontakt)),
        },
        {
          label: "Was tun?",
          cell: ({ row, zeichen }) => (
            <SelectCell
              name={cellName(row, "tun")}
              label={`Was tun mit ${zeichen}?`}
              options={WAYS}
              empty="nichts"
              rejected={rejected}
            />
          ),
        },
        {
          label: "Warum?",
          whole: true,
          cell: ({ row, zeichen }) => (
            <TextCell name={cellName(row, "grund")} label={`Warum, ${zeichen}`} rejected={rejected} />
          ),
        },
        {
          label: "Endet, weil",
          cell: ({ row, zeichen }) => (
            <SelectCell
              name={cellName(row, "ende")}
              label={`Warum ${zeichen} endet`}
              options={gruende}
              empty="–"
              rejected={rejected}
            />
          ),
        },
      ]}
    />
  );
}
