import type { Tx } from "../../../platform/db.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { paragrafen } from "./woerter.ts";

/** The code lists and what a residence status is called with its legal basis. */
export type Worte = { readonly listen: Codelisten; readonly statusText: (code: string) => string };

export async function worte(tx: Tx): Promise<Worte> {
  const listen = await codelisten(tx);
  const basis = await paragrafen(tx);
  const statusText = (code: string): string => {
    const paragraf = basis.get(code);
    return `${nameOf(listen.aufenthaltsstatus, code)}${paragraf === undefined ? "" : ` (${paragraf})`}`;
  };
  return { listen, statusText };
}
