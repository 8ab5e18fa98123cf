import type { Values } from "../../../platform/form.ts";
import type { Halbjahresbericht } from "./halbjahresbericht.ts";
import { BAUSTEINE, textOf } from "./vorschlag.ts";

/** A draft as its form is filled: the head, and each block as it stands in the paper now. */
export const entwurfValues = (b: Halbjahresbericht): Values => ({
  titel: [b.titel],
  gremium: [b.kopf.gremium],
  sitzung: [b.kopf.sitzung],
  vorlage: [b.kopf.vorlage],
  amt: [b.kopf.amt],
  unterschrift: [b.kopf.unterschrift],
  ...Object.fromEntries(BAUSTEINE.map((key) => [key, [textOf(b.grundlage, b.texte, key)]])),
});
