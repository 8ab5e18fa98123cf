import { inflateSync } from "node:zlib";

/** The objects of a PDF, read as they are written: what a checker asks. Later versions of an object take the place of earlier. */
export type Wert = string | number | boolean | null | { readonly ref: number } | readonly Wert[] | Verzeichnis;
export type Verzeichnis = { readonly dict: ReadonlyMap<string, Wert> };
export type Objekt = { readonly wert: Wert; readonly inhalt: () => string };

const TOKEN =
  /\s*(?:%[^\n]*\n\s*)*(<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|\((?:\\[\s\S]|[^()\\])*\)|[^()\\])*\)|\/[^\s/<>[\]()%]*|[+-]?\d+(?:\.\d+)?|true|false|null|R\b)/y;

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(source); m !== null; m = TOKEN.exec(source)) tokens.push(m[1] ?? "");
  return tokens;
}

class Leser {
  readonly #tokens: readonly string[];
  #at = 0;
  constructor(source: string) {
    this.#tokens = tokensOf(source);
  }

  wert(): Wert {
    const token = this.#tokens[this.#at++] ?? "null";
    if (token === "<<") return this.#dict();
    if (token === "[") return this.#array();
    if (token.startsWith("/")) return token;
    if (token.startsWith("(") || token.startsWith("<")) return token;
    if (token === "true" || token === "false") return token === "true";
    if (token === "null") return null;
    if (/^\d+$/.test(token) && this.#tokens[this.#at + 1] === "R") {
      this.#at += 2;
      return { ref: Number(token) };
    }
    return Number(token);
  }

  #dict(): Verzeichnis {
    const dict = new Map<string, Wert>();
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== ">>") {
      const key = this.#tokens[this.#at++] ?? "";
      dict.set(key.slice(1), this.wert());
    }
    this.#at += 1;
    return { dict };
  }

  #array(): readonly Wert[] {
    const list: Wert[] = [];
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== "]") list.push(this.wert());
    this.#at += 1;
    return list;
  }
}

export const gelesen = (source: string): Wert => new Leser(source).wert();

/** Every object by its number, and the trailer under 0. */
export function objekteOf(bytes: Buffer): ReadonlyMap<number, Objekt> {
  const source = bytes.toString("latin1");
  const found = [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(
    ([, id = "", body = ""]): [number, Objekt] => {
      const at = body.indexOf("stream\n");
      const raw = at < 0 ? "" : body.slice(at + 7, body.lastIndexOf("\nendstream"));
      const dict = at < 0 ? body : body.slice(0, at);
      const inhalt = () =>
        dict.includes("FlateDecode") ? inflateSync(Buffer.from(raw, "latin1")).toString("latin1") : raw;
      return [Number(id), { wert: gelesen(dict), inhalt }];
    },
  );
  const trailer = source.slice(source.lastIndexOf("trailer\n") + 8);
  return new Map([...found, [0, { wert: gelesen(trailer), inhalt: () => "" }]]);
}
