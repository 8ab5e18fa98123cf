import type { Flash } from "./frame.ts";

/** What a page says after a change: a sentence, one about a number, or a whole message where it is more than a success. */
type Text = string | Flash | ((n: number) => string);
type Texts = Readonly<Record<string, Text>>;

/** What a page needs to know of them. */
export type Notices = { readonly flash: (url: URL) => Flash | undefined };

type Sentences<T extends Texts> = Notices & {
  /** The address that says so: `?getan=<word>`, and `&n=<number>` for a sentence about one. */
  readonly after: <W extends keyof T & string>(
    path: string,
    word: W,
    ...n: T[W] extends (n: number) => string ? [number] : []
  ) => string;
};

const WHOLE = /^\d{1,9}$/;

function flashOf(text: Text, n: string): Flash | undefined {
  if (typeof text === "object") return text;
  if (typeof text === "string") return { kind: "success", text };
  return WHOLE.test(n) ? { kind: "success", text: text(Number(n)) } : undefined;
}

/**
 * The sentences that the pages of a room say after a change, by one word each. A page shows them when it names them
 * (`page({ …, notices })`); a word that it does not know says nothing.
 */
export function notices<const T extends Texts>(texts: T): Sentences<T> {
  const known: ReadonlyMap<string, Text> = new Map(Object.entries(texts));
  return {
    after: (path, word, ...n) => {
      const [address = "", search = ""] = path.split("?");
      const [number] = n;
      const query = new URLSearchParams(search);
      // An address that says something already, as that of a form that was saved before, says only the new.
      query.delete("n");
      query.set("getan", word);
      if (number !== undefined) query.set("n", String(number));
      return `${address}?${query.toString()}`;
    },
    flash: ({ searchParams }) => {
      const text = known.get(searchParams.get("getan") ?? "");
      return text === undefined ? undefined : flashOf(text, searchParams.get("n") ?? "");
    },
  };
}
