import { isIPv4, isIPv6 } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { isLoopback } from "./loopback.ts";
import { translatorAddress } from "./translate.ts";
import { scannerAddress } from "./files/clamd.ts";
import { StartRefused } from "./start-refused.ts";

function urlWith(protocols: readonly string[], sentence: string) {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), sentence);
}

const adresse = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: "KIM_ADRESSE muss eine vollständige Adresse sein, zum Beispiel https://kim.example.de.",
    abort: true,
  })
  .refine((text) => new URL(text).protocol === "https:" || isLoopback(new URL(text).hostname), {
    error: "KIM_ADRESSE muss mit https:// beginnen; ohne Verschlüsselung läuft KIM nur auf diesem Rechner selbst.",
  })
  .refine((text) => new URL(text).pathname === "/" && new URL(text).search === "", {
    error: "KIM_ADRESSE darf hinter dem Rechnernamen nichts mehr enthalten, zum Beispiel https://kim.example.de.",
  })
  .transform((text) => new URL(text).origin);

const hostName = z.string().refine((text) => isIPv4(text) || isIPv6(text) || text === "localhost", {
  error: "KIM_HOST muss eine IP-Adresse dieses Rechners sein, zum Beispiel 127.0.0.1.",
});

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: "KIM_PORT muss eine Zahl zwischen 1 und 65535 sein.", abort: true })
  .transform(Number)
  .refine((n) => n >= 1 && n <= 65_535, { error: "KIM_PORT muss eine Zahl zwischen 1 und 65535 sein." });

const SCHEMA = z
  .object({
    /** Folder of everything that must be kept: database, keys, logs. */
    KIM_DATEN: z.string().optional(),
    /** A PostgreSQL server of one's own, as a role that may create roles and databases. */
    DATABASE_URL: urlWith(
      ["postgres:", "postgresql:"],
      "DATABASE_URL muss mit postgres:// beginnen, zum Beispiel postgres://verwalter:…@db.example.de:5432/postgres.",
    ).optional(),
    KIM_HOST: hostName.default("127.0.0.1"),
    KIM_PORT: port.optional(),
    /** What stands in the browser's address line: links in letters and the Origin check. */
    KIM_ADRESSE: adresse.optional(),
    /** The operator's key, which wraps all other keys. */
    KIM_SCHLUESSEL: z.string().optional(),
    KIM_SMTP_URL: urlWith(
      ["smtp:", "smtps:"],
      "KIM_SMTP_URL muss mit smtp:// oder smtps:// beginnen, zum Beispiel smtps://nutzer:…@mail.example.de.",
    ).optional(),
    KIM_MAIL_ABSENDER: z.email("KIM_MAIL_ABSENDER muss eine E-Mail-Adresse sein.").optional(),
    KIM_LOG: z
      .enum(["debug", "info", "warn", "error"], "KIM_LOG muss debug, info, warn oder error sein.")
      .default("info"),
    /** The virus scanner that every uploaded document is shown to first. */
    KIM_CLAMD: z
      .string()
      .refine((text) => scannerAddress(text) !== undefined, {
        error: "KIM_CLAMD muss tcp://host:port oder unix:/pfad sein, zum Beispiel tcp://127.0.0.1:3310.",
      })
      .optional(),
    /** The machine that translates short texts; nothing is ever sent where none is set. */
    KIM_UEBERSETZER: z
      .string()
      .refine((text) => translatorAddress(text) !== undefined, {
        error:
          "KIM_UEBERSETZER muss mit https:// beginnen, zum Beispiel https://uebersetzer.example.de; ohne Verschlüsselung nur auf diesem Rechner.",
      })
      .optional(),
    KIM_UEBERSETZER_SCHLUESSEL: z.string().optional(),
    /** Who may read `/metriken`. */
    KIM_METRIKEN: z.enum(["loopback", "aus"], "KIM_METRIKEN muss loopback oder aus sein.").default("loopback"),
  })
  .refine((c) => isLoopback(c.KIM_HOST) || c.KIM_ADRESSE !== undefined, {
    error:
      "Mit KIM_HOST ist KIM von anderen Rechnern erreichbar; nennen Sie mit KIM_ADRESSE auch die https-Adresse, unter der es im Browser steht.",
  })
  .refine((c) => c.KIM_SMTP_URL === undefined || c.KIM_MAIL_ABSENDER !== undefined, {
    error: "Zu KIM_SMTP_URL gehört KIM_MAIL_ABSENDER, die E-Mail-Adresse, von der KIM schreibt.",
  });

export type Config = {
  /** Absolute. */
  readonly daten: string;
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** False when nobody asked for this port, so that another may be taken instead. */
  readonly portFixed: boolean;
  /** Public origin without a trailing slash; undefined means the loopback address itself. */
  readonly adresse: string | undefined;
  /** Absolute path of the operator's key. */
  readonly schluessel: string;
  readonly smtpUrl: string | undefined;
  readonly mailAbsender: string | undefined;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  readonly metriken: "loopback" | "aus";
};

const DEFAULT_PORT = 8080;

/**
 * Reads all settings from the environment; an empty variable counts as not set. Relative paths count from where the person
 * called `./kim` (`caller`). Where no folder for the data is set it is `daten` in the clone.
 * @throws StartRefused with one sentence per wrong setting.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  folders: { readonly caller?: string; readonly clone?: string; readonly daten?: string } = {},
): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const result = SCHEMA.safeParse(set);
  if (!result.success) throw new StartRefused(result.error.issues.map((issue) => issue.message).join("\n"));
  const c = result.data;
  const caller = folders.caller ?? env["KIM_AUFRUFORDNER"] ?? process.cwd();
  const daten =
    c.KIM_DATEN === undefined
      ? resolve(folders.clone ?? CLONE, folders.daten ?? "daten")
      : resolve(caller, c.KIM_DATEN);
  return {
    daten,
    databaseUrl: c.DATABASE_URL,
    host: c.KIM_HOST,
    port: c.KIM_PORT ?? DEFAULT_PORT,
    portFixed: c.KIM_PORT !== undefined,
    adresse: c.KIM_ADRESSE,
    schluessel: resolve(caller, c.KIM_SCHLUESSEL ?? `${daten}/schluessel/betreiber.key`),
    smtpUrl: c.KIM_SMTP_URL,
    mailAbsender: c.KIM_MAIL_ABSENDER,
    logLevel: c.KIM_LOG,
    metriken: c.KIM_METRIKEN,
  };
}

const CLONE = resolve(import.meta.dirname, "../..");
