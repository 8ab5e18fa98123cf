import { type ChartColors, type ChartProps, FONT_SIZE, SCREEN } from "./frame.tsx";
import {
  type Around,
  BROAD,
  LINE,
  type MapLayout,
  NOTE_SIZE,
  type Placed,
  SIGN,
  SLIM,
  layoutMap,
} from "./map-layout.ts";
import { directionOf } from "./text-size.ts";

export type Sign = "circle" | "square" | "diamond" | "triangle" | "hexagon";

/** Somebody or something around the middle. `strained` is drawn dashed; `note` should say it as well. */
export type Tie = Around & {
  readonly sign: Sign;
  readonly strained: boolean;
  /** Who gives: both, the one in the middle (`out`), or the one around (`in`). */
  readonly way: "both" | "in" | "out";
};

type TieMapProps = Omit<ChartProps, "width" | "colors"> & {
  readonly center: string;
  readonly ties: readonly Tie[];
};

/** Around a middle: the nearer, the closer; the thicker its line, the stronger; arrows say who gives. A phone gets one of its own. */
export function TieMap({ center, ties, ...words }: TieMapProps) {
  return (
    <div translate="no">
      <div class="narrow">
        <Drawn {...words} ties={ties} layout={layoutMap(center, ties, SLIM)} />
      </div>
      <div class="broad">
        <Drawn {...words} ties={ties} layout={layoutMap(center, ties, BROAD)} />
      </div>
    </div>
  );
}

type DrawnProps = Pick<ChartProps, "title" | "desc"> & { readonly ties: readonly Tie[]; readonly layout: MapLayout };

function Drawn({ title, desc, ties, layout }: DrawnProps) {
  const { width, height, middle, placed } = layout;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart tie-map"
      role="img"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      font-size={FONT_SIZE}
      fill={SCREEN.text}
      text-anchor="middle"
    >
      <title>{title}</title>
      <desc>{desc}</desc>
      {ties.map((tie, i) => (
        <TieLine tie={tie} to={placed[i]} middle={middle} />
      ))}
      <rect
        x={middle.box.left}
        y={middle.box.top}
        width={middle.box.right - middle.box.left}
        height={middle.box.bottom - middle.box.top}
        rx="8"
        fill="var(--surface)"
        stroke={SCREEN.bar}
        stroke-width="2.5"
      />
      {middle.lines.map((line, i) => (
        <Words x={middle.x} y={middle.box.top + 8 + LINE * i + 11} bold>
          {line}
        </Words>
      ))}
      {ties.map((tie, i) => (
        <Stood tie={tie} at={placed[i]} />
      ))}
    </svg>
  );
}

/** One line of text; what it lies on stays readable around it. A name keeps its own direction. */
const Words = (props: { x: number; y: number; bold?: boolean; small?: boolean; children: string }) => (
  <text
    x={round(props.x)}
    y={round(props.y)}
    direction={directionOf(props.children)}
    font-weight={props.bold === true ? "600" : undefined}
    font-size={props.small === true ? NOTE_SIZE : undefined}
    fill={props.small === true ? SCREEN.muted : undefined}
    stroke="var(--surface)"
    stroke-width="3"
    stroke-linejoin="round"
    paint-order="stroke"
  >
    {props.children}
  </text>
);

function Stood({ tie, at }: { readonly tie: Tie; readonly at: Placed | undefined }) {
  if (at === undefined) return null;
  return (
    <>
      <SignPath sign={tie.sign} x={at.x} y={at.y} />
      {at.lines.map((line, i) => (
        <Words x={at.x} y={at.text + LINE * i + 11}>
          {line}
        </Words>
      ))}
      {at.note.map((line, i) => (
        <Words x={at.x} y={at.text + LINE * at.lines.length + 13 * i + 9} small>
          {line}
        </Words>
      ))}
    </>
  );
}

const round = (n: number): number => Math.round(n * 10) / 10;

