import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

const folders = { caller: "/home/mira", clone: "/opt/kim" };
const read = (env: Readonly<Record<string, string>>) => readConfig(env, folders);

describe("settings", () => {
  test("with none given: only this machine, data beside the program", () => {
    expect(read({})).toMatchObject({
      daten: "/opt/kim/daten",
      schluessel: "/opt/kim/daten/schluessel/betreiber.key",
      host: "127.0.0.1",
      port: 8080,
      portFixed: false,
      adresse: undefined,
      databaseUrl: undefined,
      metriken: "loopback",
    });
  });

  test("relative paths count from where the command was called; empty counts as not set", () => {
    expect(read({ KIM_DATEN: "daten2" }).daten).toBe("/home/mira/daten2");
    expect(read({ KIM_DATEN: "" }).daten).toBe("/opt/kim/daten");
    expect(read({ KIM_SCHLUESSEL: "../tresor/k" }).schluessel).toBe("/home/tresor/k");
  });

  test("the address becomes the origin", () => {
    expect(read({ KIM_ADRESSE: "https://KIM.example.de/" }).adresse).toBe("https://kim.example.de");
    expect(read({ KIM_ADRESSE: "http://localhost:8090" }).adresse).toBe("http://localhost:8090");
  });

  test.each([
    [{ KIM_ADRESSE: "http://kim.example.de" }, /https:\/\//],
    [{ KIM_ADRESSE: "kim.example.de" }, /vollständige Adresse/],
    [{ KIM_ADRESSE: "https://kim.example.de/kim" }, /nichts mehr/],
    [{ KIM_HOST: "0.0.0.0" }, /KIM_ADRESSE/],
    [{ KIM_HOST: "kim.example.de" }, /IP-Adresse/],
    [{ KIM_PORT: "70000" }, /KIM_PORT/],
    [{ KIM_SMTP_URL: "smtp://mail" }, /KIM_MAIL_ABSENDER/],
    [{ KIM_LOG: "laut" }, /KIM_LOG/],
    [{ DATABASE_URL: "db.example.de" }, /DATABASE_URL/],
  ])("%o is refused with a sentence", (env, sentence) => {
    expect(() => read(env)).toThrow(sentence);
  });

  test("the sentence tells no password", () => {
    expect(() => read({ DATABASE_URL: "mysql://verwalter:geheim@db" })).toThrow(/^(?!.*geheim)/);
  });
});
