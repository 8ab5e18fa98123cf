/** Names of characters that German lists hold; others stay as they are written. */
const NAMEN: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  ccedil: "ç",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bdquo: "„",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  middot: "·",
  euro: "€",
  sect: "§",
  times: "×",
  check: "✓",
  shy: "",
};
const LAST = 0x10_ff_ff;

function zeichen(all: string, number: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMEN[name] ?? all;
  const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
  return code > 0 && code <= LAST ? String.fromCodePoint(code) : "";
}

/** Text of a page with its named and numbered characters as themselves. */
export const entziffert = (text: string): string =>
  text.includes("&")
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (all: string, number, hex, name) =>
        zeichen(all, number, hex, name),
      )
    : text;
