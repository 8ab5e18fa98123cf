import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import type { EinsatzAngaben, Stand } from "../model/einsatz.ts";
import { type Einsatz, doppelt } from "../queries/einsaetze.ts";
import { sprachmittelnde, waehlbar } from "../queries/pool.ts";

/** @throws Refused for a language that ended, and a site that is closed or another Träger's */
export async function refuseAngaben(tx: Tx, actor: Actor, input: EinsatzAngaben, kept?: Einsatz): Promise<void> {
  const sprachen = wahlAm((await codelisten(tx)).sprache, input.tag);
  refuseClosed(
    { name: "sprache", label: "Sprache", list: sprachen, chosen: [input.sprache], kept: [kept?.sprache] },
    {
      name: "standort",
      label: "Standort",
      list: await standorte(tx, { traegerId: actor.traegerId }),
      chosen: input.standort === null ? [] : [input.standort],
      kept: [kept?.standortId],
    },
  );
}

type Wann = {
  readonly sprache: string;
  readonly tag: string;
  readonly beginn: number;
  readonly dauer: number;
};

/** @throws Refused where somebody does not speak the language, has stopped, promised nothing yet, or is elsewhere at that time */
export async function refusePerson(tx: Tx, actor: Actor, id: string, wann: Wann, except: string): Promise<void> {
  const all = await sprachmittelnde(tx, actor);
  const chosen = all.find((one) => one.id === id);
  if (chosen?.verpflichtetAm === null) {
    throw new Refused(
      "Diese Person ist noch nicht auf Verschwiegenheit verpflichtet. Das trägt ein, wer den Pool führt.",
      "sprachmittler",
    );
  }
  const list = waehlbar(all, wann.sprache, wann.tag);
  refuseClosed({ name: "sprachmittler", label: "Wer mittelt", list, chosen: [id] });
  if (await doppelt(tx, actor, { sprachmittlerId: id, ...wann }, except)) {
    throw new Refused("Diese Person ist um diese Zeit schon gebucht. Wählen Sie eine andere Person.", "sprachmittler");
  }
}

type Danach = { readonly id: string; readonly stand: Stand; readonly version: number };

/** Adds the step that led to what a booking is now, and says so in the log. */
export async function writeSchritt(tx: Tx, actor: Actor, { id, stand, version }: Danach, art: string): Promise<void> {
  await tx
    .insertInto("kim.sprachmittlung_schritt")
    .values({
      kreis: actor.kreis,
      traeger_id: actor.traegerId,
      sprachmittlung_id: id,
      folge: version,
      stand,
      am: today(),
      getan_von: actor.kontoId,
    })
    .execute();
  await recordEvent(tx, actor, { art, gegenstand: { art: "sprachmittlung", id } });
}
