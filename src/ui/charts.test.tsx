import { expect, test } from "vitest";
import { BarList, LineChart, TileMap, formatChange, formatCount, formatShare } from "./index.ts";

const words = { title: "Themen", desc: "Am häufigsten: Wohnen." };
const PAPER = { bar: "#1c3f91", text: "#000", muted: "#555", grid: "#ccc" };

test("counts, changes and shares as people read them", () => {
  expect([0, 71, 1098, -3].map(formatCount)).toEqual(["0", "71", "1.098", "−3"]);
  expect(formatChange(1098, 1026)).toBe("+ 7 %");
  expect(formatChange(109, 114)).toBe("− 4 %");
  expect(formatChange(5, 5)).toBe("unverändert");
  expect(formatChange(12, 8)).toBe("+ 4");
  expect(formatChange(1001, 1000)).toBe("+ weniger als 1 %");
  expect([formatShare(34, 100), formatShare(1, 1000), formatShare(0, 0)]).toEqual(["34 %", "unter 1 %", "–"]);
});

test("a chart says what it is, in words of text and in its colours only", () => {
  const svg = String(
    <BarList
      {...words}
      bars={[
        { label: "Wohnen & <Miete>", value: 1200, before: 900 },
        { label: "Schule", value: 0 },
      ]}
    />,
  );
  expect(svg).toContain('role="img"');
  expect(svg).toContain("<title>Themen</title><desc>Am häufigsten: Wohnen.</desc>");
  expect(svg).toContain("Wohnen &amp; &lt;Miete&gt;");
  expect(svg).toContain("1.200");
  expect(svg).not.toMatch(/style=|NaN|#[0-9a-f]{3}/);
  expect(svg.match(/<line/g)).toHaveLength(1);
});

test("bars begin at zero and are as long as what they say", () => {
  const svg = String(
    <BarList
      {...words}
      bars={[
        { label: "a", value: 100 },
        { label: "b", value: 50 },
      ]}
      labels="above"
    />,
  );
  expect([...svg.matchAll(/<rect x="0%" y="[\d.]+" width="([\d.]+)%"/g)].map((m) => Number(m[1]))).toEqual([86, 43]);
});

test("on paper a chart has a size of its own and fixed colours", () => {
  const charts = [
    <BarList {...words} width={480} colors={PAPER} bars={[{ label: "a", value: 1 }]} />,
    <LineChart
      {...words}
      width={480}
      colors={PAPER}
      points={[
        { label: "Jan", value: 1, before: 2 },
        { label: "Feb", value: 3 },
      ]}
    />,
    <TileMap {...words} width={480} colors={PAPER} tiles={[{ label: "Much", value: 4, column: 1, row: 2 }]} />,
  ];
  for (const chart of charts) {
    const svg = String(chart);
    expect(svg).toMatch(/viewBox="0 0 480 \d+"/);
    expect(svg).toContain("#1c3f91");
    expect(svg).not.toMatch(/var\(|NaN|undefined/);
  }
});

test("nothing at all is a chart as well", () => {
  const all = [
    <BarList {...words} bars={[]} />,
    <LineChart {...words} points={[{ label: "Jan", value: 0 }]} />,
    <TileMap {...words} tiles={[{ label: "Much", value: 0, column: 0, row: 0 }]} />,
  ];
  for (const chart of all) expect(String(chart)).not.toMatch(/NaN|undefined|Infinity/);
});
