import { type ChartProps, FONT_SIZE, SCREEN } from "./frame.tsx";

/** A place on the map: degrees (WGS 84), how much is there, and what stands in its circle: its number in the list below. */
export type MapPlace = {
  readonly label: string;
  readonly value: number;
  readonly lat: number;
  readonly lon: number;
};

type PlaceMapProps = Pick<ChartProps, "title" | "desc"> & { readonly places: readonly MapPlace[] };

const WIDTH = 640;
const HEIGHT = 400;
const INSET = 44;
const SMALLEST = 11;
const LARGEST = 30;
/** Degrees that are shown at least, so that two neighbours do not fill the map. */
const LEAST = 0.05;

/** Where places are to each other, drawn by the server: the more, the larger the circle. North is up; no map of anybody else is loaded. */
export function PlaceMap({ title, desc, places }: PlaceMapProps) {
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [lat, lon] = [middle(places.map((p) => p.lat)), middle(places.map((p) => p.lon))];
  // A degree of longitude is shorter by the cosine of the latitude.
  const shrink = Math.cos((lat * Math.PI) / 180);
  const spread = (values: readonly number[]) => Math.max(LEAST, Math.max(...values) - Math.min(...values));
  const scale = Math.min(
    (WIDTH - 2 * INSET) / (spread(places.map((p) => p.lon)) * shrink),
    (HEIGHT - 2 * INSET) / spread(places.map((p) => p.lat)),
  );
  const most = Math.max(1, ...places.map((p) => p.value));
  const drawn = places
    .map((place) => ({
      ...place,
      x: WIDTH / 2 + (place.lon - lon) * shrink * scale,
      y: HEIGHT / 2 - (place.lat - lat) * scale,
      r: Math.max(SMALLEST, LARGEST * Math.sqrt(place.value / most)),
    }))
    .toSorted((a, b) => b.r - a.r);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      font-size={FONT_SIZE}
      fill={SCREEN.text}
      text-anchor="middle"
    >
      <title>{title}</title>
      <desc>{desc}</desc>
      <rect x="1" y="1" width={WIDTH - 2} height={HEIGHT - 2} rx="8" fill="none" stroke={SCREEN.grid} />
      {drawn.map(({ label, x, y, r }) => (
        <>
          <circle
            cx={x.toFixed(1)}
            cy={y.toFixed(1)}
            r={r.toFixed(1)}
            fill={SCREEN.bar}
            fill-opacity="0.25"
            stroke={SCREEN.bar}
          />
          <text x={x.toFixed(1)} y={(y + 4).toFixed(1)} font-weight="600">
            {label}
          </text>
        </>
      ))}
      <text x={WIDTH - 20} y="24" aria-hidden="true">
        N ↑
      </text>
    </svg>
  );
}
