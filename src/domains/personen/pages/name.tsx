import { followGeburt } from "../../einwilligungen/index.ts";
import { changePerson } from "../commands/change-person.ts";
import { nameValues } from "../model/form-values.ts";
import { NameEingabe } from "../model/teile.ts";
import { JA_WAHL, nurTeil } from "../model/ja.ts";
import { FELD, TEILFELD } from "../model/texte.ts";
import { GESCHLECHT, optionsOf } from "../model/worte.ts";
import { type FelderProps, teilPage } from "../parts/teil-page.tsx";
import { boxField, chosenField, dayField, typedField } from "../parts/worte.tsx";
import { Checkbox, Col, DateField, Fieldset, RadioSegment, Row, SelectField, TextField } from "../../../ui/index.ts";

function Felder({ lists, field, person }: FelderProps) {
  const of = (name: keyof typeof FELD | keyof typeof TEILFELD) => ({ ...field(name), label: LABEL[name] });
  return (
    <>
      <Row>
        <Col span={5}>
          <TextField {...of("person_vorname")} hint="Mehrere hintereinander." />
        </Col>
        <Col span={3}>
          <TextField {...of("zusatz")} hint="al-, von, de …" optional />
        </Col>
        <Col span={4}>
          <TextField {...of("person_nachname")} optional />
        </Col>
      </Row>
      <Row>
        <Col span={4}>
          <TextField {...of("rufname")} hint="Wie die Person genannt wird." optional />
        </Col>
        <Col span={8}>
          <TextField {...of("original")} hint="Der ganze Name, etwa arabisch oder kyrillisch." optional />
        </Col>
      </Row>
      <TextField {...of("frueher")} hint="Mehrere mit Komma getrennt; gesucht wird auch nach ihnen." optional />
      <Fieldset legend="Geburt">
        <Row>
          <Col span={4}>
            <DateField {...of("person_geburtsdatum")} birth optional />
          </Col>
          <Col span={4}>
            <TextField {...of("geburtsjahr")} inputmode="numeric" optional />
          </Col>
          <Col span={4}>
            <SelectField {...of("person_altersgruppe")} options={lists.altersgruppe} empty="–" optional />
          </Col>
        </Row>
        <Checkbox {...of("geburt_geschaetzt")} />
      </Fieldset>
      <Row>
        <Col span={4}>
          <SelectField {...of("geschlecht")} options={optionsOf(GESCHLECHT)} empty="nicht gefragt" optional />
        </Col>
      </Row>
      {nurTeil(person.name) ? (
        <RadioSegment
          {...field("ja")}
          label="Wird aus einem Kürzel ein ganzer Name: Ist die Person einverstanden?"
          hint="Ihre früheren Beratungen stehen dann unter ihrem Namen."
          options={JA_WAHL}
        />
      ) : null}
    </>
  );
}

const LABEL = { ...FELD, ...TEILFELD };

export const { show, save } = teilPage({
  pfad: "bearbeiten",
  entwurf: "person-aendern",
  titel: "Name und Geburt",
  schema: NameEingabe,
  values: nameValues,
  felder: Felder,
  conflict: (lists) => [
    typedField("person_vorname"),
    typedField("zusatz"),
    typedField("person_nachname"),
    typedField("rufname"),
    typedField("original"),
    typedField("frueher"),
    dayField("person_geburtsdatum"),
    typedField("geburtsjahr"),
    chosenField("person_altersgruppe", lists.altersgruppe, "Altersgruppe"),
    boxField("geburt_geschaetzt"),
    chosenField("geschlecht", optionsOf(GESCHLECHT)),
  ],
  save: async (tx, actor, at, input) => {
    await changePerson(tx, actor, at, input);
    await followGeburt(tx, actor, at.id);
  },
});
