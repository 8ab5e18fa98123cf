import { type Visit, page } from "../../../platform/access.ts";
import { type Actor, type Recht, may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { zahl } from "../../../platform/words.ts";
import { Card, Page, Table, type Task, TaskList } from "../../../ui/index.ts";
import { getan } from "../parts/getan.ts";
import { overview } from "../queries/verzeichnisse.ts";

type Counts = Awaited<ReturnType<typeof overview>>;

type Area = { readonly label: string; readonly href: string; readonly recht: Recht; readonly words: string };

const areas = (c: Counts): readonly Area[] => [
  { label: "Kommunen", href: "/verwaltung/kommunen", recht: "kommune.verwalten", words: zahl(c.kommunen) },
  { label: "Träger", href: "/verwaltung/traeger", recht: "traeger.verwalten", words: zahl(c.traeger) },
  { label: "Standorte", href: "/verwaltung/standorte", recht: "standort.verwalten", words: zahl(c.standorte) },
  {
    label: "Mitarbeitende",
    href: "/verwaltung/mitarbeitende",
    recht: "konto.traeger_verwalten",
    words: `${zahl(c.aktiv)} aktiv, ${zahl(c.eingeladen)} eingeladen`,
  },
];

/**
 * Steps until the first colleague can record something, in their order; the first one left to do is the next. Whether the
 * Kommunen were looked at nobody can tell: they count as checked once somebody went on.
 */
function steps(c: Counts, actor: Actor): readonly Task[] {
  const checked = c.kommunen > 0 && (c.traeger > 1 || c.standorte > 0);
  const all = [
    { label: "Kommunen prüfen", href: "/verwaltung/kommunen", recht: "kommune.verwalten", done: checked },
    { label: "Weitere Träger anlegen", href: "/verwaltung/traeger", recht: "traeger.verwalten", done: c.traeger > 1 },
    { label: "Standorte anlegen", href: "/verwaltung/standorte", recht: "standort.verwalten", done: c.standorte > 0 },
    {
      label: "Mitarbeiter:innen einladen",
      href: "/verwaltung/mitarbeitende",
      recht: "konto.traeger_verwalten",
      done: c.aktiv + c.eingeladen > 1,
    },
  ] as const;
  const mine = all.filter((step) => may(actor, step.recht));
  const next = mine.find((step) => !step.done);
  return mine.map(({ label, href, done }) => ({
    label,
    href,
    state: done ? "erledigt" : href === next?.href ? "jetzt" : "offen",
  }));
}

/** Still being set up: nobody but who set it up is here, or there is nowhere to record for. */
const isNew = (c: Counts) => c.kommunen === 0 || c.standorte === 0 || c.aktiv + c.eingeladen < 2;

const showOverview = async (visit: Visit) => {
  const counts = await readAs(visit.actor, overview);
  return (
    <Page frame={visit.frame} title="Verwaltung" extra>
      {isNew(counts) ? (
        <Card title="Nächste Schritte">
          <TaskList tasks={steps(counts, visit.actor)} />
        </Card>
      ) : null}
      <Card>
        <Table
          caption="Was es gibt"
          rows={areas(counts).filter((area) => may(visit.actor, area.recht))}
          href={(area) => area.href}
          columns={[
            { label: "Bereich", cell: (area) => area.label },
            { label: "Anzahl", cell: (area) => area.words },
          ]}
        />
      </Card>
    </Page>
  );
};

export const show = page({
  path: "/verwaltung",
  permission: "konto.traeger_verwalten",
  notices: getan,
  show: showOverview,
});
