import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { ButtonLink, Card, Entered, Page, Pager } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { LIST, getan, listOf } from "../parts/getan.ts";
import { VerweisKurzliste } from "../parts/kurzliste.tsx";
import { verweiseOf } from "../queries/listen.ts";

const Query = z.object({ aeltere: placeInAddress.optional(), neuere: placeInAddress.optional() });

/** Where a person was sent, and what became of it. */
export const show = page({
  path: listOf(":id"),
  permission: "verweis.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { aeltere, neuere } = readQuery(Query, visit.url);
    const from = { older: aeltere, newer: neuere };
    const { name, verweise, listen } = await openRecordAs(actor, { art: "person", id }, "verweis", async (tx) => ({
      name: (await personNames(tx, actor, [id])).get(id),
      verweise: await verweiseOf(tx, id, from),
      listen: await codelisten(tx),
    }));
    if (name === undefined) throw new NotFound();
    const at = (word: string, place: Place | undefined) =>
      place === undefined ? undefined : `${listOf(id)}?${word}=${place.am}_${place.id}`;
    const neu = (
      <ButtonLink kind="secondary" small href={`${LIST}/neu?person=${id}`}>
        Verweis eintragen
      </ButtonLink>
    );
    return (
      <Page
        frame={visit.frame}
        title="Verweise"
        heading={false}
        wide
        breadcrumb={[
          { label: "Personen", href: "/personen" },
          { label: "Person", href: `/personen/${id}` },
        ]}
      >
        <Card title="Verweise" level={1} {...(may(actor, "verweis.schreiben") ? { action: neu } : {})}>
          <p>
            <Entered>{name}</Entered>
          </p>
          <VerweisKurzliste
            verweise={verweise.rows}
            listen={listen}
            empty="Noch wurde diese Person nirgendwohin verwiesen."
          />
          <Pager newer={at("neuere", verweise.newer)} older={at("aeltere", verweise.older)} />
        </Card>
      </Page>
    );
  },
});
