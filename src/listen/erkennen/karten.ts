import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { interpretKopf } from "./kopf.ts";
import type { Kontext } from "./typen.ts";

/** What a card says above its rows: “Klient: | Fam. Mustermann | Wohnort: | Lemgo”. */
export type Kartenangabe = { readonly kopf: string; readonly wert: string };

/** The labels of such a row with their values; empty for any other. Each label ends with a colon, and what follows does not. */
export function kartenangaben(zellen: readonly Zelle[]): readonly Kartenangabe[] {
  const texts = zellen.filter((z) => z !== null).map(zellText);
  if (texts.length < 2 || texts.length % 2 === 1) return [];
  const pairs = texts.flatMap((kopf, i) => (i % 2 === 0 ? [{ kopf, wert: texts[i + 1] ?? "" }] : []));
  return pairs.every(({ kopf, wert }) => /\p{L}\s*:$/u.test(kopf) && !wert.endsWith(":")) ? pairs : [];
}

const isOrt = (kopf: string): boolean =>
  interpretKopf(kopf.replace(/\s*:$/u, "")).some((d) => d.bedeutung === "kommune" && d.staerke === 1);

/** The surroundings of the rows below a card: its Kommune, and no one else's where it tells none. */
export function unterKarte(kontext: Kontext, angaben: readonly Kartenangabe[], verzeichnis: Verzeichnis): Kontext {
  const ort = angaben.find(({ kopf }) => isOrt(kopf));
  return ort === undefined ? kontext : { ...kontext, kommune: verzeichnis.sicher("kommune", ort.wert)?.code ?? null };
}
