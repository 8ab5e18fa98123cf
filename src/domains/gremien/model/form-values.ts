import type { Values } from "../../../platform/form.ts";
import { uhrText } from "../../termine/model/uhr.ts";
import type { Beschluss } from "./beschluss.ts";
import type { Auftrag, Sitzung, Top } from "./eingabe.ts";
import type { Gremium, Mitglied } from "./gremium.ts";
import type { Vorlage } from "./vorlage.ts";

const one = (value: string | null): string[] => [value ?? ""];
const ja = (on: boolean): string[] => (on ? ["ja"] : []);

/** What the forms say of a record, as they are filled with it. */
export const gremiumValues = (g: Gremium): Values => ({
  name: [g.name],
  auftrag: one(g.auftrag),
  rhythmus: [g.rhythmus],
  quorum: [g.quorum],
});

export const mitgliedValues = (m: Mitglied): Values => ({
  name: one(m.name),
  email: one(m.email),
  organisation: [m.organisation],
  funktion: one(m.funktion),
  rolle: [m.rolle],
  stimme: ja(m.stimme),
  vertritt: one(m.vertrittId),
  von: [m.von],
  bis: one(m.bis),
});

export const sitzungValues = (s: Sitzung): Values => ({
  tag: [s.tag],
  beginn: [uhrText(s.beginn)],
  ende: [uhrText(s.ende)],
  ort: [s.ort],
  hinweis: one(s.hinweis),
});

export const topValues = (t: Top): Values => ({ titel: [t.titel], rekonstruktion: one(t.rekonstruktionId) });
export const notizValues = (t: Top): Values => ({ notiz: one(t.notiz) });

export const beschlussValues = (b: Beschluss): Values => ({
  wortlaut: [b.wortlaut],
  ergebnis: [b.ergebnis],
  ja: one(b.stimmen === null ? null : String(b.stimmen.ja)),
  nein: one(b.stimmen === null ? null : String(b.stimmen.nein)),
  enthaltung: one(b.stimmen === null ? null : String(b.stimmen.enthaltung)),
});

export const auftragValues = (a: Auftrag): Values => ({
  was: [a.was],
  mitglied: one(a.mitgliedId),
  stelle: one(a.stelle),
  beschluss: one(a.beschlussId),
  faellig_am: [a.faelligAm],
});

export const vorlageValues = (v: Vorlage): Values => ({
  titel: [v.titel],
  ...(v.lueckeId === null ? { handlungsfeld: one(v.handlungsfeld) } : {}),
  problem: one(v.problem),
  haeufigkeit: one(v.haeufigkeit),
  orte: one(v.orte),
  aemter: one(v.aemter),
  moeglichkeiten: one(v.moeglichkeiten),
  vorschlag: one(v.vorschlag),
  zahlen_von: one(v.zahlenVon),
  zahlen_bis: one(v.zahlenBis),
});
