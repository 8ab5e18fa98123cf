import { Unlesbar } from "./unlesbar.ts";

export type Zeichensatz = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

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

/** Characters beyond ASCII, and those among them that stand for bytes that are none. Counted, not collected. */
function beyondAscii(text: string): { damaged: number; whole: number } {
  let damaged = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) damaged += 1;
    else if (unit >= 0x80 && unit < 0xfffd) whole += 1;
  }
  return { damaged, whole };
}

/** UTF-8 unless it cannot be: a few damaged characters among many whole ones are still UTF-8. */
function utf8or1252(bytes: Uint8Array): { text: string; zeichensatz: Zeichensatz } {
  try {
    return { text: decode(bytes, "utf-8", true), zeichensatz: "utf-8" };
  } catch {
    const text = decode(bytes, "utf-8");
    const { damaged, whole } = beyondAscii(text);
    if (whole > damaged * 10) return { text, zeichensatz: "utf-8" };
    return { text: decode(bytes, "windows-1252"), zeichensatz: "windows-1252" };
  }
}

/**
 * Text of unknown encoding: a byte order mark decides, then zero bytes (UTF-16), then whether it is valid UTF-8, else
 * Windows-1252. @throws Unlesbar when it holds control characters as no text does
 */
export function decodeText(bytes: Uint8Array): { text: string; zeichensatz: Zeichensatz } {
  const zeichensatz = starts(bytes, [0xff, 0xfe])
    ? "utf-16le"
    : starts(bytes, [0xfe, 0xff])
      ? "utf-16be"
      : utf16(bytes);
  const { text, zeichensatz: found } =
    zeichensatz === undefined ? utf8or1252(bytes) : { text: decode(bytes, zeichensatz), zeichensatz };
  if (text.slice(0, SAMPLE).includes("\0")) throw new Unlesbar("anderes_format");
  return { text: text.startsWith(MARK) ? text.slice(1) : text, zeichensatz: found };
}
