import type { Child } from "#jsx";
import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, Choices, EmptyState, Entered, Page, Table } from "../../../ui/index.ts";
import { merkmale } from "../model/texte.ts";
import { getan } from "../parts/getan.ts";
import { type Dublette, type Seite, STAENDE, type Stand, dubletten } from "../queries/dubletten.ts";
import { type Verbunden, verbundene } from "../queries/verbundene.ts";
import type { PersonKurz } from "../queries/personen.ts";

export const DUBLETTEN = "/personen/dubletten";
const permission = "person.schreiben";

const Query = z.object({ stand: z.enum([...STAENDE, "verbunden"]).optional(), nach: z.uuid().optional() });

const LABEL = {
  offen: "zu entscheiden",
  spaeter: "später",
  verschieden: "nicht dieselbe Person",
  verbunden: "zusammengeführt",
} as const;

const EMPTY: Readonly<Record<Stand, string>> = {
  offen: "Niemand steht doppelt da. Neue und geänderte Personen vergleicht KIM von selbst, meist in wenigen Minuten.",
  spaeter: "Nichts ist zurückgestellt.",
  verschieden: "Noch hat niemand gesagt, dass zwei ähnliche Personen verschieden sind.",
};

export const list = page({
  path: DUBLETTEN,
  permission,
  notices: getan,
  show: async (visit) => {
    const { stand = "offen", nach } = readQuery(Query, visit.url);
    if (stand === "verbunden") {
      const found = await readAs(visit.actor, (tx) => verbundene(tx, visit.actor, nach));
      return <Verbundene visit={visit} rows={found.zeilen} weiter={found.weiter} />;
    }
    const seite = await readAs(visit.actor, (tx) => dubletten(tx, visit.actor, stand, nach));
    return <Paare visit={visit} stand={stand} seite={seite} />;
  },
});

type FrameProps = { readonly visit: Visit; readonly stand: keyof typeof LABEL; readonly children?: Child };

const Frame = ({ visit, stand, children }: FrameProps) => (
  <Page
    frame={visit.frame}
    title="Doppelte Personen"
    heading={false}
    wide
    breadcrumb={[{ label: "Personen", href: "/personen" }]}
  >
    <Card title="Doppelte Personen" level={1}>
      <p class="hint">
        Unter den Personen, die für Sie heute offen sind. Zusammenführen lässt sich genau aufheben, auch später.
      </p>
      <Choices
        label="Welche"
        items={(["offen", "spaeter", "verschieden", "verbunden"] as const).map((one) => ({
          label: LABEL[one],
          href: one === "offen" ? DUBLETTEN : `${DUBLETTEN}?stand=${one}`,
          current: one === stand,
        }))}
      />
      {children}
    </Card>
  </Page>
);

const wer = (person: PersonKurz) => (
  <>
    <Entered>{person.name}</Entered>
    <span class="opt"> · {merkmale(person).join(" · ")}</span>
  </>
);

function Paare({ visit, stand, seite: { paare, weiter } }: { visit: Visit; stand: Stand; seite: Seite }) {
  return (
    <Frame visit={visit} stand={stand}>
      <Table
        caption={`Paare: ${LABEL[stand]}`}
        hideCaption
        columns={[
          { label: "Eine", cell: ({ eine }: Dublette) => wer(eine) },
          { label: "Andere", cell: ({ andere }) => wer(andere) },
          { label: "Warum", cell: ({ grund }) => grund },
        ]}
        rows={paare}
        href={({ id }) => `${DUBLETTEN}/${id}`}
        empty={<EmptyState>{EMPTY[stand]}</EmptyState>}
      />
      <More href={weiter === undefined ? undefined : `${DUBLETTEN}?stand=${stand}&nach=${weiter}`} />
    </Frame>
  );
}

const More = ({ href }: { readonly href: string | undefined }) =>
  href === undefined ? null : (
    <ButtonLink kind="secondary" href={href}>
      Weitere
    </ButtonLink>
  );

type VerbundeneProps = { visit: Visit; rows: readonly Verbunden[]; weiter: string | undefined };

const Verbundene = ({ visit, rows, weiter }: VerbundeneProps) => (
  <Frame visit={visit} stand="verbunden">
    <Table
      caption="Zusammengeführte Personen"
      hideCaption
      columns={[
        { label: "Früherer Eintrag", cell: ({ name }: Verbunden) => <Entered>{name}</Entered> },
        { label: "Gezeigt als", cell: ({ gezeigt }) => <Entered>{gezeigt}</Entered> },
        { label: "Seit", cell: ({ am }) => tagText(am) },
      ]}
      rows={rows}
      href={({ id }) => `/personen/zusammenfuehrungen/${id}`}
      empty={<EmptyState>Noch ist niemand zusammengeführt.</EmptyState>}
    />
    <More href={weiter === undefined ? undefined : `${DUBLETTEN}?stand=verbunden&nach=${weiter}`} />
  </Frame>
);
