import { type ChartProps, FONT_SIZE, SCREEN } from "./frame.tsx";
import {
  type PlacedStation,
  SIGN,
  STATION_LINE,
  STATION_NOTE,
  STATION_PAD,
  type StationLayout,
  type StationNode,
  stationLine,
} from "./station-layout.ts";
import { directionOf } from "./text-size.ts";

type StationLineProps = Pick<ChartProps, "title" | "desc"> & { readonly stations: readonly StationNode[] };

const PER_ROW = 4;
const WIDE = 208;
const SLIM = 316;

/**
 * What happened one after the other, with where it broke: a thick broken edge, a cross and its reason in words, and the line behind
 * it is interrupted. A phone gets one below the other. The same has to stand beside it as a list: a picture has no links.
 */
export function StationLine({ stations, ...words }: StationLineProps) {
  return (
    <div translate="no">
      <div class="narrow">
        <Drawn {...words} layout={stationLine(stations, 1, SLIM)} />
      </div>
      <div class="broad">
        <Drawn {...words} layout={stationLine(stations, PER_ROW, WIDE)} />
      </div>
    </div>
  );
}

function Drawn({ title, desc, layout }: Pick<ChartProps, "title" | "desc"> & { readonly layout: StationLayout }) {
  const { width, height, stations, ways } = layout;
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
      {ways.map(({ d, broken }) => (
        <path
          d={d}
          fill="none"
          stroke={SCREEN.muted}
          stroke-width="1.5"
          stroke-dasharray={broken ? "3 5" : undefined}
        />
      ))}
      {stations.map((station) => (
        <Box at={station} />
      ))}
    </svg>
  );
}

function Box({ at }: { readonly at: PlacedStation }) {
  const { x, y, width, height, node, head, text, note, broken } = at;
  const isBroken = node.broken !== undefined;
  const lineY = (i: number) => y + STATION_PAD + STATION_LINE * i + 11;
  const left = x + STATION_PAD;
  const texts = [
    ...head.map((line) => ({ line, weight: "600", size: FONT_SIZE, fill: SCREEN.text, at: left })),
    ...text.map((line) => ({ line, weight: undefined, size: FONT_SIZE, fill: SCREEN.text, at: left })),
    ...note.map((line) => ({ line, weight: undefined, size: STATION_NOTE, fill: SCREEN.muted, at: left })),
    ...broken.map((line) => ({ line, weight: "600", size: FONT_SIZE, fill: SCREEN.text, at: left + SIGN })),
  ];
  const cross = lineY(head.length + text.length + note.length) - 8;
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="6"
        fill="var(--surface)"
        stroke={isBroken ? SCREEN.text : SCREEN.bar}
        stroke-width={isBroken ? 2.5 : 1.25}
        stroke-dasharray={isBroken ? "7 4" : undefined}
      />
      {isBroken ? (
        <path
          d={`M${left} ${cross}l8 8m0 -8l-8 8`}
          fill="none"
          stroke={SCREEN.text}
          stroke-width="2.5"
          stroke-linecap="round"
        />
      ) : null}
      {texts.map(({ line, weight, size, fill, at: textX }, i) => (
        <text
          x={textX}
          y={lineY(i)}
          direction={directionOf(line)}
          font-weight={weight}
          font-size={size === FONT_SIZE ? undefined : size}
          fill={fill}
        >
          {line}
        </text>
      ))}
    </>
  );
}
