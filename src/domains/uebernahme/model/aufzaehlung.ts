/** "Jan, Feb und Mär"; of many the first and how many more. */
export function aufzaehlung(words: readonly string[], most = 6): string {
  if (words.length > most) {
    return `${words.slice(0, most - 1).join(", ")} und ${words.length - most + 1} weitere`;
  }
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} und ${words.at(-1)}`;
}
