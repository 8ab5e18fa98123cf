import { FONT_SIZE } from "./frame.tsx";
import { wrapped } from "./text-size.ts";

/** One station of a line: when, what happened, who acted, and where it broke what was in the way. */
export type StationNode = {
  readonly head: string;
  readonly text: string;
  readonly note: string;
  /** Why it broke there; undefined where it did not. */
  readonly broken: string | undefined;
};

/** A station in its place: its box, and the lines of text in it. */
export type PlacedStation = {
  readonly node: StationNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly head: readonly string[];
  readonly text: readonly string[];
  readonly note: readonly string[];
  readonly broken: readonly string[];
};

/** A line from a station to the next; behind a break it is interrupted. */
export type StationWay = { readonly d: string; readonly broken: boolean };

export type StationLayout = {
  readonly width: number;
  readonly height: number;
  readonly stations: readonly PlacedStation[];
  readonly ways: readonly StationWay[];
};

export const STATION_LINE = 15;
export const STATION_PAD = 9;
export const STATION_NOTE = 11;
/** Room at the left of the words about a break, for its sign. */
export const SIGN = 16;
const EDGE = 2;
const BETWEEN = 26;
const HEAD_LINES = 2;
const TEXT_LINES = 4;
const NOTE_LINES = 2;

function sized(node: StationNode, width: number): Omit<PlacedStation, "x" | "y"> {
  const most = width - 2 * STATION_PAD;
  const lines = (text: string, size: number, max: number, room = most) =>
    text === "" ? [] : wrapped(text, room, size, max);
  const head = lines(node.head, FONT_SIZE, HEAD_LINES);
  const text = lines(node.text, FONT_SIZE, TEXT_LINES);
  const note = lines(node.note, STATION_NOTE, NOTE_LINES);
  const broken = lines(node.broken ?? "", FONT_SIZE, NOTE_LINES, most - SIGN);
  const all = head.length + text.length + note.length + broken.length;
  return { node, width, height: 2 * STATION_PAD + STATION_LINE * all, head, text, note, broken };
}

/** So many stations beside each other, then the next row; the boxes of a row are as high as the highest. */
export function stationLine(nodes: readonly StationNode[], perRow: number, wide: number): StationLayout {
  const stations: PlacedStation[] = [];
  let y = EDGE;
  for (let i = 0; i < nodes.length; i += perRow) {
    const row = nodes.slice(i, i + perRow).map((node) => sized(node, wide));
    const height = Math.max(...row.map((one) => one.height));
    for (const [at, one] of row.entries()) stations.push({ ...one, height, x: EDGE + at * (wide + BETWEEN), y });
    y += height + BETWEEN;
  }
  const ways = stations.slice(1).flatMap((to, i): StationWay[] => {
    const from = stations[i];
    return from === undefined ? [] : [{ d: wayBetween(from, to), broken: from.node.broken !== undefined }];
  });
  const columns = Math.min(perRow, Math.max(1, nodes.length));
  return {
    width: 2 * EDGE + columns * wide + (columns - 1) * BETWEEN,
    height: Math.max(2 * EDGE, y - BETWEEN + EDGE),
    stations,
    ways,
  };
}

/** Straight to the next one of a row; from the end of a row through the gap below it, down to the first of the next. */
function wayBetween(from: PlacedStation, to: PlacedStation): string {
  if (to.y === from.y) return `M${from.x + from.width} ${from.y + from.height / 2}H${to.x}`;
  const [start, end] = [from.x + from.width / 2, to.x + to.width / 2];
  const below = from.y + from.height;
  return start === end ? `M${start} ${below}V${to.y}` : `M${start} ${below}V${below + BETWEEN / 2}H${end}V${to.y}`;
}
