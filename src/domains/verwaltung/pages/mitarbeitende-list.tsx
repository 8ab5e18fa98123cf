import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { type Choice, optionOf } from "../../../platform/choice.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  ButtonLink,
  Card,
  EmptyState,
  Entered,
  FilterBar,
  Page,
  ResultCount,
  SelectField,
  Table,
} from "../../../ui/index.ts";
import { type KontoFilter, kontoRows } from "../queries/konten.ts";
import { STATUS } from "../model/konto.ts";
import { KontoStatus } from "../parts/konto-status.tsx";
import { allRoles, roleNames } from "../parts/role-words.ts";
import { getan } from "../parts/getan.ts";
import { ownTraeger } from "../queries/orte.ts";

const LIST = "/verwaltung/mitarbeitende";

const Query = z.object({
  traeger: z.uuid().optional(),
  rolle: z.string().min(1).max(40).optional(),
  status: z.enum(["eingeladen", "aktiv", "deaktiviert"]).optional(),
});

function Filters(props: { readonly filter: KontoFilter; readonly traeger: readonly Choice[] }) {
  const { filter, traeger } = props;
  const active = Object.values(filter).some((value) => value !== undefined);
  return (
    <FilterBar action={LIST} active={active}>
      {traeger.length < 2 ? null : (
        <SelectField
          name="traeger"
          label="Träger"
          empty="Alle"
          options={traeger.map(optionOf)}
          value={filter.traeger}
        />
      )}
      <SelectField name="rolle" label="Rolle" empty="Alle" options={allRoles()} value={filter.rolle} />
      <SelectField
        name="status"
        label="Zugang"
        empty="Alle"
        options={Object.entries(STATUS).map(([value, label]) => ({ value, label }))}
        value={filter.status}
      />
    </FilterBar>
  );
}

async function zugaenge(visit: Visit) {
  const filter = readQuery(Query, visit.url);
  const { rows, traeger } = await readAs(visit.actor, async (tx) => ({
    rows: await kontoRows(tx, visit.actor, filter),
    traeger: await ownTraeger(tx, visit.actor),
  }));
  return (
    <Page frame={visit.frame} title="Mitarbeitende" breadcrumb={[{ label: "Verwaltung", href: "/verwaltung" }]} wide>
      <Filters filter={filter} traeger={traeger} />
      <Card title="Zugänge" action={<ButtonLink href={`${LIST}/neu`}>Mitarbeiter:in anlegen</ButtonLink>}>
        <ResultCount>{anzahl(rows.length, "Zugang", "Zugänge")}</ResultCount>
        <Table
          caption="Mitarbeitende"
          hideCaption
          rows={rows}
          href={(row) => `${LIST}/${row.id}`}
          empty={<EmptyState>Zu dieser Auswahl gibt es niemanden. Setzen Sie die Filter zurück.</EmptyState>}
          columns={[
            { label: "Name", cell: (row) => <Entered>{row.name}</Entered> },
            { label: "Rollen heute", cell: (row) => roleNames(row.rollen) || "keine" },
            { label: "Zugang", cell: (row) => <KontoStatus status={row.status} /> },
            {
              label: "Träger, Standort",
              cell: (row) => <Entered>{[row.traeger, row.standort].filter(Boolean).join(", ")}</Entered>,
            },
          ]}
        />
      </Card>
    </Page>
  );
}

export const show = page({ path: LIST, permission: "konto.traeger_verwalten", notices: getan, show: zugaenge });
