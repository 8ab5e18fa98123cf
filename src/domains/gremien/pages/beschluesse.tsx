import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { optionalDay } from "../../../platform/fields.ts";
import { readFilter } from "../../../platform/filter.ts";
import { Redirect } from "../../../platform/access.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  ButtonLink,
  Card,
  DateField,
  DescriptionList,
  EmptyState,
  Entered,
  FilterBar,
  Page,
  ResultCount,
  SelectField,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { STAENDE, type Stand } from "../../luecken/index.ts";
import { FORMATE, dateiVon, hausOf } from "../documents/dateien.ts";
import { type Beschluss, ERGEBNISSE, kurz, stimmenText } from "../model/beschluss.ts";
import type { Gremium } from "../model/gremium.ts";
import { beschlusslistePapier } from "../model/papiere.ts";
import { istOffen } from "../model/sitzung.ts";
import { belowBeschluesse, belowList } from "../parts/below.ts";
import { BESCHLUESSE, LIST, SITZUNGEN, getan } from "../parts/getan.ts";
import { Weiter } from "../parts/weiter.tsx";
import { AuftragPunkt } from "../parts/festgehalten.tsx";
import { AlsDatei } from "../parts/worte.tsx";
import { auftraege } from "../queries/auftraege.ts";
import { type BeschlussFilter, beschluesse, beschlussOf } from "../queries/beschluesse.ts";
import { gremien } from "../queries/gremien.ts";
import { sitzungOf } from "../queries/sitzungen.ts";

const permission = "gremium.lesen";

const Query = z.object({
  wort: z.string().trim().max(100).optional(),
  gremium: z.union([z.uuid(), z.literal("")]).optional(),
  von: optionalDay("Geben Sie ein Datum an.", "back"),
  bis: optionalDay("Geben Sie ein Datum an.", "back"),
});
const Als = z.object({ als: z.enum(FORMATE).optional() });

type Gefragt = z.output<typeof Query>;
const filterOf = ({ wort, gremium, von, bis }: Gefragt): BeschlussFilter => ({
  wort,
  gremiumId: gremium === "" ? undefined : gremium,
  von: von ?? undefined,
  bis: bis ?? undefined,
});

/** Every decision of every body, searched by words, body and day. */
export const list = page({
  path: BESCHLUESSE,
  permission,
  show: async (visit) => {
    const asked = readFilter(Query, visit.url, today());
    if (asked.ok && asked.plain !== undefined) return new Redirect(asked.plain);
    const gefragt: Gefragt = asked.ok ? asked.filter : { von: null, bis: null };
    const { alle, bodies, haus } = await readAs(visit.actor, async (tx) => ({
      alle: asked.ok ? await beschluesse(tx, filterOf(gefragt)) : [],
      bodies: await gremien(tx),
      haus: await hausOf(tx, visit.actor),
    }));
    const { als } = readQuery(Als, visit.url);
    if (als !== undefined)
      return dateiVon(beschlusslistePapier(haus, alle, auswahl(gefragt, bodies)), als, `Beschluesse-${today()}`);
    return (
      <Liste
        visit={visit}
        alle={alle}
        bodies={bodies}
        gefragt={gefragt}
        rejected={asked.ok ? undefined : asked.rejected}
      />
    );
  },
});

/** What was chosen, in words for the paper. */
function auswahl({ wort = "", gremium, von, bis }: Gefragt, bodies: readonly Gremium[]): string {
  const body = bodies.find(({ id }) => id === gremium)?.name ?? "Alle Gremien";
  const days = [von === null ? "" : `ab ${tagText(von)}`, bis === null ? "" : `bis ${tagText(bis)}`];
  return [body, ...days, wort === "" ? "" : `mit „${wort}“`].filter((part) => part !== "").join(", ");
}

type ListeProps = {
  readonly visit: Visit;
  readonly alle: readonly Beschluss[];
  readonly bodies: readonly Gremium[];
  readonly gefragt: Gefragt;
  readonly rejected: Rejected | undefined;
};

