import { FONT_SIZE } from "./frame.tsx";
import { wrapped } from "./text-size.ts";

/** One link of a chain: what it is, what is to say of it, and what followed from it. `column`: its kind, from the left. */
export type ChainNode = {
  readonly column: number;
  readonly title: string;
  readonly note: string;
  readonly state: "done" | "open" | "ended";
  readonly next: readonly ChainNode[];
};

/** A link in its place: the edges of its box and the lines of text in it. */
export type PlacedNode = {
  readonly node: ChainNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly note: readonly string[];
};

export type ChainLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  /** Paths from a link to what followed. */
  readonly lines: readonly string[];
  /** Where the head of each column begins. */
  readonly heads: readonly number[];
};

export const NOTE_SIZE = 11;
export const LINE = 15;
export const PAD = 7;
const WIDE = 136;
const BETWEEN = 20;
const APART = 10;
const HEAD = 22;
const SLIM = 320;
const INDENT = 14;
const EDGE = 2;
const TITLE_LINES = 4;
const NOTE_LINES = 3;

function sized(node: ChainNode, width: number): Pick<PlacedNode, "node" | "width" | "height" | "title" | "note"> {
  const most = width - 2 * PAD;
  const title = wrapped(node.title, most, FONT_SIZE, TITLE_LINES);
  const note = node.note === "" ? [] : wrapped(node.note, most, NOTE_SIZE, NOTE_LINES);
  return { node, width, height: 2 * PAD + LINE * (title.length + note.length) - 2, title, note };
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** A column a kind; what followed stands beside what it followed from, and below what followed before it. */
export function broadChain(roots: readonly ChainNode[], columns: number): ChainLayout {
  const nodes: PlacedNode[] = [];
  const lines: string[] = [];
  const leftOf = (column: number) => EDGE + column * (WIDE + BETWEEN);
  const place = (node: ChainNode, top: number): { readonly bottom: number; readonly at: PlacedNode } => {
    const at = { ...sized(node, WIDE), x: leftOf(node.column), y: top };
    nodes.push(at);
    let below = top;
    for (const next of node.next) {
      const placed = place(next, below);
      lines.push(elbow(at, placed.at));
      below = placed.bottom + APART;
    }
    return { bottom: Math.max(top + at.height, below - APART), at };
  };
  let y = HEAD;
  for (const root of roots) y = place(root, y).bottom + 2 * APART;
  return {
    width: leftOf(columns) - BETWEEN + EDGE,
    height: round(y - 2 * APART + EDGE),
    nodes,
    lines,
    heads: Array.from({ length: columns }, (_, i) => leftOf(i)),
  };
}

/**
 * From the right edge of one to the left edge of the next, straight where they stand beside each other; else down beside the first,
 * where no box is, so that two lines never seem to come from the same.
 */
function elbow(from: PlacedNode, to: PlacedNode): string {
  const start = { x: from.x + from.width, y: from.y + 16 };
  const end = { x: to.x, y: to.y + 16 };
  const middle = start.x + BETWEEN / 2;
  return `M${start.x} ${start.y}H${middle}V${end.y}H${end.x}`;
}

/** Below each other, what followed a little to the right: for a phone. */
export function slimChain(roots: readonly ChainNode[]): ChainLayout {
  const nodes: PlacedNode[] = [];
  const lines: string[] = [];
  let y = EDGE;
  const place = (node: ChainNode, depth: number): PlacedNode => {
    const x = EDGE + depth * INDENT;
    const at = { ...sized(node, SLIM - x - EDGE), x, y };
    nodes.push(at);
    y += at.height + APART;
    for (const next of node.next) {
      const to = place(next, depth + 1);
      lines.push(`M${x + 6} ${at.y + at.height}V${to.y + 16}H${to.x}`);
    }
    return at;
  };
  for (const root of roots) {
    place(root, 0);
    y += APART;
  }
  return { width: SLIM, height: round(Math.max(EDGE, y - 2 * APART + EDGE)), nodes, lines, heads: [] };
}
