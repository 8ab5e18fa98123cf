/** A sentence or word in German and in a language. */
export type Zeile = { readonly deutsch: string; readonly text: string };

const isGroup = (value: unknown): value is object => typeof value === "object" && value !== null;
const parts = (value: unknown): ReadonlyMap<string, unknown> => new Map(isGroup(value) ? Object.entries(value) : []);

/** What stands in the German words, each beside the same of another language, in the order of the German. */
export function nebeneinander(deutsch: unknown, text: unknown): readonly Zeile[] {
  if (typeof deutsch === "string") {
    const beside = typeof text === "string" ? text : "";
    return deutsch === "" && beside === "" ? [] : [{ deutsch, text: beside }];
  }
  const other = parts(text);
  return [...parts(deutsch)].flatMap(([name, value]) => nebeneinander(value, other.get(name)));
}
