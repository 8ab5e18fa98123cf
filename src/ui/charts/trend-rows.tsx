import { scaleLinear } from "d3-scale";
import { type ChartProps, ChartFrame, SCREEN, at } from "./frame.tsx";

/** One thing over equal steps of time. Without a `value` there is no bar, and `text` says why. */
export type Trend = {
  readonly label: string;
  readonly steps: readonly { readonly value: number | undefined; readonly text: string }[];
};

type TrendRowsProps = ChartProps & {
  /** What the steps are called, short enough for a column. */
  readonly heads: readonly string[];
  readonly rows: readonly Trend[];
};

const HEAD = 20;
const ROW = 40;
const TALL = 20;
const LEFT = 30;

/** Many courses below each other on one scale, each step with its figure: what rises and what falls. */
export function TrendRows(props: TrendRowsProps) {
  const { heads, rows, colors = SCREEN } = props;
  const most = Math.max(1, ...rows.flatMap((row) => row.steps.map((s) => s.value ?? 0)));
  const tall = scaleLinear([0, most], [0, TALL]);
  const wide = (100 - LEFT) / Math.max(1, heads.length);
  const left = (step: number) => LEFT + step * wide;
  return (
    <ChartFrame {...props} height={HEAD + rows.length * ROW}>
      {heads.map((head, i) => (
        <text x={at(left(i) + wide / 2)} y={13} text-anchor="middle" fill={colors.muted} font-size="11">
          {head}
        </text>
      ))}
      {rows.map((row, r) => {
        const floor = HEAD + (r + 1) * ROW - 4;
        return (
          <>
            <text x={at(LEFT - 1.5)} y={floor - 4} text-anchor="end">
              {row.label}
            </text>
            <line x1={at(LEFT)} x2="100%" y1={floor} y2={floor} stroke={colors.grid} />
            {row.steps.map(({ value, text }, i) => (
              <>
                <rect
                  x={at(left(i) + wide * 0.2)}
                  y={floor - tall(value ?? 0)}
                  width={at(wide * 0.6)}
                  height={tall(value ?? 0)}
                  fill={colors.bar}
                />
                <text x={at(left(i) + wide / 2)} y={floor - tall(value ?? 0) - 3} text-anchor="middle" font-size="11">
                  {text}
                </text>
              </>
            ))}
          </>
        );
      })}
    </ChartFrame>
  );
}
