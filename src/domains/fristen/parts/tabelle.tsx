import { today } from "../../../platform/clock.ts";
import { tagText } from "../../../platform/span.ts";
import { type Column, Entered, Status } from "../../../ui/index.ts";
import { aktenzeichen } from "../../faelle/index.ts";
import { STAENDE, dringlich, wieWeit } from "../model/frist.ts";
import type { Frist } from "../queries/frist.ts";
import { LIST } from "./getan.ts";

/** The day, and how far it is; of one that has ended what became of it. */
export function Wann({ frist }: { readonly frist: Pick<Frist, "am" | "ab" | "stand"> }) {
  const heute = today();
  const { am, ab, stand } = frist;
  if (stand !== "offen") return <>{`${tagText(am)} · ${STAENDE[stand]}`}</>;
  return (
    <Status kind={dringlich(am, ab, heute)}>
      {tagText(am)} · {wieWeit(am, heute)}
    </Status>
  );
}

/** Where a row leads. */
export const fristPath = ({ id }: Pick<Frist, "id">): string => `${LIST}/${id}`;

/** How every list names a Frist. */
export const SPALTEN: readonly Column<Frist>[] = [
  { label: "Bis", whole: true, cell: (frist) => <Wann frist={frist} /> },
  {
    label: "Worum es geht",
    whole: true,
    names: true,
    cell: ({ titel }) => <Entered>{titel}</Entered>,
  },
  {
    label: "Person",
    cell: ({ person }) => <Entered>{person}</Entered>,
  },
  { label: "Fall", cell: ({ aktenzeichen: az }) => (az === null ? "–" : aktenzeichen(az)) },
];
