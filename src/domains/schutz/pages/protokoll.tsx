import { page, PageAs, Redirect } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { readFilter } from "../../../platform/filter.ts";
import { kontoNames } from "../../zugang/index.ts";
import { Adresse, PATH, beginn } from "../model/filter.ts";
import { Protokoll } from "../parts/protokoll.tsx";
import { kontenOf, protokollseite } from "../queries/protokoll.ts";

/** The log of one's own Träger. Reading it is an event of its own: whoever watches is watched, too. */
export const show = page({
  path: PATH,
  permission: "protokoll.lesen",
  show: async ({ actor, frame, url }) => {
    const asked = readFilter(Adresse, url, today());
    if (asked.ok && asked.plain !== undefined) return new Redirect(asked.plain);
    const filter = asked.ok ? asked.filter : {};
    const von = beginn(filter, today());
    const subject = { art: "protokoll", id: actor.traegerId };
    const shown = await openRecordAs(actor, subject, "pruefung", async (tx) => {
      // Names of staff are told to whoever may know them without the log.
      const konten = may(actor, "konto.bestaetigen") ? await kontenOf(tx, actor) : [];
      return {
        namen: await kontoNames(tx, actor.kreis, konten),
        seite: asked.ok ? await protokollseite(tx, actor, filter, von) : undefined,
      };
    });
    const html = (
      <Protokoll frame={frame} filter={filter} von={von} rejected={asked.ok ? undefined : asked.rejected} {...shown} />
    );
    return asked.ok ? html : new PageAs(html, { status: 422 });
  },
});
