import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isRoot } from "../../platform/privileges.ts";
import { StartRefused } from "../../platform/start-refused.ts";
import { say } from "../terminal.ts";

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const inPath = (name: string): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(runnable);

/**
 * Installs Debian packages that tests need, without their recommendations.
 * @throws StartRefused where that is not possible, with the sentence of the caller
 */
function aptInstall(packages: readonly string[], otherwise: string): void {
  const apt = inPath("apt-get");
  if (apt === undefined || !isRoot()) throw new StartRefused(otherwise);
  say(`Für die Tests werden installiert: ${packages.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (words: readonly string[]) => spawnSync(apt, words, { env, encoding: "utf8" });
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  // Without lists of packages (a fresh image) the first attempt fails.
  if (run(install).status === 0) return;
  run(["update"]);
  const second = run(install);
  if (second.status !== 0)
    throw new StartRefused(`${otherwise}\n${second.stderr.trim().split("\n").slice(-3).join("\n")}`);
}

const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];
const MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The browser for tests: KIM_CHROMIUM, the machine's, or Debian's package, which is installed when missing. */
export function findBrowser(): string {
  const named = process.env["KIM_CHROMIUM"];
  if (named !== undefined && named !== "") {
    if (runnable(named)) return named;
    throw new StartRefused(`Unter ${named} (KIM_CHROMIUM) liegt kein Browser.`);
  }
  const found = BROWSERS.map(inPath).find((path) => path !== undefined);
  if (found !== undefined) return found;
  if (runnable(MAC_BROWSER)) return MAC_BROWSER;
  const otherwise =
    "Für die Tests fehlt ein Browser. Installieren Sie Chromium (Debian, Ubuntu: apt install chromium) oder nennen Sie mit KIM_CHROMIUM seinen Ort.";
  aptInstall(["chromium", "fonts-liberation"], otherwise);
  const installed = inPath("chromium");
  if (installed === undefined) throw new StartRefused(otherwise);
  return installed;
}

const POSTGRES_15 = "/usr/lib/postgresql/15/bin";

/** The programs of Debian's PostgreSQL 15, installed when missing. A server that Debian starts with it is left alone. */
export function findPostgres15(): string {
  if (!existsSync(join(POSTGRES_15, "initdb"))) {
    aptInstall(
      ["postgresql-15"],
      "Für die langen Tests fehlt PostgreSQL 15 von Debian. Installieren Sie es als root: apt install postgresql-15",
    );
  }
  return POSTGRES_15;
}

/** LibreOffice, which must be able to open our Word files and whose tables we read; Debian's package is installed when missing. */
export function findLibreOffice(): string {
  const names = ["soffice", "libreoffice"];
  const found = names.map(inPath).find((path) => path !== undefined);
  if (found !== undefined) return found;
  const otherwise =
    "Für die langen Tests fehlt LibreOffice. Installieren Sie es als root: apt install libreoffice-writer-nogui libreoffice-calc-nogui";
  aptInstall(["libreoffice-writer-nogui", "libreoffice-calc-nogui"], otherwise);
  const installed = names.map(inPath).find((path) => path !== undefined);
  if (installed === undefined) throw new StartRefused(otherwise);
  return installed;
}
