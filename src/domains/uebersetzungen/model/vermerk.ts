import { tagText } from "../../../platform/span.ts";
import { DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/model/druck-sprachen.ts";

/** What a sheet says about its translation: in its own language (null: nothing) and in German ("": nothing). */
type Vermerk = { readonly pruefung: string | null; readonly pruefungDeutsch: string };

type Anlass = {
  readonly sprache: Drucksprache;
  /** The sentence of the form that nobody has checked it, in its language. */
  readonly eigen: string;
  /** The Träger that stands for it. */
  readonly traeger: string;
  /** The ISO day on which it was released; null where it is not. */
  readonly geprueft: string | null;
};

/** Until a Träger has released it, a translation says that nobody checked it; then by whom it was checked and when. */
export function vermerk({ sprache, eigen, traeger, geprueft }: Anlass): Vermerk {
  if (sprache === "de") return { pruefung: null, pruefungDeutsch: "" };
  const { name } = DRUCKSPRACHEN[sprache];
  if (geprueft !== null) {
    return { pruefung: null, pruefungDeutsch: `${name}: geprüft von ${traeger} am ${tagText(geprueft)}.` };
  }
  // Easy German says it itself in German.
  const deutsch = sprache === "de_leicht" ? "" : `Übersetzung (${name}), nicht amtlich geprüft.`;
  return { pruefung: eigen, pruefungDeutsch: deutsch };
}
