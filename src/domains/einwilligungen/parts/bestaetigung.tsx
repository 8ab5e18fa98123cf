import { Card } from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { SPRACHE, type Sprache, eigenName } from "../model/zwecke.ts";
import { ONE } from "./getan.ts";

type Props = { readonly id: string; readonly sprache: Sprache | null };

/** The letter to the person that she withdrew, in German and each other language. */
export const Bestaetigung = ({ id, sprache }: Props) => (
  <Card title="Bestätigung für die Person">
    <p class="hint">
      Ein Brief, dass der Widerruf gilt und wer schon etwas bekommen hat. Auf Deutsch, dahinter in der gewählten
      Sprache.
    </p>
    <ul class="plain-list several">
      {SPRACHE.map((one) => (
        <li>
          <a href={`${ONE}/${id}/bestaetigung?sprache=${one}`} lang={DRUCKSPRACHEN[one].lang} dir="auto">
            {eigenName(one)}
          </a>
          {one === sprache ? " – so wurde es erklärt" : null}
        </li>
      ))}
    </ul>
  </Card>
);
