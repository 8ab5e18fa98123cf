import { ButtonLink, Card, Details, EmptyState, Entered, Table } from "../../../ui/index.ts";
import { type Beziehung, besteht, vonHier } from "../model/familie.ts";
import { ROLLEN, rolleOf } from "../model/beziehung.ts";
import { alterText, rolleText, zeitText } from "../model/texte.ts";
import type { Angehoerige, Familie } from "../queries/familie.ts";
import { familiePath } from "./getan.ts";

/** A family as a page shows it: from whom it is seen, on which day, and who keeps the files that are not one's own. */
export type Sicht = Familie & {
  readonly heute: string;
  readonly fuehrt: ReadonlyMap<string, string>;
  readonly schreibt: boolean;
};

const namesOf =
  ({ personen }: Pick<Sicht, "personen">) =>
  (id: string): string =>
    personen.find((one) => one.id === id)?.name ?? "";

const Aendern = ({ beziehung, from }: { readonly beziehung: Beziehung; readonly from: string }) => (
  <a href={`/familie/beziehung/${beziehung.id}?von=${from}`}>Ändern</a>
);

/** Everybody who belongs together, the person of the page first. */
export function Mitglieder({ sicht }: { readonly sicht: Sicht }) {
  const { person, personen, beziehungen, heute, fuehrt, schreibt } = sicht;
  const nameOf = namesOf(sicht);
  const direct = (id: string) =>
    vonHier(person.id, beziehungen).find(({ anderer, beziehung }) => anderer === id && besteht(beziehung, heute));
  const change = (id: string) => {
    const found = direct(id);
    return found === undefined ? "" : <Aendern beziehung={found.beziehung} from={person.id} />;
  };
  return (
    <Table
      caption="Wer zur Familie gehört"
      hideCaption
      cards
      rows={personen.length > 1 ? personen : []}
      empty={<EmptyState>Noch ist niemand aus der Familie festgehalten. Auch Kinder sind Personen.</EmptyState>}
      columns={[
        {
          label: "Name",
          names: true,
          cell: (one) =>
            one.id === person.id ? (
              <Entered>{one.name}</Entered>
            ) : (
              <a href={`/personen/${one.id}`}>
                <Entered>{one.name}</Entered>
              </a>
            ),
        },
        {
          label: "Ist",
          cell: (one) =>
            one.id === person.id ? (
              "diese Person"
            ) : (
              <Entered>{rolleText(one.id, person.id, beziehungen, heute, nameOf) || "lebt im Haushalt"}</Entered>
            ),
        },
        { label: "Alter", cell: (one) => alterText(one, heute) },
        { label: "Lebt zusammen", cell: (one) => zusammen(one, person) },
        ...(fuehrt.size === 0
          ? []
          : [{ label: "Akte von", cell: (one: Angehoerige) => <Entered>{fuehrt.get(one.kontoId) ?? "mir"}</Entered> }]),
        { label: "Sicht", cell: (one) => (one.id === person.id ? "" : <a href={familiePath(one.id)}>von hier aus</a>) },
        ...(schreibt ? [{ label: "Beziehung", cell: (one: Angehoerige) => change(one.id) }] : []),
      ]}
    />
  );
}

const zusammen = (one: Angehoerige, person: Angehoerige): string => {
  if (one.id === person.id) return "–";
  if (one.haushalt === null || person.haushalt === null) return "nicht bekannt";
  return one.haushalt === person.haushalt ? "ja" : "nein";
};

const GUARDS: ReadonlySet<string> = new Set(["vormund", "betreuung", "pflegeelternteil"]);

/** Who answers for whom, besides the parents: persons and offices, from when to when. */
export function Sorge({ sicht }: { readonly sicht: Sicht }) {
  const { person, beziehungen, heute, schreibt } = sicht;
  const nameOf = namesOf(sicht);
  const add = (
    <ButtonLink kind="secondary" small href={`${familiePath(person.id)}/stelle`}>
      Amt oder Verein eintragen
    </ButtonLink>
  );
  return (
    <Card title="Vormundschaft und Betreuung" {...(schreibt ? { action: add } : {})}>
      <Table
        caption="Wer für wen entscheidet, außer den Eltern"
        hideCaption
        cards
        rows={beziehungen.filter((b) => GUARDS.has(b.art) && besteht(b, heute))}
        empty={<EmptyState>Für niemanden hier ist ein Vormund oder eine Betreuung festgehalten.</EmptyState>}
        columns={[
          { label: "Für", names: true, cell: (b) => <Entered>{nameOf(b.person)}</Entered> },
          { label: "Wer", cell: (b) => <Entered>{b.andere === null ? (b.stelle ?? "") : nameOf(b.andere)}</Entered> },
          { label: "Als", cell: (b) => ROLLEN[rolleOf(b.art, "andere")].wort },
          { label: "Zeit", cell: (b) => zeitText(b) || "nicht angegeben" },
          ...(schreibt
            ? [{ label: "Eintrag", cell: (b: Beziehung) => <Aendern beziehung={b} from={person.id} /> }]
            : []),
        ]}
      />
    </Card>
  );
}

/** What ended, or begins later. */
export function Frueher({ sicht }: { readonly sicht: Sicht }) {
  const { person, beziehungen, heute, schreibt } = sicht;
  const nameOf = namesOf(sicht);
  const rows = beziehungen.filter((b) => !besteht(b, heute));
  if (rows.length === 0) return null;
  return (
    <Card>
      <Details summary="Frühere und künftige Beziehungen zeigen">
        <Table
          caption="Beziehungen, die heute nicht bestehen"
          hideCaption
          rows={rows}
          columns={[
            {
              label: "Wer",
              names: true,
              cell: (b) => <Entered>{b.andere === null ? (b.stelle ?? "") : nameOf(b.andere)}</Entered>,
            },
            { label: "War", cell: (b) => `${ROLLEN[rolleOf(b.art, "andere")].wort} von ${nameOf(b.person)}` },
            { label: "Zeit", cell: zeitText },
            ...(schreibt
              ? [{ label: "Eintrag", cell: (b: Beziehung) => <Aendern beziehung={b} from={person.id} /> }]
              : []),
          ]}
        />
      </Details>
    </Card>
  );
}
