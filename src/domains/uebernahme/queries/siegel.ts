import { hash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { type Tx, sql } from "../../../platform/db.ts";
import { type DataKey, open, openBytes, seal, sealBytes } from "../../../platform/tresor.ts";
import { keyedHash } from "../../../platform/tresor/hash.ts";
import type { Befund } from "../model/uebernahme.ts";
import { type Entscheidungen, type Wortart, merkwort } from "../../../listen/index.ts";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

type Column = "datei" | "inhalt" | "entscheidungen" | "befund";
/** Which list is meant; a ciphertext of another one does not open here. */
export type Liste = { readonly kreis: string; readonly id: string };

const place = ({ kreis, id }: Liste, column: Column) => ({ kreis, table: "kim.uebernahme", row: id, column });

export const sealDatei = (key: DataKey, liste: Liste, datei: string): Buffer => seal(key, place(liste, "datei"), datei);
export const openDatei = (key: DataKey, liste: Liste, sealed: Buffer): string =>
  open(key, place(liste, "datei"), sealed);

/** Packs, then seals: a ciphertext cannot be packed any more. */
export const sealInhalt = async (key: DataKey, liste: Liste, bytes: Buffer): Promise<Buffer> =>
  sealBytes(key, place(liste, "inhalt"), await pack(bytes, { level: 1 }));

/** Read piece by piece: the driver would hold a file of 50 MB three times over as text. */
const PIECE = 8 * 1024 * 1024;

/** The bytes of a list's file; undefined when they were forgotten. */
export async function readInhalt(tx: Tx, key: DataKey, liste: Liste): Promise<Buffer | undefined> {
  const row = tx.selectFrom("kim.uebernahme").where("id", "=", liste.id);
  const { size } = (await row.select(sql<number | null>`length(inhalt)`.as("size")).executeTakeFirst()) ?? {
    size: null,
  };
  if (size === null) return undefined;
  const pieces: Buffer[] = [];
  for (let at = 1; at <= size; at += PIECE) {
    const piece = sql<Buffer>`substring(inhalt from ${at}::int for ${PIECE}::int)`.as("piece");
    pieces.push((await row.select(piece).executeTakeFirstOrThrow()).piece);
  }
  return unpack(openBytes(key, place(liste, "inhalt"), Buffer.concat(pieces)));
}

export const sealEntscheidungen = (key: DataKey, liste: Liste, entscheidungen: Entscheidungen): Buffer =>
  seal(key, place(liste, "entscheidungen"), JSON.stringify(entscheidungen));

export function openEntscheidungen(key: DataKey, liste: Liste, sealed: Buffer | null): Entscheidungen {
  if (sealed === null) return {};
  // Sealed: what opens was written by this program.
  const stored: Entscheidungen = JSON.parse(open(key, place(liste, "entscheidungen"), sealed));
  return stored;
}

/** Counts up whenever the form of a finding changes: one of another form is not shown. */
const FORM = 4;

export const sealBefund = async (key: DataKey, liste: Liste, befund: Befund): Promise<Buffer> =>
  sealBytes(key, place(liste, "befund"), await pack(JSON.stringify({ form: FORM, befund })));

/** Null where none is kept, or one that another version of the program wrote. */
export async function openBefund(key: DataKey, liste: Liste, sealed: Buffer | null): Promise<Befund | null> {
  if (sealed === null) return null;
  const text = (await unpack(openBytes(key, place(liste, "befund"), sealed))).toString("utf8");
  const stored: { form: number; befund: Befund } = JSON.parse(text);
  return stored.form === FORM ? stored.befund : null;
}

/** Finds the same file of the same Träger again. */
export const dateiAbdruck = (traegerId: string, bytes: Uint8Array): Buffer =>
  keyedHash("uebernahme", `${traegerId}\n${hash("sha256", bytes)}`);

/**
 * Finds a row of a Träger's lists again. `kennung` is everything that its cells say; day and Kommune are added, because
 * they may stand in the title.
 */
export const zeilenAbdruck = (
  traegerId: string,
  { am, ags }: { readonly am: string; readonly ags: string },
  kennung: string,
): Buffer => keyedHash("beratungszeile", [traegerId, am, ags, kennung].join("\n"));

/** Finds a word of a Träger again, however it is spelt in capitals or with dots. */
export const wortAbdruck = (traegerId: string, art: Wortart, wort: string): Buffer =>
  keyedHash("wort", `${traegerId}\n${merkwort(art, wort)}`);
