import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import type { Drucksprache } from "../../codelisten/index.ts";
import { eigenePunkte } from "../../dokumente/index.ts";
import { EIGENE } from "../model/eingabe.ts";
import { FORMULAR, FORMULARE, UEBERSETZT, zeilenOf } from "../model/formulare.ts";
import type { Zeile } from "../model/zeilen.ts";
import { type Freigabe, type Stelle, freigabeOf, freigabenOf, pruefsummeOf } from "./freigaben.ts";

/** Words that can be released as one, and how far that is: never, released, or released as they no longer read. */
export type Worte = {
  readonly stelle: Stelle;
  readonly name: string;
  readonly zeilen: readonly Zeile[];
  readonly pruefsumme: string;
  readonly freigabe: Freigabe | undefined;
  readonly stand: Stand;
};
export type Stand = "offen" | "frei" | "geaendert";

/** One form, or one list of the Träger, in the languages it has words in. */
export type Reihe = { readonly name: string; readonly je: ReadonlyMap<Drucksprache, Worte> };

type Text = { readonly formular: string; readonly gegenstand: string; readonly name: string };

function reihe(
  freigaben: readonly Freigabe[],
  { name, ...text }: Text,
  zeilenIn: (sprache: Drucksprache) => readonly Zeile[],
): Reihe {
  const je = UEBERSETZT.flatMap((sprache): [Drucksprache, Worte][] => {
    const stelle = { ...text, sprache };
    const zeilen = zeilenIn(sprache);
    if (zeilen.length === 0) return [];
    const freigabe = freigabeOf(freigaben, stelle);
    const pruefsumme = pruefsummeOf(zeilen);
    const stand = freigabe === undefined ? "offen" : freigabe.pruefsumme === pruefsumme ? "frei" : "geaendert";
    return [[sprache, { stelle, name, zeilen, pruefsumme, freigabe, stand }]];
  });
  return { name, je: new Map(je) };
}

/** Every form, then the lists of one's own Träger that have lines of their own, each with how far it is released. */
export async function alleWorte(tx: Tx, actor: Actor): Promise<readonly Reihe[]> {
  const freigaben = await freigabenOf(tx, actor.traegerId);
  const eigene = await eigenePunkte(tx, actor);
  return [
    ...FORMULAR.map((one) =>
      reihe(freigaben, { formular: one, gegenstand: "", name: FORMULARE[one].name }, (sprache) =>
        zeilenOf(one, sprache),
      ),
    ),
    ...eigene.map(({ id, anlass, worte }) =>
      reihe(
        freigaben,
        { formular: EIGENE, gegenstand: id, name: `Eigene Punkte: ${anlass}` },
        (sprache) => worte.get(sprache) ?? [],
      ),
    ),
  ];
}

/** The words of a form or list. @throws NotFound where nothing is translated; a foreign list is as none */
export async function reiheOf(tx: Tx, actor: Actor, text: Omit<Stelle, "sprache">): Promise<Reihe> {
  const is = ({ stelle }: Worte) => stelle.formular === text.formular && stelle.gegenstand === text.gegenstand;
  const found = (await alleWorte(tx, actor)).find(({ je }) => [...je.values()].some(is));
  if (found === undefined) throw new NotFound();
  return found;
}

/** @throws NotFound also where there is nothing in this language */
export async function worteOf(tx: Tx, actor: Actor, stelle: Stelle): Promise<Worte> {
  const found = (await reiheOf(tx, actor, stelle)).je.get(stelle.sprache);
  if (found === undefined) throw new NotFound();
  return found;
}
