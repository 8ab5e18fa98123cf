import { Actions, ButtonLink } from "../../../ui/index.ts";
import { type Phase, hindernis, isBeendet, schritteAus } from "../model/phasen.ts";
import type { VorschlagArt } from "../model/zielgruppe.ts";
import type { Fall } from "../queries/faelle.ts";
import { LIST } from "./getan.ts";

/** Where a proposal of the clarification leads. */
const PROPOSED: Readonly<Record<VorschlagArt, Phase | undefined>> = {
  fall: "einwilligung",
  kurzberatung: "nicht_zustande",
  verweis: "verweis",
  offen: undefined,
};

/** Closing asks for more than a step. */
const wayTo = (id: string, nach: Phase): string =>
  nach === "abgeschlossen" ? `${LIST}/${id}/abschluss` : `${LIST}/${id}/schritt?nach=${nach}`;

type Props = {
  readonly fall: Fall;
  /** What the clarification proposes, where its page asks. */
  readonly vorschlag?: VorschlagArt;
};

/**
 * What can be done next, as buttons: the usual step first, what ends the case last. Says what is missing for it. Where the Kreis
 * has a rule for its target group, the way out of the clarification leads over it.
 */
export function Schritte({ fall, vorschlag }: Props) {
  const schritte = schritteAus(fall.phase);
  // A button that can only ever say no to somebody is none; the sentence above says who can.
  const mine = schritte.filter(({ wer }) => wer.includes(fall.wer));
  const missing = [...new Set(schritte.flatMap(({ nach }) => hindernis(fall, nach) ?? []))];
  // A case that ended asks for nothing: least of all to be withdrawn.
  const usual = isBeendet(fall.phase) ? undefined : mine[0]?.nach;
  const first = vorschlag === undefined ? usual : PROPOSED[vorschlag];
  const clarify = fall.phase === "klaerung" && fall.regel && vorschlag === undefined;
  const kindOf = (nach: Phase) => {
    if (!clarify && nach === first && hindernis(fall, nach) === undefined) return "primary";
    return isBeendet(nach) ? "tertiary" : "secondary";
  };
  const last = mine.filter(({ nach }) => kindOf(nach) === "tertiary");
  return (
    <>
      {missing.map((satz) => (
        <p class="hint">{satz}</p>
      ))}
      <Actions>
        {clarify ? (
          <ButtonLink kind="primary" small href={`${LIST}/${fall.id}/klaerung`}>
            {fall.vorschlag === null ? "Klärung ausfüllen" : "Klärung ansehen und entscheiden"}
          </ButtonLink>
        ) : null}
        {[...mine.filter((one) => !last.includes(one)), ...last].map(({ nach, verb }) => (
          <ButtonLink kind={kindOf(nach)} small href={wayTo(fall.id, nach)}>
            {verb}
          </ButtonLink>
        ))}
      </Actions>
    </>
  );
}
