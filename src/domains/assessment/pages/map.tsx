import { z } from "zod";
import { PageAs, Redirect, type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { optionalDay } from "../../../platform/fields.ts";
import { readFilter } from "../../../platform/filter.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagDanach, tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, Choices, DateField, DoButton, FilterBar, Page } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { staende } from "../model/netzwerk.ts";
import { hindernis } from "../model/wann.ts";
import { Wer, belowFall } from "../parts/below.tsx";
import { ZWECK, assessmentPath, getan, netzwerkPath } from "../parts/getan.ts";
import { Karte, Verbindungen } from "../parts/karte.tsx";
import { netzwerkAm, spannenOf } from "../queries/netzwerk.ts";
import { type Kopf, kopfOf } from "../queries/kopf.ts";

const Query = z.object({ am: optionalDay("Geben Sie einen Tag an, oder lassen Sie das Feld leer.", "back") });

/** So many changes are looked through for days on which the map looked different, and so many of them are offered. */
const LOOKED_THROUGH = 200;
const OFFERED = 6;

async function read(visit: Visit, am: string) {
  const id = idOf(visit);
  return openRecordAs(visit.actor, { art: "fall", id }, ZWECK.netzwerk, async (tx) => {
    const fall = await kopfOf(tx, visit.actor, id);
    const verbindungen = await netzwerkAm(tx, fall.key, id, am);
    const spannen = await spannenOf(tx, id, LOOKED_THROUGH);
    return { fall, verbindungen, spannen, arten: (await codelisten(tx)).netzwerkart };
  });
}

/** Who is around the person, today or on an earlier day. */
export const show = page({
  path: netzwerkPath(":id"),
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const asked = readFilter(Query, visit.url, today());
    if (!asked.ok) return wrong(visit, asked.rejected);
    if (asked.plain !== undefined) return new Redirect(asked.plain);
    const am = asked.filter.am ?? today();
    const { fall, verbindungen, spannen, arten } = await read(visit, am);
    const schreibt = may(visit.actor, "fall.schreiben") && hindernis(fall.phase) === undefined;
    const heute = am === today();
    const tage = staende(spannen, tagDanach, today()).slice(0, OFFERED);
    return (
      <Page {...belowFall(visit, fall)} title="Netzwerkkarte" heading={false} wide>
        <Card title={heute ? "Netzwerkkarte" : `Netzwerkkarte am ${tagText(am)}`} level={1}>
          <Wer fall={fall} />
          <Stand fall={fall} am={am} tage={tage} />
          {verbindungen.length === 0 ? null : <Karte person={fall.person} verbindungen={verbindungen} arten={arten} />}
          <Verbindungen
            verbindungen={verbindungen}
            arten={arten}
            schreibt={schreibt}
            leer={heute ? (hindernis(fall.phase) ?? LEER) : `Am ${tagText(am)} stand niemand auf der Karte.`}
          />
          <Wege fall={fall} schreibt={schreibt} leer={verbindungen.length === 0} />
        </Card>
      </Page>
    );
  },
});

const LEER = "Noch steht niemand auf der Karte. Fragen Sie zuerst: Wer hilft Ihnen, wenn es schwierig wird?";

type StandProps = { readonly fall: Kopf; readonly am: string; readonly tage: readonly string[] };

/** The days on which the map began to look different, and any other. */
function Stand({ fall, am, tage }: StandProps) {
  const self = netzwerkPath(fall.id);
  const heute = today();
  const days = [heute, ...tage.filter((tag) => tag !== heute)];
  return (
    <>
      {days.length < 2 ? null : (
        <Choices
          label="Stand"
          items={days.map((tag) => ({
            label: tag === heute ? "heute" : `ab ${tagText(tag)}`,
            href: tag === heute ? self : `${self}?am=${tag}`,
            current: tag === am,
          }))}
        />
      )}
      <FilterBar action={self} label="Stand der Karte" verb="Ansehen" active={am !== heute}>
        <DateField name="am" label="Stand vom" value={am} />
      </FilterBar>
    </>
  );
}

/** A day that is none has no map: only what was typed, and why. */
async function wrong(visit: Visit, rejected: Rejected) {
  const { fall } = await read(visit, today());
  const self = netzwerkPath(fall.id);
  return new PageAs(
    <Page {...belowFall(visit, fall)} title="Netzwerkkarte" rejected={rejected} wide>
      <FilterBar action={self} label="Stand der Karte" verb="Ansehen" rejected={rejected}>
        <DateField name="am" label="Stand vom" rejected={rejected} />
      </FilterBar>
    </Page>,
    { status: 422 },
  );
}

const Wege = ({
  fall,
  schreibt,
  leer,
}: {
  readonly fall: Kopf;
  readonly schreibt: boolean;
  readonly leer: boolean;
}) => (
  <Actions>
    {schreibt ? (
      <ButtonLink kind="primary" href={`${netzwerkPath(fall.id)}/neu`}>
        Eintragen
      </ButtonLink>
    ) : null}
    <ButtonLink kind="secondary" href={assessmentPath(fall.id)}>
      Assessment
    </ButtonLink>
    {leer ? null : <DoButton does="print">Drucken</DoButton>}
  </Actions>
);
