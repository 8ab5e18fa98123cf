import { beforeAll, beforeEach } from "vitest";
import type { Actor } from "../../src/platform/actor.ts";
import { type Beratungsstelle, beratungsstelle } from "./beratungsstelle.ts";
import { kommunenVon } from "./uebernahme.ts";

/** A new Beratungsstelle for each test of a file, in a Kreis that has the Kommunen of the lists. Call it at the top. */
export function jeEineStelle(kreis = "05382"): () => Actor {
  let stelle: Beratungsstelle;
  beforeAll(async () => {
    await beratungsstelle(kreis);
    await kommunenVon(kreis);
  });
  beforeEach(async () => {
    stelle = await beratungsstelle(kreis);
  });
  return () => stelle.konto.actor;
}
