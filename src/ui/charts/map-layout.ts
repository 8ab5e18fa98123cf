import { FONT_SIZE } from "./frame.tsx";
import { textWidth, wrapped } from "./text-size.ts";

/** Something around the middle of a map. `near`: 3 is the closest. `note` stands below the label in smaller letters. */
export type Around = {
  readonly label: string;
  readonly note: string;
  readonly near: 1 | 2 | 3;
  readonly group: string;
};

type Point = { readonly x: number; readonly y: number };
/** A rectangle by its edges. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/**
 * Where something stands: its sign at `x`, `y`, its lines of text below each other from `text` on, `box` around both. `far` is its
 * distance.
 */
export type Placed = Point & {
  readonly lines: readonly string[];
  readonly note: readonly string[];
  readonly text: number;
  readonly box: Box;
  readonly far: number;
};

export type MapLayout = {
  readonly width: number;
  readonly height: number;
  readonly middle: Point & { readonly lines: readonly string[]; readonly box: Box };
  /** In the order of what was given. */
  readonly placed: readonly Placed[];
};

/** How wide a map is, how wide a label may be on it, and how much wider than tall its circles are. */
export type MapShape = { readonly width: number; readonly label: number; readonly stretch: number };

export const BROAD: MapShape = { width: 700, label: 128, stretch: 2 };
export const SLIM: MapShape = { width: 300, label: 86, stretch: 0.8 };

export const SIGN = 9;
export const NOTE_SIZE = 11;
export const LINE = 15;
const NOTE_LINE = 13;
const BELOW = 4;
const APART = 7;
const EDGE = 2;
const FIRST = 62;
const NEXT = 44;
const STEP = 10;
const STRICT = 60;
const TURNS = 48;

const overlap = (a: Box, b: Box, apart: number): boolean =>
  a.left < b.right + apart && b.left < a.right + apart && a.top < b.bottom + apart && b.top < a.bottom + apart;

/** Whether the straight line between two points touches a box (Liang–Barsky). */
export function crosses(from: Point, to: Point, box: Box): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let begin = 0;
  let end = 1;
  for (const [step, room] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) begin = Math.max(begin, room / step);
    if (step > 0) end = Math.min(end, room / step);
  }
  return begin <= end;
}

type Texts = {
  readonly lines: readonly string[];
  readonly note: readonly string[];
  readonly wide: number;
  readonly tall: number;
};

function textsOf({ label, note }: Around, most: number): Texts {
  const lines = wrapped(label, most, FONT_SIZE);
  const notes = wrapped(note, most, NOTE_SIZE);
  const wide = Math.max(
    2 * SIGN,
    ...lines.map((line) => textWidth(line, FONT_SIZE)),
    ...notes.map((line) => textWidth(line, NOTE_SIZE)),
  );
  return { lines, note: notes, wide, tall: 2 * SIGN + BELOW + lines.length * LINE + notes.length * NOTE_LINE };
}

/** The text stands on the far side of the sign, so that the line from the middle ends before it. */
const above = ({ y }: Point): boolean => y < -1;

function at({ wide, tall }: Texts, point: Point): Box {
  const { x, y } = point;
  const top = above(point) ? y + SIGN - tall : y - SIGN;
  return { left: x - wide / 2, right: x + wide / 2, top, bottom: top + tall };
}

/** Angles around a first one, the nearest to it first. */
const turns = (first: number): number[] =>
  Array.from({ length: TURNS }, (_, i) => first + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * ((2 * Math.PI) / TURNS));

/** Where each would stand if nothing were in the way: the same kind beside each other, all around. */
function wishes(around: readonly Around[]): ReadonlyMap<number, number> {
  const order = around
    .map((_, i) => i)
    .toSorted((a, b) => (around[a]?.group ?? "").localeCompare(around[b]?.group ?? ""));
  return new Map(order.map((index, i) => [index, -Math.PI / 2 + (2 * Math.PI * i) / Math.max(1, order.length)]));
}

const ORIGIN: Point = { x: 0, y: 0 };

/** The first free place at or beyond a distance, best one to which no line crosses a label. */
function free(texts: Texts, wish: number, from: number, taken: Taken, { width, stretch }: MapShape): Placed {
  const half = width / 2 - EDGE;
  for (let far = from; ; far += STEP) {
    // Near its ring it looks for a place with a free line; further out any place is better than going on.
    const strict = far < from + STRICT;
    for (const angle of turns(wish)) {
      const point = { x: Math.cos(angle) * far * stretch, y: Math.sin(angle) * far };
      const box = at(texts, point);
      if (box.left < -half || box.right > half) continue;
      if (taken.boxes.some((other) => overlap(box, other, APART))) continue;
      if (strict && taken.boxes.slice(1).some((other) => crosses(ORIGIN, point, other))) continue;
      if (strict && taken.ends.some((end) => crosses(ORIGIN, end, box))) continue;
      const text = above(point) ? box.top : point.y + SIGN + BELOW;
      return { ...point, lines: texts.lines, note: texts.note, text, box, far };
    }
  }
}

/** What stands already: its boxes, the middle first, and where their lines end. */
type Taken = { readonly boxes: Box[]; readonly ends: Point[] };

const move = (box: Box, { x, y }: Point): Box => ({
  left: box.left + x,
  right: box.right + x,
  top: box.top + y,
  bottom: box.bottom + y,
});

/**
 * Places everything around the middle: what is closer stands nearer, the closest first, and no text lies on another, however many
 * and however long they are. The map grows downwards; its width is given.
 */
export function layoutMap(center: string, around: readonly Around[], shape: MapShape): MapLayout {
  const lines = wrapped(center, shape.label - 16, FONT_SIZE);
  const wide = Math.max(40, ...lines.map((line) => textWidth(line, FONT_SIZE))) / 2 + 8;
  const tall = (lines.length * LINE) / 2 + 8;
  const taken: Taken = { boxes: [{ left: -wide, right: wide, top: -tall, bottom: tall }], ends: [] };
  const wish = wishes(around);
  const placed = new Map<number, Placed>();
  let from = FIRST;
  for (const near of [3, 2, 1] as const) {
    for (const [index, one] of around.entries()) {
      if (one.near !== near) continue;
      const spot = free(textsOf(one, shape.label), wish.get(index) ?? 0, from, taken, shape);
      taken.boxes.push(spot.box);
      taken.ends.push(spot);
      placed.set(index, spot);
    }
    from = Math.max(from, ...[...placed.values()].map(({ far }) => far)) + NEXT;
  }
  const top = Math.min(...taken.boxes.map((box) => box.top));
  const bottom = Math.max(...taken.boxes.map((box) => box.bottom));
  const by = { x: shape.width / 2, y: EDGE + 4 - top };
  const [middle] = taken.boxes.map((box) => move(box, by));
  return {
    width: shape.width,
    height: Math.ceil(bottom - top + 2 * EDGE + 8),
    middle: { ...by, lines, box: middle ?? { left: 0, right: 0, top: 0, bottom: 0 } },
    placed: around.flatMap((_, index) => {
      const spot = placed.get(index);
      return spot === undefined
        ? []
        : [{ ...spot, x: spot.x + by.x, y: spot.y + by.y, text: spot.text + by.y, box: move(spot.box, by) }];
    }),
  };
}
