import { type Actor, may, writerOf } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type PersonName, fullName, marked } from "../model/person.ts";
import {
  type Auskunftssperre,
  EINWAENDE,
  type Einwand,
  KONTAKTE,
  type Kontakt,
  SPERRE,
  SPRACHEN,
  STAATEN,
  type Sprache,
  openEinwaende,
  openKontakte,
} from "./person-teile.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { type Anschrift, GEBURTSJAHR, openAnschrift, openBirth, openName } from "./sealed.ts";
import { SAME } from "./gruppe.ts";
import type { Gesagt, Ueberblick } from "./ueberblick.ts";

/** A person's whole record. Codes beside their words: the form needs the ones, the reader the others. */
export type Person = {
  /** Who is shown: another id than was asked for where that one was merged into somebody. */
  readonly id: string;
  readonly kontoId: string;
  /** Who wrote the record down, where that is known and was somebody else. */
  readonly erfasstVon: string | null;
  readonly name: PersonName;
  readonly geburtsdatum: string | null;
  /** Where only the year is known. */
  readonly geburtsjahr: string | null;
  readonly geburtGeschaetzt: boolean;
  readonly altersgruppe: Coded | null;
  readonly geschlecht: string | null;
  readonly kommune: Coded | null;
  readonly anschrift: Anschrift | null;
  readonly unterkunftsart: Coded | null;
  /** The first counts. */
  readonly staatsangehoerigkeit: Coded | null;
  readonly weitereStaaten: readonly Coded[];
  readonly geburtsland: Coded | null;
  /** `2022` or `2022-03`. */
  readonly inDeutschlandSeit: string | null;
  readonly imKreisSeit: string | null;
  readonly verstaendigungssprache: Coded | null;
  readonly sprachmittlung: string | null;
  readonly sprachen: readonly Sprache[];
  /** The preferred way first. */
  readonly kontakte: readonly Kontakt[];
  readonly auskunftssperre: Auskunftssperre | null;
  /** What she disputes now. */
  readonly einwaende: readonly Einwand[];
  readonly erfasstAm: string;
  readonly version: number;
};
export type Coded = { readonly code: string; readonly name: string };

/**
 * A person of one's own or of somebody one stands in for, whole; for one that was merged who is shown for her.
 * @throws NotFound for a foreign one as for none, and where the key was destroyed
 */
export const personOf = async (tx: Tx, actor: Actor, id: string): Promise<Person> =>
  (await personWithBlicken(tx, actor, id, [])).person;

/** A person by her own row, whoever is shown for her. @throws NotFound */
export async function ownPersonOf(tx: Tx, { kreis }: Actor, id: string): Promise<Person> {
  const row = await personRow(tx, id, [], "own");
  const key = row === undefined ? undefined : (await subjectKeys(tx, kreis, [id])).get(id);
  if (row === undefined || key === undefined) throw new NotFound();
  return opened(row, key);
}

/** What she is called wherever she is named, with the mark that nobody may learn of her. */
export const genannt = ({ name, auskunftssperre }: Pick<Person, "name" | "auskunftssperre">): string =>
  marked(fullName(name), auskunftssperre !== null);

/** The name of a person in its parts. @throws NotFound */
export const nameOf = async (tx: Tx, actor: Actor, id: string): Promise<PersonName> =>
  (await personOf(tx, actor, id)).name;

/** The same with what other rooms say about the person, in the same statements. @throws NotFound */
export async function personWithBlicken(
  tx: Tx,
  actor: Actor,
  id: string,
  blicke: readonly Ueberblick[],
): Promise<{ readonly person: Person; readonly gesagt: readonly Gesagt[] }> {
  const allowed = blicke.filter(({ recht }) => may(actor, recht));
  const row = isId(id) ? await personRow(tx, id, allowed) : undefined;
  const keys = row === undefined ? undefined : await subjectKeys(tx, actor.kreis, row.gleiche);
  const key = row === undefined ? undefined : keys?.get(row.id);
  if (row === undefined || keys === undefined || key === undefined) throw new NotFound();
  return { person: opened(row, key), gesagt: said(allowed, row.blicke, { kreis: actor.kreis, key, keys }) };
}

