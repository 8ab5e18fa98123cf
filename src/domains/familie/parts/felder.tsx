import { first } from "../../../platform/form.ts";
import {
  Button,
  Checkbox,
  Col,
  DateField,
  Entered,
  Fieldset,
  HiddenField,
  Row,
  SelectField,
  SelectSeveral,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { merkmale } from "../../personen/index.ts";
import { ROLLE, ROLLEN } from "../model/beziehung.ts";
import type { Formular } from "../queries/formular.ts";

type Props = { readonly f: Formular };

const KINDS = ROLLE.map((rolle) => ({ value: rolle, label: ROLLEN[rolle].wort }));

/** What somebody is to the person, since when, and whether they live together. */
export function WasFelder({ f }: Props) {
  const field = fieldsOf(f.values, f.rejected);
  return (
    <>
      <p>
        Wer gehört zu <Entered>{f.person.name}</Entered>?
      </p>
      <Row>
        <Col span={6}>
          <SelectField
            {...field("beziehung")}
            label="Sie oder er ist"
            options={KINDS}
            empty="Bitte wählen"
            autofocus={f.rejected === undefined}
          />
        </Col>
        <Col span={6}>
          <DateField {...field("von")} label="Seit" hint="Bei Vormundschaft oder Betreuung: der erste Tag." optional />
        </Col>
      </Row>
      <Checkbox {...field("zusammen")} label="lebt im selben Haushalt" />
    </>
  );
}

/** Who it is, among those who are there: found, similar, seen last. */
export function VorhandeneFelder({ f }: Props) {
  const field = fieldsOf(f.values, f.rejected);
  const chosen = first(f.values, "vorhandene");
  return (
    <div id="vorhandene">
      <Fieldset legend="Ist die Person schon da?">
        <Row>
          <Col span={9}>
            <TextField
              {...field("suche")}
              label="Person suchen"
              hint="Name, Geburtsdatum oder Telefon."
              enter="suchen"
              optional
            />
          </Col>
          <Col span={3}>
            <div class="beside">
              <Button kind="secondary" id="suchen" name="ansicht" value="suchen" part="#vorhandene">
                Suchen
              </Button>
            </div>
          </Col>
        </Row>
        <HiddenField name="gesucht" value={f.gesucht} />
        {f.gesehen.map((id) => (
          <HiddenField name="gesehen" value={id} />
        ))}
        {f.gefunden === undefined ? null : (
          <p class="hint" data-treffer="">
            {f.gefunden}
          </p>
        )}
        {f.vorhandene.map((one) => (
          <Vorhandene id={one.id} name={one.name} more={merkmale(one).join(" · ")} checked={one.id === chosen} />
        ))}
        <label class="check">
          <input type="radio" name="vorhandene" value="" checked={chosen === ""} />
          <span>nein, neu anlegen</span>
        </label>
      </Fieldset>
    </div>
  );
}

function Vorhandene(props: {
  readonly id: string;
  readonly name: string;
  readonly more: string;
  readonly checked: boolean;
}) {
  return (
    <label class="check">
      <input type="radio" name="vorhandene" value={props.id} checked={props.checked} />
      <span>
        <Entered>{props.name}</Entered>
        {props.more === "" ? null : <span class="opt"> · {props.more}</span>}
      </span>
    </label>
  );
}

/** A new person, as far as it is asked here; the family name, the Kommune and the language of the person stand in it. */
export function NeueFelder({ f }: Props) {
  const field = fieldsOf(f.values, f.rejected);
  return (
    <Fieldset legend="Neu anlegen">
      <Row>
        <Col span={6}>
          <TextField {...field("person_vorname")} label="Vorname oder Kürzel" />
        </Col>
        <Col span={6}>
          <TextField {...field("person_nachname")} label="Nachname" optional />
        </Col>
        <Col span={4}>
          <DateField {...field("person_geburtsdatum")} label="Geburtsdatum" birth optional />
        </Col>
        <Col span={4}>
          <SelectField
            {...field("person_altersgruppe")}
            label="oder Altersgruppe"
            options={f.altersgruppen}
            empty="–"
            optional
          />
        </Col>
        <Col span={4}>
          <SelectField {...field("person_kommune")} label="Wohnt in" options={f.kommunen} empty="–" optional />
        </Col>
        <Col span={6}>
          <SelectField
            {...field("person_staatsangehoerigkeit")}
            label="Staatsangehörigkeit"
            options={f.staaten}
            empty="–"
            optional
          />
        </Col>
      </Row>
      <SelectSeveral
        {...field("person_sprachen")}
        label="Sprachen"
        item="Sprache"
        options={f.sprachen}
        empty="–"
        optional
      />
    </Fieldset>
  );
}
