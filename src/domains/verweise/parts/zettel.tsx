import { Card } from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { SPRACHE, eigenName } from "../../einwilligungen/index.ts";
import { LIST } from "./getan.ts";

/** The slip to take along, in each language. */
export const Zettel = ({ id }: { readonly id: string }) => (
  <Card title="Zettel für die Person">
    <p class="hint">Wohin, wann, was mitzubringen ist. Als PDF in der Sprache der Person, ohne ihren Namen.</p>
    <ul class="plain-list several">
      {SPRACHE.map((one) => (
        <li>
          <a href={`${LIST}/${id}/zettel?sprache=${one}`} lang={DRUCKSPRACHEN[one].lang} dir="auto">
            {eigenName(one)}
          </a>
        </li>
      ))}
    </ul>
  </Card>
);
