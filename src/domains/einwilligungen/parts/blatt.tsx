import { Card, Entered } from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { SPRACHE, eigenName, type Sprache } from "../model/zwecke.ts";
import type { EinwilligungText } from "../queries/texte.ts";
import { ONE } from "./getan.ts";

type Props = {
  readonly id: string;
  readonly text: EinwilligungText;
  /** The languages in which the text is released. */
  readonly gedruckt: readonly Sprache[];
  readonly sprache: Sprache | null;
};

/** The words, and the sheet to sign in each language. */
export function Blatt({ id, text, gedruckt, sprache }: Props) {
  return (
    <Card title="Blatt zum Unterschreiben">
      <p class="prose">
        <Entered>{text.wortlaut}</Entered>
      </p>
      <p class="hint">
        Als PDF in der Sprache der Person. Wo der Text in ihr nicht freigegeben ist, wird der deutsche gedruckt, und das
        Blatt sagt es.
      </p>
      <ul class="plain-list">
        {SPRACHE.map((one) => (
          <li>
            <a href={`${ONE}/${id}/blatt?sprache=${one}`} lang={DRUCKSPRACHEN[one].lang} dir="auto">
              {eigenName(one)}
            </a>
            {gedruckt.includes(one) ? null : " – Text auf Deutsch"}
            {one === sprache ? " – so wurde es erklärt" : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
