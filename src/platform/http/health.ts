import { systemActor } from "../actor.ts";
import { now } from "../clock.ts";
import { readAs } from "../db.ts";

/** State of the installation; `ok` decides between 200 and 503. */
export type Health = {
  readonly ok: boolean;
  readonly datenbank: "bereit" | "nicht erreichbar";
  readonly worker: "bereit" | "ohne Lebenszeichen";
  /** ISO instant of the last backup; null while none was made. It does not decide, because the service works without. */
  readonly sicherung: string | null;
};

/** The worker tells every ten seconds that it lives; three missed tell that it does not. */
const WORKER_SILENCE_MS = 30_000;

/** Asks database and worker. Never throws. */
export async function health(): Promise<Health> {
  try {
    const signs = await readAs(systemActor("00000"), (tx) =>
      tx.selectFrom("betrieb.herzschlag").select(["dienst", "zeit"]).execute(),
    );
    const last = (dienst: string) => signs.find((s) => s.dienst === dienst)?.zeit;
    const alive = now().getTime() - (last("worker")?.getTime() ?? 0) < WORKER_SILENCE_MS;
    return {
      ok: alive,
      datenbank: "bereit",
      worker: alive ? "bereit" : "ohne Lebenszeichen",
      sicherung: last("sicherung")?.toISOString() ?? null,
    };
  } catch {
    return { ok: false, datenbank: "nicht erreichbar", worker: "ohne Lebenszeichen", sicherung: null };
  }
}
