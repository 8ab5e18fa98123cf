import { attribute } from "./xml.ts";

type Attributes = Readonly<Record<string, string>>;

/** What the styles of a spreadsheet say of the sheets, cells and runs of text that name them. */
export class OdsStile {
  private readonly hidden = new Set<string>();
  private readonly struck = new Set<string>();
  private readonly fills = new Map<string, string>();
  private style = "";

  open(name: string, attributes: Attributes): void {
    if (name === "style") {
      this.style = attribute(attributes, "name") ?? "";
      const parent = attribute(attributes, "parent-style-name") ?? "";
      if (this.struck.has(parent)) this.struck.add(this.style);
      const fill = this.fills.get(parent);
      if (fill !== undefined) this.fills.set(this.style, fill);
    } else if (name === "table-properties") {
      if (attribute(attributes, "display") === "false") this.hidden.add(this.style);
    } else if (name === "text-properties") this.text(attributes);
    else if (name === "table-cell-properties") this.cell(attributes);
  }

  private text(attributes: Attributes): void {
    const line = attribute(attributes, "text-line-through-style") ?? attribute(attributes, "text-line-through-type");
    if (line !== undefined && line !== "none") this.struck.add(this.style);
    else if (line === "none") this.struck.delete(this.style);
  }

  private cell(attributes: Attributes): void {
    const fill = attribute(attributes, "background-color");
    if (fill === undefined) return;
    if (/^#[0-9a-f]{6}$/iu.test(fill)) this.fills.set(this.style, fill.slice(1));
    else this.fills.delete(this.style);
  }

  isHidden = (style: string): boolean => this.hidden.has(style);
  isStruck = (style: string): boolean => this.struck.has(style);
  /** The fill of a cell (RRGGBB), undefined without. */
  farbe = (style: string): string | undefined => this.fills.get(style);
}
