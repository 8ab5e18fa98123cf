import { Actions, Button, ButtonLink, Entered, Form, HiddenField } from "../../../ui/index.ts";
import type { Luecke } from "../model/luecke.ts";
import { type Uebergang, fragtNichts, schritteAus } from "../model/stand.ts";
import { LIST, TAFEL } from "./getan.ts";

const ofKoordination = ({ stand }: Luecke): Uebergang[] =>
  schritteAus(stand).filter(({ wer }) => wer === "koordination");

/** Whoever writes for the bodies makes the Vorlage of a theme, and takes it there by that: for her the bare step is no way. */
const wirdVorlage = ({ von, nach }: Uebergang): boolean => von === "thema" && nach === "vorlage";
export const vorlageNeu = ({ id }: Pick<Luecke, "id">): string => `/gremien/vorlagen/neu?luecke=${id}`;

type SchritteProps = {
  readonly luecke: Luecke;
  /** Whoever looks makes Vorlagen. */
  readonly schreibt: boolean;
};

/** What the coordination can do next, as buttons: what leads on first, what leads back last. */
export function Schritte({ luecke, schreibt }: SchritteProps) {
  const all = ofKoordination(luecke);
  const vorlage = schreibt && all.some(wirdVorlage);
  const steps = all.filter((one) => !vorlage || !wirdVorlage(one));
  const self = `${LIST}/${luecke.id}`;
  const kindOf = ({ richtung }: Uebergang, i: number) =>
    richtung !== "weiter" ? "tertiary" : i === 0 ? "primary" : "secondary";
  return (
    <Actions>
      {vorlage ? (
        <ButtonLink kind="primary" small href={vorlageNeu(luecke)}>
          Vorlage erstellen
        </ButtonLink>
      ) : null}
      {steps
        .filter(({ richtung }) => richtung === "weiter" || richtung === "zurueck")
        .map((one, i) => (
          <ButtonLink kind={kindOf(one, i)} small href={`${self}/schritt?nach=${one.nach}`}>
            {one.verb}
          </ButtonLink>
        ))}
      {steps.some(({ richtung }) => richtung === "zusammen") ? (
        <ButtonLink kind="secondary" small href={`${self}/zusammenfuehren`}>
          Mit einer anderen zusammenführen
        </ButtonLink>
      ) : null}
    </Actions>
  );
}

/** On the board: one press where a step asks nothing, else the way to its form; everything else behind one link. */
export function Karte({ luecke, schreibt, name }: SchritteProps & { readonly name: string }) {
  const steps = ofKoordination(luecke);
  const next = steps.find(({ richtung }) => richtung === "weiter");
  const self = `${LIST}/${luecke.id}/schritt`;
  const which = (
    <span class="kern-sr-only">
      : <Entered>{name}</Entered>
    </span>
  );
  const others = (
    <ButtonLink kind="tertiary" small href={self}>
      Andere Schritte
      {which}
    </ButtonLink>
  );
  const vorlage = schreibt && next !== undefined && wirdVorlage(next);
  if (next !== undefined && fragtNichts(next) && !vorlage)
    return (
      <Form action={`${TAFEL}/${luecke.id}`} record={{ version: luecke.version, values: undefined }}>
        <HiddenField name="nach" value={next.nach} />
        <Actions>
          <Button kind="secondary" small>
            {next.verb}
            {which}
          </Button>
          {others}
        </Actions>
      </Form>
    );
  return (
    <Actions>
      {next === undefined ? null : (
        <ButtonLink kind="secondary" small href={vorlage ? vorlageNeu(luecke) : `${self}?nach=${next.nach}`}>
          {vorlage ? "Vorlage erstellen" : next.verb}
          {which}
        </ButtonLink>
      )}
      {others}
    </Actions>
  );
}
