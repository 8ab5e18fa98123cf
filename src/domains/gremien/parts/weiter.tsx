import { type Actor, may } from "../../../platform/actor.ts";
import { ButtonLink } from "../../../ui/index.ts";
import type { Beschluss } from "../model/beschluss.ts";
import type { Gremium } from "../model/gremium.ts";

type Woher = {
  readonly actor: Actor;
  readonly luecke: string | null;
  readonly beschluss: string | null;
  readonly gruppe: string | null;
};

/** The way to a measure, with what is known of it already. */
export function MassnahmeVorschlagen({ actor, ...known }: Woher) {
  if (!may(actor, "massnahme.steuern")) return null;
  const query = new URLSearchParams(Object.entries(known).flatMap(([name, id]) => (id === null ? [] : [[name, id]])));
  return (
    <ButtonLink kind="secondary" small href={`/massnahmen/neu?${query.toString()}`}>
      Maßnahme vorschlagen
    </ButtonLink>
  );
}

type WeiterProps = { readonly actor: Actor; readonly beschluss: Beschluss; readonly founded: Gremium | undefined };

/** What comes of a decision: a measure is proposed on it, and the way of its gap shows the rest. */
export const Weiter = ({ actor, beschluss: { id, ergebnis, lueckeId }, founded }: WeiterProps) => (
  <>
    {ergebnis === "angenommen" ? (
      <MassnahmeVorschlagen actor={actor} luecke={lueckeId} beschluss={id} gruppe={founded?.id ?? null} />
    ) : null}
    {lueckeId !== null && may(actor, "massnahme.lesen") ? (
      <ButtonLink kind="tertiary" small href={`/ketten/${lueckeId}`}>
        Von der Lücke zur Wirkung
      </ButtonLink>
    ) : null}
  </>
);
