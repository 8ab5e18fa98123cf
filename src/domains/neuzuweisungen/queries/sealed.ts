import { type SealedRow, openText, sealText } from "../../../platform/sealed-text.ts";
import { keyedHash } from "../../../platform/tresor/hash.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { personSchluessel } from "../../../listen/index.ts";

const NAME = { table: "kim.zuweisung_mensch", column: "name" } as const;
const GEBURT = { table: "kim.zuweisung_mensch", column: "geburtsdatum" } as const;
const KONTAKT = { table: "kim.zuweisung_mensch", column: "kontakt" } as const;
const HINWEIS = { table: "kim.zuweisung_mensch", column: "hinweis" } as const;
export const ZEILE = { table: "kim.zuweisung_zeile", column: "zeile" } as const;

/** Who somebody is, as the list says. Parts of a name may be "". */
export type Angaben = {
  readonly vorname: string;
  readonly nachname: string;
  readonly geburtsdatum: string | null;
  readonly kontakt: string | null;
  readonly hinweis: string | null;
};

type Sealed = Readonly<Record<"name" | "geburtsdatum" | "kontakt" | "hinweis", Buffer | null>>;

/** First name, line break, last name: neither has one. */
const BETWEEN = "\n";

export const sealAngaben = (key: DataKey, row: SealedRow, angaben: Angaben) => ({
  name: sealText(key, row, NAME, `${angaben.vorname}${BETWEEN}${angaben.nachname}`),
  geburtsdatum: sealText(key, row, GEBURT, angaben.geburtsdatum),
  kontakt: sealText(key, row, KONTAKT, angaben.kontakt),
  hinweis: sealText(key, row, HINWEIS, angaben.hinweis),
});

/** What is sealed at a row; nothing where a file came of it, or its key is gone. */
export function openAngaben(key: DataKey | undefined, row: SealedRow & Sealed): Angaben {
  const [vorname = "", nachname = ""] = (openText(key, row, NAME, row.name) ?? "").split(BETWEEN);
  return {
    vorname,
    nachname,
    geburtsdatum: openText(key, row, GEBURT, row.geburtsdatum),
    kontakt: openText(key, row, KONTAKT, row.kontakt),
    hinweis: openText(key, row, HINWEIS, row.hinweis),
  };
}

/** Finds somebody of a list again in the next one of the same Träger; null where the list tells too little to say so. */
export function menschAbdruck(traegerId: string, { vorname, nachname, geburtsdatum }: Angaben): Buffer | null {
  const key = vorname === "" && nachname === "" ? null : personSchluessel(vorname, nachname, geburtsdatum);
  return key === null ? null : keyedHash("zugewiesen", `${traegerId}\n${key}`);
}

/** The same file again. `print` is that of its bytes. */
export const stapelAbdruck = (traegerId: string, print: string): Buffer =>
  keyedHash("zuweisungsliste", `${traegerId}\n${print}`);
