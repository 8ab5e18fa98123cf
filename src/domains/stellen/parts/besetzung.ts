import type { Visit } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { besetzungOf } from "../queries/besetzung.ts";
import { besetzungNamen, kontoChoices } from "../queries/personal.ts";
import { LIST } from "./getan.ts";

export const BESETZUNG = `${LIST}/:id/besetzungen/:besetzung`;

/** The post and the row of the address. */
export const at = (visit: Visit) => ({ stelle: idOf(visit), besetzung: idOf(visit, "besetzung") });

/** What the pages about one row show. @throws NotFound, also for a row of another post */
export const shownBesetzung = (visit: Visit) =>
  readAs(visit.actor, async (tx) => {
    const { stelle, besetzung } = await besetzungOf(tx, visit.actor, at(visit));
    const name = (await besetzungNamen(tx, visit.actor, [besetzung])).get(besetzung.id);
    const konten = await kontoChoices(tx, visit.actor, stelle.traegerId, besetzung.kontoId);
    const up = `${LIST}/${stelle.id}`;
    return { stelle, besetzung, name, konten, up, self: `${up}/besetzungen/${besetzung.id}` };
  });
