import { createHash } from "node:crypto";

/**
 * So many statements a connection keeps prepared: about twice as many as the program has. Each is some ten kilobytes in the memory of
 * its server process.
 */
const MOST = 2000;

/**
 * Names under which statements are prepared: the same for the same text, in every process. A text that was never sent before has
 * none, and none gets one beyond the bound: what is written differently each time shall not drive out what comes again.
 */
export function statementNames(most: number): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const sentOnce = new Set<string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= most) return undefined;
    if (!sentOnce.delete(text)) {
      if (sentOnce.size >= most) sentOnce.clear();
      sentOnce.add(text);
      return undefined;
    }
    const name = `kim_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
    names.set(text, name);
    return name;
  };
}

/** The name of a statement of this process. */
export const statementName = statementNames(MOST);
