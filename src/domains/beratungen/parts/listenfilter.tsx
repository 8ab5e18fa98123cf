import { optionOf } from "../../../platform/choice.ts";
import { DateField, FilterBar, HiddenField, SelectField, fieldsOf } from "../../../ui/index.ts";
import type { Kode } from "../../codelisten/index.ts";
import { werteDes } from "../model/filter.ts";
import { STUFE_KURZ } from "../model/texte.ts";
import { LIST } from "./getan.ts";
import type { ListeProps } from "./liste.tsx";

const JA_NEIN = [
  { value: "ja", label: "ja" },
  { value: "nein", label: "nein" },
];

const options = (list: readonly Kode[], short = false) =>
  list.map((k) => ({ value: k.code, label: short ? k.kurz : k.name }));

/** The filter above the list, in one line; what else stands in the address goes along. */
export function Filterzeile({ filter, listen, orte, vertretene, rejected }: Omit<ListeProps, "gefunden">) {
  const field = fieldsOf(werteDes(filter), rejected);
  const stufen = listen.stufe.map((k) => ({ value: k.code, label: STUFE_KURZ[k.code] ?? k.name }));
  const { zurueckgezogene, nach } = filter;
  return (
    <FilterBar action={LIST} part="#liste" rejected={rejected}>
      <DateField {...field("von")} label="von" bare />
      <DateField {...field("bis")} label="bis" bare />
      <SelectField {...field("thema")} label="Thema" empty="alle" options={options(listen.handlungsfeld, true)} />
      <SelectField {...field("stufe")} label="Stufe" empty="alle" options={stufen} />
      <SelectField {...field("kommune")} label="Kommune" empty="alle" options={orte.map(optionOf)} />
      <SelectField {...field("sprache")} label="Sprache" empty="alle" options={options(listen.sprache)} />
      <SelectField {...field("neuzuweisung")} label="Neuzuweisung" empty="alle" options={JA_NEIN} />
      {vertretene.length === 0 ? null : (
        <SelectField
          {...field("wessen")}
          label="Wessen"
          empty="meine"
          options={[
            { value: "alle", label: "alle" },
            ...vertretene.map(({ id, name }) => ({ value: id, label: `in Vertretung für ${name}` })),
          ]}
        />
      )}
      {zurueckgezogene === undefined ? null : <HiddenField name="zurueckgezogene" value={zurueckgezogene} />}
      {nach === undefined ? null : <HiddenField name="nach" value={nach} />}
    </FilterBar>
  );
}
