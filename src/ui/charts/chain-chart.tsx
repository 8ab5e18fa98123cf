import { type ChartProps, FONT_SIZE, SCREEN } from "./frame.tsx";
import {
  type ChainLayout,
  type ChainNode,
  LINE,
  NOTE_SIZE,
  PAD,
  type PlacedNode,
  broadChain,
  slimChain,
} from "./chain-layout.ts";
import { directionOf } from "./text-size.ts";

type ChainChartProps = Pick<ChartProps, "title" | "desc"> & {
  /** What stands in each column, from left to right. */
  readonly columns: readonly string[];
  readonly roots: readonly ChainNode[];
};

/**
 * What followed from what, from left to right, a column a kind; a phone gets one below the other. The same has to stand beside it as a
 * nested list: a picture has no links.
 */
export function ChainChart({ columns, roots, ...words }: ChainChartProps) {
  return (
    <div translate="no">
      <div class="narrow">
        <Drawn {...words} layout={slimChain(roots)} />
      </div>
      <div class="broad">
        <Drawn {...words} layout={broadChain(roots, columns.length)} columns={columns} />
      </div>
    </div>
  );
}

type DrawnProps = Pick<ChartProps, "title" | "desc"> & {
  readonly layout: ChainLayout;
  readonly columns?: readonly string[];
};

function Drawn({ title, desc, layout, columns = [] }: DrawnProps) {
  const { width, height, nodes, lines, heads } = layout;
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
    >
      <title>{title}</title>
      <desc>{desc}</desc>
      {columns.map((word, i) => (
        <text x={heads[i]} y="12" font-size={NOTE_SIZE} font-weight="600" fill={SCREEN.muted}>
          {word}
        </text>
      ))}
      {lines.map((d) => (
        <path d={d} fill="none" stroke={SCREEN.muted} stroke-width="1.5" />
      ))}
      {nodes.map((node) => (
        <Box at={node} />
      ))}
    </svg>
  );
}

/** Full where it is done, outlined where it goes on, dashed where it ended otherwise; the note says it in words. */
function Box({ at }: { readonly at: PlacedNode }) {
  const { x, y, width, height, node, title, note } = at;
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="6"
        fill="var(--surface)"
        stroke={node.state === "ended" ? SCREEN.muted : SCREEN.bar}
        stroke-width={node.state === "done" ? 2.5 : 1.25}
        stroke-dasharray={node.state === "ended" ? "5 4" : undefined}
      />
      {title.map((line, i) => (
        <text x={x + PAD} y={y + PAD + LINE * i + 11} direction={directionOf(line)} font-weight="600">
          {line}
        </text>
      ))}
      {note.map((line, i) => (
        <text
          x={x + PAD}
          y={y + PAD + LINE * title.length + LINE * i + 11}
          font-size={NOTE_SIZE}
          fill={SCREEN.muted}
          direction={directionOf(line)}
        >
          {line}
        </text>
      ))}
    </>
  );
}
