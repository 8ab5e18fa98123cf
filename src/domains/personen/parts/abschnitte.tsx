import { type Actor, may } from "../../../platform/actor.ts";
import { ButtonLink, Card, Entered, Halves } from "../../../ui/index.ts";
import type { Beginn, Gesagt } from "../queries/ueberblick.ts";

type Props = { readonly person: string; readonly gesagt: readonly Gesagt[]; readonly actor: Actor };

/** What somebody may begin from here, each with its key. */
export const beginnt = (gesagt: readonly Gesagt[], actor: Actor): Beginn[] =>
  gesagt.flatMap(({ abschnitt }) =>
    abschnitt?.neu !== undefined && may(actor, abschnitt.neu.recht) ? [abschnitt.neu] : [],
  );

/** The parts of somebody's life that other rooms keep: a few lines each, and the way there. */
export function Abschnitte({ person, gesagt, actor }: Props) {
  const parts = gesagt.flatMap(({ abschnitt, zeilen = [] }) => (abschnitt ? [{ ...abschnitt, zeilen }] : []));
  if (parts.length === 0) return null;
  const beginne = beginnt(gesagt, actor);
  return (
    <Halves>
      {parts.map(({ titel, href, zeilen, neu }) => (
        <Card
          title={<a href={href(person)}>{titel}</a>}
          {...(neu !== undefined && beginne.includes(neu) ? { action: <Beginnen neu={neu} person={person} /> } : {})}
        >
          {zeilen.length === 0 ? (
            <p class="muted">Noch nichts festgehalten.</p>
          ) : (
            <ul class="plain-list">
              {zeilen.map((zeile) => (
                <li>
                  <Entered>{zeile}</Entered>
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </Halves>
  );
}

const Beginnen = ({ neu: { label, taste, href }, person }: { readonly neu: Beginn; readonly person: string }) => (
  <ButtonLink kind="secondary" small href={href(person)} shortcut={taste}>
    {label}
  </ButtonLink>
);
