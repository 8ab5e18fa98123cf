import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { beratungenSince } from "../../beratungen/index.ts";
import { type Codelisten, kurzOf, nameOf } from "../../codelisten/index.ts";
import { PHASEN } from "../model/phasen.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../model/verlauf.ts";
import { STAENDE, STAND } from "../model/vereinbarung.ts";
import { oneOf, phaseOf } from "./faelle.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { GRUND, WAS, WER } from "./sealed.ts";
import { standJetzt } from "./vereinbarungen.ts";

/** What a room gives to the timeline of a case. */
export type VerlaufQuelle = (
  tx: Tx,
  actor: Actor,
  frage: VerlaufFrage,
  listen: Codelisten,
) => Promise<readonly VerlaufEintrag[]>;

/** The consultations with the persons of the case since it began. */
export const beratungenImVerlauf: VerlaufQuelle = async (tx, _actor, frage, listen) =>
  (await beratungenSince(tx, frage)).map(({ id, am, themen, ergebnis }) => ({
    id,
    am,
    art: "beratung",
    satz: [themen.map((one) => kurzOf(listen.handlungsfeld, one)).join(", "), nameOf(listen.ergebnis, ergebnis)]
      .filter((one) => one !== "")
      .join(" · "),
    href: `/beratungen/${id}`,
  }));

/** The steps from phase to phase, with their sealed reason. */
export const schritteImVerlauf: VerlaufQuelle = async (tx, actor, { fallId, person, from, size }, listen) => {
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const rows = await tx
    .selectFrom("kim.fall_schritt")
    .select(["kreis", "id", "am", "folge", "nach", "grund", "abschlussgrund"])
    .where("fall_id", "=", fallId)
    .where(beyond)
    .orderBy("am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const key = (await subjectKeys(tx, actor.kreis, [person])).get(person);
  return rows.map((row) => ({
    id: row.id,
    am: row.am,
    art: "schritt",
    nach: phaseOf(row.nach),
    folge: row.folge,
    satz: [PHASEN[phaseOf(row.nach)], nameOf(listen.abschlussgrund, row.abschlussgrund)]
      .filter((one) => one !== "")
      .join(": "),
    text: openText(key, row, GRUND, row.grund),
  }));
};

/** What was agreed, on the day it was, with what became of it. */
export const punkteImVerlauf: VerlaufQuelle = async (tx, actor, { fallId, person, from, size }) => {
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const rows = await tx
    .selectFrom("kim.vereinbarung as v")
    .select(["kreis", "id", "am", "wer", "was", standJetzt.as("stand")])
    .where("fall_id", "=", fallId)
    .where(beyond)
    .orderBy("am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const key = rows.length === 0 ? undefined : (await subjectKeys(tx, actor.kreis, [person])).get(person);
  return rows.map((row) => ({
    id: row.id,
    am: row.am,
    art: "punkt",
    satz: `Verabredet, ${STAND[oneOf(STAENDE, row.stand) ?? "offen"]}`,
    text: [openText(key, row, WER, row.wer), openText(key, row, WAS, row.was)].filter((one) => one !== null).join(": "),
  }));
};

/** The days on which the areas of life were assessed: that they were, not what was found. */
export const assessmentsImVerlauf: VerlaufQuelle = async (tx, _actor, { fallId, from, size }) => {
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const rows = await tx
    .selectFrom("kim.assessment")
    .select(["id", "am"])
    .where("fall_id", "=", fallId)
    .where(beyond)
    .orderBy("am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const href = `/faelle/${fallId}/assessment`;
  return rows.map(({ id, am }) => ({ id, am, art: "assessment", satz: "Lebensbereiche eingeschätzt", href }));
};
