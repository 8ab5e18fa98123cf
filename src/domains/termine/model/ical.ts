import { daysFrom } from "../../../platform/span.ts";
import { type Serie, tageDer } from "./serie.ts";

/**
 * A calendar as RFC 5545 has it: local times with their zone, so that an hour stays the hour on the wall when the clocks change. What
 * it says is what stands on the screen of a phone that anybody may see: never a name.
 */

/** Something once, or a series. `version` counts its changes; `stand` is the day (ISO) it was last changed. */
export type Ereignis = {
  readonly id: string;
  readonly version: number;
  readonly stand: string;
  readonly titel: string;
  readonly ort: string | null;
  readonly tag: string;
  readonly beginn: number;
  readonly ende: number;
  readonly abgesagt: boolean;
  readonly serie?: (Serie & { readonly ausnahmen: readonly string[] }) | undefined;
  /** Who invites whom, by address: for an invitation, which everybody who gets it may read. */
  readonly einladung?: { readonly von: string; readonly an: string };
};

/** Published for whoever reads it, sent to take part, or taken back (RFC 5546). */
export type Methode = "PUBLISH" | "REQUEST" | "CANCEL";

const ZONE = "Europe/Berlin";
const TIMEZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19810329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const two = (n: number) => String(n).padStart(2, "0");
const date = (day: string) => day.replaceAll("-", "");

/** A day with its time; the end of a day is the beginning of the next. */
function local(day: string, minutes: number): string {
  const [on, at] = minutes < 1440 ? [day, minutes] : [daysFrom(day, 1), minutes - 1440];
  return `${date(on)}T${two(Math.floor(at / 60))}${two(at % 60)}00`;
}

const inZone = (name: string, day: string, minutes: number) => `${name};TZID=${ZONE}:${local(day, minutes)}`;

const text = (typed: string): string =>
  typed.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll(/\r?\n/g, "\\n");

const WEEKDAY = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function rule({ rhythmus, wochentag, woche, bis }: Serie): string {
  const day = WEEKDAY[wochentag - 1] ?? "MO";
  const every =
    rhythmus === "monat"
      ? `FREQ=MONTHLY;BYDAY=${woche ?? 1}${day}`
      : `FREQ=WEEKLY;INTERVAL=${rhythmus === "woche" ? 1 : 2};BYDAY=${day}`;
  return `RRULE:${every}${bis === null ? "" : `;UNTIL=${date(bis)}T235959Z`}`;
}

/** So far ahead somebody looks for the first day of a series. */
const AHEAD = 400;

function event(e: Ereignis): string[] {
  const first = e.serie === undefined ? e.tag : tageDer(e.serie, e.serie.ab, daysFrom(e.serie.ab, AHEAD))[0];
  if (first === undefined) return [];
  return [
    "BEGIN:VEVENT",
    `UID:${e.id}@kim`,
    `DTSTAMP:${date(e.stand)}T000000Z`,
    `SEQUENCE:${e.version - 1}`,
    inZone("DTSTART", first, e.beginn),
    inZone("DTEND", first, e.ende),
    ...(e.serie === undefined ? [] : [rule(e.serie)]),
    ...(e.serie?.ausnahmen ?? []).map((day) => inZone("EXDATE", day, e.beginn)),
    `SUMMARY:${text(e.titel)}`,
    ...(e.ort === null ? [] : [`LOCATION:${text(e.ort)}`]),
    `STATUS:${e.abgesagt ? "CANCELLED" : "CONFIRMED"}`,
    ...(e.einladung === undefined
      ? ["CLASS:PRIVATE"]
      : [
          `ORGANIZER;CN=KIM:mailto:${e.einladung.von}`,
          `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${e.einladung.an}`,
        ]),
    "END:VEVENT",
  ];
}

const MOST_BYTES = 75;

/** No line is longer than 75 bytes; it goes on behind a space, and no letter is cut in two. */
function fold(line: string): string {
  const lines: string[] = [];
  let now = "";
  for (const letter of line) {
    if (Buffer.byteLength(now + letter) > MOST_BYTES) {
      lines.push(now);
      now = " ";
    }
    now += letter;
  }
  return [...lines, now].join("\r\n");
}

export const kalender = (ereignisse: readonly Ereignis[], methode: Methode = "PUBLISH"): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//KIM//Landesdatenbank KIM//DE",
    `METHOD:${methode}`,
    ...(methode === "PUBLISH" ? ["X-WR-CALNAME:KIM"] : []),
    ...TIMEZONE,
    ...ereignisse.flatMap(event),
    "END:VCALENDAR",
    "",
  ]
    .map(fold)
    .join("\r\n");
