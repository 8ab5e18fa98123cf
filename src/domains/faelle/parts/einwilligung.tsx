import { type Actor, may } from "../../../platform/actor.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Status } from "../../../ui/index.ts";
import type { Fall } from "../queries/faelle.ts";

/** The consent that a case leans on, one key away from its words. */
export function Einwilligung({ fall }: { readonly fall: Fall }) {
  const { begleitung, einwilligungAm, einwilligungEndete, einwilligungId } = fall;
  if (einwilligungEndete) {
    return (
      <Status kind="warning">
        <a href={`/einwilligungen/${einwilligungId ?? ""}`}>gilt nicht mehr</a>
      </Status>
    );
  }
  if (begleitung !== null) {
    const bis = begleitung.bis === null ? "" : `, bis ${tagText(begleitung.bis)}`;
    return <a href={`/einwilligungen/${begleitung.id}`}>{`gegeben am ${tagText(begleitung.ab)}${bis}`}</a>;
  }
  return <>{einwilligungAm === null ? "liegt nicht vor" : `seit ${tagText(einwilligungAm)}, ohne eigenen Eintrag`}</>;
}

/** The way to a consent where the case cannot go on without one. */
export function Einholen({ fall, actor }: { readonly fall: Fall; readonly actor: Actor }) {
  const missing = fall.einwilligungEndete || (fall.phase === "einwilligung" && !fall.eingewilligt);
  if (!missing || !may(actor, "einwilligung.schreiben")) return null;
  return (
    <Actions>
      <ButtonLink kind="primary" small href={`/personen/${fall.personId}/einwilligungen/neu?zweck=begleitung`}>
        Einwilligung vorbereiten
      </ButtonLink>
    </Actions>
  );
}
