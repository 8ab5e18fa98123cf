import { Checkbox, DateField } from "../../../ui/index.ts";
import { blockPerson } from "../commands/block-person.ts";
import { sperreValues } from "../model/form-values.ts";
import { SperreEingabe } from "../model/teile.ts";
import { TEILFELD } from "../model/texte.ts";
import { type FelderProps, teilPage } from "../parts/teil-page.tsx";
import { boxField, dayField } from "../parts/worte.tsx";

const Felder = ({ field }: FelderProps) => (
  <>
    <p>
      Dann sehen diese Person nur noch Sie und wer Sie namentlich vertritt: in keiner Liste und keiner Suche eines Teams
      steht sie, auch nicht ihre Fälle und Beratungen. Jeder Ausdruck trägt den Vermerk. Die Sperre endet nicht von
      selbst.
    </p>
    <Checkbox {...field("gesperrt")} label={TEILFELD.gesperrt} />
    <DateField {...field("bis")} label={TEILFELD.bis} optional />
  </>
);

export const { show, save } = teilPage({
  pfad: "auskunftssperre",
  entwurf: "person-auskunftssperre",
  titel: "Auskunftssperre",
  schema: SperreEingabe,
  values: sperreValues,
  felder: Felder,
  conflict: () => [boxField("gesperrt"), dayField("bis")],
  save: blockPerson,
});
