import { Checkbox, Col, type ConflictField, Fieldset, Row, SelectField } from "../../../ui/index.ts";
import { changeVerstaendigung } from "../commands/change-verstaendigung.ts";
import { verstaendigungValues } from "../model/form-values.ts";
import { SPRACHEN_HOECHSTENS, VerstaendigungEingabe, zeile } from "../model/teile.ts";
import { TEILFELD } from "../model/texte.ts";
import { BASIS, FERTIGKEIT, NIVEAU, SPRACHMITTLUNG, optionsOf } from "../model/worte.ts";
import { type FelderProps, teilPage } from "../parts/teil-page.tsx";
import { boxField, chosenField } from "../parts/worte.tsx";
import { zeilenIn } from "../parts/zeilen.ts";

const NIVEAUS = optionsOf(NIVEAU);

function Sprachzeile({ n, lists, field }: Omit<FelderProps, "values" | "person"> & { readonly n: number }) {
  const of = (feld: string) => field(zeile("sprache", n, feld));
  return (
    <Fieldset legend={`${n}. Sprache`}>
      <Row>
        <Col span={4}>
          <SelectField {...of("code")} label="Sprache" options={lists.sprache} empty="–" optional />
        </Col>
        <Col span={4}>
          <SelectField {...of("basis")} label="Woher bekannt" options={optionsOf(BASIS)} empty="–" optional />
        </Col>
        <Col span={4}>
          <Checkbox {...of("erst")} label="Erstsprache" />
        </Col>
      </Row>
      <Row>
        {Object.entries(FERTIGKEIT).map(([feld, label]) => (
          <Col span={3} half>
            <SelectField {...of(feld)} label={label} options={NIVEAUS} empty="–" />
          </Col>
        ))}
      </Row>
    </Fieldset>
  );
}

function Felder({ lists, field, values }: FelderProps) {
  const of = (name: keyof typeof TEILFELD) => ({ ...field(name), label: TEILFELD[name] });
  return (
    <>
      <Row>
        <Col span={6}>
          <SelectField {...of("verstaendigungssprache")} options={lists.gespraech} empty="–" optional />
        </Col>
        <Col span={6}>
          <SelectField {...of("sprachmittlung")} options={optionsOf(SPRACHMITTLUNG)} empty="–" optional />
        </Col>
      </Row>
      <p class="hint">Niveaus nach dem Europäischen Referenzrahmen, nur so weit sie gebraucht werden.</p>
      {zeilenIn(values, "sprache", SPRACHEN_HOECHSTENS).map((n) => (
        <Sprachzeile n={n} lists={lists} field={field} />
      ))}
    </>
  );
}

/** The fields of one row, each told with the number of the row. */
const conflictOf = (n: number, lists: FelderProps["lists"]): ConflictField[] => [
  chosenField(zeile("sprache", n, "code"), lists.sprache, `${n}. Sprache`),
  boxField(zeile("sprache", n, "erst"), `${n}. Sprache: Erstsprache`),
  chosenField(zeile("sprache", n, "basis"), optionsOf(BASIS), `${n}. Sprache: woher bekannt`),
  ...Object.entries(FERTIGKEIT).map(([feld, label]) =>
    chosenField(zeile("sprache", n, feld), NIVEAUS, `${n}. Sprache: ${label}`),
  ),
];

export const { show, save } = teilPage({
  pfad: "verstaendigung",
  entwurf: "person-verstaendigung",
  titel: "Sprachen und Verständigung",
  schema: VerstaendigungEingabe,
  values: verstaendigungValues,
  felder: Felder,
  conflict: (lists) => [
    chosenField("verstaendigungssprache", lists.gespraech),
    chosenField("sprachmittlung", optionsOf(SPRACHMITTLUNG)),
    ...Array.from({ length: SPRACHEN_HOECHSTENS }, (_, i) => conflictOf(i + 1, lists)).flat(),
  ],
  save: changeVerstaendigung,
});
