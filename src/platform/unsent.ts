import { z } from "zod";
import type { Actor } from "./actor.ts";
import type { DraftForm } from "./draft-form.ts";
import { ownKey } from "./drafts.ts";
import { VALUES, type Values } from "./form.ts";
import { isId } from "./ids.ts";
import { open, seal } from "./tresor.ts";
import type { Tx } from "./tx.ts";

/** A form that came without an open session: where it was sent to, on which page it stood, and what was typed. */
export type Unsent = {
  readonly to: string;
  readonly address: string;
  readonly values: Values;
  /** How its draft is kept, for a form that has one, and of which record. */
  readonly draft?: { readonly form: DraftForm; readonly record?: string | undefined } | undefined;
};

const Sealed = z.object({
  to: z.string(),
  address: z.string(),
  values: VALUES,
  draft: z
    .object({
      form: z.object({ form: z.string(), name: z.string(), resume: z.string() }),
      record: z.string().optional(),
    })
    .optional(),
});

const place = (actor: Actor, id: string) => ({
  kreis: actor.kreis,
  table: "kim.entwurf",
  row: id,
  column: "unterwegs",
});

/** Seals a form for its account, so that it can travel with a page that others may look at. Nothing is stored. */
export async function sealUnsent(tx: Tx, actor: Actor, unsent: Unsent): Promise<string> {
  const id = crypto.randomUUID();
  const sealed = seal(await ownKey(tx, actor), place(actor, id), JSON.stringify(unsent));
  return `${id}.${Buffer.from(sealed).toString("base64url")}`;
}

/** The form again, for its own account only; undefined for anybody else and for what was never sealed. */
export async function openUnsent(tx: Tx, actor: Actor, sealed: string): Promise<Unsent | undefined> {
  const [id = "", content = ""] = sealed.split(".");
  if (!isId(id)) return undefined;
  const key = await ownKey(tx, actor);
  try {
    return Sealed.parse(JSON.parse(open(key, place(actor, id), Buffer.from(content, "base64url"))));
  } catch {
    return undefined;
  }
}
