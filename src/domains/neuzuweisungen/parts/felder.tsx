import { offered, optionOf } from "../../../platform/choice.ts";
import { type ConflictField, type FieldsOf, SelectCell, SelectField, Table } from "../../../ui/index.ts";
import { THEMA, THEMEN, THEMENSTAENDE, THEMENSTAND, isThemenstand, themaFeld } from "../model/themen.ts";
import type { Unterkunft } from "../queries/unterkuenfte.ts";
import { unterkunftWahl } from "../queries/unterkuenfte.ts";

const OPTIONS = THEMENSTAND.map((stand) => ({ value: stand, label: THEMENSTAENDE[stand] }));

/** The checklist of the orientation: each theme with how far it is. */
export const ThemenListe = ({ field }: { readonly field: FieldsOf }) => (
  <Table
    caption="Themen der Orientierung"
    hideCaption
    stack
    rows={THEMA}
    columns={[
      { label: "Thema", names: true, cell: (thema) => THEMEN[thema].wort },
      {
        label: "Wie weit",
        cell: (thema) => (
          <SelectCell
            {...field(themaFeld(thema))}
            label={`${THEMEN[thema].wort}: wie weit`}
            empty="noch nichts"
            options={OPTIONS}
          />
        ),
      },
    ]}
  />
);

/** The themes as a conflict shows them: in words. */
export const THEMEN_CONFLICT: readonly ConflictField[] = THEMA.map((thema) => ({
  name: themaFeld(thema),
  label: THEMEN[thema].wort,
  show: ([code = ""]) => (isThemenstand(code) ? THEMENSTAENDE[code] : code),
  empty: "noch nichts",
}));

/** The places to choose from, those of a Kommune under its name. */
export function UnterkunftFeld({
  field,
  orte,
  kept,
}: {
  readonly field: FieldsOf;
  readonly orte: readonly Unterkunft[];
  readonly kept: string | null;
}) {
  const options = offered(unterkunftWahl(orte), kept === null ? [] : [kept]).map(optionOf);
  return (
    <SelectField
      {...field("unterkunft")}
      label="Unterkunft"
      empty="keine der Liste"
      options={options}
      hint="Fehlt eine, tragen Sie sie unter „Unterkünfte“ ein. Private Anschriften gehören nicht hierher."
      optional
    />
  );
}
