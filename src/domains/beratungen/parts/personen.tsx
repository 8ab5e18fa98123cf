import { type Choice, offered, optionOf } from "../../../platform/choice.ts";
import { first } from "../../../platform/form.ts";
import {
  Button,
  Col,
  DateField,
  Details,
  Entered,
  Fieldset,
  HiddenField,
  Row,
  SelectField,
  TextField,
} from "../../../ui/index.ts";
import { type PersonKurz, merkmale, nobodyFound } from "../../personen/index.ts";
import { feldNeu, NEUE_PERSONEN } from "../model/neue-person.ts";
import type { FelderProps } from "./felder.tsx";

function Wahl(props: {
  readonly id: string;
  readonly name: string;
  readonly more?: string;
  readonly checked: boolean;
}) {
  return (
    <label class="check">
      <input type="checkbox" name="person" value={props.id} checked={props.checked} />
      <span>
        <Entered>{props.name}</Entered>
        {props.more === undefined || props.more === "" ? null : <span class="opt"> · {props.more}</span>}
      </span>
    </label>
  );
}

const beschreibung = (p: PersonKurz & { readonly grund?: string }, f: FelderProps["f"]): string => {
  const whose = f.fremde.get(p.kontoId);
  const more = [p.grund ?? "", whose === undefined ? "" : `Akte von ${whose}`].filter((part) => part !== "");
  return [...merkmale(p), ...more].join(" · ");
};

/** Persons to choose from: one stop for Tab, arrows go from one to the next. */
const Auswahl = ({ f, personen }: Pick<FelderProps, "f"> & { readonly personen: readonly PersonKurz[] }) => (
  <div data-chips="">
    {personen.map((p) => (
      <Wahl id={p.id} name={p.name} more={beschreibung(p, f)} checked={false} />
    ))}
  </div>
);

/** Who belongs to the chosen ones: it is one consultation, and it counts as many as were there. */
function Familie({ f }: Pick<FelderProps, "f">) {
  if (f.familie.length === 0) return null;
  return (
    <Fieldset legend="Aus der Familie: Wer war noch da?">
      <div data-chips="">
        {f.familie.map((one) => (
          <Wahl id={one.id} name={one.name} more={[one.ist, ...merkmale(one)].join(" · ")} checked={false} />
        ))}
      </div>
    </Fieldset>
  );
}

/** So many hits stand open, the others behind a line. */
const OFFEN = 10;
const NONE_LEFT = "Niemanden gefunden, den Sie noch nicht gewählt haben.";
const MORE = " Noch mehr heißen entfernt so; schreiben Sie mehr vom Namen.";

function Gefunden({ f }: Pick<FelderProps, "f">) {
  if (f.treffer === undefined) return null;
  const n = f.treffer.length;
  return (
    <>
      <p class="hint" data-treffer="">
        {n === 0
          ? `${f.gewaehlt.length > 0 ? NONE_LEFT : nobodyFound(first(f.values, "suche"))} Wer neu ist, wird darunter angelegt.`
          : `${n} gefunden. Wählen Sie aus, wer da war.${f.mehr ? MORE : ""}`}
      </p>
      <Auswahl f={f} personen={f.treffer.slice(0, OFFEN)} />
      {n <= OFFEN ? null : (
        <Details summary={`${n - OFFEN} weitere zeigen`}>
          <Auswahl f={f} personen={f.treffer.slice(OFFEN)} />
        </Details>
      )}
    </>
  );
}

