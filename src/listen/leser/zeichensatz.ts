import { codepage850 } from "./codepage-850.ts";
import { Unlesbar } from "./unlesbar.ts";

export type Zeichensatz = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "cp850";

/** Text, how it was encoded, and sentences about what could only be guessed. */
type Entziffert = {
  readonly text: string;
  readonly zeichensatz: Zeichensatz;
  readonly hinweise: readonly string[];
};

const SAMPLE = 65_536;
const MARK = "\uFEFF";

const starts = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** Every second byte of Western text in UTF-16 is zero: which one tells the order. Undefined when it is no UTF-16. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  return even > half * 0.4 && odd < half * 0.05 ? "utf-16be" : undefined;
}

const decode = (bytes: Uint8Array, label: string, fatal = false) => new TextDecoder(label, { fatal }).decode(bytes);

type Einbyte = "windows-1252" | "macintosh" | "cp850";
const EINBYTE = ["windows-1252", "macintosh", "cp850"] as const satisfies readonly Einbyte[];
const NAMEN: Readonly<Record<Einbyte, string>> = {
  "windows-1252": "Windows-1252",
  macintosh: "Mac Roman",
  cp850: "DOS (Codepage 850)",
};
const decodeEinbyte = (bytes: Uint8Array, satz: Einbyte): string =>
  satz === "cp850" ? codepage850(bytes) : decode(bytes, satz);

/** Letters and signs that names and notes here hold; small ones also in the middle of a word. */
const LIKELY = /[äöüßéèêëáàâóòôíìîúùûçñãõøåæ€§°„“”‚‘’–—…·•½²³«»´]/gu;
/** A capital umlaut begins a word. */
const CAPITAL = /(?<!\p{Ll})[ÄÖÜÉÇŞ](?=\p{L}|\b)/gu;
const BEYOND = /\P{ASCII}/gu;

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** The encoding of one byte per character whose text looks most like German; and how much of it does, from 0 to 1. */
function likeliest(bytes: Uint8Array): { readonly satz: Einbyte; readonly anteil: number } {
  const beyond = bytes.filter((byte, i) => byte >= 0x80 || isNeighbour(bytes, i)).subarray(0, SAMPLE);
  const [best] = EINBYTE.map((satz) => {
    const text = decodeEinbyte(beyond, satz);
    const all = count(text, BEYOND);
    return { satz, anteil: all === 0 ? 1 : (count(text, LIKELY) + count(text, CAPITAL)) / all };
  }).toSorted((a, b) => b.anteil - a.anteil || EINBYTE.indexOf(a.satz) - EINBYTE.indexOf(b.satz));
  return best ?? { satz: "windows-1252", anteil: 0 };
}

/** ASCII beside other bytes tells whether they stand within a word. */
const isNeighbour = (bytes: Uint8Array, i: number) => (bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80;

/** Bytes of the character of UTF-8 that begins here, 0 when none does. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : 4;
  if (first >= 0x80 && (first < 0xc2 || first > 0xf4)) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

const MAX_WORDS = 8;

/**
 * Text that is UTF-8 but for some bytes: several files were pasted together. Those bytes are read one by one, and the words
 * that they stand in are told.
 */
function mixed(bytes: Uint8Array): Entziffert {
  const broken: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    if (length === 0) broken.push(at);
    at += Math.max(1, length);
  }
  const { satz } = likeliest(bytes.filter((byte, i) => byte < 0x80 || !isWhole(bytes, i)));
  let text = "";
  let from = 0;
  const places: number[] = [];
  for (const at of broken) {
    text += decode(bytes.subarray(from, at), "utf-8");
    places.push(text.length);
    text += decodeEinbyte(bytes.subarray(at, at + 1), satz);
    from = at + 1;
  }
  text += decode(bytes.subarray(from), "utf-8");
  const words = [...new Set(places.map((at) => wordAt(text, at)))];
  return {
    text,
    zeichensatz: "utf-8",
    hinweise: [
      `Die Datei mischt zwei Zeichensätze (UTF-8 und ${NAMEN[satz]}). Prüfen Sie diese Wörter: ${named(words)}.`,
    ],
  };
}

function named(words: readonly string[]): string {
  const shown = words.slice(0, MAX_WORDS).map((word) => `„${word}“`);
  return shown.join(", ") + (words.length > MAX_WORDS ? ` und ${words.length - MAX_WORDS} weitere` : "");
}

/** Whether a byte belongs to a whole character of UTF-8. */
const isWhole = (bytes: Uint8Array, at: number): boolean =>
  [0, 1, 2, 3].some((back) => at - back >= 0 && utf8Length(bytes, at - back) > back);

function wordAt(text: string, at: number): string {
  const before = /[^\s;,\t|"]*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  return before + (/^[^\s;,\t|"]*/u.exec(text.slice(at, at + 40))?.[0] ?? "");
}

