import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
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
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { luecken, nameVon } from "../../luecken/index.ts";
import { euroText } from "../model/betrag.ts";
import type { Massnahme } from "../model/massnahme.ts";
import { STAENDE, STAND, isEnde } from "../model/stand.ts";
import { KETTEN, LIST } from "../parts/getan.ts";
import { StandWort } from "../parts/worte.tsx";
import { massnahmen } from "../queries/massnahmen.ts";

const Query = z.object({ stand: z.enum([...STAND, "offen", "alle"]).optional() });
type Filter = z.output<typeof Query>;

const passt = ({ stand }: Massnahme, { stand: wanted = "offen" }: Filter): boolean =>
  wanted === "alle" || (wanted === "offen" ? !isEnde(stand) : stand === wanted);

/** Every measure of the Kreis, the last moved first. */
export const show = page({
  path: LIST,
  permission: "massnahme.lesen",
  show: async ({ actor, frame, url }) => {
    const filter = readQuery(Query, url);
    const { all, namen } = await readAs(actor, async (tx) => ({
      all: await massnahmen(tx),
      namen: new Map((await luecken(tx)).map((one) => [one.id, nameVon(one)])),
    }));
    const rows = all.filter((one) => passt(one, filter));
    return (
      <Page frame={frame} title="Maßnahmen" wide>
        <Actions>
          {may(actor, "massnahme.steuern") ? (
            <ButtonLink kind="primary" href={`${LIST}/neu`}>
              Maßnahme vorschlagen
            </ButtonLink>
          ) : null}
          <ButtonLink href={KETTEN}>Von der Lücke zur Wirkung</ButtonLink>
        </Actions>
        <FilterBar action={LIST} active={filter.stand !== undefined}>
          <SelectField
            {...fieldsOf({ stand: [filter.stand ?? "offen"] }, undefined)("stand")}
            label="Stand"
            options={[
              { value: "offen", label: "alle offenen" },
              { value: "alle", label: "alle" },
              ...STAND.map((s) => ({ value: s, label: STAENDE[s] })),
            ]}
          />
        </FilterBar>
        <Liste rows={rows} namen={namen} />
      </Page>
    );
  },
});

type ListeProps = { readonly rows: readonly Massnahme[]; readonly namen: ReadonlyMap<string, string> };

const Liste = ({ rows, namen }: ListeProps) => (
  <Card title={anzahl(rows.length, "Maßnahme", "Maßnahmen")}>
    <ResultCount>Zuletzt Weitergebrachtes zuerst.</ResultCount>
    <Table
      caption="Maßnahmen"
      hideCaption
      rows={rows}
      href={({ id }) => `${LIST}/${id}`}
      empty={
        <EmptyState>
          In diesem Stand ist keine Maßnahme. Vorgeschlagen wird sie hier oder von der Seite einer Systemlücke aus.
        </EmptyState>
      }
      columns={[
        { label: "Maßnahme", cell: ({ titel }) => <Entered>{titel}</Entered> },
        { label: "Stand", cell: ({ stand }) => <StandWort stand={stand} /> },
        { label: "seit", cell: ({ standSeit }) => tagText(standSeit) },
        {
          label: "Gegen welche Lücke",
          cell: ({ luecken: ids }) => <Entered>{ids.map((id) => namen.get(id) ?? "").join(", ")}</Entered>,
        },
        { label: "Verantwortlich", cell: ({ verantwortlich }) => <Entered>{verantwortlich}</Entered> },
        { label: "Budget", cell: ({ budget }) => (budget === null ? "–" : euroText(budget)), figure: true },
        {
          label: "Zeitraum",
          cell: ({ von, bis }) => (bis === null ? `ab ${tagText(von)}` : `${tagText(von)} bis ${tagText(bis)}`),
        },
      ]}
    />
  </Card>
);
