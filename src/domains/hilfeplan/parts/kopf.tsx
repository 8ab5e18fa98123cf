import { today } from "../../../platform/clock.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  DoButton,
  Entered,
  Form,
  Pager,
  Status,
} from "../../../ui/index.ts";
import { type Plan, ZUSTIMMUNG } from "../model/plan.ts";
import { naechsteUeberpruefung } from "../model/ziele.ts";
import type { PlanSeite } from "../queries/seite.ts";
import { planPath } from "./getan.ts";

type Props = { readonly seite: PlanSeite; readonly schreibt: boolean };

/** What version it is, since when it holds, and what can be done with it. */
export function Kopf({ seite, schreibt }: Props) {
  const { fall, plan, geltende, entwurf } = seite;
  const self = planPath(fall.id);
  const alt = plan !== undefined && plan.id !== geltende?.id;
  return (
    <Card title={plan === undefined ? "Hilfeplan" : `Hilfeplan, Fassung ${String(plan.fassung)}`} level={1}>
      {plan === undefined ? (
        <p>
          {entwurf === undefined
            ? "Es gibt noch keinen Plan. Schreiben Sie mit der Person auf, was sie erreichen möchte und wer was dafür tut."
            : "Der Plan ist noch ein Entwurf. Er gilt, sobald beide zugestimmt haben."}
        </p>
      ) : (
        <>
          {alt ? (
            <p>
              <Status kind="info">
                Eine frühere Fassung. <a href={self}>Zur geltenden</a>
              </Status>
            </p>
          ) : null}
          <Blaettern fassung={plan.fassung} letzte={geltende?.fassung ?? plan.fassung} self={self} />
          <Angaben plan={plan} seite={seite} />
        </>
      )}
      {schreibt && !alt ? <Schreiben seite={seite} /> : null}
      {plan === undefined ? null : (
        <Actions>
          <ButtonLink kind="secondary" small href={`${self}/druck${alt ? `?fassung=${String(plan.fassung)}` : ""}`}>
            Kopie für die Person
          </ButtonLink>
          <DoButton does="print" small>
            Diese Seite drucken
          </DoButton>
        </Actions>
      )}
    </Card>
  );
}

type BlaetternProps = { readonly fassung: number; readonly letzte: number; readonly self: string };

/** From version to version, as they follow each other. */
const Blaettern = ({ fassung, letzte, self }: BlaetternProps) => (
  <Pager
    names={{ newer: `Fassung ${String(fassung + 1)}`, older: `Fassung ${String(fassung - 1)}` }}
    newer={fassung < letzte ? `${self}?fassung=${String(fassung + 1)}` : undefined}
    older={fassung > 1 ? `${self}?fassung=${String(fassung - 1)}` : undefined}
  />
);

function Angaben({ plan, seite: { bewertungen, geltende } }: { readonly plan: Plan; readonly seite: PlanSeite }) {
  const naechste = plan.id === geltende?.id ? naechsteUeberpruefung(plan, bewertungen) : plan.ueberpruefungAm;
  const items = [
    { term: "Vereinbart am", value: plan.vereinbartAm === null ? "–" : tagText(plan.vereinbartAm) },
    { term: "Zustimmung", value: plan.zustimmung === null ? "–" : `Die Person ${ZUSTIMMUNG[plan.zustimmung]}` },
    { term: "Nächste Überprüfung", value: <Termin tag={naechste} /> },
  ];
  const mehr = plan.bemerkung === null ? [] : [{ term: "Außerdem", value: <Entered>{plan.bemerkung}</Entered> }];
  return <DescriptionList items={[...items, ...mehr]} />;
}

function Termin({ tag }: { readonly tag: string | null }) {
  if (tag === null) return <>nicht vereinbart</>;
  return tag < today() ? <Status kind="warning">{tagText(tag)}, vorbei</Status> : <>{tagText(tag)}</>;
}

/** What comes next, first; the others beside it. */
function Schreiben({ seite: { fall, entwurf, geltende } }: { readonly seite: PlanSeite }) {
  const self = planPath(fall.id);
  const staende = (
    <>
      <ButtonLink kind="secondary" small href={`${self}/stand`}>
        Stand der Schritte eintragen
      </ButtonLink>
      <ButtonLink kind="secondary" small href={`${self}/ueberpruefung`}>
        Ziele überprüfen
      </ButtonLink>
    </>
  );
  if (entwurf !== undefined) {
    return (
      <Actions>
        <ButtonLink kind="primary" small href={`${self}/entwurf`}>
          Am Entwurf von Fassung {entwurf.fassung} weiterarbeiten
        </ButtonLink>
        {geltende === undefined ? null : staende}
      </Actions>
    );
  }
  return (
    <Form action={self}>
      <Actions>
        {geltende === undefined ? null : staende}
        <Button kind={geltende === undefined ? "primary" : "secondary"} small>
          {geltende === undefined ? "Hilfeplan beginnen" : "Neue Fassung beginnen"}
        </Button>
      </Actions>
    </Form>
  );
}
