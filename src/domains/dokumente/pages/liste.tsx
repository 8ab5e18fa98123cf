import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { ButtonLink, Card, Day, Details, EmptyState, Entered, Page, Pager, Status, Table } from "../../../ui/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { QUELLEN } from "../model/dokument.ts";
import { ONE, briefOf, getan, listOf, mitbringenOf } from "../parts/getan.ts";
import { dateiText, gilt } from "../parts/worte.ts";
import { type Dokument, dokumenteOf, zurueckgezogene } from "../queries/dokumente.ts";

const Query = z.object({ aeltere: placeInAddress.optional(), neuere: placeInAddress.optional() });
const ZWECK = "dokumente";

/** Everything on paper that a person brought, and what was written to her. */
export const show = page({
  path: listOf(":id"),
  permission: "dokument.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { aeltere, neuere } = readQuery(Query, visit.url);
    const from = { older: aeltere, newer: neuere };
    const { name, liste, fort, listen } = await openRecordAs(actor, { art: "person", id }, ZWECK, async (tx) => ({
      name: (await personNames(tx, actor, [id])).get(id),
      liste: await dokumenteOf(tx, actor, { person: id, from }),
      fort: await zurueckgezogene(tx, actor, id),
      listen: await codelisten(tx),
    }));
    if (name === undefined) throw new NotFound();
    const at = (word: string, place: Place | undefined) =>
      place === undefined ? undefined : `${listOf(id)}?${word}=${place.am}_${place.id}`;
    const neu = (
      <div class="actions">
        <ButtonLink kind="secondary" small href={`${listOf(id)}/neu`}>
          Dokument ablegen
        </ButtonLink>
        <ButtonLink kind="tertiary" small href={briefOf(id)}>
          Brief schreiben
        </ButtonLink>
      </div>
    );
    return (
      <Page
        frame={visit.frame}
        title="Dokumente"
        heading={false}
        wide
        breadcrumb={[
          { label: "Personen", href: "/personen" },
          { label: "Person", href: `/personen/${id}` },
        ]}
      >
        <Card title="Dokumente" level={1} {...(may(actor, "dokument.schreiben") ? { action: neu } : {})}>
          <p>
            <Entered>{name}</Entered> · <a href={mitbringenOf(id)}>Was mitzubringen ist</a>
          </p>
          <Dokumente rows={liste.rows} listen={listen} />
          <Pager newer={at("neuere", liste.newer)} older={at("aeltere", liste.older)} />
          {fort.length === 0 ? null : <Fort fort={fort} listen={listen} />}
        </Card>
      </Page>
    );
  },
});

const NICHTS =
  "Noch keine. Legen Sie ab, was die Person mitbringt: als Foto, Scan oder PDF. Behalten Sie nur, was Sie für die Beratung brauchen.";

type ListeProps = { readonly rows: readonly Dokument[]; readonly listen: Codelisten };

function Dokumente({ rows, listen }: ListeProps) {
  const heute = today();
  return (
    <Table
      caption="Dokumente, das letzte zuerst"
      hideCaption
      rows={rows}
      href={(one) => `${ONE}/${one.id}`}
      empty={<EmptyState>{NICHTS}</EmptyState>}
      columns={[
        { label: "Was", cell: (one: Dokument) => nameOf(listen.dokumentart, one.art) },
        {
          label: "Worum",
          names: true,
          cell: (one: Dokument) => (one.titel === null ? "–" : <Entered>{one.titel}</Entered>),
        },
        { label: "Von wem", cell: (one: Dokument) => QUELLEN[one.quelle] },
        { label: "Tag", cell: (one: Dokument) => <Day iso={one.am} /> },
        {
          label: "Gilt",
          cell: (one: Dokument) => {
            const said = gilt(one.gueltigBis, heute);
            return said === undefined ? "–" : <Status kind={said.kind}>{said.text}</Status>;
          },
        },
        { label: "Datei", cell: dateiText },
      ]}
    />
  );
}

/** What can still be taken back. */
const Fort = ({ fort, listen }: { readonly fort: readonly Dokument[]; readonly listen: Codelisten }) => (
  <Details summary={`Zurückgezogen (${fort.length})`}>
    <ul class="plain-list">
      {fort.map((one) => (
        <li>
          <a href={`${ONE}/${one.id}`}>{nameOf(listen.dokumentart, one.art)}</a>
          {one.titel === null ? null : (
            <>
              {" "}
              – <Entered>{one.titel}</Entered>
            </>
          )}
        </li>
      ))}
    </ul>
  </Details>
);
