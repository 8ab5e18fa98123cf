import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findIdentifying } from "./warnung.ts";

const AM = "2026-11-30";
const kinds = (text: string) => findIdentifying(text, AM).map(({ art }) => art);

const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");
const two = (n: number) => String(n).padStart(2, "0");

/** Days up to the one of writing, as people write them. */
const days = (years: number) =>
  fc
    .tuple(
      fc.date({ min: new Date(`${2026 - years}-12-01T12:00Z`), max: new Date(`${AM}T12:00Z`), noInvalidDate: true }),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([date, how]) => {
      const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
      return [
        `${two(d)}.${two(m)}.${y}`,
        `${d}.${m}.${y}`,
        `${d}.${m}.${two(y % 100)}`,
        `${d}. ${MONTHS[m - 1]} ${y}`,
        `${two(d)}/${two(m)}/${y}`,
      ][how];
    });

/** How somebody's birth gets into a text, with what surrounds it. `#` is the day. */
const BIRTHS = [
  "#",
  "Das Kind (#) braucht einen Platz.",
  "geb. #",
  "geboren am #",
  "Das Kind ist am # geboren.",
  "Die Tochter kam am # zur Welt.",
  "Er wurde am # in Aleppo geboren.",
  "geboren in Aleppo am #",
  "Geburtsdatum der Tochter: #",
  "Geburtstag ist Mittwoch, den #",
  "Mariam #",
  "Miriam # wartet.",
  "Kind Islam # sucht",
  "Tab #",
  "Mirjam: #",
  "Familie mit Tochter # und Sohn",
  "Geburt nach der Sitzung am #",
];

/** What else has a day: words say of what. */
const OTHERS = [
  "Sitzung #",
  "In der Lenkungsgruppensitzung (#) wurde beraten.",
  "Lenkungsgruppe #: Es fehlen Plätze.",
  "Austauschtreffen #",
  "Protokoll #",
  "Seit # fehlen Plätze.",
  "Es fehlt seit #.",
  "Mittwoch, #",
  "Mittwoch, den #",
  "Beschluss vom #",
  "Stand: #",
  "Der Ausschuss berät ab #.",
  "Stichtag # für die Anmeldung",
];

test("never lets a birth through, however it is written and whatever stands around it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...BIRTHS), days(90), (said, day) => {
      const text = said.replace("#", () => day ?? "");
      expect(kinds(text), text).toEqual(["geburtsdatum"]);
    }),
  );
});

test("leaves alone the day of a meeting, a decision, a deadline of the last years", () => {
  fc.assert(
    fc.property(fc.constantFrom(...OTHERS), days(9), (said, day) => {
      const text = said.replace("#", () => day ?? "");
      expect(kinds(text), text).toEqual([]);
    }),
  );
});
