import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

const folders = { caller: "/home/mira", clone: "/opt/kim" };
const read = (env: Readonly<Record<string, string>>) => readConfig(env, folders);

describe("Einstellungen", () => {
  test("ohne jede Angabe: nur dieser Rechner, Daten neben dem Programm", () => {
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

  test("relative Pfade zählen von dort, wo gerufen wurde; leer gilt als nicht gesetzt", () => {
    expect(read({ KIM_DATEN: "daten2" }).daten).toBe("/home/mira/daten2");
    expect(read({ KIM_DATEN: "" }).daten).toBe("/opt/kim/daten");
    expect(read({ KIM_SCHLUESSEL: "../tresor/k" }).schluessel).toBe("/home/tresor/k");
  });

  test("die Adresse wird zum Ursprung", () => {
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
  ])("%o wird mit einem Satz abgelehnt", (env, sentence) => {
    expect(() => read(env)).toThrow(sentence);
  });

  test("der Satz verrät kein Passwort", () => {
    expect(() => read({ DATABASE_URL: "mysql://verwalter:geheim@db" })).toThrow(/^(?!.*geheim)/);
  });
});
