import { COMMANDS } from "./commands.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { columns } from "./terminal.ts";

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const SETTINGS = [
  ["KIM_DATEN", "Datenordner (sonst ./daten neben diesem Programm)"],
  ["DATABASE_URL", "eigener PostgreSQL-Server ab Version 15 (sonst der mitgelieferte)"],
  ["KIM_HOST, KIM_PORT", "wo der Webdienst lauscht (sonst 127.0.0.1, 8080)"],
  ["KIM_ADRESSE", "Adresse im Browser, zum Beispiel https://kim.example.de"],
  ["KIM_SCHLUESSEL", "Datei des Betreiberschlüssels (sonst im Datenordner)"],
  ["KIM_SMTP_URL, KIM_MAIL_ABSENDER", "Mailserver und Absenderadresse"],
  ["KIM_LOG", "debug, info, warn oder error (sonst info)"],
  ["KIM_CLAMD", "Virenscanner für Dokumente, tcp://host:port oder unix:/pfad"],
  ["KIM_UEBERSETZER, KIM_UEBERSETZER_SCHLUESSEL", "Übersetzungsdienst (LibreTranslate) und sein Schlüssel; sonst aus"],
  ["KIM_METRIKEN", "loopback oder aus (sonst loopback)"],
];

/** The overview of `./kim --help`. */
export function overview(): string {
  return [
    "Landesdatenbank KIM",
    "",
    "Aufruf: ./kim BEFEHL [ANGABEN]",
    "",
    "Befehle",
    ...indent(columns(COMMANDS.map(({ name, summary }) => [name, summary]))),
    "",
    "Einstellungen aus der Umgebung",
    ...indent(columns(SETTINGS)),
    "",
    "Endet mit",
    ...indent(columns(EXIT_CODES.map(([code, meaning]) => [String(code), meaning]))),
    "",
    "Beispiel: ./kim demo",
    "Mehr zu einem Befehl: ./kim start --help",
  ].join("\n");
}
