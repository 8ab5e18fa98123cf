import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { ButtonLink, Card, Choices, Entered, Page, Status, Table } from "../../../ui/index.ts";
import { MITBRINGEN } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { LICHTER } from "../model/mitbringen.ts";
import { belowDokumente } from "../parts/below.ts";
import { briefOf, mitbringenOf } from "../parts/getan.ts";
import { type Punkt, lichter } from "../queries/lichter.ts";
import { listenOf } from "../queries/vorlagen.ts";

const Query = z.object({
  liste: z
    .string()
    .regex(/^[a-z\d-]{3,40}$/)
    .optional(),
});
const ZWECK = "dokumente";

/** What is there for an occasion, what is missing, what runs out. */
export const show = page({
  path: mitbringenOf(":id"),
  permission: "dokument.lesen",
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const asked = readQuery(Query, visit.url).liste;
    const read = await openRecordAs(actor, { art: "person", id }, ZWECK, async (tx) => {
      const listen = await listenOf(tx, actor);
      const liste = listen.find(({ key }) => key === asked) ?? listen[0];
      return {
        name: (await personNames(tx, actor, [id])).get(id),
        listen,
        liste,
        punkte: liste === undefined ? [] : await lichter(tx, id, liste),
      };
    });
    const { name, listen, liste, punkte } = read;
    if (name === undefined || liste === undefined) throw new NotFound();
    const brief = (
      <ButtonLink kind="secondary" small href={`${briefOf(id)}?vorlage=mitbringen&liste=${liste.key}`}>
        Als Brief schreiben
      </ButtonLink>
    );
    return (
      <Page {...belowDokumente(visit, id)} title="Was mitzubringen ist" heading={false} wide>
        <Card
          title={`Was mitzubringen ist: ${liste.anlass}`}
          level={1}
          {...(may(actor, "dokument.schreiben") ? { action: brief } : {})}
        >
          <p>
            <Entered>{name}</Entered>
          </p>
          <Choices
            label="Anlass"
            items={listen.map((one) => ({
              label: one.anlass,
              href: `${mitbringenOf(id)}?liste=${one.key}`,
              current: one.key === liste.key,
            }))}
          />
          <Stand punkte={punkte} />
          {liste.weiteres.length === 0 ? null : <Ausserdem weiteres={liste.weiteres} />}
          <p class="hint">Ein Anhalt nach den abgelegten Dokumenten, keine Entscheidung einer Behörde.</p>
        </Card>
      </Page>
    );
  },
});

const Stand = ({ punkte }: { readonly punkte: readonly Punkt[] }) => (
  <Table
    caption="Was dazu gehört"
    hideCaption
    rows={punkte}
    cards
    columns={[
      { label: "Dokument", cell: ({ was }: Punkt) => MITBRINGEN[was].name },
      {
        label: "Stand",
        cell: ({ licht }: Punkt) =>
          licht === null ? (
            "liegt nicht bei den Dokumenten"
          ) : (
            <Status kind={LICHTER[licht].kind}>{LICHTER[licht].text}</Status>
          ),
      },
    ]}
  />
);

const Ausserdem = ({ weiteres }: { readonly weiteres: readonly string[] }) => (
  <>
    <h2>Außerdem</h2>
    <ul>
      {weiteres.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  </>
);
