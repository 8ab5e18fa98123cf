import { z } from "zod";
import { type Visit, page, PageAs, Redirect } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { type Choice, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { day } from "../../../platform/fields.ts";
import { readFilter } from "../../../platform/filter.ts";
import type { Rejected, Values } from "../../../platform/form.ts";
import { gilt } from "../../../platform/span.ts";
import {
  ButtonLink,
  Card,
  type Column,
  DateField,
  Day,
  Details,
  EmptyState,
  Entered,
  FilterBar,
  Page,
  SelectField,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { LIST, getan } from "../parts/getan.ts";
import { Stand, stelleName } from "../parts/zellen.tsx";
import { besetzungNamen } from "../queries/personal.ts";
import { type StelleAmTag, type Stellenplan, type Summe, genehmigteModule, gesamt } from "../model/plan.ts";
import { stellenAm, traegerWahl } from "../queries/stellen.ts";
import { MODULE, vzaeText } from "../model/stelle.ts";
import { stellenSaetze } from "../model/saetze.ts";
import { MODUL_KURZ, MODUL_NAMEN, grundText } from "../model/texte.ts";

const Query = z.object({
  am: day(undefined, "back").optional(),
  modul: z.enum(MODULE).optional(),
  traeger: z.uuid().optional(),
});
type Filter = z.output<typeof Query>;

type Zeile = StelleAmTag & {
  /** Who fills it that day; undefined where a name is out of sight. */
  readonly wer: readonly (string | undefined)[];
};

async function planOf(visit: Visit, filter: Filter) {
  return readAs(visit.actor, async (tx) => {
    const { plan, akten } = await stellenAm(tx, visit.actor, filter.am ?? today(), filter);
    const there = new Map(akten.map((a) => [a.id, a.besetzungen.filter((b) => gilt(b, plan.stichtag))]));
    const namen = await besetzungNamen(tx, visit.actor, [...there.values()].flat());
    const zeilen = plan.zeilen.map((zeile): Zeile => ({
      ...zeile,
      wer: (there.get(zeile.stelle.id) ?? []).map((b) => namen.get(b.id)),
    }));
    return { plan, zeilen, traeger: await traegerWahl(tx, visit.actor) };
  });
}

/** The staffing plan of a day; day and filter stand in the address. */
export const show = page({
  path: LIST,
  permission: "stelle.lesen",
  notices: getan,
  show: async (visit) => {
    const asked = readFilter(Query, visit.url, today());
    if (!asked.ok) return wrong(visit, asked.rejected);
    if (asked.plain !== undefined) return new Redirect(asked.plain);
    const { filter } = asked;
    const { plan, zeilen, traeger } = await planOf(visit, filter);
    const whole = filter.modul === undefined && filter.traeger === undefined;
    const kreis = may(visit.actor, "stelle.kreis_lesen");
    return (
      <Page
        frame={visit.frame}
        title="Stellenplan"
        heading={
          <>
            Stellenplan am <Day iso={plan.stichtag} />
          </>
        }
        wide
      >
        <Filterzeile
          values={{ am: [plan.stichtag], modul: [filter.modul ?? ""], traeger: [filter.traeger ?? ""] }}
          active={Object.keys(filter).length > 0}
          traeger={traeger}
        />
        <Vakant zeilen={zeilen} namen={may(visit.actor, "stelle.namen_lesen")} />
        <Summen plan={plan} />
        <Stellen visit={visit} zeilen={zeilen} />
        {whole && kreis && zeilen.length > 0 ? <Bericht plan={plan} /> : null}
      </Page>
    );
  },
});

/** A day that is none has no plan: only what was typed, and why. */
async function wrong(visit: Visit, rejected: Rejected) {
  const traeger = await readAs(visit.actor, (tx) => traegerWahl(tx, visit.actor));
  return new PageAs(
    <Page frame={visit.frame} title="Stellenplan" rejected={rejected} wide>
      <Filterzeile traeger={traeger} rejected={rejected} />
    </Page>,
    { status: 422 },
  );
}

function Filterzeile(props: {
  readonly values?: Values;
  readonly active?: boolean;
  readonly rejected?: Rejected;
  readonly traeger: readonly Choice[];
}) {
  const { traeger, rejected } = props;
  const field = fieldsOf(props.values, rejected);
  return (
    <FilterBar action={LIST} active={props.active} verb="Anzeigen" label="Tag und Auswahl" rejected={rejected}>
      <DateField {...field("am")} label="Stand am" bare />
      <SelectField
        {...field("modul")}
        label="Modul"
        empty="alle"
        options={MODULE.map((modul) => ({ value: modul, label: MODUL_NAMEN[modul] }))}
      />
      {traeger.length < 2 ? null : (
        <SelectField {...field("traeger")} label="Träger" empty="alle" options={traeger.map(optionOf)} />
      )}
    </FilterBar>
  );
}

const href = (zeile: StelleAmTag) => `${LIST}/${zeile.stelle.id}`;
const NAME: Column<StelleAmTag> = { label: "Stelle", cell: (z) => <Entered>{stelleName(z.stelle)}</Entered> };
const TRAEGER: Column<StelleAmTag> = { label: "Träger", cell: (z) => <Entered>{z.stelle.traeger}</Entered> };

/** Vacancies come first: they are what somebody has to do something about. The longest one on top. */
function Vakant(props: { readonly zeilen: readonly StelleAmTag[]; readonly namen: boolean }) {
  const rows = props.zeilen
    .filter((z) => z.vakanz !== undefined)
    .toSorted((a, b) => ((a.vakanz?.seit ?? "") < (b.vakanz?.seit ?? "") ? -1 : 1));
  if (rows.length === 0) return null;
  return (
    <Card title={rows.length === 1 ? "1 Stelle ist vakant" : `${rows.length} Stellen sind vakant`}>
      <Table
        caption="Vakante Stellen"
        hideCaption
        rows={rows}
        href={href}
        columns={[
          NAME,
          { label: "VZÄ", cell: (z) => vzaeText(z.vakanz?.vzae ?? 0), figure: true },
          { label: "seit", cell: (z) => <Day iso={z.vakanz?.seit ?? ""} /> },
          { label: "Grund", cell: (z) => grundText(z.vakanz?.grund, props.namen) },
          TRAEGER,
        ]}
      />
    </Card>
  );
}

function Summen({ plan }: { readonly plan: Stellenplan }) {
  const module = genehmigteModule(plan).map((modul) => ({ label: MODUL_KURZ[modul], ...plan.module[modul] }));
  const rows: (Summe & { label: string })[] = [...module, { label: "Summe", ...gesamt(plan) }];
  return (
    <Card title="Vollzeitäquivalente (VZÄ)">
      <Table
        caption="Vollzeitäquivalente je Modul: genehmigt, besetzt, vakant"
        hideCaption
        rows={rows}
        columns={[
          { label: "Modul", cell: (row) => row.label },
          { label: "genehmigt", cell: (row) => vzaeText(row.soll), figure: true },
          { label: "besetzt", cell: (row) => vzaeText(row.ist), figure: true },
          { label: "vakant", cell: (row) => vzaeText(row.vakant), figure: true },
        ]}
      />
    </Card>
  );
}

function Wer({ zeile }: { readonly zeile: Zeile }) {
  const known = zeile.wer.flatMap((name) => name ?? []);
  const hidden = zeile.wer.length - known.length;
  return (
    <>
      {known.map((name, i) => (
        <>
          {i === 0 ? "" : ", "}
          <Entered>{name}</Entered>
        </>
      ))}
      {hidden === 0 ? null : `${known.length === 0 ? "" : ", "}Name nicht einsehbar`}
    </>
  );
}

function Stellen({ visit, zeilen }: { readonly visit: Visit; readonly zeilen: readonly Zeile[] }) {
  const wer: Column<Zeile> = { label: "besetzt durch", cell: (zeile) => <Wer zeile={zeile} /> };
  const add = may(visit.actor, "stelle.schreiben") ? (
    <ButtonLink href={`${LIST}/neu`}>Stelle anlegen</ButtonLink>
  ) : undefined;
  return (
    <Card title={zeilen.length === 1 ? "1 Stelle" : `${zeilen.length} Stellen`} action={add}>
      <Table
        caption="Stellen"
        hideCaption
        rows={zeilen}
        href={href}
        empty={<EmptyState>An diesem Tag ist keine Stelle genehmigt.</EmptyState>}
        columns={[
          NAME,
          { label: "Modul", cell: (z) => z.stelle.modul },
          TRAEGER,
          { label: "VZÄ", cell: (z) => vzaeText(z.stelle.vzae), figure: true },
          { label: "besetzt", cell: (z) => vzaeText(z.ist), figure: true },
          { label: "Stand", cell: (z) => <Stand zeile={z} /> },
          ...(may(visit.actor, "stelle.namen_lesen") ? [wer] : []),
        ]}
      />
    </Card>
  );
}

/** The same as text, for a paper. */
function Bericht({ plan }: { readonly plan: Stellenplan }) {
  return (
    <Card>
      <Details summary="Als Text für eine Vorlage">
        {stellenSaetze(plan).map((satz) => (
          <p>{satz}</p>
        ))}
      </Details>
    </Card>
  );
}
