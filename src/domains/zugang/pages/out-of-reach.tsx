import type { Values } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { ButtonLink, PlainPage } from "../../../ui/index.ts";
import { Typed } from "../parts/typed.tsx";

/**
 * A form whose record is not there (any more), or was never for this person: the same answer for all of them. What was typed
 * comes back to be copied; a script leaves it in its form and shows the first sentence there.
 */
export const outOfReach = (typed: Values) => (
  <PlainPage frame={publicFrame("/")} title="Nicht gespeichert">
    <p>
      Diesen Eintrag gibt es für Sie nicht (mehr): Eine Vertretung ist zu Ende, er wurde übergeben oder entfernt.
      Gespeichert wurde nichts.
    </p>
    <p>Wer die Akte jetzt führt, kann übernehmen, was Sie geschrieben haben. Hier steht es zum Kopieren.</p>
    <Typed values={typed} />
    <ButtonLink href="/">Zur Startseite</ButtonLink>
  </PlainPage>
);
