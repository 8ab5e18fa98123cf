import { Redirect, page } from "../../../platform/access.ts";
import type { Actor } from "../../../platform/actor.ts";
import { type Choice, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { readFilter } from "../../../platform/filter.ts";
import type { Rejected } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import { htmlResponse } from "../../../platform/http/html-response.ts";
import {
  ButtonLink,
  Card,
  Checkbox,
  type Column,
  DateField,
  EmptyState,
  FilterBar,
  Page,
  Pager,
  ResultCount,
  SelectField,
  Table,
  Tag,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Codelisten, type Kode, codelisten, nameOf } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { type Listenadresse, Listenadresse as Adresse, adresse, istGefiltert, werteDes } from "../model/filter.ts";
import { type Seite, listenseite, summeOf } from "../queries/liste.ts";
import { getan } from "../parts/getan.ts";
import { themenText } from "../parts/heute.tsx";
import type { BeratungKurz, Summe } from "../queries/beratungen.ts";
import { STUFE_KURZ, summe, wochentag } from "../model/texte.ts";

type Props = {
  readonly frame: Frame;
  readonly filter: Listenadresse;
  readonly listen: Codelisten;
  /** The Kommunen, closed ones included: older consultations were there. */
  readonly orte: readonly Choice[];
  /** Nothing where the filter cannot be. */
  readonly gefunden: { readonly seite: Seite; readonly gesamt: Summe } | undefined;
  readonly rejected: Rejected | undefined;
};

/** How many there are is known first: it says how the page is found. */
async function gefunden(tx: Tx, actor: Actor, filter: Listenadresse) {
  const gesamt = await summeOf(tx, actor, filter);
  return { gesamt, seite: await listenseite(tx, actor, filter, gesamt.anzahl) };
}

/** One's own consultations, newest first; the filter stands in the address. */
export const show = page({
  path: "/beratungen",
  permission: "beratung.lesen",
  notices: getan,
  show: async (visit) => {
    const asked = readFilter(Adresse, visit.url, today());
    if (asked.ok && asked.plain !== undefined) return new Redirect(asked.plain);
    const shown = await readAs(visit.actor, async (tx) => ({
      listen: await codelisten(tx),
      orte: await kommunen(tx),
      gefunden: asked.ok ? await gefunden(tx, visit.actor, asked.filter) : undefined,
    }));
    const html = (
      <Liste
        frame={visit.frame}
        filter={asked.ok ? asked.filter : {}}
        rejected={asked.ok ? undefined : asked.rejected}
        {...shown}
      />
    );
    return asked.ok ? html : htmlResponse(html, { status: 422 });
  },
});

function Liste(props: Props) {
  const { frame, rejected } = props;
  return (
    <Page frame={frame} title="Meine Beratungen" rejected={rejected} heading={false} wide>
      <Card
        title="Meine Beratungen"
        level={1}
        action={
          <div class="actions">
            <ButtonLink href="/beratungen/liste-erfassen">Liste nachtragen</ButtonLink>
            <ButtonLink kind="primary" href="/beratungen/neu">
              Beratung erfassen
            </ButtonLink>
          </div>
        }
      >
        <Filterzeile {...props} />
        <div id="liste">
          <Gefunden {...props} />
        </div>
      </Card>
    </Page>
  );
}

function Gefunden(props: Props) {
  const { filter, gefunden } = props;
  if (gefunden === undefined) return null;
  const { seite, gesamt } = gefunden;
  return (
    <>
      <ResultCount>{summe(gesamt)}</ResultCount>
      <Table
        caption={filter.zurueckgezogene === "ja" ? "Zurückgezogene Beratungen" : "Beratungen"}
        hideCaption
        rows={seite.zeilen}
        href={(b) => `/beratungen/${b.id}`}
        columns={columns(props)}
        empty={<Leer gefiltert={istGefiltert(filter)} />}
      />
      <Pager
        newer={seite.neuer && adresse(filter, { neuer: seite.neuer })}
        older={seite.aelter && adresse(filter, { aelter: seite.aelter })}
      />
    </>
  );
}

function Leer({ gefiltert }: { readonly gefiltert: boolean }) {
  return gefiltert ? (
    <EmptyState action={<ButtonLink href="/beratungen">Filter zurücksetzen</ButtonLink>}>
      Mit diesem Filter gibt es keine Beratung.
    </EmptyState>
  ) : (
    <EmptyState action={<ButtonLink href="/beratungen/neu">Erste Beratung erfassen</ButtonLink>}>
      Sie haben noch keine Beratung erfasst.
    </EmptyState>
  );
}

const options = (list: readonly Kode[], short = false) =>
  list.map((k) => ({ value: k.code, label: short ? k.kurz : k.name }));

function Filterzeile({ filter, listen, orte, rejected }: Props) {
  const field = fieldsOf(werteDes(filter), rejected);
  const stufen = listen.stufe.map((k) => ({ value: k.code, label: STUFE_KURZ[k.code] ?? k.name }));
  const jaNein = [
    { value: "ja", label: "ja" },
    { value: "nein", label: "nein" },
  ];
  return (
    <FilterBar action="/beratungen" part="#liste" active={istGefiltert(filter)} rejected={rejected}>
      <DateField {...field("von")} label="von" bare />
      <DateField {...field("bis")} label="bis" bare />
      <SelectField {...field("thema")} label="Thema" empty="alle" options={options(listen.handlungsfeld, true)} />
      <SelectField {...field("stufe")} label="Stufe" empty="alle" options={stufen} />
      <SelectField {...field("kommune")} label="Kommune" empty="alle" options={orte.map(optionOf)} />
      <SelectField {...field("sprache")} label="Sprache" empty="alle" options={options(listen.sprache)} />
      <SelectField {...field("neuzuweisung")} label="Neuzuweisung" empty="alle" options={jaNein} />
      <Checkbox {...field("zurueckgezogene")} value="ja" label="nur zurückgezogene" />
    </FilterBar>
  );
}

function columns({ listen, orte }: Props): readonly Column<BeratungKurz>[] {
  const cell = (b: BeratungKurz, text: string) => (b.zurueckgezogen ? <s>{text}</s> : text);
  return [
    { label: "Datum", names: true, cell: (b) => cell(b, wochentag(b.am)) },
    {
      label: "Themen",
      cell: (b) => (
        <>
          {cell(b, themenText(b, listen))} {b.neuzuweisung ? <Tag>Neuzuweisung</Tag> : null}
        </>
      ),
    },
    { label: "Stufe", cell: (b) => cell(b, STUFE_KURZ[b.stufe] ?? b.stufe) },
    { label: "Sprache", cell: (b) => cell(b, nameOf(listen.sprache, b.sprache)) },
    { label: "Kommune", cell: (b) => cell(b, orte.find((k) => k.value === b.ags)?.name ?? b.ags) },
    { label: "Personen", figure: true, cell: (b) => b.personenzahl },
    { label: "Min.", figure: true, cell: (b) => b.dauerMin ?? "–" },
  ];
}
