import type { Child } from "#jsx";

/**
 * The colours of a chart, as SVG understands them. On a page they are KERN's tokens, so that dark mode and forced colours
 * follow; on paper fixed ones.
 */
export type ChartColors = {
  readonly bar: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
};

export const SCREEN: ChartColors = {
  bar: "var(--chart-bar)",
  text: "var(--chart-text)",
  muted: "var(--chart-muted)",
  grid: "var(--chart-grid)",
};

/** What every chart takes besides its data. */
export type ChartProps = {
  /** Short name of what is shown, read aloud first. */
  readonly title: string;
  /** What it says in a sentence, for whoever does not see it. */
  readonly desc: string;
  /** Fixed width in units of one CSS pixel, for paper. Without it the chart is as wide as its place, its text stays as it is. */
  readonly width?: number | undefined;
  readonly colors?: ChartColors | undefined;
};

export const FONT_SIZE = 12.5;

type FrameProps = ChartProps & { readonly height: number; readonly children?: Child };

/** The SVG around a chart. Everything inside stands at a percentage of the width, so that text is never scaled. */
export function ChartFrame(props: FrameProps) {
  const { width, height, colors = SCREEN } = props;
  const size = width === undefined ? { width: "100%" } : { width, viewBox: `0 0 ${width} ${height}` };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      role="img"
      height={height}
      {...size}
      font-size={FONT_SIZE}
      fill={colors.text}
    >
      <title>{props.title}</title>
      <desc>{props.desc}</desc>
      {props.children}
    </svg>
  );
}

/** A place on the width, as SVG takes it. */
export const at = (percent: number): string => `${Math.round(percent * 100) / 100}%`;
