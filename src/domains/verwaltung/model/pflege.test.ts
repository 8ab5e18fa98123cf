import { describe, expect, test } from "vitest";
import { type Zugang, pflegeAm } from "./pflege.ts";

const DAY = "2026-11-29";
const NOW = new Date("2026-11-29T10:00:00Z");
const later = new Date("2026-12-02T10:00:00Z");
const konto = (more: Partial<Zugang>): Zugang => ({
  id: "k",
  standortId: "s",
  traegerId: "t",
  status: "aktiv",
  einladungBis: null,
  rollen: [{ rolle: "cm_lokal", von: "2026-01-01", bis: null }],
  ...more,
});
const of = (konten: readonly Zugang[], ort = { id: "s", name: "Rathaus" }) =>
  pflegeAm({ konten, standorte: [ort], traeger: [{ id: "t", name: "Träger" }] }, DAY, NOW);

test("an account that works needs nothing", () => {
  expect(of([konto({})])).toEqual([]);
});

test("an invitation is open or over; a deactivated account is nobody's care", () => {
  expect(of([konto({ status: "eingeladen", einladungBis: later })])).toEqual([
    { art: "einladung_offen", konto: "k", bis: later },
  ]);
  const over = { status: "eingeladen", einladungBis: new Date("2026-11-28T10:00:00Z") };
  expect(of([konto(over)])).toEqual([{ art: "einladung_abgelaufen", konto: "k" }]);
  expect(of([konto({}), konto({ id: "weg", status: "deaktiviert", rollen: [] })])).toEqual([]);
});

describe("roles", () => {
  const rolle = (bis: string | null, von = "2026-01-01") => ({ rolle: "cm_lokal", von, bis });

  test("one that ends soon and does not go on is told", () => {
    expect(of([konto({ rollen: [rolle("2026-12-31")] })])).toEqual([
      { art: "rolle_endet", konto: "k", rolle: "cm_lokal", am: "2026-12-31" },
    ]);
    expect(of([konto({ rollen: [rolle("2027-06-30")] })])).toEqual([]);
    expect(of([konto({ rollen: [rolle("2026-12-31"), rolle(null, "2027-01-01")] })])).toEqual([]);
  });

  test("without any that is or comes nobody can do anything", () => {
    expect(of([konto({ rollen: [rolle("2026-10-31")] })])).toEqual([{ art: "ohne_rolle", konto: "k" }]);
    expect(of([konto({ rollen: [rolle(null, "2026-12-01")] })])).toEqual([]);
  });
});

test("an open Standort without staff and a Träger without access are told", () => {
  const leer = { id: "leer", name: "Container" };
  expect(of([konto({})], leer)).toEqual([{ art: "standort_ohne", ort: leer }]);
  expect(of([]).map(({ art }) => art)).toEqual(["standort_ohne", "traeger_ohne"]);
});
