import { scaleLinear } from "d3-scale";
import { formatCount } from "../number.ts";
import { type ChartProps, ChartFrame, SCREEN, at } from "./frame.tsx";

/** A place of a map drawn as equal tiles; `column` and `row` from 0. `text`: what stands instead of the figure. */
export type Tile = {
  readonly label: string;
  readonly value: number;
  readonly column: number;
  readonly row: number;
  readonly text?: string | undefined;
};

type TileMapProps = ChartProps & { readonly tiles: readonly Tile[] };

const ROW = 48;
const GAP = 4;
/** Share of a tile's width that is left free beside it, in per cent of the chart. */
const GUTTER = 0.8;

/** Longer names are set smaller, so that they do not touch the edge of their tile; on a page as small as its width asks for. */
const LONG = 8;
const INSET = 4;

/** Where things happen: the more, the stronger the tint, never so strong that its words lose contrast. Zero is dashed. */
export function TileMap(props: TileMapProps) {
  const { tiles, colors = SCREEN } = props;
  const columns = Math.max(1, ...tiles.map((t) => t.column + 1));
  const rows = Math.max(1, ...tiles.map((t) => t.row + 1));
  const tint = scaleLinear([0, Math.max(1, ...tiles.map((t) => t.value))], [0.06, 0.5]);
  const wide = 100 / columns;
  return (
    <ChartFrame {...props} height={rows * ROW}>
      {tiles.map((tile) => {
        const x = tile.column * wide;
        const y = tile.row * ROW + GAP / 2;
        const empty = tile.value === 0 && tile.text === undefined;
        return (
          <>
            <rect
              x={at(x + GUTTER / 2)}
              y={y}
              width={at(wide - GUTTER)}
              height={ROW - GAP}
              rx="4"
              fill={empty ? "none" : colors.bar}
              fill-opacity={empty ? undefined : tint(tile.value).toFixed(2)}
              stroke={colors.grid}
              stroke-dasharray={empty ? "3 3" : undefined}
            />
            <text
              class={tile.label.length > LONG ? "long" : undefined}
              x={at(x + GUTTER / 2)}
              dx={INSET}
              y={y + 17}
              font-size={tile.label.length > LONG ? "10" : "11"}
            >
              {tile.label}
            </text>
            <text x={at(x + GUTTER / 2)} dx={INSET} y={y + 35} font-weight="600">
              {tile.text ?? formatCount(tile.value)}
            </text>
          </>
        );
      })}
    </ChartFrame>
  );
}
