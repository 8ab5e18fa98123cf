import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import type { Choice } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
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
import { type Codelisten, codelisten, kurzOf } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { FORMATE, type Format, listeAlsDatei } from "../documents/liste-datei.ts";
import { genanntText, verlaufJeQuartal } from "../model/gewicht.ts";
import { STAENDE, STAND } from "../model/stand.ts";
import { LIST, MEINE, TAFEL, getan } from "../parts/getan.ts";
import { Verlaufsbild } from "../parts/verlaufsbild.tsx";
import { StandWort } from "../parts/worte.tsx";
import { type Filter, SORTIERUNG, type Zeile, blickOf, uebersicht } from "../queries/uebersicht.ts";

const Query = z.object({
  stand: z.enum([...STAND, "offen", "alle"]).optional(),
  handlungsfeld: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
  kommune: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  sortiert: z.enum(SORTIERUNG).optional(),
});
const Als = z.object({ als: z.enum(FORMATE).optional() });

const QUARTALE = 8;

/** Every gap of the Kreis, the heaviest first. */
export const show = page({
  path: LIST,
  permission: "luecke.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor, frame, url } = visit;
    const filter = readQuery(Query, url);
    const { als } = readQuery(Als, url);
    if (als !== undefined) return mitnehmen(visit, filter, als);
    const { zeilen, listen, towns, blick } = await readAs(actor, async (tx) => ({
      zeilen: await uebersicht(tx, actor, filter),
      listen: await codelisten(tx),
      towns: await kommunen(tx),
      blick: await blickOf(tx, actor),
    }));
    const alle = zeilen.flatMap(({ meldungen }) => meldungen);
    return (
      <Page frame={frame} title="Systemlücken" wide>
        <Actions>
          {may(actor, "luecke.melden") ? (
            <ButtonLink kind="primary" href={`${LIST}/neu`}>
              Systemlücke melden
            </ButtonLink>
          ) : null}
          <ButtonLink href={TAFEL}>Tafel nach Stand</ButtonLink>
          {may(actor, "luecke.melden") ? <ButtonLink href={MEINE}>Meine Meldungen</ButtonLink> : null}
        </Actions>
        <Filterzeile filter={filter} listen={listen} towns={towns} />
        <Liste zeilen={zeilen} listen={listen} query={new URLSearchParams(url.search)} />
        {alle.length === 0 ? null : (
          <Card title="Meldungen je Quartal">
            <Verlaufsbild verlauf={verlaufJeQuartal(alle, today(), QUARTALE, blick)} />
          </Card>
        )}
      </Page>
    );
  },
});

/** The list as a file, with the same numbers untold. */
async function mitnehmen({ actor }: Visit, filter: Filter, format: Format) {
  const { bytes, type } = await readAs(actor, async (tx) => {
    const towns = new Map((await kommunen(tx)).map(({ value, name }) => [value, name]));
    const zeilen = await uebersicht(tx, actor, filter);
    return listeAlsDatei(zeilen, { listen: await codelisten(tx), kommunen: towns }, format);
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="KIM-Systemluecken-${today()}.${format}"`,
    },
  });
}

type FilterzeileProps = {
  readonly filter: Filter;
  readonly listen: Codelisten;
  readonly towns: readonly Choice[];
};

function Filterzeile({ filter, listen, towns }: FilterzeileProps) {
  const one = (value: string | undefined) => [value ?? ""];
  const field = fieldsOf(
    {
      stand: one(filter.stand ?? "offen"),
      handlungsfeld: one(filter.handlungsfeld),
      kommune: one(filter.kommune),
      sortiert: one(filter.sortiert),
    },
    undefined,
  );
  return (
    <FilterBar action={LIST} active={Object.keys(filter).length > 0}>
      <SelectField
        {...field("stand")}
        label="Stand"
        options={[
          { value: "offen", label: "alle offenen" },
          { value: "alle", label: "alle" },
          ...STAND.filter((s) => s !== "zusammengefuehrt").map((s) => ({ value: s, label: STAENDE[s] })),
        ]}
      />
      <SelectField
        {...field("handlungsfeld")}
        label="Handlungsfeld"
        empty="alle"
        options={listen.handlungsfeld.map(({ code, kurz }) => ({ value: code, label: kurz }))}
      />
      <SelectField
        {...field("kommune")}
        label="Kommune"
        empty="alle"
        options={towns.map(({ value, name }) => ({ value, label: name }))}
      />
      <SelectField
        {...field("sortiert")}
        label="Sortiert nach"
        options={[
          { value: "gewicht", label: "Gewicht" },
          { value: "neu", label: "zuletzt gemeldet" },
          { value: "stand", label: "letztem Schritt" },
        ]}
      />
    </FilterBar>
  );
}

type ListeProps = { readonly zeilen: readonly Zeile[]; readonly listen: Codelisten; readonly query: URLSearchParams };

function Liste({ zeilen, listen, query }: ListeProps) {
  const als = (format: Format) => `${LIST}?${String(new URLSearchParams([...query, ["als", format]]))}`;
  const dateien = (
    <Actions>
      <ButtonLink kind="tertiary" small href={als("xlsx")}>
        Als Excel-Datei
      </ButtonLink>
      <ButtonLink kind="tertiary" small href={als("csv")}>
        Als CSV
      </ButtonLink>
    </Actions>
  );
  return (
    <Card {...(zeilen.length === 0 ? {} : { action: dateien })} title={anzahl(zeilen.length, "Lücke", "Lücken")}>
      <ResultCount>
        Gewicht: Fälle und Standorte zählen doppelt, dazu Meldungen, Kommunen und Menschen. Kleine Zahlen anderer Träger
        werden nicht genannt.
      </ResultCount>
      <Table
        caption="Systemlücken"
        hideCaption
        rows={zeilen}
        href={({ luecke }) => `${LIST}/${luecke.id}`}
        empty={
          <EmptyState>
            {query.size > 0
              ? "Zu dieser Auswahl ist keine Lücke gemeldet."
              : "Noch ist keine Lücke offen. Fehlt vielen etwas, melden Sie es oben in einem Satz."}
          </EmptyState>
        }
        columns={[
          { label: "Lücke", cell: ({ name }) => <Entered>{name}</Entered> },
          { label: "Handlungsfeld", cell: ({ luecke }) => kurzOf(listen.handlungsfeld, luecke.handlungsfeld) },
          { label: "Stand", cell: ({ luecke }) => <StandWort stand={luecke.stand} /> },
          { label: "Meldungen", cell: ({ gewicht }) => genanntText(gewicht.meldungen), figure: true },
          { label: "Fälle", cell: ({ gewicht }) => genanntText(gewicht.faelle), figure: true },
          { label: "Standorte", cell: ({ gewicht }) => gewicht.standorte, figure: true },
          { label: "Kommunen", cell: ({ gewicht }) => gewicht.kommunen.length, figure: true },
          { label: "Menschen", cell: ({ gewicht }) => genanntText(gewicht.menschen), figure: true },
          { label: "seit", cell: ({ gewicht }) => tagText(gewicht.seit) },
          { label: "Gewicht", cell: ({ rang }) => rang, figure: true },
        ]}
      />
    </Card>
  );
}
