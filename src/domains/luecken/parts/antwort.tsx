import { Actions, ButtonLink, Card, Entered } from "../../../ui/index.ts";
import { ANTWORTEN, type Antworten, antwortenText, fragt } from "../model/antwort.ts";
import type { Meine } from "../queries/meine.ts";
import { LIST } from "./getan.ts";

/** Since something was done, whoever reported is asked whether it is better; what was said once can be said anew. */
export function Gefragt({ meine: { luecke, wurzel, antwort } }: { readonly meine: Meine }) {
  const said = antwort === null ? null : <p>Sie haben gesagt: {ANTWORTEN[antwort.antwort]}.</p>;
  if (!fragt(wurzel.stand)) return said;
  return (
    <>
      {said}
      <Actions>
        <ButtonLink kind={antwort === null ? "secondary" : "tertiary"} small href={`${LIST}/${luecke.id}/antwort`}>
          {antwort === null ? "Sagen, ob es besser geworden ist" : "Antwort ändern"}
          <span class="kern-sr-only">: {luecke.satz}</span>
        </ButtonLink>
      </Actions>
    </>
  );
}

/** What all of them say who reported a gap; never who. */
export const Stimmen = ({ antworten }: { readonly antworten: Antworten }) =>
  antworten.alle === 0 ? null : (
    <Card title="Ist es besser geworden?">
      <p>Von denen, die gemeldet haben: {antwortenText(antworten)}.</p>
      {antworten.saetze.length === 0 ? null : (
        <ul>
          {antworten.saetze.map((one) => (
            <li>
              <Entered>{one}</Entered>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
