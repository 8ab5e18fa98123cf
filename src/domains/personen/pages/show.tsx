import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { anzahl } from "../../../platform/words.ts";
import { tagText } from "../../../platform/span.ts";
import {
  ButtonLink,
  Card,
  DescriptionList,
  EmptyState,
  Entered,
  Page,
  Pager,
  ResultCount,
  Table,
} from "../../../ui/index.ts";
import { type BeratungKurz, type PersonBeratungen, beratungenOf } from "../../beratungen/index.ts";
import { type Fremd, fremdeAkte, schreibende } from "../../zustaendigkeit/index.ts";
import { type Codelisten, codelisten, kurzOf, nameOf } from "../../codelisten/index.ts";
import { faelleOf } from "../../faelle/index.ts";
import { fullName } from "../model/person.ts";
import { idOf } from "../../../platform/ids.ts";
import { type Person, personOf } from "../queries/personen.ts";
import { Faelle } from "../parts/faelle.tsx";
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
    const { person, contacts, faelle, lists, fremd, von } = await openRecordAs(
      actor,
      { art: "person", id },
      ZWECK,
      async (tx) => {
        const found = await personOf(tx, actor, id);
        return {
          person: found,
          contacts: await beratungenOf(tx, id, from),
          faelle: await faelleOf(tx, id),
          lists: await codelisten(tx),
          fremd: await fremdeAkte(tx, actor, found.kontoId),
          von: await schreibende(tx, actor, found.erfasstVon),
        };
      },
    );
    return (
      <Page frame={visit.frame} title="Person" heading={false} breadcrumb={[{ label: "Personen", href: "/personen" }]}>
        <Facts person={person} visit={visit} fremd={fremd} von={von} />
        <Faelle faelle={faelle} person={person.id} visit={visit} />
        <Contacts contacts={contacts} lists={lists} person={person.id} visit={visit} />
      </Page>
    );
  },
});

const NOT_TOLD = "nicht angegeben";

type FactsProps = {
  readonly person: Person;
  readonly visit: Visit;
  /** Whose file it is, where it is not one's own. */
  readonly fremd: Fremd | undefined;
  readonly von: string | undefined;
};

function Facts({ person, visit, fremd, von }: FactsProps) {
  const band = person.altersgruppe?.name ?? NOT_TOLD;
  const change = (
    <div class="actions">
      <ButtonLink kind="secondary" small href={`/personen/${person.id}/bearbeiten`}>
        Bearbeiten
      </ButtonLink>
      {fremd === undefined && may(visit.actor, "vertretung.eigene") ? (
        <ButtonLink kind="tertiary" small href={`/personen/${person.id}/uebergeben`}>
          Übergeben
        </ButtonLink>
      ) : null}
    </div>
  );
  return (
    <Card
      title={<Entered>{fullName(person.name)}</Entered>}
      level={1}
      {...(may(visit.actor, "person.schreiben") ? { action: change } : {})}
    >
      <DescriptionList
        items={[
          ...(person.geburtsdatum === null
            ? [{ term: "Altersgruppe", value: band }]
            : [{ term: "Geburtsdatum", value: tagText(person.geburtsdatum) }]),
          { term: "Wohnt in", value: person.kommune?.name ?? NOT_TOLD },
          { term: "Staatsangehörigkeit", value: person.staatsangehoerigkeit?.name ?? NOT_TOLD },
          { term: "Sprachen", value: person.sprachen.map((language) => language.name).join(", ") || NOT_TOLD },
          { term: "Angelegt am", value: tagText(person.erfasstAm) },
          ...(von === undefined ? [] : [{ term: "Angelegt von", value: <Entered>{von}</Entered> }]),
        ]}
      />
      {fremd === undefined ? (
        <p class="hint">Diese Person sehen nur Sie und wer heute für Sie einsteht. Jedes Öffnen wird protokolliert.</p>
      ) : (
        <p class="hint">
          Akte von <Entered>{fremd.name}</Entered>. Sie handeln in Vertretung ({fremd.weil}); das steht im Protokoll.
        </p>
      )}
    </Card>
  );
}

type ContactsProps = {
  readonly contacts: PersonBeratungen;
  readonly lists: Codelisten;
  readonly person: string;
  readonly visit: Visit;
};

function Contacts({ contacts, lists, person, visit }: ContactsProps) {
  const record = (
    <ButtonLink kind="secondary" small href={`/beratungen/neu?person=${person}`}>
      Beratung erfassen
    </ButtonLink>
  );
  const at = (direction: "aeltere" | "neuere", place: Place | undefined) =>
    place && `/personen/${person}?${direction}=${place.am}_${place.id}`;
  return (
    <Card title="Beratungen" {...(may(visit.actor, "beratung.schreiben") ? { action: record } : {})}>
      {contacts.anzahl > contacts.zeilen.length ? (
        <ResultCount>
          {contacts.zeilen.length} von {anzahl(contacts.anzahl, "Beratung", "Beratungen")}
        </ResultCount>
      ) : null}
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
