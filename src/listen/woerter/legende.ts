import { type Blatt, type Zelle, zellText } from "../leser/zelle.ts";
import { interpretMehrere } from "./mehrere.ts";
import { schluessel } from "./schluessel.ts";
import type { Verzeichnis } from "./verzeichnis.ts";

/** What short forms may be explained for. */
type Kuerzelart = "thema" | "kommune";

/** A short form that the file itself explains: “W = Wohnen”, “3 = Schule”, “BGL = Bergisch Gladbach”. */
export type Kuerzel = {
  readonly kurz: string;
  readonly wort: string;
  readonly art: Kuerzelart;
  readonly code: string;
};
type Paar = Pick<Kuerzel, "kurz" | "wort">;

const GLEICH = /^\(?(\p{L}{1,4})\)?\.?\s*(=|→|:)\s*(\S.*)$/u;
const ZAHL_GLEICH = /^\(?(\d{1,2})\)?\.?\s*(?:=|→)\s*(\p{L}.*)$/u;
/** Behind the word “Legende” a number may be parted from its word by less. */
const ZAHL_NEBEN = /^\(?(\d{1,2})\s*[.):–-]?\s*(\p{L}.*)$/u;
const LEGENDE = /legende|abk(?:ü|ue)rzung|erkl(?:ä|ae)rung|schl(?:ü|ue)ssel|codes?\b|kodes?\b|k(?:ü|ue)rzel/iu;
const TITEL = /^\s*(?:legende|abkürzungen|(?:themen-?)?schlüssel|codes|kürzel|themen)\s*:/iu;
const SHORT = /^(?:\p{L}{1,4}\.?|\d{1,2}\.?)$/u;
/** What stands above the two columns of a legend. */
const KURZKOPF = /^(?:nr|nummer|code|kode|kuerzel|abk|abkuerzung|schluessel|zeichen|ziffer|kennziffer|kz)$/;
const LANGKOPF =
  /^(?:thema|themen|bedeutung|erklaerung|bezeichnung|beschreibung|langform|themenfeld|handlungsfeld|steht fuer|heisst|ort|orte|kommune|gemeinde|stadt)$/;
/** One alone is a remark, not a legend. */
const LEAST = 2;
const LONGEST = 400;

const TRENNER = /[,;\n|·•]|\s{2,}|\s[–—-]\s/u;

/** Short forms with what they are said to mean. */
export function pairsIn(text: string): Paar[] {
  if (text.length > LONGEST || !(/[=→:]/u.test(text) || TITEL.test(text))) return [];
  const named = TITEL.test(text);
  const pairs = text
    .replace(TITEL, "")
    .split(TRENNER)
    .flatMap((part) => {
      const one = part.trim();
      const number = ZAHL_GLEICH.exec(one) ?? (named ? ZAHL_NEBEN.exec(one) : null);
      if (number !== null) return { kurz: number[1] ?? "", sign: "=", wort: (number[2] ?? "").trim() };
      const found = GLEICH.exec(one);
      return found === null ? [] : { kurz: found[1] ?? "", sign: found[2] ?? "", wort: (found[3] ?? "").trim() };
    });
  // “Much: Wohnen” says something else; several of them beside each other explain.
  return pairs.filter(({ sign }) => sign !== ":" || pairs.length >= LEAST);
}

const filled = (zellen: readonly Zelle[]) => zellen.filter((z) => z !== null);
const isKopf = ([kurz, wort]: readonly string[]) =>
  KURZKOPF.test(schluessel(kurz ?? "")) && LANGKOPF.test(schluessel(wort ?? ""));

/** The short form and its word that a row holds and nothing else. */
function zeilenpaar(zellen: readonly Zelle[]): Paar | undefined {
  const cells = filled(zellen);
  if (cells.length !== 2) return undefined;
  const [kurz = "", wort = ""] = cells.map(zellText);
  return SHORT.test(kurz) && /\p{L}{2}/u.test(wort) && !isKopf([kurz, wort]) ? { kurz, wort } : undefined;
}

/** Whether a row holds a short form that the file explains, and its word, and nothing else. */
export function isLegendenzeile(zellen: readonly Zelle[], verzeichnis: Verzeichnis): boolean {
  const pair = zeilenpaar(zellen);
  if (pair === undefined) return false;
  return (["thema", "kommune"] as const).some((art) => {
    const code = verzeichnis.erklaert(art, pair.kurz)?.code;
    return code !== undefined && bedeutungVon(verzeichnis, pair.wort)?.code === code;
  });
}

/** Two cells a row: on a sheet that is called so, or below the heads of a legend. */
function paareIn({ name, zeilen }: Blatt): Paar[] {
  let below = LEGENDE.test(name);
  return zeilen.flatMap(({ zellen }) => {
    const texts = zellen.flatMap((z) => (typeof z === "string" && z !== "" ? [z] : []));
    const pair = zeilenpaar(zellen);
    if (pair !== undefined && below) return pair;
    const cells = filled(zellen);
    const title =
      cells.length === 1 && texts.length === 1 && (texts[0] ?? "").length <= 40 && LEGENDE.test(texts[0] ?? "");
    below = LEGENDE.test(name) || title || (texts.length === 2 && cells.length === 2 && isKopf(texts));
    return texts.flatMap(pairsIn);
  });
}

/** What a file says its short forms for themes and Kommunen mean, where it says it once and in words that are certain. */
export function legendeIn(blaetter: readonly Blatt[], verzeichnis: Verzeichnis): readonly Kuerzel[] {
  const said = Map.groupBy(blaetter.flatMap(paareIn), ({ kurz }) => schluessel(kurz));
  const found = [...said].flatMap(([key, same]): Kuerzel[] => {
    const meanings = same.map(({ wort }) => bedeutungVon(verzeichnis, wort));
    const [first] = meanings;
    const [pair] = same;
    const once = meanings.every((one) => one?.code === first?.code && one?.art === first?.art);
    return key === "" || !once || first === undefined || pair === undefined ? [] : [{ ...pair, ...first }];
  });
  return found.length < LEAST ? [] : found;
}

/** The one theme that a word is certainly about, or the Kommune it names. */
function bedeutungVon(verzeichnis: Verzeichnis, wort: string): Pick<Kuerzel, "art" | "code"> | undefined {
  const ort = verzeichnis.genau("kommune", wort)?.code;
  if (ort != null) return { art: "kommune", code: ort };
  const teile = interpretMehrere((art, one) => verzeichnis.sicher(art, one), "thema", wort);
  const [code, ...more] = new Set(teile.map(({ deutung }) => deutung?.code ?? undefined));
  return code === undefined || more.length > 0 ? undefined : { art: "thema", code };
}

/** A sheet that holds nothing but a legend that was understood, and its titles. */
export function isLegendenblatt({ name, zeilen }: Blatt, verzeichnis: Verzeichnis): boolean {
  const rows = zeilen.map(({ zellen }) => ({ pair: zeilenpaar(zellen), cells: filled(zellen) }));
  const pairs = rows.flatMap(({ pair }) => pair ?? []);
  const others = rows.filter(({ pair }) => pair === undefined);
  return (
    pairs.length >= LEAST &&
    pairs.every(({ kurz }) => verzeichnis.erklaert("thema", kurz) ?? verzeichnis.erklaert("kommune", kurz)) &&
    others.every(({ cells }) => cells.length === 1 || isKopf(cells.map(zellText))) &&
    (LEGENDE.test(name) || others.some(({ cells }) => isKopf(cells.map(zellText))))
  );
}
