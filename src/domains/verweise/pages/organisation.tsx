import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Alert, ButtonLink, Card, DescriptionList, EmptyState, Page, Table } from "../../../ui/index.ts";
import { type Codelisten, MITBRINGEN, codelisten, nameOf } from "../../codelisten/index.ts";
import { ORGANISATION_ARTEN, isOffen } from "../model/organisation.ts";
import { ANGEBOTE, ORGANISATIONEN, stellenGetan } from "../parts/getan.ts";
import { type Angebot, type Organisation, angeboteOf, organisationOf } from "../queries/organisationen.ts";

/** One organisation with what it offers. */
export const show = page({
  path: `${ORGANISATIONEN}/:id`,
  permission: "organisation.lesen",
  notices: stellenGetan,
  show: async (visit) => {
    const id = idOf(visit);
    const { o, angebote, listen } = await readAs(visit.actor, async (tx) => ({
      o: await organisationOf(tx, id),
      angebote: await angeboteOf(tx, [id]),
      listen: await codelisten(tx),
    }));
    return (
      <Page
        frame={visit.frame}
        title={o.name}
        heading={false}
        wide
        breadcrumb={[{ label: "Organisationen", href: ORGANISATIONEN }]}
      >
        <Angaben o={o} listen={listen} visit={visit} />
        <Angebote o={o} angebote={angebote} listen={listen} visit={visit} />
      </Page>
    );
  },
});

type Props = { readonly o: Organisation; readonly listen: Codelisten; readonly visit: Visit };

function Angaben({ o, listen, visit }: Props) {
  const change = (
    <ButtonLink kind="secondary" small href={`${ORGANISATIONEN}/${o.id}/bearbeiten`}>
      Bearbeiten
    </ButtonLink>
  );
  const none = "nicht angegeben";
  const names = (list: Codelisten["sprache"], codes: readonly string[]) =>
    codes.length === 0 ? none : codes.map((one) => nameOf(list, one)).join(", ");
  return (
    <Card title={o.name} level={1} {...(may(visit.actor, "organisation.pflegen") ? { action: change } : {})}>
      {o.geschlossenAb === null ? null : (
        <Alert kind="info">
          {isOffen(o.geschlossenAb, today()) ? "Schließt" : "Geschlossen"} am {tagText(o.geschlossenAb)}. Danach kann
          niemand mehr dorthin verweisen.
        </Alert>
      )}
      <DescriptionList
        items={[
          { term: "Art", value: ORGANISATION_ARTEN[o.art] },
          { term: "Hilft bei", value: names(listen.handlungsfeld, o.felder) },
          { term: "Anschrift", value: o.anschrift ?? none },
          { term: "Telefon", value: o.telefon ?? none },
          { term: "E-Mail", value: o.email ?? none },
          { term: "Öffnungszeiten", value: o.zeiten ?? none },
          { term: "Sprachen", value: names(listen.sprache, o.sprachen) },
          {
            term: "Mitbringen",
            value: o.mitbringen.length === 0 ? none : o.mitbringen.map((one) => MITBRINGEN[one].name).join(", "),
          },
        ]}
      />
    </Card>
  );
}

function Angebote({ o, angebote, listen, visit }: Props & { readonly angebote: readonly Angebot[] }) {
  const pflegt = may(visit.actor, "organisation.pflegen");
  const neu = (
    <ButtonLink kind="secondary" small href={`${ORGANISATIONEN}/${o.id}/angebot`}>
      Angebot eintragen
    </ButtonLink>
  );
  return (
    <Card title="Angebote" {...(pflegt ? { action: neu } : {})}>
      <Table
        caption="Angebote nach Namen"
        hideCaption
        rows={angebote}
        {...(pflegt ? { href: ({ id }: Angebot) => `${ANGEBOTE}/${id}` } : {})}
        empty={<EmptyState>Kein einzelnes Angebot eingetragen. Verwiesen wird an die Organisation.</EmptyState>}
        columns={[
          { label: "Angebot", cell: ({ name }) => name },
          { label: "Hilft bei", cell: ({ handlungsfeld }) => nameOf(listen.handlungsfeld, handlungsfeld) },
          { label: "Zeiten", cell: ({ zeiten }) => zeiten ?? "–" },
          {
            label: "Stand",
            cell: ({ geschlossenAb }) =>
              geschlossenAb === null
                ? "offen"
                : `${isOffen(geschlossenAb, today()) ? "endet" : "beendet"} am ${tagText(geschlossenAb)}`,
          },
        ]}
      />
    </Card>
  );
}
