import type { Rejected } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import { tagText } from "../../../platform/span.ts";
import { compareNames, instant } from "../../../platform/words.ts";
import {
  ButtonLink,
  Card,
  type Column,
  DateField,
  EmptyState,
  Entered,
  FilterBar,
  HiddenField,
  Page,
  Pager,
  ResultCount,
  SelectField,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { GRUPPEN, ereignis, gegenstandWort, istKonto, zweckWort } from "../model/ereignisse.ts";
import { type Adresse, type Filter, PATH, adresse } from "../model/filter.ts";
import type { Ereignis, Protokollseite } from "../queries/protokoll.ts";

type Props = {
  readonly frame: Frame;
  readonly filter: Adresse;
  /** The first day that is shown; undefined where nothing bounds it. */
  readonly von: string | undefined;
  /** Names of staff by account, as far as they may be known. */
  readonly namen: ReadonlyMap<string, string>;
  /** Nothing where the filter cannot be. */
  readonly seite: Protokollseite | undefined;
  readonly rejected: Rejected | undefined;
};

/** Enough of an id to recognise it. */
const kurz = (id: string): string => id.slice(0, 8);

const Konto = ({ id, namen }: { readonly id: string; readonly namen: Props["namen"] }) => {
  const name = namen.get(id);
  return name === undefined ? <>Zugang {kurz(id)}</> : <Entered>{name}</Entered>;
};

export function Protokoll(props: Props) {
  const { frame, rejected, seite, filter } = props;
  return (
    <Page frame={frame} title="Protokoll" rejected={rejected} wide>
      <p class="slim">
        Wer wann welche Akte geöffnet und was geändert hat, bei Ihrem Träger. Akten stehen hier als Kennung; wie jemand
        heißt und was darin steht, steht nirgends. Auch dass Sie hier lesen, wird aufgeschrieben.
      </p>
      <Card>
        <Filterzeile {...props} />
        {seite === undefined ? null : (
          <div id="liste">
            <ResultCount>{spanne(props)}</ResultCount>
            <Table
              caption="Ereignisse"
              hideCaption
              cards
              rows={seite.zeilen}
              columns={columns(props)}
              empty={
                <EmptyState action={<ButtonLink href={PATH}>Filter zurücksetzen</ButtonLink>}>
                  In diesem Zeitraum ist dazu nichts aufgeschrieben.
                </EmptyState>
              }
            />
            <Pager
              newer={seite.neuer && adresse(filter, { neuer: seite.neuer })}
              older={seite.aelter && adresse(filter, { aelter: seite.aelter })}
            />
          </div>
        )}
      </Card>
    </Page>
  );
}

function spanne({ filter, von }: Props) {
  const days = `${von === undefined ? "" : `seit dem ${tagText(von)}`}${filter.bis === undefined ? "" : ` bis zum ${tagText(filter.bis)}`}`;
  if (filter.zu === undefined) return `Alles ${days}, das Neueste zuerst.`;
  return (
    <>
      Alles zur Kennung {kurz(filter.zu)}
      {days === "" ? "" : ` ${days}`}, das Neueste zuerst. <a href={adresse({ ...filter, zu: undefined })}>Zu allem</a>
    </>
  );
}

function Filterzeile({ filter, von, namen, rejected }: Props) {
  const values = { von: [von ?? ""], bis: [filter.bis ?? ""], was: [filter.was ?? ""], wer: [filter.wer ?? ""] };
  const field = fieldsOf(values, rejected);
  const people = [...namen]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => compareNames(a.label, b.label));
  const active = adresse(filter) !== PATH;
  return (
    <FilterBar action={PATH} part="#liste" active={active} rejected={rejected}>
      <DateField {...field("von")} label="von" bare />
      <DateField {...field("bis")} label="bis" bare />
      <SelectField
        {...field("was")}
        label="Was"
        empty="alles"
        options={GRUPPEN.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {people.length === 0 ? null : <SelectField {...field("wer")} label="Wer" empty="alle" options={people} />}
      {filter.zu === undefined ? null : <HiddenField name="zu" value={filter.zu} />}
    </FilterBar>
  );
}

const wann = ({ tag, am, zeit }: Ereignis): string => (tag ? tagText(am) : instant(zeit));

function columns({ namen, filter }: Props): readonly Column<Ereignis>[] {
  const all = (zu: string): Filter => ({ was: filter.was, wer: filter.wer, zu });
  return [
    { label: "Wann", cell: wann },
    {
      label: "Wer",
      names: true,
      cell: (e) => (
        <>
          <Konto id={e.kontoId} namen={namen} />
          {e.vertreten === null ? null : (
            <>
              {" "}
              in Vertretung für <Konto id={e.vertreten} namen={namen} />
            </>
          )}
        </>
      ),
    },
    { label: "Was", cell: (e) => ereignis(e.art) },
    {
      label: "Woran",
      cell: (e) => (
        <a href={adresse(all(e.gegenstandId))}>
          {istKonto(e.gegenstandArt) ? (
            <Konto id={e.gegenstandId} namen={namen} />
          ) : (
            `${gegenstandWort(e.gegenstandArt)} ${kurz(e.gegenstandId)}`
          )}
        </a>
      ),
    },
    { label: "Wozu", cell: (e) => zweckWort(e.zweck) },
  ];
}
