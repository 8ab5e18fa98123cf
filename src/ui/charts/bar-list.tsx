import { scaleLinear } from "d3-scale";
import { formatCount } from "../number.ts";
import { type ChartProps, ChartFrame, SCREEN, at } from "./frame.tsx";

/** `before`: the count to compare with, shown as a tick. `text`: what stands instead of the figure. */
export type Bar = {
  readonly label: string;
  readonly value: number;
  readonly before?: number | undefined;
  readonly text?: string | undefined;
};

type BarListProps = ChartProps & {
  readonly bars: readonly Bar[];
  /** `above` where labels are longer than a few words. */
  readonly labels?: "beside" | "above" | undefined;
};

/** Where a row's parts stand, in pixels from its top; the bars' left end in per cent. */
const LAYOUT = {
  beside: { row: 25, text: 16.5, bar: 4, left: 33 },
  above: { row: 37, text: 13, bar: 18, left: 0 },
} as const;
const THICK = 15;
const RIGHT = 86;

/** Bars from zero, in the order they are given in, each with its figure; a tick shows what it was before. */
export function BarList(props: BarListProps) {
  const { bars, colors = SCREEN } = props;
  const layout = LAYOUT[props.labels ?? "beside"];
  const most = Math.max(1, ...bars.map((b) => Math.max(b.value, b.before ?? 0)));
  const x = scaleLinear([0, most], [layout.left, RIGHT]);
  return (
    <ChartFrame {...props} height={bars.length * layout.row + 2}>
      {bars.map((bar, i) => {
        const y = i * layout.row;
        const tick = bar.before === undefined ? undefined : at(x(bar.before));
        const middle = y + layout.bar + THICK / 2;
        return (
          <>
            <text
              x={at(Math.max(0, layout.left - 1.5))}
              y={y + layout.text}
              text-anchor={layout.left === 0 ? "start" : "end"}
            >
              {bar.label}
            </text>
            <rect
              x={at(layout.left)}
              y={y + layout.bar}
              width={at(x(bar.value) - layout.left)}
              height={THICK}
              rx="2"
              fill={colors.bar}
            />
            {tick === undefined ? null : (
              <line x1={tick} x2={tick} y1={middle - 10} y2={middle + 10} stroke={colors.text} stroke-width="2" />
            )}
            <text x={at(x(Math.max(bar.value, bar.before ?? 0)))} dx="6" y={middle + 4.5} font-weight="600">
              {bar.text ?? formatCount(bar.value)}
            </text>
          </>
        );
      })}
    </ChartFrame>
  );
}
