import { tagText } from "../../../platform/span.ts";
import {
  ButtonLink,
  type Column,
  EmptyState,
  Entered,
  LineKey,
  SignKey,
  Table,
  type Tie,
  TieMap,
} from "../../../ui/index.ts";
import { type Kode, nameOf } from "../../codelisten/index.ts";
import { RICHTUNG, type Richtung, STAERKE, type Verbindung } from "../model/netzwerk.ts";
import { inSaetzen } from "../model/netzwerk-worte.ts";
import { VERBINDUNG } from "./getan.ts";
import { GRUPPEN, signOf } from "./kinds.ts";

type Props = { readonly person: string; readonly verbindungen: readonly Verbindung[]; readonly arten: readonly Kode[] };

const WAY: Readonly<Record<Richtung, Tie["way"]>> = { gegenseitig: "both", zur_person: "in", von_person: "out" };

/** The map as a picture, with its key. */
export function Karte({ person, verbindungen, arten }: Props) {
  const ties = verbindungen.map((v): Tie => {
    const art = arten.find(({ code }) => code === v.art);
    const word = art?.name ?? v.art;
    return {
      label: v.name,
      note: v.belastet ? `${word}, belastet` : word,
      near: v.staerke,
      group: `${art?.gruppe ?? ""} ${v.art}`,
      sign: signOf(art?.gruppe),
      strained: v.belastet,
      way: WAY[v.richtung],
    };
  });
  return (
    <>
      <TieMap title="Netzwerkkarte" desc={inSaetzen(verbindungen)} center={person} ties={ties} />
      <Legende ties={ties} />
    </>
  );
}

/** What the signs and lines mean: only what there is on this map. */
function Legende({ ties }: { readonly ties: readonly Tie[] }) {
  const lines = ([3, 2, 1] as const).filter((near) => ties.some((tie) => tie.near === near));
  return (
    <ul class="map-key" aria-label="Zeichen der Karte">
      {GRUPPEN.filter(({ sign }) => ties.some((tie) => tie.sign === sign)).map(({ sign, name }) => (
        <li>
          <SignKey sign={sign} /> {name}
        </li>
      ))}
      {lines.map((near) => (
        <li>
          <LineKey near={near} strained={false} /> {STAERKE[near]}
        </li>
      ))}
      {ties.some(({ strained }) => strained) ? (
        <li>
          <LineKey near={2} strained /> belastet
        </li>
      ) : null}
      <li>Pfeil: zu wem die Hilfe geht</li>
    </ul>
  );
}

type TableProps = Omit<Props, "person"> & { readonly schreibt: boolean; readonly leer: string };

/** The same as a table, the closest first. */
export function Verbindungen({ verbindungen, arten, schreibt, leer }: TableProps) {
  const change: Column<Verbindung> = {
    label: "Ändern",
    cell: (v) =>
      v.bis === null ? (
        <ButtonLink kind="tertiary" small href={`${VERBINDUNG}/${v.id}/aendern`}>
          Neuer Stand<span class="kern-sr-only">: {v.name}</span>
        </ButtonLink>
      ) : null,
  };
  return (
    <Table
      caption="Wer um die Person ist, das Engste zuerst"
      hideCaption
      rows={verbindungen}
      {...(schreibt ? { href: (v: Verbindung) => `${VERBINDUNG}/${v.id}` } : {})}
      cards
      empty={<EmptyState>{leer}</EmptyState>}
      columns={[
        { label: "Wer", cell: ({ name }) => <Entered>{name}</Entered> },
        { label: "Art", cell: ({ art }) => nameOf(arten, art) },
        { label: "Wie eng", cell: ({ staerke }) => STAERKE[staerke] },
        { label: "Wer wem hilft", cell: ({ richtung }) => RICHTUNG[richtung] },
        { label: "Belastet", cell: ({ belastet }) => (belastet ? "belastet" : "nein") },
        {
          label: "Seit",
          cell: ({ von, bis }) => (bis === null ? tagText(von) : `${tagText(von)} bis ${tagText(bis)}`),
        },
        {
          label: "Notiz",
          whole: true,
          cell: ({ notiz }) => (notiz === null ? "" : <Entered class="text">{notiz}</Entered>),
        },
        ...(schreibt ? [change] : []),
      ]}
    />
  );
}
