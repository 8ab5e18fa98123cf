/** A text that says what colours mean: “rot = abgesagt”, “grün: erledigt; gelb: offen”. */
const LEGENDE =
  /(?<!\p{L})(rot|grün|gruen|gelb|blau|orange|grau|lila|violett|rosa|pink|türkis|braun)(?:e[snr]?)?(?:\s+(?:markiert|hinterlegt|eingefärbt|unterlegt))?\s*[=:–-]\s*([^,;|\n=]+)/giu;
const LONGEST = 300;
const HINTS = /rot|gr[üu]|gelb|blau|orange|lila|violett|rosa|pink|t[üu]rkis|braun/iu;

/** What the colours of a list mean, by their German names. */
export function farblegende(text: string): ReadonlyMap<string, string> {
  if (text.length > LONGEST || !HINTS.test(text)) return new Map();
  return new Map(
    [...text.matchAll(LEGENDE)].map(([, colour = "", meaning = ""]) => [
      colour.toLowerCase().replace("gruen", "grün").replace("violett", "lila").replace("pink", "rosa"),
      meaning.trim(),
    ]),
  );
}

export const isFarblegende = (text: string): boolean => farblegende(text).size > 0;

/** Hues in degrees, up to these. */
const HUES = [
  [14, "rot"],
  [42, "orange"],
  [68, "gelb"],
  [165, "grün"],
  [195, "türkis"],
  [260, "blau"],
  [295, "lila"],
  [345, "rosa"],
  [360, "rot"],
] as const;
const PALE = 0.06;

/** What people call a fill (ARGB as files hold it); null for white, and for colours that the file does not tell. */
export function farbname(argb: string): string | null {
  if (!/^[0-9a-f]{6,8}$/iu.test(argb)) return null;
  const [r = 0, g = 0, b = 0] = [-6, -4, -2].map((at) => Number.parseInt(argb.slice(at).slice(0, 2), 16) / 255);
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (high - low < PALE) return high > 0.97 ? null : "grau";
  const d = high - low;
  const turn = high === r ? ((g - b) / d + 6) % 6 : high === g ? (b - r) / d + 2 : (r - g) / d + 4;
  return HUES.find(([to]) => turn * 60 <= to)?.[1] ?? null;
}

/** Colours that some call by the one name and others by the other: pale red, dark yellow. */
export function nachbarn(name: string): readonly string[] {
  const at = NAMES.indexOf(name);
  const near = at === -1 ? [] : [NAMES.at(at - 1), NAMES[(at + 1) % NAMES.length]];
  return [...near.flatMap((one) => one ?? []), ...(name === "orange" ? ["braun"] : [])];
}
const NAMES: readonly string[] = [...new Set(HUES.map(([, name]) => name))];

/** White fills and none at all say nothing. */
export const isWeiss = (argb: string): boolean => /^(?:[0-9a-f]{2})?f{6}$/iu.test(argb);
