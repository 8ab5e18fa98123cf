import { type Visit, page } from "../../../platform/access.ts";
import { type Actor, may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { zahl } from "../../../platform/words.ts";
import { Card, Figure, Figures, Page, type Task, TaskList } from "../../../ui/index.ts";
import { getan } from "../parts/getan.ts";
import { PflegeListe } from "../parts/pflege-liste.tsx";
import { pflege } from "../queries/pflege.ts";
import { overview } from "../queries/verzeichnisse.ts";
import { kontoNames } from "../../zugang/index.ts";

type Counts = Awaited<ReturnType<typeof overview>>;

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
  const { counts, todo, namen } = await readAs(visit.actor, async (tx) => {
    const { punkte } = await pflege(tx, visit.actor);
    const konten = punkte.flatMap((one) => ("konto" in one ? one.konto : []));
    const names = await kontoNames(tx, visit.actor.kreis, [...new Set(konten)]);
    return { counts: await overview(tx), todo: punkte, namen: names };
  });
  return (
    <Page frame={visit.frame} title="Verwaltung" extra>
      {isNew(counts) ? (
        <Card title="Nächste Schritte">
          <TaskList tasks={steps(counts, visit.actor)} />
        </Card>
      ) : (
        <PflegeListe pflege={todo} namen={namen} />
      )}
      <Figures label="Was es gibt">
        <Figure label="Zugänge" value={zahl(counts.aktiv)} note={`dazu ${zahl(counts.eingeladen)} eingeladen`} />
        <Figure label="Standorte" value={zahl(counts.standorte)} />
        {may(visit.actor, "traeger.verwalten") ? <Figure label="Träger" value={zahl(counts.traeger)} /> : null}
        {may(visit.actor, "kommune.verwalten") ? <Figure label="Kommunen" value={zahl(counts.kommunen)} /> : null}
      </Figures>
    </Page>
  );
};

export const show = page({
  path: "/verwaltung",
  permission: "konto.traeger_verwalten",
  notices: getan,
  show: showOverview,
});
