import type { Visit } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { besetzungNamen, kontoChoices } from "../queries/personal.ts";
import { stelleOf } from "../queries/stellen.ts";
import { idOf } from "../../../platform/id.ts";
import { LIST } from "./visit.ts";

export const BESETZUNG = `${LIST}/:id/besetzungen/:besetzung`;

/** The post and the row of the address. */
export const at = (visit: Visit) => ({ stelle: idOf(visit), besetzung: idOf(visit, "besetzung") });

/** What the pages about one row show. @throws NotFound, also for a row of another post */
export const besetzungOf = (visit: Visit) =>
  readAs(visit.actor, async (tx) => {
    const ids = at(visit);
    const stelle = await stelleOf(tx, visit.actor, ids.stelle);
    const besetzung = stelle.besetzungen.find((b) => b.id === ids.besetzung);
    if (besetzung === undefined) throw new NotFound();
    const name = (await besetzungNamen(tx, visit.actor, [besetzung])).get(besetzung.id);
    const konten = await kontoChoices(tx, visit.actor, stelle.traegerId, besetzung.kontoId);
    const up = `${LIST}/${stelle.id}`;
    return { stelle, besetzung, name, konten, up, self: `${up}/besetzungen/${besetzung.id}` };
  });
