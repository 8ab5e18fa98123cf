import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { keyset } from "../../../platform/keyset.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { hinausMit } from "../../einwilligungen/index.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";
import { ART, type Art, type Besprechung } from "../model/besprechung.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { BESCHREIBUNG, FRAGE, NAME, PROTOKOLL, STELLE } from "./sealed.ts";

const GONE = "nicht mehr lesbar";
const artOf = (stored: string): Art => (stored === "konferenz" ? "konferenz" : "besprechung");

/** One meeting about a case of one's own. @throws NotFound for a foreign one as for none */
export async function besprechungOf(tx: Tx, actor: Actor, id: string): Promise<Besprechung> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.fallbesprechung as b")
        .innerJoin("kim.fall as f", (on) => on.onRef("f.kreis", "=", "b.kreis").onRef("f.id", "=", "b.fall_id"))
        .selectAll("b")
        .select("f.person_id")
        .where("b.id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  const key = (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  const teilnahme = await tx
    .selectFrom("kim.fallbesprechung_teilnahme")
    .select(["kreis", "id", "name", "stelle"])
    .where("fallbesprechung_id", "=", id)
    .orderBy("folge")
    .execute();
  const hinaus = row.namentlich ? await hinausOf(tx, id) : [];
  return {
    id,
    fallId: row.fall_id,
    art: artOf(row.art),
    am: row.am,
    namentlich: row.namentlich,
    sprache: row.sprache,
    verstaendigung: row.verstaendigung,
    frage: openText(key, row, FRAGE, row.frage) ?? GONE,
    beschreibung: openText(key, row, BESCHREIBUNG, row.beschreibung),
    protokoll: openText(key, row, PROTOKOLL, row.protokoll),
    teilnahme: teilnahme.map((t) => ({
      name: openText(key, t, NAME, t.name),
      stelle: openText(key, t, STELLE, t.stelle),
    })),
    hinaus,
    version: row.version,
  };
}

async function hinausOf(tx: Tx, id: string): Promise<Besprechung["hinaus"]> {
  const rows = await tx
    .selectFrom("kim.fallbesprechung_weitergabe")
    .select("weitergabe_id")
    .where("fallbesprechung_id", "=", id)
    .execute();
  return hinausMit(
    tx,
    rows.map((row) => row.weitergabe_id),
  );
}

/** The meetings about a case, for its timeline. */
export async function besprechungenImVerlauf(
  tx: Tx,
  actor: Actor,
  { fallId, person, from, size }: VerlaufFrage,
): Promise<VerlaufEintrag[]> {
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const rows = await tx
    .selectFrom("kim.fallbesprechung")
    .select(["kreis", "id", "am", "art", "frage"])
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
    art: "besprechung",
    satz: ART[artOf(row.art)],
    text: openText(key, row, FRAGE, row.frage),
    href: `/fallbesprechungen/${row.id}`,
  }));
}
