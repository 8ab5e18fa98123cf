import { createHash } from "node:crypto";
import type { Tx } from "../../../platform/db.ts";
import { DRUCKSPRACHE, type Drucksprache } from "../../codelisten/index.ts";
import { type Formular, zeilenOf } from "../model/formulare.ts";
import type { Zeile } from "../model/zeilen.ts";

/** The checksum of words with the German beside them: a release holds for what was read. */
export const pruefsummeOf = (zeilen: readonly Zeile[]): string =>
  createHash("sha256")
    .update(JSON.stringify(zeilen.map(({ deutsch, text }) => [deutsch, text])))
    .digest("hex");

const formularSummen = new Map<string, string>();

/** That of a form of the program, which changes with the program only. */
function formularSumme(formular: Formular, sprache: Drucksprache): string {
  const key = `${formular} ${sprache}`;
  const known = formularSummen.get(key) ?? pruefsummeOf(zeilenOf(formular, sprache));
  formularSummen.set(key, known);
  return known;
}

/** Words that are released as one: of a form of the program, or of a list of a Träger (`gegenstand` is its id, otherwise ""). */
export type Stelle = { readonly formular: string; readonly gegenstand: string; readonly sprache: Drucksprache };

/** A release of a Träger: when (ISO), by whom, and of which words. */
export type Freigabe = Stelle & { readonly pruefsumme: string; readonly am: string; readonly von: string };

/** What a Träger has released, whether it still holds or not. Bounded by its forms, lists and the languages. */
export async function freigabenOf(tx: Tx, traegerId: string): Promise<readonly Freigabe[]> {
  const rows = await tx
    .selectFrom("kim.uebersetzung_freigabe")
    .select(["formular", "gegenstand", "sprache", "pruefsumme", "freigegeben_am", "freigegeben_von"])
    .where("traeger_id", "=", traegerId)
    .execute();
  return rows.flatMap(({ sprache: stored, freigegeben_am: am, freigegeben_von: von, ...row }) => {
    const sprache = DRUCKSPRACHE.find((one) => one === stored);
    return sprache === undefined ? [] : [{ ...row, sprache, am, von }];
  });
}

/** The release of these words, if there is one; whether it holds says its checksum. */
export const freigabeOf = (freigaben: readonly Freigabe[], { formular, gegenstand, sprache }: Stelle) =>
  freigaben.find((one) => one.formular === formular && one.gegenstand === gegenstand && one.sprache === sprache);

const holds = (freigaben: readonly Freigabe[], formular: Formular, sprache: Drucksprache) => {
  const found = freigabeOf(freigaben, { formular, gegenstand: "", sprache });
  return found?.pruefsumme === formularSumme(formular, sprache) ? found : undefined;
};

/**
 * Since which day (ISO) a Träger stands for everything that these forms say in a language: the day of the newest release. Null where one
 * of them is not released as it reads today, and for German, which is no translation.
 */
export async function geprueftAm(
  tx: Tx,
  traegerId: string,
  sprache: Drucksprache,
  formulare: readonly Formular[],
): Promise<string | null> {
  if (sprache === "de") return null;
  const freigaben = await freigabenOf(tx, traegerId);
  const tage = formulare.map((one) => holds(freigaben, one, sprache)?.am);
  return tage.includes(undefined)
    ? null
    : (tage
        .flatMap((am) => am ?? [])
        .toSorted()
        .at(-1) ?? null);
}

/** In which languages a Träger stands for a form, each with its day (ISO). */
export async function geprueftIn(
  tx: Tx,
  traegerId: string,
  formular: Formular,
): Promise<ReadonlyMap<Drucksprache, string>> {
  const freigaben = await freigabenOf(tx, traegerId);
  return new Map(
    DRUCKSPRACHE.flatMap((sprache): [Drucksprache, string][] => {
      const found = holds(freigaben, formular, sprache);
      return found === undefined ? [] : [[sprache, found.am]];
    }),
  );
}

/** Whether a Träger stands for these words, which are its own and not the program's. */
export async function sindFrei(tx: Tx, traegerId: string, stelle: Stelle, zeilen: readonly Zeile[]): Promise<boolean> {
  const found = freigabeOf(await freigabenOf(tx, traegerId), stelle);
  return found?.pruefsumme === pruefsummeOf(zeilen);
}
