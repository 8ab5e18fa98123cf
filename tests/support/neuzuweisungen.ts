import {
  GespraechEingabe,
  SchrittEingabe,
  type Stand,
  THEMA,
  UnterkunftEingabe,
  addUnterkunft,
  holdGespraech,
  moveZuweisung,
  takeBatch,
} from "../../src/domains/neuzuweisungen/index.ts";
import type { ZugewiesenerHaushalt, Zugewiesen } from "../../src/listen/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { readForm } from "../../src/platform/form.ts";
import { valuesOf } from "./beratungsstelle.ts";

type Typed = Readonly<Record<string, string | readonly string[]>>;

export const mensch = (vorname: string, nachname: string, more: Partial<Zugewiesen> = {}): Zugewiesen => ({
  vorname,
  nachname,
  geburtsdatum: null,
  staatsangehoerigkeit: null,
  sprache: null,
  kontakt: null,
  hinweis: null,
  ...more,
});

export const haushalt = (
  menschen: readonly Zugewiesen[],
  more: Partial<ZugewiesenerHaushalt> = {},
): ZugewiesenerHaushalt => ({
  menschen,
  anzahl: Math.max(1, menschen.length),
  nrs: [2],
  ags: null,
  unterkunft: null,
  ankunft: null,
  ...more,
});

/** Takes in households as a list would bring them. Returns the ids of the households, in the order of the list. */
export async function stapel(actor: Actor, haushalte: readonly ZugewiesenerHaushalt[], am = today()) {
  const liste = { haushalte, unklar: [], ohneDaten: 1, zeilen: haushalte.length + 1, nie: [] };
  const print = crypto.randomUUID();
  const id = await writeAs(actor, (tx) => takeBatch(tx, actor, liste, { print, angekuendigt: am }));
  const rows = await readAs(actor, (tx) =>
    tx.selectFrom("kim.zuweisung").select("id").where("stapel_id", "=", id).orderBy("nr").execute(),
  );
  return { id, zuweisungen: rows.map((row) => row.id) };
}

export const schritt = (
  actor: Actor,
  at: { readonly id: string; readonly version: number },
  nach: Stand,
  more: Typed = {},
) =>
  writeAs(actor, (tx) =>
    moveZuweisung(
      tx,
      actor,
      at,
      SchrittEingabe.parse({ nach, am: today(), grund: nach === "nicht_erreicht" ? "niemand_da" : "", ...more }),
    ),
  );

/** What somebody types about a talk; the rows of the people are `more`. */
export const gespraechTyped = (ort: string, more: Typed = {}): Typed => ({
  am: today(),
  ort: `kommune:${ort}`,
  kontaktweg: "aufsuchend",
  dauer: "60",
  thema_anmeldung: "erledigt",
  ...more,
});

/** Every theme with a word. */
export const ALLE_THEMEN: Typed = Object.fromEntries(THEMA.map((thema) => [`thema_${thema}`, "besprochen"]));

/** Holds a talk as the form sends it. Returns the consultation. */
export function gespraech(actor: Actor, at: { readonly id: string; readonly version: number }, typed: Typed) {
  const form = readForm(GespraechEingabe, valuesOf(typed), today());
  if (!form.ok) throw new Error(form.errors.map(({ message }) => message).join(" "));
  return writeAs(actor, (tx) => holdGespraech(tx, actor, at, form.value));
}

export const unterkunft = (actor: Actor, name: string, kommune: string, more: Typed = {}) =>
  writeAs(actor, (tx) => addUnterkunft(tx, actor, UnterkunftEingabe.parse({ name, kommune, ...more })));

/** Somebody of a list, a row that waits, a talk with its theme: a row in every table of files. */
export async function jedeZuweisung(actor: Actor, ags: string): Promise<void> {
  const nela = mensch("Nela", "Muster", { geburtsdatum: "1991-01-01" });
  const { zuweisungen } = await stapel(actor, [haushalt([nela]), haushalt([nela])]);
  const [id = ""] = zuweisungen;
  await gespraech(actor, { id, version: 1 }, gespraechTyped(ags, { m1_vorname: "Ada" }));
}
