import { Entered, StationLine, type StationNode } from "../../../ui/index.ts";
import type { Codelisten } from "../../codelisten/index.ts";
import type { Station } from "../model/rekonstruktion.ts";
import { bruchText, stationName, werHandelte } from "../model/worte.ts";

type Props = { readonly stationen: readonly Station[]; readonly listen: Codelisten };

const nodeOf = (s: Station, listen: Codelisten): StationNode => ({
  head: s.wann === null ? String(s.nr) : `${s.nr}. ${s.wann}`,
  text: s.geschehen,
  note: werHandelte(s, listen),
  broken: s.bruch ? `Bruch: ${bruchText(s, listen)}` : undefined,
});

/** The stations as one line, with where it broke. */
export function Stationenbild({ stationen, listen }: Props) {
  const broken = stationen.filter(({ bruch }) => bruch).map(({ nr }) => nr);
  const told = broken.length === 0 ? "Kein Bruch." : `Bruch an Station ${broken.join(", ")}.`;
  return (
    <StationLine
      title="Stationen in ihrer Reihenfolge"
      desc={`${stationen.length} Stationen. ${told} Dasselbe steht als Liste darunter.`}
      stations={stationen.map((s) => nodeOf(s, listen))}
    />
  );
}

/** The same as a nested list, to be read aloud. */
export const Stationenliste = ({ stationen, listen }: Props) => (
  <ol class="chain-list">
    {stationen.map((s) => (
      <li>
        <Entered>{`${stationName(s)}: ${s.geschehen}`}</Entered>
        <ul class="chain-list">
          <li>
            Wer handelte: <Entered>{werHandelte(s, listen)}</Entered>
          </li>
          {s.bruch ? (
            <li>
              <strong>Bruch: {bruchText(s, listen)}</strong>
            </li>
          ) : null}
        </ul>
      </li>
    ))}
  </ol>
);
