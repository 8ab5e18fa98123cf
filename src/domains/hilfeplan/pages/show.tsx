import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Alert, Page } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { beginEntwurf } from "../commands/begin-entwurf.ts";
import { belowFall } from "../parts/below.tsx";
import { Fassungen } from "../parts/fassungen.tsx";
import { CASES, getan, planPath } from "../parts/getan.ts";
import { Kopf } from "../parts/kopf.tsx";
import { Rueckblicke } from "../parts/rueckblicke.tsx";
import { ZielKarte } from "../parts/ziel-karte.tsx";
import { istBeendet } from "../model/beendet.ts";
import { planSeite } from "../queries/seite.ts";

const PATH = `${CASES}/:id/hilfeplan`;
const ZWECK = "hilfeplan";
const nummer = z.coerce.number().int().min(1).max(999).optional();
const Query = z.object({ fassung: nummer, bis: nummer });

async function plan(visit: Visit, rejected?: Rejected) {
  const { actor, url } = visit;
  const id = idOf(visit);
  const asked = readQuery(Query, url);
  const { seite, felder } = await openRecordAs(actor, { art: "fall", id }, ZWECK, async (tx) => ({
    seite: await planSeite(tx, actor, id, asked),
    felder: (await codelisten(tx)).handlungsfeld,
  }));
  const { fall, plan: gezeigt, geltende, staende, bewertungen, fassungen } = seite;
  const gilt = gezeigt?.id === geltende?.id;
  const zuletzt = bewertungen[0];
  return (
    <Page {...belowFall(visit, fall)} title="Hilfeplan" heading={false} rejected={rejected} extra>
      {rejected === undefined ? null : <Alert kind="warning">{rejected.errors[0]?.message}</Alert>}
      <Kopf seite={seite} schreibt={may(actor, "fall.schreiben") && !istBeendet(fall)} />
      {gezeigt?.ziele.map((ziel, i) => {
        const wert = zuletzt?.werte.get(ziel.faden);
        return (
          <ZielKarte
            ziel={ziel}
            nummer={i + 1}
            felder={felder}
            heute={today()}
            staende={gilt ? staende : undefined}
            zuletzt={gilt && zuletzt !== undefined && wert !== undefined ? { wert, am: zuletzt.am } : undefined}
          />
        );
      })}
      <Rueckblicke bewertungen={bewertungen} ziele={gezeigt?.ziele ?? []} />
      {fassungen.length === 0 ? null : <Fassungen fallId={id} fassungen={fassungen} bis={asked.bis} />}
    </Page>
  );
}

export const show = page({ path: PATH, permission: "fall.lesen", notices: getan, show: (visit) => plan(visit) });

/** Begins the next version: the button on the page of the plan. */
export const save = change(PATH, "fall.schreiben", { schema: NOTHING, again: plan }, async (tx, { actor, at }) => {
  await beginEntwurf(tx, actor, at.id);
  return getan.after(`${planPath(at.id)}/entwurf`, "begonnen");
});
