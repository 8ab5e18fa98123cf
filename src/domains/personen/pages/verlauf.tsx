import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { ButtonLink, Card, Changes, Day, EmptyState, Entered, Page, Pager, Table } from "../../../ui/index.ts";
import { EINWAND_STAND, wordOf } from "../model/worte.ts";
import { belowPerson } from "../parts/below.tsx";
import { personOf } from "../queries/person.ts";
import type { Einwand } from "../queries/person-teile.ts";
import { type Verlauf, STELLE, einwaendeOf, verlaufOf } from "../queries/verlauf.ts";

const Query = z.object({ vor: z.string().regex(STELLE).optional() });

/** What was recorded about a person before, field by field, and what she disputes. */
export const show = page({
  path: "/personen/:id/verlauf",
  permission: "person.lesen",
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { vor } = readQuery(Query, visit.url);
    const { person, verlauf, einwaende } = await openRecordAs(actor, { art: "person", id }, "verlauf", async (tx) => ({
      person: await personOf(tx, actor, id),
      verlauf: await verlaufOf(tx, actor, id, vor),
      einwaende: await einwaendeOf(tx, actor, id),
    }));
    return (
      <Page {...belowPerson(visit, person)} title="Verlauf der Angaben" heading={false} wide>
        <Card title="Verlauf der Angaben" level={1}>
          <Aenderungen verlauf={verlauf} person={id} />
        </Card>
        <Einwaende einwaende={einwaende} person={id} writes={may(actor, "person.schreiben")} />
      </Page>
    );
  },
});

const NOTHING = "–";

const Aenderungen = ({
  verlauf: { zeilen, weiter },
  person,
}: {
  readonly verlauf: Verlauf;
  readonly person: string;
}) => (
  <>
    <Changes
      caption="Was sich an den Angaben geändert hat, das Letzte zuerst"
      empty="Seit dem Anlegen hat sich nichts geändert."
      rows={zeilen.map((one) => ({ ...one, alt: one.alt || NOTHING, neu: one.neu || NOTHING }))}
    />
    <Pager older={weiter === undefined ? undefined : `/personen/${person}/verlauf?vor=${weiter}`} />
  </>
);

type EinwaendeProps = { readonly einwaende: readonly Einwand[]; readonly person: string; readonly writes: boolean };

function Einwaende({ einwaende, person, writes }: EinwaendeProps) {
  const add = (
    <ButtonLink kind="secondary" small href={`/personen/${person}/einwand`}>
      Einwand aufschreiben
    </ButtonLink>
  );
  return (
    <Card title="Was die Person bestreitet" {...(writes ? { action: add } : {})}>
      <Table
        caption="Bestrittene Angaben, die letzte zuerst"
        hideCaption
        rows={einwaende}
        {...(writes ? { href: ({ id }: Einwand) => `/personen/${person}/einwaende/${id}` } : {})}
        empty={<EmptyState>Die Person hat keine Angabe bestritten.</EmptyState>}
        columns={[
          { label: "Angabe", cell: ({ label }: Einwand) => <Entered>{label}</Entered> },
          { label: "bestritten wurde", cell: ({ wert }: Einwand) => <Entered>{wert}</Entered> },
          { label: "Die Person sagt", cell: ({ erklaerung }: Einwand) => <Entered>{erklaerung}</Entered> },
          { label: "am", cell: ({ am }: Einwand) => <Day iso={am} /> },
          { label: "Stand", cell: ({ stand }: Einwand) => wordOf(EINWAND_STAND, stand) },
        ]}
      />
    </Card>
  );
}
