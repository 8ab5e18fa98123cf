import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { attribute, isTrue, readXml } from "./xml.ts";
import { farbeVon, readThemenfarben } from "./xlsx-farben.ts";
import { type Formatart, formatart } from "./zahlenformat.ts";
import type { Archiv } from "./zip.ts";

/** How cells of a style look, as far as it says something. `farbe`: its fill as the file writes it (ARGB), null without. */
export type Zellformat = { readonly art: Formatart; readonly gestrichen: boolean; readonly farbe: string | null };

const PARTS = ["fonts", "fills", "cellXfs"] as const;
type Teil = (typeof PARTS)[number];
type Attributes = Readonly<Record<string, string>>;

/** Collects the styles of a workbook as their elements come in; fonts and fills stand before the styles that use them. */
class Sammlung {
  readonly formate: Zellformat[] = [];
  private readonly codes = new Map<number, string>();
  private readonly gestrichen: boolean[] = [];
  private readonly farben: (string | null)[] = [];
  private within: Teil | undefined;
  private readonly thema: ReadonlyMap<number, string>;

  constructor(thema: ReadonlyMap<number, string>) {
    this.thema = thema;
  }

  open(name: string, attributes: Attributes): void {
    const part = PARTS.find((one) => one === name);
    if (part !== undefined) this.within = part;
    else if (name === "numFmt")
      this.codes.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
    else if (this.within === "fonts") this.font(name, attributes);
    else if (this.within === "fills") this.fill(name, attributes);
    else if (this.within === "cellXfs" && name === "xf") this.style(attributes);
  }

  close(name: string): void {
    if (name === this.within) this.within = undefined;
  }

  private font(name: string, attributes: Attributes): void {
    if (name === "font") this.gestrichen.push(false);
    else if (name === "strike") this.gestrichen[this.gestrichen.length - 1] = isOn(attributes);
    bounded(this.gestrichen);
  }

  private fill(name: string, attributes: Attributes): void {
    if (name === "fill") this.farben.push(null);
    else if (name === "fgColor") this.farben[this.farben.length - 1] = farbeVon(attributes, this.thema);
    bounded(this.farben);
  }

  private style(attributes: Attributes): void {
    const id = Number(attribute(attributes, "numFmtId") ?? "0");
    const at = (name: string) => Number(attribute(attributes, name) ?? "0");
    bounded(this.formate);
    this.formate.push({
      art: formatart(id, this.codes.get(id)),
      gestrichen: this.gestrichen[at("fontId")] ?? false,
      farbe: this.farben[at("fillId")] ?? null,
    });
  }
}

/** `<strike/>`, `<strike val="1"/>`. */
export const isOn = (attributes: Attributes): boolean => isTrue(attribute(attributes, "val") ?? "1");

function bounded(list: readonly unknown[]): void {
  if (list.length >= GRENZEN.verweise * 4) throw new Unlesbar("bombe");
}

/** The styles that cells of a workbook point to, in order; `theme` is the part that says what its colours are. */
export async function readFormate(
  archiv: Archiv,
  part: string | undefined,
  theme: string | undefined,
): Promise<readonly Zellformat[]> {
  if (part === undefined || !archiv.namen.has(part.toLowerCase())) return [];
  const sammlung = new Sammlung(await readThemenfarben(archiv, theme));
  await readXml(archiv.lies(part, GRENZEN.verzeichnis), {
    open: (name, attributes) => sammlung.open(name, attributes),
    close: (name) => sammlung.close(name),
  });
  return sammlung.formate;
}