function NeuePerson({ f, field, row }: FelderProps & { readonly row: number }) {
  const own = (name: string) => field(feldNeu(row, name));
  const options = (list: readonly Choice[], name: string) =>
    offered(list, f.values[feldNeu(row, name)] ?? []).map(optionOf);
  return (
    <Fieldset legend={`Neue Person${row === 1 ? "" : ` ${row}`}`}>
      <Row>
        <Col span={6}>
          <TextField
            {...own("vorname")}
            label="Vorname oder Kürzel"
            autofocus={f.fokus === "neu" && row === f.zeilen}
          />
        </Col>
        <Col span={6}>
          <TextField {...own("nachname")} label="Nachname" optional />
        </Col>
        <Col span={6}>
          <DateField {...own("geburtsdatum")} label="Geburtsdatum" birth optional />
        </Col>
        <Col span={6}>
          <SelectField
            {...own("altersgruppe")}
            label="oder Altersgruppe"
            empty="keine Angabe"
            options={options(f.listen.altersgruppe, "altersgruppe")}
          />
        </Col>
        <Col span={6}>
          <SelectField
            {...own("kommune")}
            label="wohnt in"
            empty="keine Angabe"
            options={options(f.orte.kommunen, "kommune")}
          />
        </Col>
        <Col span={6}>
          <TextField {...own("staatsangehoerigkeit")} label="Staatsangehörigkeit" optional placeholder="z. B. Syrien" />
        </Col>
      </Row>
      <Aehnlich f={f} row={row} />
    </Fieldset>
  );
}

/** Who may be meant by a new row: asked once, then it is recorded as new. */
function Aehnlich({ f, row }: Pick<FelderProps, "f"> & { readonly row: number }) {
  const hits = (f.aehnlich.get(row) ?? []).filter((hit) => !f.gewaehlt.some((p) => p.id === hit.id));
  if (hits.length === 0) return null;
  return (
    <Fieldset legend="Ähnlich und schon da">
      {hits.map((hit) => (
        <Wahl id={hit.id} name={hit.name} more={beschreibung(hit, f)} checked={false} />
      ))}
    </Fieldset>
  );
}

/** Who was there: chosen from one's own persons, or new ones. Only at the stage with person. */
export function Personen({ f, field }: FelderProps) {
  const rows = Array.from({ length: f.zeilen }, (_, i) => i + 1);
  const begun = rows.some(
    (row) => first(f.values, feldNeu(row, "vorname")) + first(f.values, feldNeu(row, "nachname")) !== "",
  );
  return (
    <div id="personen" data-bei="2">
      <Fieldset legend="Wer war da?">
        {f.akte === undefined ? null : (
          <p class="hint">
            Diese Beratung gehört in die Akte von <Entered>{f.akte}</Entered>. Sie handeln in Vertretung.
          </p>
        )}
        {f.gewaehlt.map((p) => (
          <Wahl id={p.id} name={p.name} more={beschreibung(p, f)} checked />
        ))}
        <Familie f={f} />
        {f.treffer !== undefined || f.letzte.length === 0 ? null : <Auswahl f={f} personen={f.letzte} />}
        <Row>
          <Col span={9}>
            <TextField
              {...field("suche")}
              label="Person suchen"
              hint="Name, Geburtsdatum oder Telefon. Gefunden werden Ihre Personen und die von Kolleg:innen, die Sie heute vertreten."
              enter="suchen"
              autofocus={f.fokus === "suche"}
            />
          </Col>
          <Col span={3}>
            <div class="beside">
              <Button kind="secondary" id="suchen" name="ansicht" value="suchen" part="#personen">
                Suchen
              </Button>
            </div>
          </Col>
        </Row>
        <HiddenField name="gesucht" value={first(f.values, f.treffer === undefined ? "gesucht" : "suche")} />
        <HiddenField name="gesehen" value={f.gesehen.join(" ")} />
        <Gefunden f={f} />
      </Fieldset>
      <Details summary="Neue Person anlegen" open={begun || f.zeilen > 1 || f.treffer?.length === 0}>
        {rows.map((row) => (
          <NeuePerson f={f} field={field} row={row} />
        ))}
        {f.zeilen < NEUE_PERSONEN ? (
          <Button kind="tertiary" small name="ansicht" value="person" part="#personen">
            Weitere Person
          </Button>
        ) : null}
      </Details>
      {/* Last, so that it stands in nobody's way who comes by keyboard to whom she saw last. */}
      {f.gewaehlt.length === 0 && f.familie.length === 0 ? (
        <Button kind="tertiary" small name="ansicht" value="familie" part="#personen">
          Familie der Gewählten zeigen
        </Button>
      ) : null}
    </div>
  );
}
