import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { openCluster, type Cluster } from "../../src/platform/postgres/cluster.ts";
import { onServer } from "../support/sql.ts";
import { cleanUp, dataFolder, isWell, kim, launch, processesOf, until } from "./support.ts";

const serverFolder = dataFolder();
const daten = dataFolder();
let server: Cluster;
let url: URL;

beforeAll(async () => {
  server = await openCluster({ folder: serverFolder, fsync: false });
  await onServer(server.url, "create role verwalter login createrole password 'geheim'");
  await onServer(server.url, "create database kreis owner verwalter");
  url = new URL(server.url);
  url.username = "verwalter";
  url.password = "geheim";
  url.pathname = "/kreis";
});
afterAll(async () => {
  cleanUp(daten);
  await server.stop();
  rmSync(serverFolder, { recursive: true, force: true });
});

const refused = (
  changes: Partial<Pick<URL, "username" | "password" | "pathname">>,
  folder: string,
  sentence: RegExp,
) => {
  const wrong = Object.assign(new URL(url), changes);
  const { code, err } = kim(["start"], { KIM_DATEN: folder, DATABASE_URL: wrong.href });
  expect({ code, err }).toMatchObject({ code: 4, err: expect.stringMatching(sentence) });
  expect(err).not.toContain("geheim");
};

describe("mit DATABASE_URL", () => {
  test("ein falsches Passwort und eine fehlende Datenbank werden beim Namen genannt", () => {
    refused({ password: "geheim2" }, daten, /weist die Anmeldung ab.*DATABASE_URL/);
    refused({ pathname: "/keine" }, daten, /keine\) gibt es nicht/);
  });

  test("läuft KIM mit einer Rolle, die nur Rollen anlegen darf, und legt hier keine Datenbank an", async () => {
    const env = { KIM_DATEN: daten, DATABASE_URL: url.href, KIM_PORT: String(await freePort()) };
    const running = await launch(["start"], env);
    await until("answer", () => isWell(running.adresse));
    expect(existsSync(join(daten, "postgres"))).toBe(false);
    running.process.kill("SIGTERM");
    expect(await running.exit).toBe(0);
    expect(processesOf(daten)).toEqual([]);
    expect(await onServer(server.url, "select 1 as da")).toEqual([{ da: 1 }]);
  });

  test("ein zweiter Rechner ohne den Betreiberschlüssel dieser Daten startet nicht und ändert nichts", async () => {
    const other = dataFolder();
    const passwords = () => onServer(server.url, "select rolname, rolpassword from pg_authid order by rolname");
    const before = await passwords();
    refused({}, other, /Betreiberschlüssel fehlt/);
    expect(await passwords()).toEqual(before);
    cleanUp(other);
  });

  test("eine Rolle, die keine Rollen anlegen darf, genügt nicht", async () => {
    await onServer(server.url, "create role leser login password 'geheim'");
    await onServer(server.url, "grant connect on database kreis to leser");
    refused({ username: "leser" }, daten, /CREATEROLE/);
  });
});
