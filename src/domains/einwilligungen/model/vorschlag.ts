import type { Zweck } from "./zwecke.ts";

const WIDERRUF =
  "Das ist freiwillig. Wenn ich Nein sage, werde ich trotzdem beraten. Ich kann jederzeit widerrufen, ohne einen Grund zu nennen; dann geht ab diesem Tag nichts mehr hinaus. Was vorher war, bleibt erlaubt.";

/** What a Träger can begin with. Nothing of it is agreed to before it was read, changed and released there. */
export const VORSCHLAG: Readonly<Record<Zweck, string>> = {
  begleitung: `Ich möchte im Case Management begleitet werden. Dafür hält meine Beraterin oder mein Berater fest, was auf diesem Blatt steht, und plant mit mir die nächsten Schritte. Nur sie oder er liest das, und wer sie oder ihn vertritt. ${WIDERRUF}`,
  weitergabe: `Meine Beraterin oder mein Berater darf der genannten Stelle die genannten Angaben geben, damit sie mir helfen kann. Andere Angaben gehen nicht hinaus. ${WIDERRUF}`,
  behoerde: `Meine Beraterin oder mein Berater darf mit der genannten Behörde über die genannten Angaben sprechen. Mir wurde erklärt, welche Folgen das haben kann. Andere Angaben erfährt die Behörde nicht. ${WIDERRUF}`,
  uebergabe: `Ich möchte, dass der genannte Träger mich weiter begleitet. Er bekommt dafür die genannten Angaben. ${WIDERRUF}`,
  konferenz: `Meine Beraterin oder mein Berater darf in einem Gespräch mit der genannten Stelle über die genannten Angaben sprechen. Ich kann selbst dabei sein. ${WIDERRUF}`,
  evaluation: `Die genannte Stelle darf die genannten Angaben für eine Untersuchung nutzen, wie gut die Beratung hilft. In den Ergebnissen erkennt mich niemand. ${WIDERRUF}`,
};
