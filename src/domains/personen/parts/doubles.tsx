import { Entered, Question } from "../../../ui/index.ts";
import type { Treffer } from "../queries/search.ts";
import { merkmale } from "../model/texte.ts";

/** Field with the ids of the similar persons that were shown: whoever saves again has seen exactly these. */
export const SEEN = "person_gesehen";

type Props = {
  readonly doubles: readonly Treffer[];
  /** While somebody types. */
  readonly typing?: boolean;
};

/** Where the similar persons stand, or would. */
export const DOUBLES = "aehnliche";

/** Asks whether the person is there already. */
export const Doubles = (props: Props) => (
  <div id={DOUBLES}>{props.doubles.length === 0 ? null : <Known {...props} />}</div>
);

function Known({ doubles, typing }: Props) {
  const one = doubles.length === 1;
  return (
    <Question title={one ? "Ist es diese Person?" : "Ist es eine davon?"} typing={typing}>
      <p>
        {one ? "Diese Person gibt" : "Diese Personen gibt"} es schon, bei Ihnen oder bei jemandem, den Sie heute
        vertreten:
      </p>
      <ul>
        {doubles.map((hit) => (
          <Double hit={hit} />
        ))}
      </ul>
      <p>Wenn ja, öffnen Sie sie. Wenn nein, speichern Sie unten.</p>
    </Question>
  );
}

function Double({ hit }: { readonly hit: Treffer }) {
  return (
    <li>
      <a href={`/personen/${hit.id}`}>
        <Entered>{hit.name}</Entered>
      </a>
      {merkmale(hit)
        .map((word) => `, ${word}`)
        .join("")}{" "}
      ({hit.grund})
    </li>
  );
}
