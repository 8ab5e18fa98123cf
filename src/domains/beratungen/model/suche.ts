/** Something of a list that can be named by typing: `kurz` is its word for narrow places, where it has one. */
type Nennbar = { readonly code: string; readonly name: string; readonly kurz?: string };

const plain = (text: string) => text.trim().toLocaleLowerCase("de");

/**
 * The code that was typed by name: exactly, by a beginning, or by a part that only one has. A list of 200 options in each
 * row would be most of a page's weight. Otherwise a sentence what to do.
 */
export function kodeVon(typed: string, list: readonly Nennbar[]): { code: string } | { problem: string } {
  const wanted = plain(typed);
  const words = list.map((k) => ({ code: k.code, name: k.name, words: [plain(k.name), plain(k.kurz ?? k.name)] }));
  const ways = [
    words.filter((k) => k.words.includes(wanted)),
    words.filter((k) => k.words.some((w) => w.startsWith(wanted))),
    words.filter((k) => k.words.some((w) => w.includes(wanted))),
  ];
  const found = ways.find((way) => way.length > 0) ?? [];
  const [only, second] = found;
  if (only === undefined)
    return { problem: `„${typed.trim()}“ steht nicht in der Liste. Lassen Sie das Feld sonst leer.` };
  if (second === undefined) return { code: only.code };
  const names = found.slice(0, 4).map((k) => k.name);
  return { problem: `Schreiben Sie es aus: ${names.join(", ")}${found.length > 4 ? " …" : ""}.` };
}
