import { expect, test } from "vitest";
import { type Child, createContext, jsx, raw, useContext } from "#jsx";

const Who = createContext("niemand");
const Name = () => <b>{useContext(Who)}</b>;
const html = (child: Child) => (<>{child}</>).toString();

test("elements, attributes, and what is left out", () => {
  expect(
    html(
      <p class="a" id={undefined} data-n={3} hidden={false} spellcheck={false}>
        Ein {"<b>"} & {0} {null}
        {false}
        <br />
        <input name="x" checked />
      </p>,
    ),
  ).toBe('<p class="a" data-n="3" spellcheck="false">Ein &lt;b&gt; &amp; 0 <br/><input name="x" checked=""/></p>');
});

test("a context reaches what stands inside, the nearest first, and nothing beside it", () => {
  expect(
    html(
      <>
        <Name />
        <Who.Provider value="Mira">
          <p>
            <Name />
            <Who.Provider value="Jonas">
              <Name />
            </Who.Provider>
          </p>
          <Name />
        </Who.Provider>
        <Name />
      </>,
    ),
  ).toBe("<b>niemand</b><p><b>Mira</b><b>Jonas</b></p><b>Mira</b><b>niemand</b>");
});

test("a component that fails leaves no context behind for the next page", () => {
  const Fails = () => {
    throw new Error("kaputt");
  };
  const page = (
    <Who.Provider value="Mira">
      <Fails />
    </Who.Provider>
  );
  expect(() => page.toString()).toThrow("kaputt");
  expect(html(<Name />)).toBe("<b>niemand</b>");
});

test("HTML is written as it is only by raw; its text is text again", () => {
  expect(html(raw("<i>&</i>"))).toBe("<i>&</i>");
  expect(html(<p>{String(raw("<i>"))}</p>)).toBe("<p>&lt;i&gt;</p>");
  expect(html(<p title={String(<b />)} />)).toBe('<p title="&lt;b&gt;&lt;/b&gt;"></p>');
});

test("what is no part of a page is refused: by its type, and when it is written", () => {
  const forged = JSON.parse('{ "isEscaped": true, "html": "<script>" }');
  expect(() => html(forged)).toThrow(TypeError);
  // @ts-expect-error a promise is not awaited
  expect(() => html(<p>{Promise.resolve("spät")}</p>)).toThrow(TypeError);
  // @ts-expect-error a day is a text
  expect(() => html(<p>{new Date(0)}</p>)).toThrow(TypeError);
  expect(() => jsx("p", { onclick: () => undefined }).toString()).toThrow(TypeError);
  expect(() => jsx("p", { 'x="><script>': "" }).toString()).toThrow(TypeError);
  expect(() => jsx("p><script", {}).toString()).toThrow(TypeError);
});
