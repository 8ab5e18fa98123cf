import { type Actor, may, writerOf } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { type Given, prepared } from "../../../platform/prepared.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { keysInJson, openKeysInJson, subjectKeys } from "../../../platform/tresor/keys.ts";
import { type Codelisten, codelisten, nameOf as kodeName } from "../../codelisten/index.ts";
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
  inOrderOf,
  inWorten,
  type Sprache,
  openEinwaende,
  openKontakte,
} from "./person-teile.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { type Anschrift, GEBURTSJAHR, openAnschrift, openBirth, openName } from "./sealed.ts";
import { type Gleiche, OF_SAME, SAME } from "./gruppe.ts";
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
  return opened(row, key, await codelisten(tx));
}

/** What she is called wherever she is named, with the mark that nobody may learn of her. */
export const genannt = ({ name, auskunftssperre }: Pick<Person, "name" | "auskunftssperre">): string =>
  marked(fullName(name), auskunftssperre !== null);

/** The name of a person in its parts. @throws NotFound */
export const nameOf = async (tx: Tx, actor: Actor, id: string): Promise<PersonName> =>
  (await personOf(tx, actor, id)).name;

/** The same with what other rooms say about the person, and who is the same, in the same statement. @throws NotFound */
export async function personWithBlicken(
  tx: Tx,
  actor: Actor,
  id: string,
  blicke: readonly Ueberblick[],
): Promise<{ readonly person: Person; readonly gesagt: readonly Gesagt[]; readonly alle: Gleiche }> {
  const allowed = blicke.filter(({ recht }) => may(actor, recht));
  const row = isId(id) ? await personRow(tx, id, allowed) : undefined;
  if (row === undefined) throw new NotFound();
  const keys = openKeysInJson(tx, actor.kreis, row.schluessel);
  const key = keys.get(row.id);
  if (key === undefined) throw new NotFound();
  return {
    person: opened(row, key, await codelisten(tx)),
    gesagt: said(allowed, row.blicke, { kreis: actor.kreis, key, keys }),
    alle: { gleiche: row.gleiche },
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof personRow>>>;

const opened = (row: Row, key: DataKey, listen: Codelisten): Person => ({
  id: row.id,
  kontoId: row.konto_id,
  erfasstVon: writerOf(row),
  name: openName(key, row, row.name),
  geburtsdatum: openBirth(key, row, row.geburtsdatum),
  geburtsjahr: openText(key, row, GEBURTSJAHR, row.geburtsjahr),
  geburtGeschaetzt: row.geburt_geschaetzt,
  altersgruppe: kode(listen, "altersgruppe", row.altersgruppe),
  geschlecht: row.geschlecht,
  kommune: row.ags === null ? null : { code: row.ags, name: row.kommune_name ?? row.ags },
  anschrift: openAnschrift(key, row, row.anschrift),
  unterkunftsart: kode(listen, "unterkunftsart", row.unterkunftsart),
  staatsangehoerigkeit: kode(listen, "staatsangehoerigkeit", row.staatsangehoerigkeit),
  weitereStaaten: inOrderOf(listen.staatsangehoerigkeit, row.staaten),
  geburtsland: kode(listen, "staatsangehoerigkeit", row.geburtsland),
  inDeutschlandSeit: row.in_deutschland_seit,
  imKreisSeit: row.im_kreis_seit,
  verstaendigungssprache: kode(listen, "sprache", row.verstaendigungssprache),
  sprachmittlung: row.sprachmittlung,
  sprachen: inWorten(row.sprachen, listen.sprache),
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

type Asked = { readonly id: string; readonly heute: string };

const rowOf = (blicke: readonly Ueberblick[], whose: "own" | "shown") =>
  prepared<Asked>()((db, { id, heute }) => rowQuery(db, { id, heute, blicke, whose }));

/** By whose row it is and what is said beside it: as many as there are roles. */
const statements = new Map<string, ReturnType<typeof rowOf>>();

/** A number for each word of a room, to tell statements apart. */
const numbers = new Map<Ueberblick, number>();
function numberOf(blick: Ueberblick): number {
  const number = numbers.get(blick) ?? numbers.size;
  numbers.set(blick, number);
  return number;
}

async function personRow(tx: Tx, id: string, blicke: readonly Ueberblick[], whose: "own" | "shown" = "shown") {
  const name = [whose, ...blicke.map(numberOf)].join(" ");
  const statement = statements.get(name) ?? rowOf(blicke, whose);
  statements.set(name, statement);
  const [row] = await statement(tx, { id, heute: today() });
  return row;
}

type Shape = {
  readonly id: Given<string>;
  readonly heute: Given<string>;
  readonly blicke: readonly Ueberblick[];
  readonly whose: "own" | "shown";
};

const rowQuery = (tx: Tx, { id, heute, blicke, whose }: Shape) =>
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
    .leftJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "p.kreis").onRef("k.ags", "=", "p.ags"))
    .selectAll("p")
    .select("k.name as kommune_name")
    .select([SPRACHEN.as("sprachen"), STAATEN.as("staaten"), KONTAKTE.as("kontakte"), EINWAENDE.as("einwaende")])
    .select([SPERRE.as("sperre"), keysInJson(sql`p.kreis`, OF_SAME).as("schluessel")])
    .select(jsonOf(blicke, heute).as("blicke"));

/** Words come from the lists that the process keeps: each list would be one more table of the statement. */
const kode = (listen: Codelisten, list: keyof Codelisten, code: string | null): Coded | null =>
  code === null ? null : { code, name: kodeName(listen[list], code) };

/** What the rooms say, in their order, as one value. */
const jsonOf = (blicke: readonly Ueberblick[], heute: Given<string>) =>
  blicke.length === 0
    ? sql<readonly unknown[]>`'[]'::json`
    : sql<readonly unknown[]>`json_build_array(${sql.join(blicke.map(({ json }) => sql`(${json(heute)})`))})`;
