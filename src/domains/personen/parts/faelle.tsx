import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { Actions, ButtonLink, Card, Day, EmptyState, Table } from "../../../ui/index.ts";
import { type FallKurz, HOECHSTENS, PHASEN, aktenzeichen } from "../../faelle/index.ts";

type Props = { readonly faelle: readonly FallKurz[]; readonly person: string; readonly visit: Visit };

/** The cases of a person and the way to begin one; for MuKi-S also a call about her and DELFIN 4. */
export function Faelle({ faelle, person, visit }: Props) {
  const begin = (
    <ButtonLink kind="secondary" small href={`/faelle/neu?person=${person}`}>
      Fall anlegen
    </ButtonLink>
  );
  return (
    <Card title="Fälle" {...(may(visit.actor, "fall.schreiben") ? { action: begin } : {})}>
      <Table
        caption="Fälle dieser Person, der zuletzt begonnene zuerst"
        hideCaption
        rows={faelle}
        href={({ id }) => `/faelle/${id}`}
        empty={<EmptyState>Reichen Beratungen nicht aus, wird daraus ein Fall mit Plan.</EmptyState>}
        columns={[
          { label: "Aktenzeichen", cell: (fall) => `${aktenzeichen(fall)}${fall.art === "mukis" ? ", MuKi-S" : ""}` },
          { label: "Phase", cell: ({ phase }) => PHASEN[phase] },
          { label: "seit", cell: ({ phaseSeit }) => <Day iso={phaseSeit} /> },
        ]}
      />
      {faelle.length < HOECHSTENS ? null : (
        <p class="hint">
          Die letzten {HOECHSTENS}; ältere stehen unter <a href="/faelle?stand=alle">Fälle</a>.
        </p>
      )}
      {may(visit.actor, "muki.schreiben") ? (
        <Actions>
          <ButtonLink kind="secondary" small href={`/telefonsprechstunde/neu?kind=${person}`}>
            Anruf erfassen
          </ButtonLink>
          <ButtonLink kind="secondary" small href={`/delfin/neu?person=${person}`}>
            Bei DELFIN 4 aufnehmen
          </ButtonLink>
        </Actions>
      ) : null}
    </Card>
  );
}
