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

describe("with DATABASE_URL", () => {
  test("a wrong password and a missing database are called by their names", () => {
    refused({ password: "geheim2" }, daten, /weist die Anmeldung ab.*DATABASE_URL/);
    refused({ pathname: "/keine" }, daten, /keine\) gibt es nicht/);
  });

  test("KIM runs with a role that may only create roles, and creates no database here", async () => {
    const env = { KIM_DATEN: daten, DATABASE_URL: url.href, KIM_PORT: String(await freePort()) };
    const running = await launch(["start"], env);
    await until("answer", () => isWell(running.adresse));
    expect(existsSync(join(daten, "postgres"))).toBe(false);
    running.process.kill("SIGTERM");
    expect(await running.exit).toBe(0);
    expect(processesOf(daten)).toEqual([]);
    expect(await onServer(server.url, "select 1 as da")).toEqual([{ da: 1 }]);
  });

  test("a second machine without the operator's key of these data does not start and changes nothing", async () => {
    const other = dataFolder();
    const passwords = () => onServer(server.url, "select rolname, rolpassword from pg_authid order by rolname");
    const before = await passwords();
    refused({}, other, /Betreiberschlüssel fehlt/);
    expect(await passwords()).toEqual(before);
    cleanUp(other);
  });

  test("a role that may not create roles is not enough", async () => {
    await onServer(server.url, "create role leser login password 'geheim'");
    await onServer(server.url, "grant connect on database kreis to leser");
    refused({ username: "leser" }, daten, /CREATEROLE/);
  });
});
