import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import type { Ende, GremiumEingabe, NeuesGremium } from "../model/gremium.ts";
import { gremiumValues } from "../model/form-values.ts";
import { gremiumOf } from "../queries/gremien.ts";
import { sitzungen } from "../queries/sitzungen.ts";
import { refuseText } from "../rows/pruefen.ts";

type Gruendung = {
  readonly beschlussId?: string;
  readonly lueckeId?: string | null;
};

/** Writes a new body; `durch`: the decision that founds it and the gap it is for. */
export async function writeGremium(
  tx: Tx,
  actor: Actor,
  input: Omit<NeuesGremium, "kein_name">,
  durch: Gruendung = {},
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto("kim.gremium")
    .values({
      kreis: actor.kreis,
      id,
      art: input.art,
      name: input.name,
      auftrag: input.auftrag,
      rhythmus: input.rhythmus,
      quorum: input.quorum,
      gegruendet_am: input.gegruendet_am,
      gegruendet_durch: durch.beschlussId ?? null,
      luecke_id: durch.lueckeId ?? null,
    })
    .execute();
  await recordEvent(tx, actor, { art: "gremium.gegruendet", gegenstand: { art: "gremium", id } });
  return id;
}

/** Adds a body of the Kreis. @throws Refused for a Projektgruppe, which a decision founds, and for a text that cannot stay */
export async function addGremium(tx: Tx, actor: Actor, input: NeuesGremium): Promise<string> {
  if (input.art === "projektgruppe")
    throw new Refused(
      "Eine Projektgruppe gründet ein Beschluss. Öffnen Sie den Punkt der Tagesordnung und halten Sie dort den Beschluss fest.",
      "art",
    );
  refuseLater("gegruendet_am", input.gegruendet_am);
  refuseText({ name: input.name, auftrag: input.auftrag }, input.kein_name);
  return writeGremium(tx, actor, input);
}

/** @throws NotFound, Stale, Refused */
export async function changeGremium(tx: Tx, actor: Actor, { id, version }: At, input: GremiumEingabe): Promise<void> {
  await lockRow(tx, "kim.gremium", id);
  held(await gremiumOf(tx, id), version, gremiumValues);
  refuseText({ name: input.name, auftrag: input.auftrag }, input.kein_name);
  await tx
    .updateTable("kim.gremium")
    .set({
      name: input.name,
      auftrag: input.auftrag,
      rhythmus: input.rhythmus,
      quorum: input.quorum,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "gremium.geaendert", gegenstand: { art: "gremium", id } });
}

/** A body that does not meet any more; what it decided stays. @throws NotFound, Stale, Refused (field `beendet_am`) */
export async function endGremium(tx: Tx, actor: Actor, { id, version }: At, input: Ende): Promise<void> {
  await lockRow(tx, "kim.gremium", id);
  const gremium = held(await gremiumOf(tx, id), version);
  if (input.beendet_am < gremium.gegruendetAm)
    throw new Refused("Das liegt vor der Gründung. Geben Sie einen späteren Tag an.", "beendet_am");
  const open = (await sitzungen(tx, { gremiumId: id })).filter(
    ({ stand }) => stand === "geplant" || stand === "eingeladen",
  );
  if (open.length > 0)
    throw new Refused(
      "Es ist noch eine Sitzung geplant. Sagen Sie sie zuerst ab, oder führen Sie sie durch.",
      "beendet_am",
    );
  await tx
    .updateTable("kim.gremium")
    .set({ beendet_am: input.beendet_am, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "gremium.beendet", gegenstand: { art: "gremium", id } });
}

/** @throws NotFound, Stale, Refused where it meets */
export async function reopenGremium(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  await lockRow(tx, "kim.gremium", id);
  if (held(await gremiumOf(tx, id), version).beendetAm === null) throw new Refused("Dieses Gremium besteht.");
  await tx
    .updateTable("kim.gremium")
    .set({ beendet_am: null, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "gremium.geaendert", gegenstand: { art: "gremium", id } });
}
