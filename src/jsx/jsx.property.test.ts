import * as fc from "fast-check";
import { raw as honoRaw } from "hono/html";
import { createContext as honoContext, useContext as honoUse } from "hono/jsx";
import { Fragment as HonoFragment, jsx as honoJsx } from "hono/jsx/jsx-runtime";
import { expect, test } from "vitest";
import { type Child, Fragment, createContext, jsx, raw, useContext } from "#jsx";

/** A page as data, so that both can write it. */
type Tree =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly kind: "raw"; readonly html: string }
  | { readonly kind: "list"; readonly inside: readonly Tree[] }
  | { readonly kind: "fragment"; readonly inside: readonly Tree[] }
  | { readonly kind: "component"; readonly inside: readonly Tree[] }
  | { readonly kind: "within"; readonly value: string; readonly inside: readonly Tree[] }
  | { readonly kind: "asked" }
  | {
      readonly kind: "element";
      readonly tag: string;
      readonly props: Readonly<Record<string, unknown>>;
      readonly inside: readonly Tree[];
    };

const VOID = ["br", "col", "hr", "img", "input"];
const TAGS = ["a", "button", "div", "form", "option", "p", "select", "span", "svg", "td", "text", "textarea"];
const NAMES = ["class", "data-max", "aria-label", "href", "id", "spellcheck", "tabindex", "value", "viewBox"];
const FLAGS = ["autofocus", "checked", "disabled", "hidden", "multiple", "novalidate", "open", "selected"];

/** Much of what is special, some of everything. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "ß", "„", "&", "<", ">", '"', "'", "&amp;", "</p>", " ", "😀") }),
  fc.string({ unit: "binary" }),
);
const value = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined));
const props = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...NAMES), value),
    fc.dictionary(fc.constantFrom(...FLAGS), fc.oneof(fc.boolean(), text, fc.constantFrom(null, undefined))),
  )
  .map(([said, flags]) => ({ ...said, ...flags }));

const { tree } = fc.letrec<{ tree: Tree; inside: readonly Tree[] }>((tie) => ({
  inside: fc.array(tie("tree"), { maxLength: 4 }),
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.integer(),
    fc.constantFrom<Tree>(true, false, null, undefined, 0, ""),
    text.map((html): Tree => ({ kind: "raw", html: `<b>${html}</b>` })),
    fc.constant<Tree>({ kind: "asked" }),
    fc.record({ kind: fc.constantFrom("list", "fragment", "component"), inside: tie("inside") }),
    fc.record({ kind: fc.constant("within"), value: text, inside: tie("inside") }),
    fc.record({ kind: fc.constant("element"), tag: fc.constantFrom(...TAGS), props, inside: tie("inside") }),
    fc.record({ kind: fc.constant("element"), tag: fc.constantFrom(...VOID), props, inside: fc.constant([]) }),
  ),
}));

const Named = createContext("niemand");
const Asked = () => jsx("i", { title: useContext(Named), children: useContext(Named) });
const Section = (p: { readonly children?: Child }) => jsx("section", { children: p.children });

const Within = (p: { readonly value?: unknown; readonly children?: Child }) =>
  Named.Provider({ value: String(p.value), children: p.children });

function ours(one: Tree): Child {
  if (typeof one !== "object" || one === null) return one;
  if (one.kind === "raw") return raw(one.html);
  if (one.kind === "asked") return jsx(Asked, {});
  const children = one.inside.map(ours);
  if (one.kind === "list") return children;
  if (one.kind === "fragment") return jsx(Fragment, { children });
  if (one.kind === "component") return jsx(Section, { children });
  if (one.kind === "within") return jsx(Within, { value: one.value, children });
  return jsx(one.tag, VOID.includes(one.tag) ? one.props : { ...one.props, children });
}

// hono/jsx unwraps an only child of a provider, of a fragment and of an svg, and then writes `true` as text and leaves out `0`: nobody
// means that.
const HonoNamed = honoContext("niemand");
const HonoAsked = () => honoJsx("i", { title: honoUse(HonoNamed), children: honoUse(HonoNamed) });
const HonoSection = (p: { readonly children?: unknown }) => honoJsx("section", { children: p.children });

function honos(one: Tree): unknown {
  if (typeof one !== "object" || one === null) return one;
  if (one.kind === "raw") return honoRaw(one.html);
  if (one.kind === "asked") return honoJsx(HonoAsked, {});
  const children = one.inside.map(honos);
  if (one.kind === "list") return children;
  if (one.kind === "fragment") return honoJsx(HonoFragment, { children: ["", ...children] });
  if (one.kind === "component") return honoJsx(HonoSection, { children });
  if (one.kind === "within") return honoJsx(HonoNamed.Provider, { value: one.value, children: ["", ...children] });
  const inside = one.tag === "svg" ? ["", ...children] : children;
  return honoJsx(one.tag, VOID.includes(one.tag) ? one.props : { ...one.props, children: inside });
}

test("a page is written as hono/jsx writes it", () => {
  fc.assert(
    fc.property(tree, (one) => {
      const page = jsx("main", { children: ours(one) }).toString();
      expect(page).toBe(String(honoJsx("main", { children: honos(one) })));
    }),
    { numRuns: 1000 },
  );
});

/** What a browser takes text for. */
const read = (html: string): string =>
  html.replaceAll(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "&",
  );

test("whatever is typed stays text, between tags and in an attribute", () => {
  fc.assert(
    fc.property(text, text, (typed, value) => {
      const html = jsx("p", { title: value, children: typed }).toString();
      const found = /^<p title="([^"<>]*)">([^<>"]*)<\/p>$/s.exec(html);
      expect([read(found?.[1] ?? "–"), read(found?.[2] ?? "–")]).toEqual([value, typed]);
    }),
  );
});
