import { ChartRun } from "docx/charts";
import type { Diagramm } from "../model/papier.ts";

/** Pixels between the margins of the page, of a bar with its gap, and of what stands around the bars. */
const WIDTH = 610;
const BAR = 19;
const AROUND = 30;
const COLUMNS = 240;

const COLOUR = "32579A";

/** A chart that Word draws, with its figures to edit behind it. Horizontal bars begin at the bottom, so they are turned. */
export function chartOf({ form, werte, titel, alt }: Diagramm): ChartRun {
  const shown = form === "balken" ? werte.toReversed() : werte;
  const common = {
    categories: shown.map((w) => w.name),
    // Word writes the figures by itself; what is not told has no length, and its sign instead of a 0.
    series: [
      {
        name: titel,
        values: shown.map((w) => w.wert),
        color: COLOUR,
        pointLabels: shown.map(({ wert, text }) => (wert === 0 && text !== "0" ? { text } : undefined)),
      },
    ],
    dataLabels: { value: true, numberFormat: "#,##0" },
    legend: false as const,
    gapWidth: 45,
    chartArea: { fill: "none", border: "none" } as const,
    valueAxis: { minimum: 0, visible: false, gridlines: false },
    altText: { name: titel, description: alt },
  };
  return form === "balken"
    ? new ChartRun({ ...common, type: "bar", transformation: { width: WIDTH, height: AROUND + BAR * shown.length } })
    : new ChartRun({ ...common, type: "column", transformation: { width: WIDTH, height: COLUMNS } });
}
