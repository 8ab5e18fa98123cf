import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor, Recht } from "../../../platform/actor.ts";
import { ROLLEN, actorOf } from "../../zugang/index.ts";
import { NeuesKonto, mayGrant, mayManage } from "./konto.ts";

const KONTO = {
  kreis: "05382",
  traegerId: "11111111-1111-4111-8111-111111111111",
  kontoId: "22222222-2222-4222-8222-222222222222",
};
const CODES = Object.keys(ROLLEN);
const WEITE = ["eigene", "traeger", "kreis"];

/** What reaches nothing but own records; written down here a second time, so that nobody widens it unseen. */
const OWN: ReadonlySet<Recht> = new Set([
  "start.sehen",
  "konto.eigenes",
  "beratung.schreiben",
  "beratung.lesen",
  "person.schreiben",
  "person.lesen",
  "schutzbedarf.schreiben",
  "schutzbedarf.lesen",
  "fall.schreiben",
  "fall.lesen",
  "einwilligung.schreiben",
  "einwilligung.lesen",
  "dokument.schreiben",
  "dokument.lesen",
  "freigabe.schreiben",
  "freigabe.lesen",
  "angebot.empfangen",
  "muki.schreiben",
  "muki.lesen",
  "verweis.schreiben",
  "verweis.lesen",
  "organisation.lesen",
  "organisation.pflegen",
  "delfin.plaetze",
  "vertretung.eigene",
  "uebernahme.schreiben",
  "luecke.melden",
  "luecke.lesen",
  "rekonstruktion.lesen",
  "massnahme.lesen",
  "gremium.lesen",
  "konzept.lesen",
  "zuweisung.schreiben",
  "zuweisung.lesen",
  "unterkunft.pflegen",
  "sprachmittlung.lesen",
  "sprachmittlung.buchen",
  "text.uebersetzen",
]);
/** Figures and papers of the Kreis, bearing witness, and reading the log: the administration gives them away without having them. */
const GIVEN_AWAY =
  /^(auswertung|bericht|lieferung|luecke|rekonstruktion|massnahme|gremium|konzept)\.|^(konto\.bestaetigen|vertretung\.anordnen|zuweisung\.verteilen|sprachmittlung\.pflegen|einwilligungstext\.schreiben|briefvorlage\.schreiben|protokoll\.lesen|kopie\.(empfangen|bestand)|zielgruppe\.pflegen|uebersetzung\.freigeben)$/;

const actor = (...rollen: readonly string[]): Actor => actorOf(KONTO, rollen);
const granted = (a: Actor): string[] => CODES.filter((code) => mayGrant(a, code));

const someRoles = fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 5 });
const rechteOfRole = (code: string): readonly Recht[] =>
  Object.entries(ROLLEN).find(([name]) => name === code)?.[1].rechte ?? [];
const sichtOfRole = (code: string): string => Object.entries(ROLLEN).find(([name]) => name === code)?.[1].sicht ?? "";

describe("who may give which role", () => {
  test("the administration gives every role", () => {
    expect(granted(actor("administration"))).toEqual(CODES);
  });

  test("nobody gives a permission over others, or a sight, that he or she does not hold", () => {
    fc.assert(
      fc.property(someRoles, fc.constantFrom(...CODES), (rollen, code) => {
        const a = actor(...rollen);
        if (!mayGrant(a, code)) return;
        const given = rechteOfRole(code).filter((recht) => !OWN.has(recht) && !a.rechte.has(recht));
        const administers = a.rechte.has("konto.verwalten");
        expect(given.filter((recht) => !(administers && GIVEN_AWAY.test(recht)))).toEqual([]);
        expect(WEITE.indexOf(sichtOfRole(code))).toBeLessThanOrEqual(WEITE.indexOf(a.sicht));
      }),
    );
  });

  test("no chain of grants, to oneself or to others, leads further than the first one could", () => {
    fc.assert(
      fc.property(someRoles, fc.array(fc.nat(CODES.length), { maxLength: 8 }), (rollen, choices) => {
        const first = granted(actor(...rollen));
        let held = [...rollen];
        for (const choice of choices) {
          const next = granted(actor(...held))[choice];
          if (next !== undefined) held = [...held, next];
        }
        expect(granted(actor(...held))).toEqual(first);
      }),
    );
  });

  test("whoever may not give one of its roles may not touch an account", () => {
    fc.assert(
      fc.property(someRoles, someRoles, (mine, theirs) => {
        const a = actor(...mine);
        expect(mayManage(a, theirs)).toBe(theirs.every((code) => mayGrant(a, code)));
      }),
    );
  });

  test("in words", () => {
    expect(granted(actor("administration"))).toEqual(CODES);
    expect(granted(actor("traeger_leitung"))).toEqual(["cm_lokal", "cm_mukis", "cm_abh", "traeger_leitung"]);
    for (const code of CODES.filter((c) => c !== "administration" && c !== "traeger_leitung"))
      expect(granted(actor(code)), code).toEqual([]);
    expect(mayGrant(actor("administration"), "was_es_nicht_gibt")).toBe(false);
  });
});

describe("spans of time", () => {
  test("a last day before the first is refused at its field", () => {
    const form = { name: "Jo Muster", email: "jo@beispiel.example", traeger: KONTO.traegerId, rolle: "cm_lokal" };
    const result = NeuesKonto.safeParse({ ...form, von: "2026-06-01", bis: "2026-05-31" });
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([["bis"]]);
    expect(NeuesKonto.safeParse({ ...form, von: "2026-06-01", bis: "" }).success).toBe(true);
  });
});
