import { optionalCode } from "../../../platform/fields.ts";
import type { Values } from "../../../platform/form.ts";
import { type Codelisten, type Kodewahl, nameOf, wahlAm } from "../../codelisten/model/codelisten.ts";
import { offered, optionOf } from "../../../platform/choice.ts";

/**
 * How people understood each other, recorded everywhere alike: in which language, and who or what bridged it (code lists `sprache` and
 * `verstaendigung`). Fields, labels, options, values and words stand here once; consultation, appointment, call, meeting and consent
 * take them from here.
 */
export type Verstaendigung = { readonly sprache: string | null; readonly verstaendigung: string | null };

export const SPRACHE_LABEL = "Sprache";
export const VERSTAENDIGUNG_LABEL = "Verständigung";
const NO_ANSWER = "keine Angabe";

/** Said where a child interprets (`noted` options of the list). */
export const HINWEIS_KIND =
  "Ein Kind sollte nicht für seine Eltern dolmetschen müssen. Vielleicht geht beim nächsten Mal Sprachmittlung oder ein Gerät.";

/** For schemas of forms. Whether the lists know the codes `refuseVerstaendigung` asks. */
export const VERSTAENDIGUNG_EINGABE = {
  sprache: optionalCode("Wählen Sie die Sprache aus der Liste."),
  verstaendigung: optionalCode("Wählen Sie aus der Liste, wie Sie sich verstehen."),
};

const one = (code: string | null): string[] => (code === null ? [] : [code]);
export const verstaendigungValues = ({ sprache, verstaendigung }: Verstaendigung): Values => ({
  sprache: one(sprache),
  verstaendigung: one(verstaendigung),
});

type Listen = Pick<Codelisten, "sprache" | "verstaendigung">;
type Wahl = Readonly<Record<keyof Listen, readonly Kodewahl[]>>;

/** Both lists as they are on a day. */
export const verstaendigungAm = (listen: Listen, day: string): Wahl => ({
  sprache: wahlAm(listen.sprache, day),
  verstaendigung: wahlAm(listen.verstaendigung, day),
});

/** What the two fields show (`SelectField`): what is open, and what the record has. */
export function verstaendigungFelder(wahl: Wahl, kept?: Partial<Verstaendigung>) {
  const of = (name: keyof Listen) =>
    offered(wahl[name], one(kept?.[name] ?? null)).map((k) => ({
      ...optionOf(k),
      noted: k.hinweis ? true : undefined,
    }));
  return {
    sprache: { label: SPRACHE_LABEL, empty: NO_ANSWER, options: of("sprache") },
    verstaendigung: { label: VERSTAENDIGUNG_LABEL, empty: NO_ANSWER, options: of("verstaendigung") },
  };
}

/** How the two are called where somebody else saved meanwhile. */
export const verstaendigungConflict = (listen: Listen) => [
  { name: "sprache", label: SPRACHE_LABEL, show: ([code = ""]: readonly string[]) => nameOf(listen.sprache, code) },
  {
    name: "verstaendigung",
    label: VERSTAENDIGUNG_LABEL,
    show: ([code = ""]: readonly string[]) => nameOf(listen.verstaendigung, code),
  },
];

/** "Arabisch, Sprachmittlung vor Ort"; "" where nothing was said. */
export const verstaendigungText = (listen: Listen, { sprache, verstaendigung }: Verstaendigung): string =>
  [nameOf(listen.sprache, sprache), nameOf(listen.verstaendigung, verstaendigung)].filter((w) => w !== "").join(", ");
