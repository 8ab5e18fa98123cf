import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { ButtonLink, Card, Day, EmptyState, Entered, Page, Pager, Table } from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { ART, ARTEN, VORHABEN } from "../model/stand.ts";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { StandMarke } from "../parts/inhalt.tsx";
import { type Freigabe, freigabenOf } from "../queries/freigaben.ts";

const NICHTS =
  "Noch nichts. Eine Kopie geht nur mit Einwilligung hinaus: die Angaben, die Sie auswählen, bis zu einem Tag, den Sie nennen.";

const Query = z.object({ aeltere: placeInAddress.optional(), neuere: placeInAddress.optional() });

/** Everything that left the file of a person as a copy, and what is being prepared. */
export const show = page({
  path: listOf(":id"),
  permission: "freigabe.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { aeltere, neuere } = readQuery(Query, visit.url);
    const from = { older: aeltere, newer: neuere };
    const { name, alle } = await openRecordAs(actor, { art: "person", id }, "freigabe", async (tx) => ({
      name: (await personNames(tx, actor, [id])).get(id),
      alle: await freigabenOf(tx, actor, id, from),
    }));
    if (name === undefined) throw new NotFound();
    const at = (word: string, place: Place | undefined) =>
      place === undefined ? undefined : `${listOf(id)}?${word}=${place.am}_${place.id}`;
    return (
      <Page
        frame={visit.frame}
        title="Freigaben"
        heading={false}
        wide
        breadcrumb={[
          { label: "Personen", href: "/personen" },
          { label: "Person", href: `/personen/${id}` },
        ]}
      >
        <Card title="Freigaben" level={1}>
          <p>
            <Entered>{name}</Entered>
          </p>
          <Table
            caption="Freigaben, die letzte zuerst"
            hideCaption
            rows={alle.rows}
            href={(one) => `${ONE}/${one.id}`}
            empty={<EmptyState>{NICHTS}</EmptyState>}
            columns={[
              { label: "An wen", cell: (one: Freigabe) => <Entered>{one.an}</Entered> },
              { label: "Art", cell: (one: Freigabe) => ARTEN[one.art] },
              { label: "Am", cell: (one: Freigabe) => <Day iso={one.angelegtAm} /> },
              {
                label: "Stand",
                cell: (one: Freigabe) => <StandMarke art={one.art} stand={one.stand} gesperrt={one.gesperrt} />,
              },
              {
                label: "Zu lesen bis",
                cell: (one: Freigabe) => (one.gueltigBis === null ? "–" : <Day iso={one.gueltigBis} />),
              },
            ]}
          />
          <Pager newer={at("neuere", alle.newer)} older={at("aeltere", alle.older)} />
        </Card>
        {may(actor, "freigabe.schreiben") ? <Neue person={id} /> : null}
        <ButtonLink kind="tertiary" small href={`/personen/${id}/einwilligungen`}>
          Einwilligungen
        </ButtonLink>
      </Page>
    );
  },
});

const Neue = ({ person }: { readonly person: string }) => (
  <Card title="Neue Freigabe">
    <ul class="plain-list">
      {ART.map((art) => (
        <li>
          <a href={`${listOf(person)}/neu?art=${art}`}>{VORHABEN[art]}</a>
        </li>
      ))}
    </ul>
    <p class="hint">Erst wird angefragt oder vorbereitet, dann freigegeben. Ohne Einwilligung geht nichts hinaus.</p>
  </Card>
);
