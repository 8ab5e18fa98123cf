import { fieldsOf } from "../../../ui/index.ts";
import type { Formular } from "../queries/formular.ts";
import { Ergebnis, Kopf, StufeUndThemen, Verstaendigung } from "./felder.tsx";
import { GRUENDE } from "../model/texte.ts";
import { Notiz } from "./notiz.tsx";
import { Personen } from "./personen.tsx";

/** Keys of the form. */
export const KEYS = [{ keys: "1–9, e, b, t", does: "in „Worum ging es?“: Thema wählen" }] as const;
/** The key that fills a new one, and what else its page has. */
export const WIE_DIE_LETZTE = "w";
export const KEYS_NEU = [...KEYS, { keys: WIE_DIE_LETZTE, does: "wie die letzte, außerhalb von Textfeldern" }] as const;

/** What the page for correcting has. */
export const KEYS_KORREKTUR = [
  ...KEYS,
  ...GRUENDE.korrektur.map(({ key, label }) => ({ keys: key, does: `Grund: ${label}, außerhalb von Textfeldern` })),
];

/** All fields of a consultation in the order in which one asks. */
export function Felder({ f }: { readonly f: Formular }) {
  const props = { f, field: fieldsOf(f.values, f.rejected) };
  return (
    <>
      <Kopf {...props} />
      <StufeUndThemen {...props} />
      <Verstaendigung {...props} />
      <Ergebnis {...props} />
      <Personen {...props} />
      <Notiz {...props} />
    </>
  );
}

/**
 * The button that Enter presses in browsers without JavaScript: the first one of the form. The visible one stands at the
 * end, where the eye arrives. `form` is the id of a form that has buttons outside of it, before its own.
 */
export function EnterButton({ form }: { readonly form?: string }) {
  return <button class="kern-sr-only" form={form} tabindex={-1} aria-hidden="true"></button>;
}
