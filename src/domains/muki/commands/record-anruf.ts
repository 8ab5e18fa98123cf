import type { Actor } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { BeratungEingabe, recordBeratung } from "../../beratungen/index.ts";
import { refuseVerstaendigung } from "../../verstaendigung/index.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { type AnrufAngaben, type NeuerAnruf, alsBeratung } from "../model/anruf.ts";

/**
 * Records a call: a consultation, counted as one, and what is told of the call beside it. Returns the id of the consultation.
 * @throws Refused naming the field
 */
export async function recordAnruf(tx: Tx, actor: Actor, anruf: NeuerAnruf): Promise<string> {
  // What the consultation refuses has no field here: the call's own fields speak first.
  await offeredSprachen(tx, anruf.sprachen);
  await refuseVerstaendigung(tx, anruf, anruf.am);
  const id = await recordBeratung(tx, actor, BeratungEingabe.parse(alsBeratung(anruf)));
  const akte = await akteOf(tx, id);
  const { anrufer, kind_alter, frage, antwort } = anruf;
  await tx
    .insertInto("kim.telefonsprechstunde")
    .values({ ...akte, beratung_id: id, anrufer, kind_alter, frage, antwort })
    .execute();
  await writeSprachen(tx, akte, id, anruf);
  return id;
}

type Akte = { readonly kreis: string; readonly traeger_id: string; readonly konto_id: string };

/** Whose file the consultation is in: that of the child, where it has one. @throws NotFound */
export async function akteOf(tx: Tx, beratungId: string): Promise<Akte> {
  const akte = await tx
    .selectFrom("kim.beratung")
    .select(["kreis", "traeger_id", "konto_id"])
    .where("id", "=", beratungId)
    .executeTakeFirst();
  if (akte === undefined) throw new NotFound();
  return akte;
}

/** Replaces the languages of the child. @throws Refused for a code that no list knows or that has ended */
export async function writeSprachen(
  tx: Tx,
  akte: Akte,
  beratungId: string,
  { sprachen }: Pick<AnrufAngaben, "sprachen">,
): Promise<void> {
  const before = await tx
    .deleteFrom("kim.telefonsprechstunde_sprache")
    .where("beratung_id", "=", beratungId)
    .returning("sprache")
    .execute();
  const codes = await offeredSprachen(
    tx,
    sprachen,
    before.map((row) => row.sprache),
  );
  if (codes.length === 0) return;
  await tx
    .insertInto("kim.telefonsprechstunde_sprache")
    .values(codes.map((sprache) => ({ ...akte, beratung_id: beratungId, sprache })))
    .execute();
}

/** The languages that were chosen, each once. @throws Refused */
async function offeredSprachen(tx: Tx, sprachen: readonly string[], kept: readonly string[] = []): Promise<string[]> {
  const chosen = [...new Set(sprachen)].filter((one) => one !== "");
  const list = wahlAm((await codelisten(tx)).sprache, today());
  refuseClosed({ name: "sprachen", label: "Sprachen des Kindes", list, chosen, kept });
  return chosen;
}
