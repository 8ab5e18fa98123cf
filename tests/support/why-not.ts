import { expect } from "vitest";
import { readDatei } from "../../src/listen/leser/read-datei.ts";
import { Unlesbar } from "../../src/listen/leser/unlesbar.ts";

/** Why a file cannot be read, "gelesen" where it can; each reason is a whole sentence. */
export async function whyNot(bytes: Uint8Array): Promise<string> {
  try {
    await readDatei(bytes, "x");
    return "gelesen";
  } catch (error) {
    if (!(error instanceof Unlesbar)) throw error;
    expect(error.message).toMatch(/^\p{Lu}.+\.$/u);
    return error.art;
  }
}
