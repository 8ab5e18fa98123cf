import { z } from "zod";
import { readQuery } from "./form.ts";
import type { Flash, Frame } from "./frame.ts";

/** A sentence; one with a number in it; or all that a message at the top of a page can have. */
type Notice = string | ((n: number) => string) | Flash;

/** What the pages of a room say after a change: `after` writes it into the address that the change leads to, `frame` reads it. */
export type Notices<W extends string> = {
  /** The address of a page that says what was done. What stands in it behind `?` stays; `n` is the number in the sentence. */
  readonly after: (path: string, what: W, n?: number) => string;
  /** The surroundings of a page, with the sentence about what was just done. */
  readonly frame: (visit: { readonly url: URL; readonly frame: Frame }) => Frame;
};

const Said = z.object({ getan: z.string().optional(), n: z.coerce.number().int().min(0).default(0) });

function flashOf(notice: Notice, n: number): Flash {
  if (typeof notice === "object") return notice;
  return { kind: "success", text: typeof notice === "string" ? notice : notice(n) };
}

/**
 * The words and sentences of a room, in the one dialect of all rooms: `?getan=<word>`, with `&n=<number>` where the sentence
 * has one. A word that no room has says nothing.
 */
export function notices<W extends string>(texts: Readonly<Record<W, Notice>>): Notices<W> {
  const known = new Map<string, Notice>(Object.entries<Notice>(texts));
  return {
    after: (path, what, n) => {
      const [address = "", search = ""] = path.split("?");
      const query = new URLSearchParams(search);
      query.set("getan", what);
      if (n !== undefined) query.set("n", String(n));
      return `${address}?${query.toString()}`;
    },
    frame: ({ url, frame }) => {
      const { getan, n } = readQuery(Said, url);
      const notice = known.get(getan ?? "");
      return notice === undefined ? frame : { ...frame, flash: flashOf(notice, n) };
    },
  };
}
