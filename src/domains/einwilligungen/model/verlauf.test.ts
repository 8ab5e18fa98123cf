import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exactly } from "../../../../tests/support/runs.ts";
import { type Stand, type Umfang, geht, luecke } from "./stand.ts";
import { KATEGORIE, type Kategorie } from "./zwecke.ts";

/** The same recipients as people write them: what differs within a row is one of them. */
const EMPFAENGER = [
  ["Kita Wiese", "kita  wiese", " KITA WIESE "],
  ["Kita Wiese Nord", "kita wiese nord"],
  ["Käthe-Schule", "Ka\u0308the-Schule"],
] as const;
const ZWECKE = ["weitergabe", "konferenz"] as const;
const dayOf = (n: number): string => `2027-03-${String(n + 1).padStart(2, "0")}`;

const wem = fc.nat(EMPFAENGER.length - 1);
const zweck = fc.nat(1);
/** Kinds of data as bits: the oracle does not know lists. */
const was = fc.integer({ min: 1, max: 2 ** KATEGORIE.length - 1 });
const tag = fc.nat(27);
const schritt = fc.oneof(
  fc.record({ art: fc.constant("geben" as const), wem, zweck, was, ab: tag, dauer: fc.option(fc.nat(12)) }),
  fc.record({ art: fc.constant("weniger" as const), welche: fc.nat(5), was }),
  fc.record({ art: fc.constant("enden" as const), welche: fc.nat(5), ersetzt: fc.boolean() }),
  fc.record({
    art: fc.constant("fragen" as const),
    wem,
    zweck,
    was: fc.oneof(was, fc.constantFrom(1, 2, 4)),
    tag,
    // A conference is asked for on one day and takes place on another: it has to be covered on both.
    am: fc.option(tag),
  }),
);
type Schritt = Readonly<Parameters<Parameters<typeof schritt.map>[0]>[0]>;

const kategorien = (bits: number): Kategorie[] => KATEGORIE.filter((_, i) => (bits & (1 << i)) !== 0);

/** What the room does with a history: consents in their states, asked with the rule that `passOn` asks. */
function raum() {
  const alle: Umfang[] = [];
  const nach = (i: number, stand: Stand, mehr: Partial<Umfang> = {}) => {
    const one = alle[i];
    if (one !== undefined && geht(one.stand, stand)) alle[i] = { ...one, ...mehr, stand };
  };
  let schreibweise = 0;
  const an = (i: number) => EMPFAENGER[i]?.[schreibweise++ % (EMPFAENGER[i]?.length ?? 1)] ?? "";
  return (s: Schritt): boolean | undefined => {
    if (s.art === "fragen") {
      const vorhaben = {
        zweck: ZWECKE[s.zweck] ?? "weitergabe",
        empfaengerArt: "kita_schule",
        empfaenger: an(s.wem),
        kategorien: kategorien(s.was),
        ...(s.am === null ? {} : { am: dayOf(s.am) }),
      } as const;
      return alle.some((one) => luecke(one, vorhaben, dayOf(s.tag)) === undefined);
    }
    if (s.art === "geben") {
      alle.push({
        stand: "erteilt",
        zweck: ZWECKE[s.zweck] ?? "weitergabe",
        empfaengerArt: "kita_schule",
        empfaenger: an(s.wem),
        kategorien: kategorien(s.was),
        gueltigAb: dayOf(s.ab),
        gueltigBis: s.dauer === null ? null : dayOf(Math.min(27, s.ab + s.dauer)),
      });
    } else if (s.art === "enden") nach(s.welche, s.ersetzt ? "ersetzt" : "widerrufen");
    else {
      const jetzt = alle[s.welche]?.kategorien ?? [];
      const neu = kategorien(s.was);
      if (neu.length < jetzt.length && neu.every((one) => jetzt.includes(one)))
        nach(s.welche, "eingeschraenkt", { kategorien: neu });
    }
    return undefined;
  };
}

/** Knows none of this: rows of numbers, one for each time that somebody said yes. */
function orakel() {
  const ja: { wem: number; zweck: number; bits: number; ab: number; bis: number }[] = [];
  return (s: Schritt): boolean | undefined => {
    if (s.art === "geben") {
      const bis = s.dauer === null ? Infinity : Math.min(27, s.ab + s.dauer);
      ja.push({ wem: s.wem, zweck: s.zweck, bits: s.was, ab: s.ab, bis });
    } else if (s.art === "enden") {
      const one = ja[s.welche];
      if (one !== undefined) one.bits = 0;
    } else if (s.art === "weniger") {
      const one = ja[s.welche];
      if (one !== undefined && one.bits !== s.was && (one.bits | s.was) === one.bits) one.bits = s.was;
    } else {
      return ja.some(
        (one) =>
          one.wem === s.wem &&
          one.zweck === s.zweck &&
          one.ab <= s.tag &&
          s.tag <= one.bis &&
          (s.am === null || (one.ab <= s.am && s.am <= one.bis)) &&
          (one.bits & s.was) === s.was,
      );
    }
    return undefined;
  };
}

test("random histories, 100,000 in the long variant: an oracle of numbers agrees with every answer", () => {
  fc.assert(
    fc.property(fc.array(schritt, { minLength: 2, maxLength: 14 }), (schritte) => {
      const [a, b] = [raum(), orakel()];
      for (const s of schritte) expect(a(s)).toBe(b(s));
    }),
    exactly(2_000, 100_000),
  );
}, 600_000);
