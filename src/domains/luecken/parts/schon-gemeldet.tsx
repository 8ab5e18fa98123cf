import { Entered, Question } from "../../../ui/index.ts";
import type { Bekannt } from "../queries/aehnliche.ts";
import { Warum } from "./andere.tsx";
import { LIST } from "./getan.ts";
import { StandWort, gewichtText } from "./worte.tsx";

/** Where similar gaps stand, or would. */
export const SCHON = "aehnliche";

type Props = {
  readonly bekannt: Bekannt;
  /** What "with us as well" takes along: the draft of what is typed, and from where somebody reports. */
  readonly mit: Readonly<Record<string, string>>;
  /** While somebody types. */
  readonly typing?: boolean;
};

/** Asks whether the gap is known: then it is one more report of it, with what is typed already. */
export const SchonGemeldet = (props: Props) => (
  <div id={SCHON}>{props.bekannt.aehnlich.length === 0 ? null : <Frage {...props} />}</div>
);

function Frage({ bekannt: { aehnlich, listen, towns }, mit, typing }: Props) {
  const query = new URLSearchParams(Object.entries(mit).filter(([, value]) => value !== ""));
  return (
    <Question title={aehnlich.length === 1 ? "Ist es diese Lücke?" : "Ist es eine davon?"} typing={typing}>
      <p>Im Kreis ist schon gemeldet:</p>
      <ul>
        {aehnlich.map((one) => (
          <li>
            <a href={`${LIST}/${one.id}`}>
              <Entered>{one.zeile.name}</Entered>
            </a>
            <br />
            <StandWort stand={one.zeile.luecke.stand} /> · {gewichtText(one.zeile.gewicht)} ·{" "}
            <Warum aehnlich={one} handlungsfeld={one.zeile.luecke.handlungsfeld} listen={listen} towns={towns} />
            <br />
            <a href={`${LIST}/${one.id}/melden?${query}`}>
              Auch bei uns
              <span class="kern-sr-only">
                : <Entered>{one.zeile.name}</Entered>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p>Wenn ja, wählen Sie „Auch bei uns“; was Sie getippt haben, geht mit. Wenn nein, melden Sie unten.</p>
    </Question>
  );
}
