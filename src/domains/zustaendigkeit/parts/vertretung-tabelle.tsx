import { tagText } from "../../../platform/span.ts";
import { type Column, Entered, Status, Table } from "../../../ui/index.ts";
import { type Stand, grundText } from "../model/vertretung.ts";
import type { Vertretung } from "../queries/vertretungen.ts";

const KIND = { gilt: "success", geplant: "info", wartet: "warning", "zu Ende": "info" } as const;

/** Where an arrangement stands, in a word. */
export const StandWort = ({ stand }: { readonly stand: Stand }) =>
  stand === "zu Ende" ? (
    <>zu Ende</>
  ) : (
    <Status kind={KIND[stand]}>{stand === "wartet" ? "wartet auf Bestätigung" : stand}</Status>
  );

const wer: Column<Vertretung> = { label: "Vertreten wird", names: true, cell: (v) => <Entered>{v.wer}</Entered> };
const durch: Column<Vertretung> = { label: "Durch", names: true, cell: (v) => <Entered>{v.werDurch}</Entered> };
const rest: readonly Column<Vertretung>[] = [
  { label: "Grund", cell: (v) => grundText(v.grund) },
  { label: "Erster Tag", cell: (v) => tagText(v.von) },
  { label: "Letzter Tag", cell: (v) => tagText(v.bis) },
  { label: "Stand", cell: (v) => <StandWort stand={v.stand} /> },
];

type Props = {
  readonly caption: string;
  readonly rows: readonly Vertretung[];
  /** Which of the two names stands in it. */
  readonly names: "wer" | "durch" | "beide";
  readonly way: Column<Vertretung>;
  readonly empty: string;
};

/** Arrangements one below the other. */
export const VertretungTabelle = ({ caption, rows, names, way, empty }: Props) => (
  <Table
    caption={caption}
    hideCaption
    cards
    rows={rows}
    columns={[...(names === "durch" ? [] : [wer]), ...(names === "wer" ? [] : [durch]), ...rest, way]}
    empty={empty}
  />
);
