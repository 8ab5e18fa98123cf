import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { ErrorSummary, Page } from "../../../ui/index.ts";
import { addArbeit, finishArbeit, removeArbeit } from "../commands/set-arbeit.ts";
import { addPrueftag } from "../commands/set-prueftag.ts";
import { ArbeitEingabe, PrueftagEingabe } from "../model/massnahme.ts";
import { Arbeiten } from "../parts/arbeiten.tsx";
import { ARBEIT, LIST, getan } from "../parts/getan.ts";
import { Indikatoren } from "../parts/indikatoren.tsx";
import { Kopf } from "../parts/kopf.tsx";
import { Pruefungen } from "../parts/pruefungen.tsx";
import { Aenderungen, Verlauf } from "../parts/verlauf.tsx";
import { Wirkungen } from "../parts/wirkungen.tsx";
import { eineMassnahme } from "../queries/eine.ts";
import { arbeitOf } from "../queries/massnahmen.ts";

const permission = "massnahme.steuern";

async function seite(visit: Visit, id: string, rejected?: Rejected) {
  const { actor, frame } = visit;
  const eine = await readAs(actor, (tx) => eineMassnahme(tx, actor, id));
  const steuert = may(actor, permission);
  // A form to type into tells itself what is wrong with it.
  const typed = ["arbeit", "prueftag"].find((form) => visit.url.pathname.endsWith(`/${form}`));
  return (
    <Page
      frame={frame}
      title="Maßnahme"
      heading={false}
      wide
      rejected={rejected}
      breadcrumb={[{ label: "Maßnahmen", href: LIST }]}
    >
      {rejected === undefined || typed !== undefined ? null : <ErrorSummary rejected={rejected} />}
      <Kopf eine={eine} steuert={steuert} gremien={may(actor, "gremium.lesen")} />
      <Indikatoren eine={eine} steuert={steuert} />
      <Arbeiten eine={eine} steuert={steuert} rejected={typed === "arbeit" ? rejected : undefined} />
      <Pruefungen eine={eine} steuert={steuert} rejected={typed === "prueftag" ? rejected : undefined} />
      <Wirkungen eine={eine} />
      <Verlauf eine={eine} />
      <Aenderungen eine={eine} />
    </Page>
  );
}

/** A measure whole: what it is for, how far, by what one sees it, what has to be done, when somebody looks, what it did. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "massnahme.lesen",
  notices: getan,
  show: (visit) => seite(visit, idOf(visit)),
});

const again = (visit: Visit, rejected?: Rejected) => seite(visit, idOf(visit), rejected);
const ofArbeit = async (visit: Visit, rejected?: Rejected) =>
  seite(visit, (await readAs(visit.actor, (tx) => arbeitOf(tx, idOf(visit)))).massnahmeId, rejected);

export const saveArbeit = change(
  `${LIST}/:id/arbeit`,
  permission,
  { schema: ArbeitEingabe, again },
  async (tx, visit, input) => {
    await addArbeit(tx, visit.actor, idOf(visit), input);
    return getan.after(`${LIST}/${idOf(visit)}`, "arbeit");
  },
);

export const saveErledigt = change(
  `${ARBEIT}/:id/erledigt`,
  permission,
  { schema: NOTHING, again: ofArbeit },
  async (tx, visit) => getan.after(`${LIST}/${await finishArbeit(tx, visit.actor, idOf(visit), true)}`, "erledigt"),
);

export const saveOffen = change(
  `${ARBEIT}/:id/offen`,
  permission,
  { schema: NOTHING, again: ofArbeit },
  async (tx, visit) => getan.after(`${LIST}/${await finishArbeit(tx, visit.actor, idOf(visit), false)}`, "offen"),
);

export const saveArbeitWeg = change(
  `${ARBEIT}/:id/entfernen`,
  permission,
  { schema: NOTHING, again: ofArbeit },
  async (tx, visit) => getan.after(`${LIST}/${await removeArbeit(tx, visit.actor, idOf(visit))}`, "entfernt"),
);

export const savePrueftag = change(
  `${LIST}/:id/prueftag`,
  permission,
  { schema: PrueftagEingabe, again },
  async (tx, visit, input) => {
    await addPrueftag(tx, visit.actor, idOf(visit), input);
    return getan.after(`${LIST}/${idOf(visit)}`, "prueftag");
  },
);
