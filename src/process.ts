import { noteStart } from "./platform/service-starts.ts";
import { watchSpace } from "./platform/space.ts";
import { startDatabase, stopDatabase } from "./platform/db.ts";
import { type Config, readConfig } from "./platform/config.ts";
import { log, startLog } from "./platform/log.ts";
import { dropPrivileges } from "./platform/privileges.ts";
import { EXIT_CONFIGURATION, StartRefused } from "./platform/start-refused.ts";
import { OperatorKeyError, readOperatorKey, startTresor } from "./platform/tresor/operator-key.ts";

export type Service = {
  /** Where it listens, for the process that only has an address to tell. */
  readonly adresse?: string;
  readonly stop: () => Promise<void>;
};

export type ServiceOptions = {
  readonly name: "web" | "worker";
  /** The variable with the address of the database for this process' role. */
  readonly urlVariable: "KIM_WEB_URL" | "KIM_WORKER_URL";
  readonly poolSize: number;
  /** How long it waits for an answer of the database, where it has longer statements than a page. */
  readonly answerMs?: number;
  readonly start: (config: Config, databaseUrl: string) => Promise<Service>;
};

/**
 * The life of web and worker alike: settings, keys, database, giving up root, work, and a clean end at SIGTERM or when
 * the supervisor is gone. Ends with exit code 4 and one sentence where a setting is in the way.
 */
export async function runService(options: ServiceOptions): Promise<void> {
  try {
    const config = readConfig(process.env);
    startLog({ level: config.logLevel, prozess: options.name });
    const url = process.env[options.urlVariable];
    if (url === undefined)
      throw new StartRefused("Dieser Teil von KIM wird nicht für sich gestartet. Führen Sie ./kim start aus.");
    // Root may keep the key where the own user cannot read.
    const key = await readOperatorKey(config.schluessel);
    dropPrivileges();
    startTresor(key);
    const { poolSize, answerMs } = options;
    const limit = answerMs === undefined ? {} : { answerMs };
    startDatabase({ url, applicationName: `kim-${options.name}`, poolSize, ...limit }, (error) =>
      log.warn("datenbank.verbindung_verloren", { fehlerart: error.name }),
    );
    watchSpace(config.daten);
    const noteEnd = await noteStart(options.name);
    const service = await options.start(config, url);
    endWith(service, noteEnd);
    process.send?.({ bereit: true, ...(service.adresse === undefined ? {} : { adresse: service.adresse }) });
    log.info("dienst.bereit");
  } catch (error) {
    if (!(error instanceof StartRefused || error instanceof OperatorKeyError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIGURATION);
  }
}

function endWith(service: Service, noteEnd: () => Promise<void>): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await service.stop();
    await noteEnd();
    await stopDatabase();
    process.exit(0);
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  // Without its supervisor nobody would restart or stop it: it ends as well.
  process.once("disconnect", end);
}
