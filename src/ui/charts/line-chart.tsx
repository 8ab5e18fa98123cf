import { scaleLinear, scalePoint } from "d3-scale";
import { formatCount } from "../number.ts";
import { type ChartProps, ChartFrame, SCREEN, at } from "./frame.tsx";

/** `before`: the count at the same place of the earlier period. Without a `value` the line has a gap, and `text` says why. */
export type Point = {
  readonly label: string;
  readonly value: number | undefined;
  readonly before?: number | undefined;
  readonly text?: string | undefined;
};

type LineChartProps = ChartProps & { readonly points: readonly Point[]; readonly beforeLabel?: string | undefined };

const TOP = 22;
const BOTTOM = 152;
const HEIGHT = 176;
const TICKS = 4;
/** More figures and labels than this do not fit beside each other on a phone. */
const LABELS = 6;

/** A course over equal steps of time from a zero baseline, with its figures; dashed, the course before. */
export function LineChart(props: LineChartProps) {
  const { points, colors = SCREEN } = props;
  const highest = (p: Point) => Math.max(p.value ?? 0, p.before ?? 0);
  const most = Math.max(1, ...points.map(highest));
  const y = scaleLinear([0, most], [BOTTOM, TOP]).nice(TICKS);
  const x = scalePoint(
    points.map((_, i) => i),
    [10, 92],
  );
  const step = Math.ceil(points.length / LABELS);
  const place = (i: number) => x(i) ?? 50;
  return (
    <ChartFrame {...props} height={HEIGHT}>
      {y
        .ticks(TICKS)
        .filter(Number.isInteger)
        .map((tick) => (
          <>
            <line x1="8%" x2="100%" y1={y(tick)} y2={y(tick)} stroke={colors.grid} />
            <text x="7%" y={y(tick) + 4} text-anchor="end" fill={colors.muted}>
              {formatCount(tick)}
            </text>
          </>
        ))}
      <Course
        points={points.map((p, i) => ({ x: place(i), y: p.before === undefined ? undefined : y(p.before) }))}
        color={colors.muted}
        dashed
      />
      <Course
        points={points.map((p, i) => ({ x: place(i), y: p.value === undefined ? undefined : y(p.value) }))}
        color={colors.bar}
      />
      {points.map((p, i) =>
        i % step === 0 ? (
          <>
            <text x={at(place(i))} y={y(highest(p)) - 9} text-anchor="middle" font-weight="600">
              {p.text ?? formatCount(p.value ?? 0)}
            </text>
            <text x={at(place(i))} y={HEIGHT - 6} text-anchor="middle">
              {p.label}
            </text>
          </>
        ) : null,
      )}
    </ChartFrame>
  );
}

type CourseProps = {
  readonly points: readonly { readonly x: number; readonly y: number | undefined }[];
  readonly color: string;
  readonly dashed?: boolean;
};

/** Straight pieces instead of one path: only they can stand at percentages of the width. */
function Course({ points, color, dashed = false }: CourseProps) {
  const stroke = dashed
    ? { stroke: color, "stroke-width": 1.5, "stroke-dasharray": "4 3" }
    : { stroke: color, "stroke-width": 2.5, "stroke-linecap": "round" };
  return (
    <>
      {points.map((to, i) => {
        const from = points[i - 1];
        if (to.y === undefined) return null;
        const end = dashed ? null : <circle cx={at(to.x)} cy={to.y} r="3" fill={color} />;
        if (from?.y === undefined) return end;
        return (
          <>
            <line x1={at(from.x)} y1={from.y} x2={at(to.x)} y2={to.y} {...stroke} />
            {end}
          </>
        );
      })}
    </>
  );
}
