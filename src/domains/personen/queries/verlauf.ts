import { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { kontoNames } from "../../zugang/index.ts";
import { ofEachPerson, ofPerson } from "./gruppe.ts";
import { type Einwand, EinwandInhalt } from "./person-teile.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { EINWAND, VERLAUF } from "./sealed.ts";

/** What a field said before and since; `am` is an ISO day, `von` the name of whoever wrote it. */
export type VerlaufZeile = {
  readonly label: string;
  readonly alt: string;
  readonly neu: string;
  readonly am: string;
  readonly von: string;
};

/** One page of the history, the last change first; `weiter` is where it goes on. */
export type Verlauf = { readonly zeilen: readonly VerlaufZeile[]; readonly weiter: string | undefined };

const PAGE = 50;
const Werte = z.object({ label: z.string(), alt: z.string(), neu: z.string() });
const GONE = "nicht mehr bekannt";

/** A place in the history, as an address has it: its day, and which change of that person it is. */
export const STELLE = /^(\d{4}-\d{2}-\d{2})_(\d{1,9})_([0-9a-f-]{36})$/;

/** What changed at a person, and at those merged into her, before a place. Whoever's key was destroyed is missing. */
export async function verlaufOf(tx: Tx, actor: Actor, person: string, vor?: string): Promise<Verlauf> {
  const [, am = "", folge = "", id = ""] = STELLE.exec(vor ?? "") ?? [];
  const order = { direction: "desc", limit: PAGE + 1, by: ["am", "folge", "id"] } as const;
  const rows = await ofEachPerson(tx, [person], order, (eachPerson) =>
    tx
      .selectFrom("kim.person_verlauf")
      .select(["kreis", "id", "person_id", "folge", "werte", "am", "erfasst_von"])
      .where("person_id", "=", eachPerson)
      .$if(am !== "", (q) => q.where(sql<boolean>`(am, folge, id) < (${am}::date, ${folge}::int, ${id}::uuid)`))
      .orderBy("am", "desc")
      .orderBy("folge", "desc")
      .orderBy("id", "desc")
      .limit(order.limit),
  );
  const shown = rows.slice(0, PAGE);
  const keys = await keysOf(tx, actor, shown);
  const writers = [...new Set(shown.flatMap(({ erfasst_von: wer }) => wer ?? []))];
  const names = await kontoNames(tx, actor.kreis, writers);
  const last = shown.at(-1);
  return {
    zeilen: shown.flatMap(({ erfasst_von: wer, am, werte, person_id, ...row }) => {
      const key = keys.get(person_id);
      if (key === undefined) return [];
      const said = Werte.parse(JSON.parse(openText(key, row, VERLAUF, werte) ?? "{}"));
      return [{ ...said, am, von: (wer === null ? undefined : names.get(wer)) ?? GONE }];
    }),
    weiter: rows.length > PAGE && last ? `${last.am}_${last.folge}_${last.id}` : undefined,
  };
}

const keysOf = (tx: Tx, actor: Actor, rows: readonly { readonly person_id: string }[]): Promise<Map<string, DataKey>> =>
  subjectKeys(tx, actor.kreis, [...new Set(rows.map((row) => row.person_id))]);

/** So many disputes are shown at most; there is rarely more than one. */
const MOST = 50;

/** Everything that a person ever disputed, the last first. */
export async function einwaendeOf(tx: Tx, actor: Actor, person: string): Promise<Einwand[]> {
  const rows = await einwandRows(tx, person).orderBy("am", "desc").orderBy("id").limit(MOST).execute();
  const keys = await keysOf(tx, actor, rows);
  return rows.flatMap((row) => openEinwand(keys, row));
}

/** One dispute of a person. @throws NotFound for one of somebody else as for none */
export async function einwandOf(tx: Tx, actor: Actor, person: string, id: string): Promise<Einwand> {
  const rows = isId(id) ? await einwandRows(tx, person).where("id", "=", id).execute() : [];
  const keys = await keysOf(tx, actor, rows);
  const [einwand] = rows.flatMap((row) => openEinwand(keys, row));
  if (einwand === undefined) throw new NotFound();
  return einwand;
}

const einwandRows = (tx: Tx, person: string) =>
  tx
    .selectFrom("kim.person_einwand")
    .select(["kreis", "id", "person_id", "feld", "inhalt", "stand", "am", "erledigt_am", "version"])
    .where("person_id", "=", ofPerson(person));

type Row = Awaited<ReturnType<ReturnType<typeof einwandRows>["executeTakeFirstOrThrow"]>>;

function openEinwand(keys: ReadonlyMap<string, DataKey>, { kreis, inhalt, ...row }: Row): Einwand[] {
  const key = keys.get(row.person_id);
  if (key === undefined) return [];
  const { id, person_id: person, feld, stand, am, erledigt_am: erledigtAm, version } = row;
  const said = EinwandInhalt.parse(JSON.parse(openText(key, { kreis, id }, EINWAND, inhalt) ?? "{}"));
  return [{ id, person, feld, stand, am, erledigtAm, version, ...said }];
}