function Liste({ visit, alle, bodies, gefragt, rejected }: ListeProps) {
  const { wort = "", gremium = "", von, bis } = gefragt;
  const field = fieldsOf({ wort: [wort], gremium: [gremium], von: [von ?? ""], bis: [bis ?? ""] }, rejected);
  const query = new URLSearchParams(visit.url.search);
  return (
    <Page {...belowList(visit)} title="Beschlüsse" wide>
      <FilterBar action={BESCHLUESSE} active={visit.url.search !== ""} verb="Suchen" rejected={rejected}>
        <TextField {...field("wort")} type="search" label="Wörter" hint="Im Wortlaut, im Punkt, im Gremium." />
        <SelectField
          {...field("gremium")}
          label="Gremium"
          empty="alle"
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField {...field("von")} label="Ab" />
        <DateField {...field("bis")} label="Bis" />
      </FilterBar>
      <Card title={anzahl(alle.length, "Beschluss", "Beschlüsse")}>
        <ResultCount>Der neueste zuerst.</ResultCount>
        <AlsDatei
          was="Beschlussliste"
          href={(format) => `${BESCHLUESSE}?${String(new URLSearchParams([...query, ["als", format]]))}`}
        />
        <Table
          caption="Beschlüsse"
          hideCaption
          rows={alle}
          href={({ id }) => `${BESCHLUESSE}/${id}`}
          empty={<EmptyState>Dazu ist nichts beschlossen.</EmptyState>}
          columns={[
            { label: "Nummer", cell: ({ nummer }) => nummer },
            { label: "Tag", cell: ({ gefasstAm }) => tagText(gefasstAm) },
            { label: "Gremium", cell: (b) => <Entered>{b.gremium}</Entered> },
            { label: "Wortlaut", whole: true, cell: ({ wortlaut }) => <Entered>{kurz(wortlaut)}</Entered> },
            { label: "Ergebnis", cell: ({ ergebnis }) => ERGEBNISSE[ergebnis] },
          ]}
        />
      </Card>
    </Page>
  );
}

const isStand = (stand: string): stand is Stand => stand in STAENDE;

async function lies({ actor }: Visit, id: string) {
  return readAs(actor, async (tx) => {
    const beschluss = await beschlussOf(tx, id);
    return {
      beschluss,
      sitzung: await sitzungOf(tx, beschluss.sitzungId),
      founded: (await gremien(tx)).find(({ gegruendetDurch }) => gegruendetDurch === id),
      agreed: await auftraege(tx, actor, { beschlussId: id }),
    };
  });
}

/** One decision with what followed from it. */
export const show = page({
  path: `${BESCHLUESSE}/:id`,
  permission,
  notices: getan,
  show: async (visit) => {
    const g = await lies(visit, idOf(visit));
    const { beschluss, sitzung, agreed } = g;
    return (
      <Page {...belowBeschluesse(visit)} title="Beschluss" heading={false}>
        <Card title={`Beschluss ${beschluss.nummer}`} level={1}>
          <Entered class="text">{beschluss.wortlaut}</Entered>
          <Angaben beschluss={beschluss} founded={g.founded} />
          <ul class="plain-list">
            {agreed.map((a) => (
              <AuftragPunkt auftrag={a} heute={today()} />
            ))}
          </ul>
          <Actions>
            {may(visit.actor, "gremium.schreiben") && istOffen(sitzung.stand) ? (
              <ButtonLink kind="secondary" small href={`${BESCHLUESSE}/${beschluss.id}/bearbeiten`}>
                Bearbeiten
              </ButtonLink>
            ) : null}
            <Weiter actor={visit.actor} beschluss={beschluss} founded={g.founded} />
          </Actions>
        </Card>
      </Page>
    );
  },
});

type AngabenProps = { readonly beschluss: Beschluss; readonly founded: Gremium | undefined };

/** How it was decided, where, about what, and what it did. */
function Angaben({ beschluss: b, founded }: AngabenProps) {
  const nach = b.lueckeNach ?? "";
  const luecke = (
    <>
      <a href={`/luecken/${b.lueckeId ?? ""}`}>ansehen</a>
      {isStand(nach) ? `: ${STAENDE[nach]} durch diesen Beschluss` : ""}
    </>
  );
  const sitzung = (
    <a href={`${SITZUNGEN}/${b.sitzungId}`}>
      <Entered>{b.gremium}</Entered>, {tagText(b.gefasstAm)}
    </a>
  );
  return (
    <DescriptionList
      items={[
        { term: "Ergebnis", value: `${ERGEBNISSE[b.ergebnis]}, ${stimmenText(b.stimmen)}` },
        { term: "Sitzung", value: sitzung },
        { term: "Punkt", value: <Entered>{b.top}</Entered> },
        ...(b.lueckeId === null ? [] : [{ term: "Lücke", value: luecke }]),
        ...(founded === undefined
          ? []
          : [
              {
                term: "Gegründet",
                value: (
                  <a href={`${LIST}/${founded.id}`}>
                    <Entered>{founded.name}</Entered>
                  </a>
                ),
              },
            ]),
      ]}
    />
  );
}
