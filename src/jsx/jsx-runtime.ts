import type { JSX as Known } from "hono/jsx";

/**
 * What TSX becomes here: HTML as text. Pages are written at once and never wait, so this does without what `hono/jsx` has for
 * streams and for the browser; its output is the same, for less than half of the time (decision 0102, jsx.property.test.ts).
 */

/** What can stand between two tags. All text is escaped; nothing but `raw` is written as it is. */
export type Child = string | number | boolean | null | undefined | Markup | readonly Child[];

/** A piece of a page. Its components are not called before it is written, so that a context around it reaches them. */
export abstract class Markup {
  /** Nothing else has it, so nothing else passes for a piece of a page. */
  declare protected readonly piece: undefined;

  /** Its HTML. */
  abstract toString(): string;
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: Child };
type Component = (props: Props) => Child;

const ESCAPED: Readonly<Record<number, string>> = { 34: "&quot;", 38: "&amp;", 39: "&#39;", 60: "&lt;", 62: "&gt;" };

function escaped(text: string): string {
  let done = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The last of them is ">": nearly every letter ends here.
    const as = code > 62 ? undefined : ESCAPED[code];
    if (as === undefined) continue;
    done += text.slice(from, i) + as;
    from = i + 1;
  }
  return from === 0 ? text : done + text.slice(from);
}

/** @throws TypeError where something else than a `Child` stands: a promise, a date */
function written(child: Child): string {
  if (typeof child === "string") return escaped(child);
  if (child instanceof Markup) return child.toString();
  if (typeof child === "number") return String(child);
  if (child === undefined || child === null || typeof child === "boolean") return "";
  if (!Array.isArray(child)) throw new TypeError("Only text, numbers and TSX can stand between two tags.");
  let html = "";
  for (const one of child) html += written(one);
  return html;
}

class Raw extends Markup {
  readonly #html: string;

  constructor(html: string) {
    super();
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }
}

/** HTML that is written as it is: only what this program made, never with anything in it that somebody typed. */
export const raw = (html: string): Markup => new Raw(html);

class Called extends Markup {
  readonly #component: Component;
  readonly #props: Props;

  constructor(component: Component, props: Props) {
    super();
    this.#component = component;
    this.#props = props;
  }

  toString(): string {
    const component = this.#component;
    return written(component(this.#props));
  }
}

const VOID = new Set("area base br col embed hr img input keygen link meta param source track wbr".split(" "));
/** There or not there. Any other attribute that is true or false says so as text. */
const BOOLEAN = new Set(
  `allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap
  itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected shadowrootclonable
  shadowrootdelegatesfocus shadowrootserializable`.split(/\s+/),
);

/** Names come from our own sources, so there are only so many, and each is looked at once. @throws TypeError if it is none */
function known<V>(make: (name: string) => V): (name: string) => V {
  const all = new Map<string, V>();
  return (name) => {
    const found = all.get(name);
    if (found !== undefined) return found;
    if (!/^[a-z][\w:.-]*$/i.test(name)) throw new TypeError(`„${name}“ names no element and no attribute.`);
    const made = make(name);
    all.set(name, made);
    return made;
  };
}

const tagNamed = known((name) => ({ open: `<${name}`, close: `</${name}>`, empty: VOID.has(name) }));
const attributeNamed = known((name) => ({ open: ` ${name}="`, boolean: BOOLEAN.has(name) }));

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  const { open, boolean } = attributeNamed(name);
  if (typeof value === "string") return `${open}${escaped(value)}"`;
  if (typeof value === "boolean" && boolean) return value ? `${open}"` : "";
  if (typeof value === "function") throw new TypeError(`The attribute ${name} cannot be a function.`);
  return `${open}${escaped(String(value))}"`;
}

class Element extends Markup {
  readonly #tag: string;
  readonly #props: Props;

  constructor(tag: string, props: Props) {
    super();
    this.#tag = tag;
    this.#props = props;
  }

  toString(): string {
    const { open, close, empty } = tagNamed(this.#tag);
    const props = this.#props;
    let html = open;
    for (const name of Object.keys(props)) if (name !== "children") html += attribute(name, props[name]);
    if (empty && props.children === undefined) return `${html}/>`;
    return `${html}>${written(props.children)}${close}`;
  }
}

/** What the compiler makes of `<tag …>` and `<Component …>`. */
export const jsx = (tag: string | Component, props: Props): Markup =>
  typeof tag === "string" ? new Element(tag, props) : new Called(tag, props);
export { jsx as jsxDEV, jsx as jsxs };

/** `<>…</>` */
export const Fragment = (props: { readonly children?: Child }): Child => props.children;

/** Something that all components inside of its `Provider` can read. */
export class Context<T> {
  /** What it is where writing stands right now. */
  now: T;

  constructor(otherwise: T) {
    this.now = otherwise;
  }

  readonly Provider = (props: { readonly value: T; readonly children?: Child }): Markup => {
    const before = this.now;
    this.now = props.value;
    try {
      return raw(written(props.children));
    } finally {
      this.now = before;
    }
  };
}

/** A context that is `otherwise` where no `Provider` stands around. */
export const createContext = <T>(otherwise: T): Context<T> => new Context(otherwise);

/** The value of the nearest `Provider` around the component that asks. */
export const useContext = <T>(context: Context<T>): T => context.now;

type Drawn = "svg" | "g" | "circle" | "desc" | "line" | "path" | "polygon" | "polyline" | "rect" | "text";

/** What TypeScript asks to check TSX: the elements and attributes that `hono/jsx` knows, and those of a drawing. */
export declare namespace JSX {
  type Element = Markup;
  type ElementType = string | ((props: never) => Child);
  type ElementChildrenAttribute = { readonly children: Child };
  type IntrinsicAttributes = { readonly key?: string | number };
  type IntrinsicElements = {
    [Tag in keyof Known.IntrinsicElements]: Known.IntrinsicElements[Tag] & { readonly children?: Child };
  } & { [Tag in Drawn]: Props };
}
