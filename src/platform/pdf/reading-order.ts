import { deflateSync, inflateSync } from "node:zlib";
import type { Changed, Objekte } from "./update.ts";

/**
 * Typst writes a text from right to left in the order in which it is drawn: the last word of a line first, and where a sign above a
 * letter splits the line, its last part first. Whoever listens to the file would hear it backwards. This puts what is drawn into the
 * order in which it is read, in the content of each page and in the tree over it. Nothing moves on the paper: each piece says where
 * it stands (`Tm`, `cm`). Texts from left to right are drawn in the order in which they are read, and stay.
 */

/** Some letters in one font, where they stand. */
const PIECE =
  /(?:\/Span <<\n *\/ActualText <[0-9A-F]+>\n>> BDC\n)?(?:\/ReversedChars BMC\n)?(?:0 Tr\n)?\/f\d+ [\d.]+ Tf\n.* Tm\n[[(].* T[Jj]\n(?:EMC\n){0,2}/g;
/** A part of a line with a number in the tree. */
const PART = /\/Span <<\n *\/MCID (\d+)(?:(?!\/MCID)[\s\S])*?\nQ\nEMC\n/g;

const turned = (piece: string): boolean => piece.includes("/ReversedChars BMC");

/** Pieces as they are read; what runs from left to right among them, as a number does, keeps its order. */
function read(pieces: readonly string[]): string[] {
  const out: string[] = [];
  let ltr: string[] = [];
  for (const piece of pieces.toReversed()) {
    if (turned(piece)) {
      out.push(...ltr.toReversed(), piece);
      ltr = [];
    } else ltr.push(piece);
  }
  return [...out, ...ltr.toReversed()];
}

/** A part of which every line is in the order in which it is read. */
const lineRead = (part: string): string =>
  part.replaceAll(/BT\n([\s\S]*?)ET\n/g, (block, body: string) => {
    const pieces = body.match(PIECE) ?? [];
    return turned(body) && pieces.join("") === body ? `BT\n${read(pieces).join("")}ET\n` : block;
  });

type Part = {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
};

function partsIn(content: string): Part[] {
  return [...content.matchAll(PART)].map((found) => {
    const [text, id = ""] = found;
    const [, x = "", y = ""] = /\n1 0 0 -1 ([-\d.]+) ([-\d.]+) cm\n/.exec(text) ?? [];
    return { id, text, x: Number(x), y: Number(y), end: found.index + text.length };
  });
}

/** A sign that stands above or below the letter which the next part begins with, and which that letter says already. */
const isSign = (part: Part, next: Part | undefined): boolean =>
  next !== undefined &&
  !turned(part.text) &&
  part.x === next.x &&
  part.y !== next.y &&
  /BT\n\/Span <<\n *\/ActualText/.test(next.text);

/** Said by its letter, it says nothing itself. */
const silent = (text: string): string =>
  text.replace(/(BT\n)([\s\S]*?)(ET\n)/, "$1/Span <<\n  /ActualText <FEFF>\n>> BDC\n$2EMC\n$3");

/** Whether a part goes on with the line of the one before, further right: then both are drawn, not read, in this order. */
const goesOn = (line: number, before: Part, part: Part): boolean =>
  part.x > before.x && part.y === line && turned(part.text);

/** Parts of one line that stand behind each other in the content, as they are drawn. */
function splitLines(parts: readonly Part[], content: string): Part[][] {
  const lines: Part[][] = [];
  let open: Part[] = [];
  for (const [i, part] of parts.entries()) {
    const last = open.at(-1);
    const [first] = open;
    const touches = last !== undefined && content.startsWith(part.text, last.end);
    const sign = isSign(part, parts[i + 1]);
    const known =
      first !== undefined &&
      touches &&
      (sign || goesOn(first.y, open.findLast((one) => turned(one.text)) ?? first, part));
    if (known) open.push(part);
    else {
      lines.push(open);
      open = turned(part.text) || sign ? [part] : [];
    }
  }
  return [...lines, open].filter((line) => line.length > 1);
}

/** The content of a page as it is read, and the numbers that changed their places. */
function pageRead(content: string): { readonly content: string; readonly lines: readonly (readonly string[])[] } {
  const parts = partsIn(content);
  const lines = splitLines(parts, content);
  let out = content;
  for (const line of lines) {
    const drawn = line.map(({ text }) => text);
    const said = drawn.map((text) => (turned(text) ? text : silent(text)));
    out = out.replace(drawn.join(""), () => said.toReversed().join(""));
  }
  return { content: out.replaceAll(PART, lineRead), lines: lines.map((line) => line.map(({ id }) => id)) };
}

const contentOf = (body: string): string | undefined => {
  if (!body.includes("/Filter /FlateDecode")) return undefined;
  const raw = body.slice(body.indexOf("stream\n") + 7, body.lastIndexOf("\nendstream"));
  return inflateSync(Buffer.from(raw, "latin1")).toString("latin1");
};

function streamOf(content: string): string {
  const raw = deflateSync(Buffer.from(content, "latin1")).toString("latin1");
  return `<<\n  /Length ${raw.length}\n  /Filter /FlateDecode\n>>\nstream\n${raw}\nendstream`;
}

/** The elements of a page whose parts changed their places. */
function elementsRead(objekte: Objekte, page: number, lines: readonly (readonly string[])[]): Changed {
  const own = [...objekte].filter(([, body]) => body.includes("/StructElem") && body.includes(`/Pg ${page} 0 R`));
  return own.flatMap(([id, body]): Changed => {
    const next = lines.reduce(
      (text, line) =>
        text.replace(/\/K \[[^\]]*\]/, (kids) =>
          kids.replace(new RegExp(`(?<=[[ ])${line.join(" ")}(?! 0 R)(?=[\\] ])`), line.toReversed().join(" ")),
        ),
      body,
    );
    return next === body ? [] : [[id, next]];
  });
}

/** Every page in the order in which it is read. */
export function readingOrder(objekte: Objekte): Changed {
  const pages = [...objekte].filter(([, body]) => /\/Type \/Page\s/.test(body));
  return pages.flatMap(([page, body]): Changed => {
    const id = Number(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? "0");
    const drawn = contentOf(objekte.get(id) ?? "");
    if (drawn === undefined || !turned(drawn)) return [];
    const { content, lines } = pageRead(drawn);
    return [[id, streamOf(content)], ...elementsRead(objekte, page, lines)];
  });
}