/** UTF-8 unless it cannot be; then an encoding of one byte per character, or a mixture of both. */
function utf8OrOther(bytes: Uint8Array): Entziffert {
  try {
    return { text: decode(bytes, "utf-8", true), zeichensatz: "utf-8", hinweise: [] };
  } catch {
    let whole = 0;
    let broken = 0;
    for (let at = 0; at < bytes.length;) {
      const length = utf8Length(bytes, at);
      if (length > 1) whole += 1;
      if (length === 0) broken += 1;
      at += Math.max(1, length);
    }
    // Two bytes of another encoding rarely happen to be a whole character.
    if (whole * 20 > broken && whole > 0) return mixed(bytes);
    const { satz, anteil } = likeliest(bytes);
    const sure = anteil > 0.8;
    const told = `Die Datei ist im Zeichensatz ${NAMEN[satz]} gelesen`;
    const hinweise = satz === "windows-1252" && sure ? [] : [`${told}. Prüfen Sie Umlaute und Namen.`];
    return { text: decodeEinbyte(bytes, satz), zeichensatz: satz, hinweise };
  }
}

/** UTF-8 that was once read as something else and saved again, and characters that are lost. */
const GARBLED = /Ã[¤¶¼Ÿ„–œ©¨]|â€|\uFFFD/gu;
const MAX_GARBLED = 1000;

const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [decode(Uint8Array.of(byte), "windows-1252"), byte] as const),
);
/** The beginning of a character of UTF-8 as another encoding shows it, and what follows it. */
const TWICE = /[\u00C2-\u00C5\u00E2][\u0080-\u00BF\u0152-\u0178\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{1,2}/gu;
const GERMAN = /^[äöüßÄÖÜéèáàçğşıÇŞİ§°–—„“”’…€]$/u;

/** Characters that were saved in the wrong encoding once are what they were: “KÃ¶ln” is Köln. The words are told. */
function zurueckgesetzt(text: string): { readonly text: string; readonly hinweise: readonly string[] } {
  const words = new Set<string>();
  const mended = text.replaceAll(TWICE, (found) => {
    for (const length of [found.length, 2]) {
      const bytes = Uint8Array.from([...found].slice(0, length), (c) => BYTES.get(c) ?? c.charCodeAt(0) & 0xff);
      const whole = utf8Length(bytes, 0) === length ? decode(bytes, "utf-8") : "";
      if (GERMAN.test(whole)) return whole + found.slice(length);
    }
    return found;
  });
  if (mended === text) return { text, hinweise: [] };
  for (const { index } of text.matchAll(TWICE).take(MAX_GARBLED)) words.add(wordAt(text, index));
  const satz = `Umlaute waren falsch gespeichert und sind zurückgesetzt: ${named([...words])}. Prüfen Sie diese Wörter.`;
  return { text: mended, hinweise: [satz] };
}

function garbled(text: string): string[] {
  const words = new Set<string>();
  for (const { index } of text.matchAll(GARBLED).take(MAX_GARBLED)) words.add(wordAt(text, index));
  return words.size === 0
    ? []
    : [`In der Datei stehen beschädigte Zeichen: ${named([...words])}. Speichern Sie die Liste neu als UTF-8.`];
}

/** Control characters that no text holds, whatever else was lost in it. */
const STEUERZEICHEN = /(?!\s)\p{Cc}/u;
/** More zeros than one in so many characters: it is no text. */
const SELTEN = 200;
const FEW = 5;

/** Single zeros, as scanners and broken disks leave them, are characters that are lost, and told as such; those at the end are none. */
function ohneNullen(text: string): string {
  if (!text.includes("\0")) return text;
  const body = text.replace(/\0+$/u, "");
  const sample = body.slice(0, SAMPLE);
  if (
    sample.split("\0").length - 1 > Math.max(FEW, sample.length / SELTEN) ||
    STEUERZEICHEN.test(sample.replaceAll("\0", ""))
  )
    throw new Unlesbar("anderes_format");
  return body.replaceAll("\0", "\uFFFD");
}

/**
 * Text of unknown encoding: a byte order mark decides, then zero bytes (UTF-16), then whether it is valid UTF-8, else the
 * encoding that gives the likeliest letters. @throws Unlesbar when it holds control characters as no text does
 */
export function decodeText(bytes: Uint8Array): Entziffert {
  const zeichensatz = starts(bytes, [0xff, 0xfe])
    ? "utf-16le"
    : starts(bytes, [0xfe, 0xff])
      ? "utf-16be"
      : utf16(bytes);
  const found: Entziffert =
    zeichensatz === undefined ? utf8OrOther(bytes) : { text: decode(bytes, zeichensatz), zeichensatz, hinweise: [] };
  const whole = ohneNullen(found.text);
  const read = whole.startsWith(MARK) ? whole.slice(1) : whole;
  const { text, hinweise } = zurueckgesetzt(read);
  return { ...found, text, hinweise: [...found.hinweise, ...hinweise, ...garbled(text)] };
}
