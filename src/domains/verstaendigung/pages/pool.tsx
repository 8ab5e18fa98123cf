import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  ButtonLink,
  Card,
  EmptyState,
  Entered,
  FilterBar,
  Page,
  ResultCount,
  SelectField,
  Status,
  Table,
} from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { ARTEN, GESCHLECHTER, istTaetig } from "../model/pool.ts";
import { getan } from "../parts/getan.ts";
import { ABRECHNUNG, EINSAETZE, POOL } from "../parts/wege.ts";
import { type Sprachmittler, sprachmittelnde } from "../queries/pool.ts";

const Query = z.object({
  sprache: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
});

/** Everybody who interprets for one's own Träger. */
export const show = page({
  path: POOL,
  permission: "sprachmittlung.lesen",
  notices: getan,
  show: async ({ actor, frame, url }) => {
    const { sprache } = readQuery(Query, url);
    const { alle, listen } = await readAs(actor, async (tx) => ({
      alle: await sprachmittelnde(tx, actor),
      listen: await codelisten(tx),
    }));
    const rows = alle.filter((one) => sprache === undefined || one.sprachen.includes(sprache));
    const bekannt = listen.sprache.filter(({ code }) => alle.some((one) => one.sprachen.includes(code)));
    const heute = today();
    return (
      <Page frame={frame} title="Sprachmittelnde" wide>
        <Actions>
          <ButtonLink kind="primary" href={`${EINSAETZE}/neu`}>
            Sprachmittlung buchen
          </ButtonLink>
          <ButtonLink href={EINSAETZE}>Einsätze</ButtonLink>
          {may(actor, "sprachmittlung.pflegen") ? (
            <>
              <ButtonLink href={ABRECHNUNG}>Monat abrechnen</ButtonLink>
              <ButtonLink href={`${POOL}/neu`}>Jemanden eintragen</ButtonLink>
            </>
          ) : null}
        </Actions>
        <FilterBar action={POOL} active={sprache !== undefined}>
          <SelectField
            name="sprache"
            label="Sprache"
            value={sprache}
            empty="alle"
            options={bekannt.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </FilterBar>
        <Card title="Pool Ihres Trägers">
          <ResultCount>{anzahl(rows.length, "Person", "Personen")}</ResultCount>
          <Table
            caption="Sprachmittelnde nach Namen"
            hideCaption
            rows={rows}
            href={({ id }) => `${POOL}/${id}`}
            empty={
              <EmptyState>
                {sprache === undefined ? "Noch steht niemand im Pool." : "Niemand spricht diese Sprache."}
              </EmptyState>
            }
            columns={[
              { label: "Name", cell: ({ name }) => <Entered>{name}</Entered> },
              {
                label: "Sprachen",
                cell: ({ sprachen }) => sprachen.map((one) => nameOf(listen.sprache, one)).join(", "),
              },
              { label: "Geschlecht", cell: ({ geschlecht }) => GESCHLECHTER[geschlecht] },
              { label: "Arbeitet als", cell: ({ art }) => ARTEN[art] },
              { label: "Telefon", cell: ({ telefon }) => (telefon === null ? "–" : <Entered>{telefon}</Entered>) },
              { label: "Stand", cell: (one) => <Stand one={one} heute={heute} /> },
            ]}
          />
        </Card>
      </Page>
    );
  },
});

function Stand({ one, heute }: { readonly one: Sprachmittler; readonly heute: string }) {
  if (!istTaetig(one.beendetAb, heute)) return <>nicht mehr dabei</>;
  if (one.verpflichtetAm === null) return <Status kind="warning">nicht verpflichtet</Status>;
  return <>dabei</>;
}
