import type { Child } from "#jsx";
import { tagText } from "../../../platform/span.ts";
import { Entered, Status, Table } from "../../../ui/index.ts";
import { type Codelisten, nameOf } from "../../codelisten/index.ts";
import { STAENDE, type Stand, WEGE, spanneText } from "../model/einsatz.ts";
import type { Einsatz } from "../queries/einsaetze.ts";
import { EINSAETZE } from "./wege.ts";

const KIND: Readonly<Record<Stand, "success" | "warning" | "danger" | undefined>> = {
  offen: "warning",
  gebucht: "success",
  geleistet: undefined,
  abgerechnet: undefined,
  unbesetzt: "danger",
  abgesagt: undefined,
  ausgefallen: "danger",
};

export const StandWort = ({ stand }: { readonly stand: Stand }) => <Status kind={KIND[stand]}>{STAENDE[stand]}</Status>;

/** Where and how: "Siegburg, Rathaus, vor Ort". */
export const ortText = ({ standort, weg }: Pick<Einsatz, "standort" | "weg">): string =>
  [standort, WEGE[weg]].filter((part) => part !== null).join(", ");

type Props = {
  readonly rows: readonly Einsatz[];
  readonly sprachen: Codelisten["sprache"];
  readonly caption: string;
  readonly empty: Child;
  readonly first?: number;
};

/** Bookings, one a row. No client is in any of them. */
export const EinsatzListe = ({ rows, sprachen, caption, empty, first }: Props) => (
  <Table
    caption={caption}
    hideCaption
    rows={rows}
    href={({ id }) => `${EINSAETZE}/${id}`}
    empty={empty}
    {...(first === undefined ? {} : { first })}
    columns={[
      { label: "Tag", cell: ({ tag }) => tagText(tag) },
      { label: "Uhrzeit", cell: ({ beginn, dauer }) => spanneText(beginn, beginn + dauer) },
      { label: "Sprache", cell: ({ sprache }) => nameOf(sprachen, sprache) },
      { label: "Wo", cell: ortText },
      {
        label: "Wer mittelt",
        cell: ({ sprachmittler }) => (sprachmittler === null ? "–" : <Entered>{sprachmittler}</Entered>),
      },
      { label: "Gebraucht von", cell: ({ wer }) => <Entered>{wer}</Entered> },
      { label: "Stand", cell: ({ stand }) => <StandWort stand={stand} /> },
    ]}
  />
);