const opened = (row: NonNullable<Awaited<ReturnType<typeof personRow>>>, key: DataKey): Person => ({
  id: row.id,
  kontoId: row.konto_id,
  erfasstVon: writerOf(row),
  name: openName(key, row, row.name),
  geburtsdatum: openBirth(key, row, row.geburtsdatum),
  geburtsjahr: openText(key, row, GEBURTSJAHR, row.geburtsjahr),
  geburtGeschaetzt: row.geburt_geschaetzt,
  altersgruppe: coded(row.altersgruppe, row.altersgruppe_name),
  geschlecht: row.geschlecht,
  kommune: coded(row.ags, row.kommune_name),
  anschrift: openAnschrift(key, row, row.anschrift),
  unterkunftsart: coded(row.unterkunftsart, row.unterkunft_name),
  staatsangehoerigkeit: coded(row.staatsangehoerigkeit, row.staat_name),
  weitereStaaten: row.staaten,
  geburtsland: coded(row.geburtsland, row.land_name),
  inDeutschlandSeit: row.in_deutschland_seit,
  imKreisSeit: row.im_kreis_seit,
  verstaendigungssprache: coded(row.verstaendigungssprache, row.verstaendigung_name),
  sprachmittlung: row.sprachmittlung,
  sprachen: row.sprachen,
  kontakte: openKontakte(key, row.kreis, row.kontakte),
  auskunftssperre: row.sperre,
  einwaende: openEinwaende(key, row.kreis, row.einwaende),
  erfasstAm: row.erfasst_am,
  version: row.version,
});

const said = (
  blicke: readonly Ueberblick[],
  values: readonly unknown[],
  at: Parameters<Ueberblick["sagt"]>[1],
): Gesagt[] =>
  blicke.map(({ abschnitt, sagt }, i) => ({ ...sagt(values[i] ?? null, at), ...(abschnitt ? { abschnitt } : {}) }));

const personRow = (tx: Tx, id: string, blicke: readonly Ueberblick[], whose: "own" | "shown" = "shown") =>
  tx
    // Without the offset PostgreSQL would ask again for those who are the same person in each of the twenty places that need them.
    .selectFrom((eb) =>
      eb
        .selectFrom("kim.person as p")
        .selectAll("p")
        .select(sql<string[]>`${SAME}::text[]`.as("gleiche"))
        .where(
          "p.id",
          "=",
          whose === "own"
            ? id
            : sql<string>`(select coalesce(z.zusammengefuehrt_in, z.id) from kim.person z where z.id = ${id})`,
        )
        .offset(sql.lit(0))
        .as("p"),
    )
    .leftJoin("ref.altersgruppe as a", "a.code", "p.altersgruppe")
    .leftJoin("ref.staatsangehoerigkeit as s", "s.code", "p.staatsangehoerigkeit")
    .leftJoin("ref.staatsangehoerigkeit as l", "l.code", "p.geburtsland")
    .leftJoin("ref.unterkunftsart as u", "u.code", "p.unterkunftsart")
    .leftJoin("ref.sprache as v", "v.code", "p.verstaendigungssprache")
    .leftJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "p.kreis").onRef("k.ags", "=", "p.ags"))
    .selectAll("p")
    .select(["a.name as altersgruppe_name", "s.name as staat_name", "k.name as kommune_name", "l.name as land_name"])
    .select(["u.name as unterkunft_name", "v.name as verstaendigung_name"])
    .select([SPRACHEN.as("sprachen"), STAATEN.as("staaten"), KONTAKTE.as("kontakte"), EINWAENDE.as("einwaende")])
    .select(SPERRE.as("sperre"))
    .select(jsonOf(blicke).as("blicke"))
    .executeTakeFirst();

const coded = (code: string | null, name: string | null): Coded | null =>
  code === null ? null : { code, name: name ?? code };

/** What the rooms say, in their order, as one value. */
const jsonOf = (blicke: readonly Ueberblick[]) =>
  blicke.length === 0
    ? sql<readonly unknown[]>`'[]'::json`
    : sql<readonly unknown[]>`json_build_array(${sql.join(blicke.map(({ json }) => sql`(${json()})`))})`;
