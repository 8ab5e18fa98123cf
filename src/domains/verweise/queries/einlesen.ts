import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Tabellenzeile, Unlesbar, liesTabelle } from "../../../listen/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { type Gelesen, SPALTEN, kopfOf, zeileOf } from "../model/einlesen.ts";

/** A line as the preview shows it. */
export type Vorschau = Gelesen & { readonly stand: "neu" | "vorhanden" | "fehler" };

/** @throws Refused for a file that is no table with these columns */
export function zeilenIn(bytes: Uint8Array): Tabellenzeile[] {
  try {
    return liesTabelle(bytes);
  } catch (error) {
    throw error instanceof Unlesbar ? new Refused(error.message, "datei") : error;
  }
}

/** What each line of a file says, and whether there is such an organisation already. @throws Refused where the head is another */
export async function vorschauOf(tx: Tx, [head, ...zeilen]: readonly Tabellenzeile[]): Promise<Vorschau[]> {
  const kopf = head && kopfOf(head.zellen);
  if (kopf === undefined) {
    throw new Refused(
      `Die erste Zeile muss die Spalten nennen: ${SPALTEN.join("; ")}. Die ersten drei braucht es. Die leere Vorlage hat sie alle.`,
      "datei",
    );
  }
  if (zeilen.length === 0) throw new Refused("Unter der ersten Zeile steht nichts.", "datei");
  const listen = await codelisten(tx);
  const woerter = {
    handlungsfeld: kodesAm(listen.handlungsfeld, today()).map(wordOf),
    sprache: kodesAm(listen.sprache, today()).map(wordOf),
  };
  const seen = new Set(
    (await tx.selectFrom("kim.organisation").select("name").execute()).map(({ name }) => name.toLowerCase()),
  );
  return zeilen.map(({ nr, zellen }) => {
    const gelesen = zeileOf(nr, zellen, kopf, woerter);
    const name = gelesen.name.toLowerCase();
    const stand = gelesen.eingabe === undefined ? "fehler" : seen.has(name) ? "vorhanden" : "neu";
    if (stand === "neu") seen.add(name);
    return { ...gelesen, stand } as const;
  });
}

const wordOf = (one: { readonly value: string; readonly name: string; readonly kurz?: string | null }) => ({
  code: one.value,
  name: one.name,
  kurz: one.kurz,
});
