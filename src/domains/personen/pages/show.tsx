import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl, zahl } from "../../../platform/words.ts";
import { ButtonLink, Card, EmptyState, Page, Pager, ResultCount, Table } from "../../../ui/index.ts";
import { type BeratungKurz, type PersonBeratungen, VIELE, beratungenOf } from "../../beratungen/index.ts";
import { fremdeAkte, schreibende } from "../../zustaendigkeit/index.ts";
import { type Codelisten, codelisten, kurzOf, nameOf } from "../../codelisten/index.ts";
import { faelleOf } from "../../faelle/index.ts";
import { idOf } from "../../../platform/ids.ts";
import { personWithBlicken } from "../queries/person.ts";
import { Angaben } from "../parts/angaben.tsx";
import { Abschnitte, beginnt } from "../parts/abschnitte.tsx";
import { BLICKE } from "../parts/blicke.ts";
import { Faelle } from "../parts/faelle.tsx";
import { Kopf } from "../parts/kopf.tsx";
import { getan } from "../parts/getan.ts";

const Query = z.object({ aeltere: placeInAddress.optional(), neuere: placeInAddress.optional() });

/** Why somebody opens a person of their own; the purpose of the access log. */
const ZWECK = "beratung";

export const show = page({
  path: "/personen/:id",
  permission: "person.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { aeltere, neuere } = readQuery(Query, visit.url);
    const from = { older: aeltere, newer: neuere };
    const { person, gesagt, contacts, faelle, lists, fremd, von } = await openRecordAs(
      actor,
      { art: "person", id },
      ZWECK,
      async (tx) => {
        const found = await personWithBlicken(tx, actor, id, BLICKE);
        const { alle } = found;
        const [contacts, faelle, lists, fremd, von] = await Promise.all([
          beratungenOf(tx, id, from, alle),
          faelleOf(tx, id, alle),
          codelisten(tx),
          fremdeAkte(tx, actor, found.person.kontoId),
          schreibende(tx, actor, found.person.erfasstVon),
        ]);
        return { ...found, contacts, faelle, lists, fremd, von };
      },
    );
    return (
      <Page
        frame={visit.frame}
        title="Person"
        heading={false}
        wide
        breadcrumb={[{ label: "Personen", href: "/personen" }]}
        keys={beginnt(gesagt, actor).map(({ taste, label }) => ({ keys: taste, does: label }))}
      >
        <Kopf person={person} gesagt={gesagt} visit={visit} fremd={fremd} von={von} />
        <Angaben person={person} visit={visit} />
        <Abschnitte person={person.id} gesagt={gesagt} actor={actor} />
        <Faelle faelle={faelle} person={person.id} visit={visit} />
        <Contacts contacts={contacts} lists={lists} person={person.id} visit={visit} />
      </Page>
    );
  },
});

type ContactsProps = {
  readonly contacts: PersonBeratungen;
  readonly lists: Codelisten;
  readonly person: string;
  readonly visit: Visit;
};

function Contacts({ contacts, lists, person, visit }: ContactsProps) {
  const record = (
    <div class="actions">
      <ButtonLink kind="secondary" small href={`/beratungen/neu?person=${person}`}>
        Beratung erfassen
      </ButtonLink>
      <ButtonLink kind="tertiary" small href={`/personen/${person}/anschluss`}>
        Frühere anschließen
      </ButtonLink>
    </div>
  );
  const at = (direction: "aeltere" | "neuere", place: Place | undefined) =>
    place && `/personen/${person}?${direction}=${place.am}_${place.id}`;
  return (
    <Card title="Beratungen" {...(may(visit.actor, "beratung.schreiben") ? { action: record } : {})}>
      {contacts.anzahl === undefined ? null : (
        <ResultCount>
          {contacts.zeilen.length} von{" "}
          {contacts.anzahl > VIELE
            ? `über ${zahl(VIELE)} Beratungen`
            : anzahl(contacts.anzahl, "Beratung", "Beratungen")}
        </ResultCount>
      )}
      <Table
        caption="Beratungen mit dieser Person, die letzte zuerst"
        hideCaption
        columns={[
          { label: "Datum", cell: (contact: BeratungKurz) => tagText(contact.am) },
          {
            label: "Worum es ging",
            cell: (contact: BeratungKurz) => contact.themen.map((code) => kurzOf(lists.handlungsfeld, code)).join(", "),
          },
          { label: "Sprache", cell: (contact: BeratungKurz) => nameOf(lists.sprache, contact.sprache) },
          { label: "Min.", figure: true, cell: (contact: BeratungKurz) => String(contact.dauerMin ?? "–") },
        ]}
        rows={contacts.zeilen}
        href={(contact) => `/beratungen/${contact.id}`}
        empty={<EmptyState>Mit dieser Person ist noch keine Beratung erfasst.</EmptyState>}
      />
      <Pager newer={at("neuere", contacts.neuer)} older={at("aeltere", contacts.aelter)} />
    </Card>
  );
}
