import { page } from "../../../platform/access.ts";
import { type Actor, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, openRecordAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Alert, ButtonLink, Card, Entered, Page } from "../../../ui/index.ts";
import { nameOf } from "../../codelisten/index.ts";
import { personsByIds } from "../../personen/index.ts";
import { titelDringend } from "../model/aufenthalt.ts";
import { giltAm } from "../model/bereiche.ts";
import { leistungDringend } from "../model/leistung.ts";
import { belowPerson } from "../parts/below.tsx";
import { getan, schutzPath } from "../parts/getan.ts";
import { Aufenthalte, Fruehere, Leistungen, Werdegang } from "../parts/verlauf.tsx";
import { aufenthalte } from "../queries/aufenthalte.ts";
import { ALLE, fassungen } from "../queries/fassungen.ts";
import { leistungen } from "../queries/leistungen.ts";
import { worte } from "../queries/liste.ts";
import { werdegang } from "../queries/werdegang.ts";

/** Why somebody opens the person; the purpose of the access log. */
const ZWECK = "lebenslage";

export const show = page({
  path: "/personen/:id/lebenslage",
  permission: "person.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const lage = await openRecordAs(actor, { art: "person", id }, ZWECK, (tx) => lageOf(tx, actor, id));
    const dringend = dringendes(lage);
    const part = { person: id, worte: lage.worte, schreibt: may(actor, "person.schreiben") };
    return (
      <Page {...belowPerson(visit, lage.person)} title="Lebenslage" heading={false} wide>
        <Card
          title="Lebenslage"
          level={1}
          {...(may(actor, "schutzbedarf.lesen") ? { action: <Schutz id={id} /> } : {})}
        >
          <p>
            <Entered>{lage.person.name}</Entered>
          </p>
          <Dringend saetze={dringend} />
        </Card>
        <Aufenthalte {...part} eintraege={lage.aufenthalte} />
        <Leistungen {...part} eintraege={lage.leistungen} />
        <Werdegang {...part} eintraege={lage.werdegang} />
        <Fruehere fassungen={lage.fassungen} worte={lage.worte} />
      </Page>
    );
  },
});

/** Everything of a situation that stands on this page. @throws NotFound for a foreign person as for none */
async function lageOf(tx: Tx, actor: Actor, id: string) {
  const [person] = await personsByIds(tx, actor, [id]);
  if (person === undefined) throw new NotFound();
  return {
    person,
    aufenthalte: await aufenthalte(tx, actor, { person: id }),
    leistungen: await leistungen(tx, actor, { person: id }),
    werdegang: await werdegang(tx, actor, { person: id }),
    fassungen: await fassungen(tx, actor, id, ALLE),
    worte: await worte(tx),
  };
}

/** What cannot wait, a sentence each. */
function dringendes({
  aufenthalte: titel,
  leistungen: geld,
  worte: { listen },
}: Awaited<ReturnType<typeof lageOf>>): string[] {
  const heute = today();
  const saetze = [
    ...titel.filter((one) => giltAm(one, heute)).map(({ daten }) => titelDringend(daten, heute)),
    ...geld
      .filter((one) => giltAm(one, heute))
      .map(({ daten }) => leistungDringend(daten, nameOf(listen.leistung, daten.art), heute)),
  ];
  return saetze.filter((satz) => satz !== undefined);
}

const Dringend = ({ saetze }: { readonly saetze: readonly string[] }) =>
  saetze.length === 0 ? (
    <p class="hint">Es läuft nichts ab, und auf keine Zahlung wird lange gewartet.</p>
  ) : (
    <Alert kind="warning">
      {saetze.map((satz) => (
        <p>{satz}</p>
      ))}
    </Alert>
  );

const Schutz = ({ id }: { readonly id: string }) => (
  <ButtonLink kind="secondary" small href={schutzPath(id)}>
    Schutzbedarf öffnen
  </ButtonLink>
);
