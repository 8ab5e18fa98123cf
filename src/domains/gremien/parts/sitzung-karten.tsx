import { type Actor, may } from "../../../platform/actor.ts";
import { Actions, ButtonLink, Card, EmptyState, Entered, Status } from "../../../ui/index.ts";
import type { Auftrag, Sitzung, Top } from "../model/eingabe.ts";
import type { Beschluss } from "../model/beschluss.ts";
import { type Uebergang, istOffen, schritteAus, wirdProtokolliert } from "../model/sitzung.ts";
import { Festgehalten } from "./festgehalten.tsx";
import { AUFTRAEGE, SITZUNGEN, TOPS, VORLAGEN } from "./getan.ts";
import { Verschieben } from "./verschieben.tsx";

export const VERWERFEN = "Berichtigung verwerfen";

const darf = (actor: Actor, { freigabe }: Uebergang): boolean =>
  may(actor, freigabe === true ? "gremium.freigeben" : "gremium.schreiben");

type KnopfProps = {
  readonly actor: Actor;
  readonly sitzung: Sitzung;
  /** Whether the minutes were released before, so that what is written now corrects them. */
  readonly berichtigt?: boolean;
};

/** What can be done with a meeting next: what leads on first. */
export function SchrittKnoepfe({ actor, sitzung, berichtigt = false }: KnopfProps) {
  const steps = schritteAus(sitzung.stand).filter((one) => darf(actor, one));
  const kindOf = ({ richtung, nach }: Uebergang, i: number) =>
    richtung === "zurueck" || nach === "abgesagt" ? "tertiary" : i === 0 ? "primary" : "secondary";
  return steps.length === 0 ? null : (
    <Actions>
      {steps.map((one, i) => (
        <ButtonLink kind={kindOf(one, i)} small href={`${SITZUNGEN}/${sitzung.id}/schritt?nach=${one.nach}`}>
          {one.verb}
        </ButtonLink>
      ))}
      {berichtigt && steps.some(({ nach }) => nach === "freigegeben") ? (
        <ButtonLink kind="tertiary" small href={`${SITZUNGEN}/${sitzung.id}/schritt?nach=freigegeben&verwerfen=ja`}>
          {VERWERFEN}
        </ButtonLink>
      ) : null}
    </Actions>
  );
}

type AgendaProps = {
  readonly sitzung: Sitzung;
  readonly agenda: readonly Top[];
  readonly beschluesse: readonly Beschluss[];
  readonly auftraege: readonly Auftrag[];
  readonly schreibt: boolean;
  readonly heute: string;
};

/** The agenda with what was said, decided and agreed to each point. */
export function Tagesordnung(props: AgendaProps) {
  const { sitzung, agenda, schreibt } = props;
  const self = `${SITZUNGEN}/${sitzung.id}`;
  const offen = schreibt && istOffen(sitzung.stand);
  return (
    <Card
      title="Tagesordnung"
      action={
        offen ? (
          <ButtonLink kind="secondary" small href={`${self}/tagesordnung`}>
            Punkte hinzufügen
          </ButtonLink>
        ) : undefined
      }
    >
      {agenda.length === 0 ? (
        <EmptyState>
          Noch steht nichts auf der Tagesordnung. Nehmen Sie Lücken, offene Aufträge oder eigene Punkte auf.
        </EmptyState>
      ) : (
        agenda.map((top) => <Punkt {...props} top={top} />)
      )}
    </Card>
  );
}

/** From where a point comes: a gap, its Vorlage, an Auftrag that is open. */
function Herkunft({ top: { lueckeId, vorlageId, auftragId } }: { readonly top: Top }) {
  const ways = [
    { label: "Zur Lücke", base: "/luecken", id: lueckeId },
    { label: "Zur Vorlage", base: VORLAGEN, id: vorlageId },
    { label: "Zum Auftrag", base: AUFTRAEGE, id: auftragId },
  ].filter(({ id }) => id !== null);
  if (ways.length === 0) return null;
  return (
    <Actions>
      {ways.map(({ label, base, id }) => (
        <ButtonLink kind="tertiary" small href={`${base}/${id ?? ""}`}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  );
}

function Punkt({ top, sitzung, agenda, beschluesse, auftraege, schreibt, heute }: AgendaProps & { readonly top: Top }) {
  const decided = beschluesse.filter(({ topId }) => topId === top.id);
  const agreed = auftraege.filter(({ topId }) => topId === top.id);
  return (
    <section aria-labelledby={`top-${top.nr}`}>
      <h3 id={`top-${top.nr}`}>
        {top.nr}. <Entered>{top.titel}</Entered>
      </h3>
      <Herkunft top={top} />
      {top.notiz === null ? null : <Entered class="text">{top.notiz}</Entered>}
      {top.vertagt ? (
        <p>
          <Status kind="warning">vertagt</Status>
        </p>
      ) : null}
      <Festgehalten beschluesse={decided} auftraege={agreed} heute={heute} />
      {schreibt && istOffen(sitzung.stand) ? (
        <PunktKnoepfe top={top} sitzung={sitzung} last={top.nr === agenda.length} />
      ) : null}
    </section>
  );
}

type PunktKnoepfeProps = { readonly top: Top; readonly sitzung: Sitzung; readonly last: boolean };

const Welcher = ({ top }: { readonly top: Top }) => (
  <span class="kern-sr-only">
    : <Entered>{top.titel}</Entered>
  </span>
);

function PunktKnoepfe({ top, sitzung, last }: PunktKnoepfeProps) {
  const self = `${TOPS}/${top.id}`;
  if (wirdProtokolliert(sitzung.stand))
    return (
      <Actions>
        <ButtonLink kind="secondary" small href={`${self}/notiz`}>
          Protokollieren
          <Welcher top={top} />
        </ButtonLink>
        <ButtonLink kind="tertiary" small href={`${self}/beschluss`}>
          Beschluss
          <Welcher top={top} />
        </ButtonLink>
        <ButtonLink kind="tertiary" small href={`${self}/auftrag`}>
          Auftrag
          <Welcher top={top} />
        </ButtonLink>
        <ButtonLink kind="tertiary" small href={`${self}/bearbeiten`}>
          Bearbeiten
          <Welcher top={top} />
        </ButtonLink>
      </Actions>
    );
  return (
    <div class="actions">
      {top.nr === 1 ? null : (
        <Verschieben self={self} hin="hoch" label="Nach oben">
          <Welcher top={top} />
        </Verschieben>
      )}
      {last ? null : (
        <Verschieben self={self} hin="runter" label="Nach unten">
          <Welcher top={top} />
        </Verschieben>
      )}
      <ButtonLink kind="tertiary" small href={`${self}/bearbeiten`}>
        Bearbeiten
        <Welcher top={top} />
      </ButtonLink>
    </div>
  );
}
