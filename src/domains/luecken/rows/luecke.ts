import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import type { MeldungEingabe, NeueLuecke } from "../model/luecke.ts";
import type { Quelle } from "../queries/herkunft.ts";
import { writeMeldung } from "./meldung.ts";
import { refuseErkennbar } from "./pruefen.ts";
import { writeSchritt } from "./schritt.ts";

/** @throws Refused where a field or a text cannot stay, with its place */
export async function pruefeMeldung(
  tx: Tx,
  input: MeldungEingabe,
  { kennt }: Quelle,
  satz: string | null,
): Promise<void> {
  if (input.kommunen.length === 0)
    throw new Refused("Wählen Sie mindestens eine Kommune, in der etwas fehlt.", "kommunen");
  const list = await kommunen(tx);
  refuseClosed({ name: "kommunen", label: "In welchen Kommunen?", list, chosen: input.kommunen });
  refuseLater("seit", input.seit);
  refuseErkennbar({ satz, beispiel: input.beispiel }, input.kein_name, kennt);
}

/** A new gap with its first report. Returns its id. @throws Refused naming the field */
export async function insertLuecke(tx: Tx, actor: Actor, input: NeueLuecke, quelle: Quelle): Promise<string> {
  const heute = today();
  const listen = await codelisten(tx);
  const { handlungsfeld, rechtskreis, satz } = input;
  refuseClosed(
    {
      name: "handlungsfeld",
      label: "Handlungsfeld",
      list: wahlAm(listen.handlungsfeld, heute),
      chosen: [handlungsfeld],
    },
    {
      name: "rechtskreis",
      label: "Rechtskreis",
      list: wahlAm(listen.rechtskreis, heute),
      chosen: rechtskreis === null ? [] : [rechtskreis],
    },
  );
  await pruefeMeldung(tx, input, quelle, satz);
  const id = randomUUID();
  await tx
    .insertInto("kim.luecke")
    .values({
      kreis: actor.kreis,
      id,
      handlungsfeld,
      rechtskreis,
      satz,
      gemeldet_am: heute,
      stand: "gemeldet",
      stand_seit: heute,
    })
    .execute();
  await writeSchritt(tx, actor, { lueckeId: id, von: null, nach: "gemeldet", grund: null, meldende: true });
  await writeMeldung(tx, actor, id, input, quelle);
  await recordEvent(tx, actor, { art: "luecke.gemeldet", gegenstand: { art: "luecke", id } });
  return id;
}
