import { Unlesbar } from "./unlesbar.ts";
import { reinerText } from "./zelle.ts";

/** A record of the workbook stream: its kind and its bytes. */
export type Satz = { readonly art: number; readonly daten: Buffer };

/** A text with the fonts that parts of it are written in. */
export type Schrifttext = { readonly text: string; readonly schriften: readonly number[] };

const CONTINUE = 0x3c;

/** Reads over the joints of a record that goes on in others: each of them tells anew whether its letters have one byte or two. */
class Fortsetzung {
  private readonly teile: readonly Buffer[];
  private nr = 0;
  private at = 0;

  constructor(teile: readonly Buffer[]) {
    this.teile = teile;
  }

  private get teil(): Buffer {
    const teil = this.teile[this.nr];
    if (teil === undefined) throw new Unlesbar("kaputt");
    return teil;
  }

  private weiter(): void {
    while (this.at >= this.teil.length) {
      this.nr += 1;
      this.at = 0;
    }
  }

  byte(): number {
    this.weiter();
    this.at += 1;
    return this.teil.readUInt8(this.at - 1);
  }

  u16(): number {
    return this.byte() + this.byte() * 256;
  }

  u32(): number {
    return this.u16() + this.u16() * 65_536;
  }

  skip(n: number): void {
    for (let left = n; left > 0;) {
      this.weiter();
      const step = Math.min(left, this.teil.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** So many letters; `wide`: two bytes each, in the first part. */
  letters(n: number, wide: boolean): string {
    let text = "";
    let two = wide;
    for (let left = n; left > 0;) {
      if (this.at >= this.teil.length) {
        this.weiter();
        two = (this.byte() & 1) === 1;
      }
      const size = two ? 2 : 1;
      const step = Math.min(left, Math.floor((this.teil.length - this.at) / size));
      if (step === 0) throw new Unlesbar("kaputt");
      text += this.teil.toString(two ? "utf16le" : "latin1", this.at, this.at + step * size);
      this.at += step * size;
      left -= step;
    }
    return text;
  }

  /** A text with its length in front (MS-XLS, 2.5.293). */
  text(): Schrifttext {
    const length = this.u16();
    const flags = this.byte();
    const runs = (flags & 8) === 0 ? 0 : this.u16();
    const extra = (flags & 4) === 0 ? 0 : this.u32();
    const text = length === 0 ? "" : this.letters(length, (flags & 1) === 1);
    const schriften = Array.from({ length: runs }, () => {
      this.u16();
      return this.u16();
    });
    this.skip(extra);
    return { text: reinerText(text), schriften };
  }
}

/** The record at `at` with those that go on with it. */
const mitFortsetzung = (saetze: readonly Satz[], at: number): readonly Buffer[] => {
  const end = saetze.findIndex(({ art }, i) => i > at && art !== CONTINUE);
  return saetze.slice(at, end === -1 ? undefined : end).map(({ daten }) => daten);
};

/** The texts that cells point to. */
export function gemeinsameTexte(saetze: readonly Satz[], at: number): Schrifttext[] {
  const lesen = new Fortsetzung(mitFortsetzung(saetze, at));
  lesen.u32();
  const count = lesen.u32();
  const found: Schrifttext[] = [];
  for (let i = 0; i < count; i++) found.push(lesen.text());
  return found;
}

/** The text of a record, and of those that go on with it, from a byte on. */
export const textIn = (saetze: readonly Satz[], at: number, from: number): Schrifttext => {
  const [first, ...more] = mitFortsetzung(saetze, at);
  return new Fortsetzung([first?.subarray(from) ?? Buffer.alloc(0), ...more]).text();
};

/** A short text, whose length has one byte: the name of a sheet. */
export function kurzerText(daten: Buffer): string {
  const [length, flags] = [daten.readUInt8(0), daten.readUInt8(1)];
  const wide = (flags & 1) === 1;
  return daten.toString(wide ? "utf16le" : "latin1", 2, 2 + length * (wide ? 2 : 1));
}
