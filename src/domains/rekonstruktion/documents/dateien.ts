import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Papier, docxOf, pdfOf } from "../../papier/index.ts";
import type { Haus } from "../model/papier.ts";

export const FORMATE = ["pdf", "docx"] as const;
export type Format = (typeof FORMATE)[number];

export const DATEI = {
  pdf: { name: "PDF", type: "application/pdf" },
  docx: { name: "Word", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
} as const;

/** Whose paper it is, of today. */
export async function hausOf(tx: Tx, { kreis }: Pick<Actor, "kreis">): Promise<Haus> {
  const row = await tx.selectFrom("ref.kim_kommune").select("name").where("code", "=", kreis).executeTakeFirst();
  return { kreis: row?.name ?? kreis, tag: today() };
}

/** A reconstruction as a file to take along to a body. */
export async function dateiVon(papier: Papier, format: Format): Promise<Response> {
  const bytes = format === "pdf" ? pdfOf(papier) : await docxOf(papier);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": DATEI[format].type,
      "Content-Disposition": `attachment; filename="KIM-Fallrekonstruktion-${papier.tag}.${format}"`,
    },
  });
}
