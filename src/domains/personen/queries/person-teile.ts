import { z } from "zod";
import { sql } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { type Kode, nameOf } from "../../codelisten/index.ts";
import { EINWAND, KONTAKT_HINWEIS, KONTAKT_WERT } from "./sealed.ts";

/**
 * What a person has several of, each as one value of the statement that reads the person (`p`): one more statement each would be a way
 * to the server more.
 */

/** A language; levels are those of the GER (`a0` … `c2`), as far as they are known. */
export type Sprache = {
  readonly code: string;
  readonly name: string;
  readonly erstsprache: boolean;
  readonly hoeren: string | null;
  readonly sprechen: string | null;
  readonly lesen: string | null;
  readonly schreiben: string | null;
  readonly basis: string | null;
};

export const SPRACHEN = sql<Omit<Sprache, "name">[]>`coalesce((
  select json_agg(json_build_object('code', l.sprache, 'erstsprache', l.erstsprache, 'hoeren', l.hoeren,
    'sprechen', l.sprechen, 'lesen', l.lesen, 'schreiben', l.schreiben, 'basis', l.basis))
  from kim.person_sprache l
  -- one row: what is shown of her was chosen when she was merged.
  where l.kreis = p.kreis and l.person_id = p.id), '[]')`;

/** With their words; first languages first, then in the order of the list. */
export const inWorten = (sprachen: readonly Omit<Sprache, "name">[], list: readonly Kode[]): Sprache[] =>
  inOrderOf(list, sprachen).toSorted((a, b) => Number(b.erstsprache) - Number(a.erstsprache));

/** Codes with their words, in the order of their list. */
export function inOrderOf<C extends { readonly code: string }>(list: readonly Kode[], codes: readonly C[]) {
  if (codes.length === 0) return [];
  const rank = new Map(list.map(({ code }, i) => [code, i]));
  return codes
    .toSorted((a, b) => (rank.get(a.code) ?? rank.size) - (rank.get(b.code) ?? rank.size))
    .map((one) => ({ ...one, name: nameOf(list, one.code) }));
}

/** Nationalities beside the first. */
export const STAATEN = sql<{ code: string }[]>`coalesce((
  select json_agg(json_build_object('code', l.staat)) from kim.person_staat l
  -- one row: as above.
  where l.kreis = p.kreis and l.person_id = p.id), '[]')`;

/** A way to reach somebody. */
export type Kontakt = {
  readonly art: string;
  readonly wert: string;
  readonly hinweis: string | null;
  readonly keinBand: boolean;
};

type SealedKontakt = Kontakt & { readonly id: string };

/** The preferred first. */
export const KONTAKTE = sql<SealedKontakt[]>`coalesce((
  select json_agg(json_build_object('id', c.id, 'art', c.art, 'wert', encode(c.wert, 'base64'),
    'hinweis', encode(c.hinweis, 'base64'), 'keinBand', c.kein_band) order by c.rang)
  -- one row: as above.
  from kim.person_kontakt c where c.kreis = p.kreis and c.person_id = p.id), '[]')`;

export const openKontakte = (key: DataKey, kreis: string, sealed: readonly SealedKontakt[]): Kontakt[] =>
  sealed.map(({ id, art, wert, hinweis, keinBand }) => ({
    art,
    wert: openText(key, { kreis, id }, KONTAKT_WERT, wert) ?? "",
    hinweis: openText(key, { kreis, id }, KONTAKT_HINWEIS, hinweis),
    keinBand,
  }));

/** That nobody may learn where somebody is (§ 51 BMG). Days are ISO; it does not end by itself. */
export type Auskunftssperre = { readonly seit: string; readonly bis: string | null };

export const SPERRE = sql<Auskunftssperre | null>`(
  select json_build_object('seit', s.seit, 'bis', s.bis) from kim.auskunftssperre s
  -- one row: each of those who are the same person has it.
  where s.kreis = p.kreis and s.person_id = p.id)`;

/** What is sealed of a dispute: the field as it was called, what stood in it, what the person says, how it ended. */
export const EinwandInhalt = z.object({
  label: z.string(),
  wert: z.string(),
  erklaerung: z.string(),
  ergebnis: z.string().nullable(),
});

/** What a person disputes (Art. 16 DSGVO). Days are ISO. */
export type Einwand = z.output<typeof EinwandInhalt> & {
  readonly id: string;
  /** Whose row it is of those who are the same person: its key opens it. */
  readonly person: string;
  readonly feld: string;
  readonly stand: string;
  readonly am: string;
  readonly erledigtAm: string | null;
  readonly version: number;
};

type SealedEinwand = Omit<Einwand, keyof z.output<typeof EinwandInhalt>> & { readonly inhalt: string };

/** So many open disputes are shown at most. */
const MOST = 30;

/** Those that are still open, the last first. */
export const EINWAENDE = sql<SealedEinwand[]>`coalesce((
  select json_agg(json_build_object('id', e.id, 'person', e.person_id, 'feld', e.feld, 'inhalt', encode(e.inhalt, 'base64'), 'stand', e.stand,
    'am', e.am, 'erledigtAm', e.erledigt_am, 'version', e.version) order by e.am desc, e.id)
  -- one row: they are about the fields that are shown; the history has those of all.
  from (select * from kim.person_einwand where kreis = p.kreis and person_id = p.id and stand = 'bestritten'
    order by am desc, id limit ${sql.lit(MOST)}) e), '[]')`;

export const openEinwaende = (key: DataKey, kreis: string, sealed: readonly SealedEinwand[]): Einwand[] =>
  sealed.map(({ inhalt, ...einwand }) => ({
    ...einwand,
    ...EinwandInhalt.parse(JSON.parse(openText(key, { kreis, id: einwand.id }, EINWAND, inhalt) ?? "{}")),
  }));
