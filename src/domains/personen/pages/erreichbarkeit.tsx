import { Checkbox, Col, type ConflictField, Fieldset, Row, SelectField, TextField } from "../../../ui/index.ts";
import { changeErreichbarkeit } from "../commands/change-erreichbarkeit.ts";
import { erreichbarkeitValues } from "../model/form-values.ts";
import { ErreichbarEingabe, KONTAKTE_HOECHSTENS, zeile } from "../model/teile.ts";
import { KONTAKTART, optionsOf } from "../model/worte.ts";
import { type FelderProps, teilPage } from "../parts/teil-page.tsx";
import { boxField, chosenField, typedField } from "../parts/worte.tsx";
import { zeilenIn } from "../parts/zeilen.ts";

const ARTEN = optionsOf(KONTAKTART);
const WERT = "Nummer, Adresse oder Name";
const HINWEIS = "Wann es sicher ist, was zu beachten ist";

function Kontaktzeile({ n, field }: Pick<FelderProps, "field"> & { readonly n: number }) {
  const of = (feld: string) => field(zeile("kontakt", n, feld));
  return (
    <Fieldset legend={n === 1 ? "1. Weg: am besten so" : `${n}. Weg`}>
      <Row>
        <Col span={4}>
          <SelectField {...of("art")} label="Weg" options={ARTEN} empty="–" optional />
        </Col>
        <Col span={8}>
          <TextField {...of("wert")} label={WERT} optional />
        </Col>
      </Row>
      <Row>
        <Col span={4}>
          <Checkbox {...of("kein_band")} label="Nicht auf Band sprechen" />
        </Col>
        <Col span={8}>
          <TextField {...of("hinweis")} label={HINWEIS} optional />
        </Col>
      </Row>
    </Fieldset>
  );
}

const Felder = ({ field, values }: FelderProps) => (
  <>
    <p class="hint">Der erste Weg ist der bevorzugte. Eine geleerte Zeile fällt weg.</p>
    {zeilenIn(values, "kontakt", KONTAKTE_HOECHSTENS).map((n) => (
      <Kontaktzeile n={n} field={field} />
    ))}
  </>
);

const conflictOf = (n: number): ConflictField[] => [
  chosenField(zeile("kontakt", n, "art"), ARTEN, `${n}. Weg`),
  { ...typedField(zeile("kontakt", n, "wert")), label: `${n}. ${WERT}` },
  boxField(zeile("kontakt", n, "kein_band"), `${n}. Weg: nicht auf Band sprechen`),
  { ...typedField(zeile("kontakt", n, "hinweis")), label: `${n}. ${HINWEIS}` },
];

export const { show, save } = teilPage({
  pfad: "erreichbarkeit",
  entwurf: "person-erreichbarkeit",
  titel: "Erreichbarkeit",
  schema: ErreichbarEingabe,
  values: erreichbarkeitValues,
  felder: Felder,
  conflict: () => Array.from({ length: KONTAKTE_HOECHSTENS }, (_, i) => conflictOf(i + 1)).flat(),
  save: changeErreichbarkeit,
});
