import type { Values } from "../../../platform/form.ts";
import type { Grundlage } from "./grundlage.ts";
import { type Kapitel, textOf } from "./kapitel.ts";
import type { Kopf } from "./kopf.ts";
import type { Vorlage } from "./vorlage.ts";

/** The head of a draft as its form is filled. */
export const kopfValues = ({ titel, kopf }: { readonly titel: string; readonly kopf: Kopf }): Values => ({
  titel: [titel],
  gremium: [kopf.gremium],
  sitzung: [kopf.sitzung],
  vorlage: [kopf.vorlage],
  amt: [kopf.amt],
  briefkopf: [kopf.briefkopf],
  unterschrift: [kopf.unterschrift],
});

/** A template as its form is filled. */
export const vorlageValues = (vorlage: Vorlage & { readonly name: string; readonly aktiv: boolean }): Values => ({
  ...kopfValues(vorlage),
  name: [vorlage.name],
  angeboten: vorlage.aktiv ? ["ja"] : [],
});

/** A chapter as its form is filled: with the text that stands in the paper now. */
export const kapitelValues = (g: Grundlage, kapitel: Kapitel): Values => ({
  titel: [kapitel.titel],
  text: [textOf(g, kapitel)],
});

/** Where each chapter stands and whether it does, as the form of the order is filled. */
export const ordnungValues = (kapitel: readonly Kapitel[]): Values =>
  Object.fromEntries(
    kapitel.flatMap((k, i) => [
      [`rang_${k.id}`, [String(i + 1)]],
      [`dabei_${k.id}`, k.entfaellt ? [] : ["ja"]],
    ]),
  );
