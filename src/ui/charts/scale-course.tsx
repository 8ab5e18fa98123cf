import { scaleLinear, scalePoint } from "d3-scale";
import { type ChartProps, SCREEN } from "./frame.tsx";

type ScaleCourseProps = Pick<ChartProps, "title" | "desc"> & {
  /** The lowest and the highest figure of the scale. */
  readonly scale: readonly [number, number];
  /** In the order of time; nothing where it was not asked. */
  readonly values: readonly (number | null)[];
};

const WIDTH = 116;
const HEIGHT = 40;
const LEFT = 22;
const RIGHT = 94;

/** How one thing changed on a fixed scale, small enough for a cell: earlier figures hollow, the last one filled and named. */
export function ScaleCourse({ title, desc, scale, values }: ScaleCourseProps) {
  const y = scaleLinear(scale, [HEIGHT - 7, 7]);
  const x = scalePoint(
    values.map((_, i) => i),
    [LEFT, RIGHT],
  );
  const points = values.flatMap((value, i) => (value === null ? [] : [{ value, x: x(i) ?? RIGHT, y: y(value) }]));
  const first = points.at(0);
  const last = points.at(-1);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart scale-course"
      role="img"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      font-size="12"
      fill={SCREEN.text}
    >
      <title>{title}</title>
      <desc>{desc}</desc>
      {scale.map((end) => (
        <line x1={LEFT - 6} x2={RIGHT + 6} y1={y(end)} y2={y(end)} stroke={SCREEN.grid} />
      ))}
      <polyline
        points={points.map((p) => `${p.x},${p.y}`).join(" ")}
        fill="none"
        stroke={SCREEN.bar}
        stroke-width="2"
      />
      {points.map((p) => (
        <circle
          cx={p.x}
          cy={p.y}
          r="4"
          stroke={SCREEN.bar}
          stroke-width="2"
          fill={p === last ? SCREEN.bar : "var(--surface)"}
        />
      ))}
      {first === undefined || first === last ? null : (
        <text x={first.x - 9} y={first.y + 4} text-anchor="end" fill={SCREEN.muted}>
          {first.value}
        </text>
      )}
      {last === undefined ? null : (
        <text x={last.x + 9} y={last.y + 4} font-weight="600">
          {last.value}
        </text>
      )}
    </svg>
  );
}
