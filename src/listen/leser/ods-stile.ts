import { attribute } from "./xml.ts";

type Attributes = Readonly<Record<string, string>>;

/** What a style says itself; null: it takes away what its parent says. */
type Stil = { readonly parent: string; hidden?: boolean; struck?: boolean; fill?: string | null };

/** Styles that go on from each other in a ring end here. */
const DEEPEST = 20;

/**
 * What the styles of a spreadsheet say of the sheets, cells and runs of text that name them. Those of the document
 * (styles.xml) come first; a sheet's own ones may go on from them.
 */
export class OdsStile {
  private readonly stile = new Map<string, Stil>();
  private current: Stil | undefined;

  open(name: string, attributes: Attributes): void {
    if (name === "style") {
      this.current = { parent: attribute(attributes, "parent-style-name") ?? "" };
      this.stile.set(attribute(attributes, "name") ?? "", this.current);
    } else if (name === "default-style") this.current = undefined;
    else if (this.current !== undefined) this.properties(name, attributes, this.current);
  }

  private properties(name: string, attributes: Attributes, stil: Stil): void {
    if (name === "table-properties") stil.hidden = attribute(attributes, "display") === "false";
    else if (name === "text-properties") {
      const line = attribute(attributes, "text-line-through-style") ?? attribute(attributes, "text-line-through-type");
      if (line !== undefined) stil.struck = line !== "none";
    } else if (name === "table-cell-properties") {
      const fill = attribute(attributes, "background-color");
      if (fill !== undefined) stil.fill = /^#[0-9a-f]{6}$/iu.test(fill) ? fill.slice(1) : null;
    }
  }

  /** What a style says, or else the nearest one that it goes on from. */
  private said<T>(style: string, of: (stil: Stil) => T | undefined): T | undefined {
    let stil = this.stile.get(style);
    for (let i = 0; stil !== undefined && i < DEEPEST; i++) {
      const found = of(stil);
      if (found !== undefined) return found;
      stil = this.stile.get(stil.parent);
    }
    return undefined;
  }

  isHidden = (style: string): boolean => this.said(style, ({ hidden }) => hidden) === true;
  isStruck = (style: string): boolean => this.said(style, ({ struck }) => struck) === true;
  /** The fill of a cell (RRGGBB), undefined without. */
  farbe = (style: string): string | undefined => this.said(style, ({ fill }) => fill) ?? undefined;
}