const corners = (n: number, turn: number): string =>
  Array.from({ length: n }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / n;
    return `${round(Math.cos(angle) * SIGN)} ${round(Math.sin(angle) * SIGN)}`;
  }).join("L");

const PATHS: Readonly<Record<Exclude<Sign, "circle">, string>> = {
  square: corners(4, Math.PI / 4),
  diamond: corners(4, 0),
  triangle: corners(3, -Math.PI / 2),
  hexagon: corners(6, 0),
};

/** The sign of a kind, around a point. */
function SignPath({ sign, x, y, colors = SCREEN }: { sign: Sign; x: number; y: number; colors?: ChartColors }) {
  const look = {
    fill: "var(--surface)",
    stroke: colors.bar,
    "stroke-width": 2,
    transform: `translate(${round(x)} ${round(y)})`,
  };
  return sign === "circle" ? <circle r={SIGN - 1} {...look} /> : <path d={`M${PATHS[sign]}Z`} {...look} />;
}

/** What a sign means, beside words: for the key of a map. */
export const SignKey = ({ sign }: { readonly sign: Sign }) => (
  <svg class="tie-key" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <SignPath sign={sign} x={10} y={10} />
  </svg>
);

const THICK = { 1: 1.25, 2: 2.25, 3: 4 } as const;

/** What a line means, beside words. */
export const LineKey = ({ near, strained }: Pick<Tie, "near" | "strained">) => (
  <svg class="tie-key" width="36" height="20" viewBox="0 0 36 20" aria-hidden="true">
    <line
      x1="1"
      x2="35"
      y1="10"
      y2="10"
      stroke={SCREEN.muted}
      stroke-width={THICK[near]}
      stroke-dasharray={dashes(strained)}
    />
  </svg>
);

const dashes = (strained: boolean): string | undefined => (strained ? "5 4" : undefined);

type LineProps = { readonly tie: Tie; readonly to: Placed | undefined; readonly middle: MapLayout["middle"] };

/** From the edge of the middle to the sign, with an arrow where something arrives. */
function TieLine({ tie, to, middle }: LineProps) {
  if (to === undefined) return null;
  const dx = to.x - middle.x;
  const dy = to.y - middle.y;
  const long = Math.hypot(dx, dy) || 1;
  const { box } = middle;
  const edge = Math.min(
    dx === 0 ? Infinity : (box.right - middle.x) / Math.abs(dx),
    dy === 0 ? Infinity : (box.bottom - middle.y) / Math.abs(dy),
  );
  const begin = edge + 3 / long;
  const end = 1 - (SIGN + 3) / long;
  const on = (share: number) => ({ x: middle.x + dx * share, y: middle.y + dy * share });
  const inner = { ...on(begin), dx: -dx / long, dy: -dy / long };
  const outer = { ...on(end), dx: dx / long, dy: dy / long };
  const head = 6 / long;
  const from = on(tie.way === "out" ? begin : begin + head);
  const until = on(tie.way === "in" ? end : end - head);
  return (
    <>
      <line
        x1={round(from.x)}
        y1={round(from.y)}
        x2={round(until.x)}
        y2={round(until.y)}
        stroke={SCREEN.muted}
        stroke-width={THICK[tie.near]}
        stroke-dasharray={dashes(tie.strained)}
      />
      {tie.way === "out" ? null : <Head {...inner} />}
      {tie.way === "in" ? null : <Head {...outer} />}
    </>
  );
}

/** A point of an arrow at `x`, `y`, in a direction of length 1. */
function Head({ x, y, dx, dy }: { x: number; y: number; dx: number; dy: number }) {
  const back = { x: x - dx * 9, y: y - dy * 9 };
  const points = [
    [x, y],
    [back.x - dy * 4.5, back.y + dx * 4.5],
    [back.x + dy * 4.5, back.y - dx * 4.5],
  ];
  return <polygon points={points.map((p) => p.map(round).join(",")).join(" ")} fill={SCREEN.muted} />;
}
