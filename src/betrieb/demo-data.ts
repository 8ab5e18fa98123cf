import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setMark } from "../platform/installation-marks.ts";
import type { Config } from "../platform/config.ts";
import { stopOrphan } from "../platform/postgres/postmaster.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { withFastDoors, withWorkerDoors } from "./doors.ts";
import type { Installation } from "./installation.ts";
import { columns, say } from "./terminal.ts";

/** Stands in the data folder while the invented data are written, so that half a demo is not taken for a whole one. */
const UNFINISHED = "demo.unfertig";

/**
 * Throws away a demo whose first start was cut off; it is made anew. Only a demo ever leaves that mark.
 * @throws StartRefused on a server of one's own, where KIM deletes nothing by itself
 */
export async function discardUnfinished(config: Config, folder: string): Promise<void> {
  if (!existsSync(join(folder, UNFINISHED))) return;
  if (config.databaseUrl !== undefined) {
    throw new StartRefused(
      "Die Demo wurde beim ersten Mal nicht fertig. Legen Sie die Datenbank aus DATABASE_URL neu an und löschen Sie den Datenordner.",
    );
  }
  say("Die Demo wurde beim letzten Mal nicht fertig und wird neu angelegt.");
  await stopOrphan(join(folder, "postgres"));
  rmSync(join(folder, "postgres"), { recursive: true, force: true });
  rmSync(join(folder, UNFINISHED));
}

/** Writes the invented Kreis on the first start. */
export async function prepareDemo(installation: Installation): Promise<void> {
  if (installation.demoComplete) return;
  const mark = join(installation.folder.path, UNFINISHED);
  writeFileSync(mark, "");
  const { DEMO_KREIS, loadDemo } = await import("../demo/load.ts");
  const { countFigures } = await import("../domains/auswertung/index.ts");
  const { countAllAuslastung } = await import("../domains/fristen/index.ts");
  const rest = await withFastDoors(installation, () => loadDemo({ report: say }));
  await withWorkerDoors(installation, () => countFigures(DEMO_KREIS));
  await withFastDoors(installation, rest);
  await withWorkerDoors(installation, async () => {
    await countFigures(DEMO_KREIS);
    await countAllAuslastung();
  });
  await setMark(installation.url("kim_owner"), "demo_vollstaendig", "ja");
  rmSync(mark);
}

/** Says how to sign in: one account per role, the same password for all. */
export async function showSignIns(adresse: string): Promise<void> {
  const { MITARBEITENDE } = await import("../demo/menschen.ts");
  const { DEMO_PASSWORT, DEMO_TOTP, emailOf } = await import("../demo/anmeldungen.ts");
  const { ROLLEN } = await import("../domains/zugang/index.ts");
  const first = MITARBEITENDE.filter((one, i) => MITARBEITENDE.findIndex((other) => other.rolle === one.rolle) === i);
  say("");
  for (const line of columns(first.map(({ rolle, email }) => [ROLLEN[rolle].name, emailOf(email)]))) say(`  ${line}`);
  say("");
  say(`Passwort für alle: ${DEMO_PASSWORT}`);
  say(`Zweiter Faktor für alle: ${DEMO_TOTP} (in eine Authenticator-App eintragen, oder ${adresse}/demo öffnen)`);
}
