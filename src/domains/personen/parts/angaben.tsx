import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, DescriptionList, Entered, Halves, Status } from "../../../ui/index.ts";
import { type Angabe, type Teil, angabenOf } from "../model/angaben.ts";
import type { Person } from "../queries/person.ts";
import type { Einwand } from "../queries/person-teile.ts";

type Abschnitt = { readonly teil: Teil; readonly titel: string; readonly pfad: string; readonly leer: string };

const ABSCHNITTE: readonly Abschnitt[] = [
  { teil: "name", titel: "Name und Geburt", pfad: "bearbeiten", leer: "" },
  { teil: "erreichbarkeit", titel: "Erreichbarkeit", pfad: "erreichbarkeit", leer: "Noch kein Weg angegeben." },
  {
    teil: "verstaendigung",
    titel: "Sprachen und Verständigung",
    pfad: "verstaendigung",
    leer: "Noch keine Sprache angegeben.",
  },
  { teil: "herkunft", titel: "Wohnen und Herkunft", pfad: "herkunft", leer: "Noch nichts angegeben." },
];

type Props = { readonly person: Person; readonly visit: Visit };

/** What is recorded about a person, in its portions, each with the way to its form; what is disputed says so beside it. */
export function Angaben({ person, visit }: Props) {
  const angaben = angabenOf(person);
  const writes = may(visit.actor, "person.schreiben");
  return (
    <Halves>
      {ABSCHNITTE.map((abschnitt) => (
        <AbschnittKarte
          {...abschnitt}
          person={person}
          writes={writes}
          angaben={angaben.filter(({ teil }) => teil === abschnitt.teil)}
        />
      ))}
    </Halves>
  );
}

function AbschnittKarte(
  props: Abschnitt & { readonly person: Person; readonly writes: boolean; readonly angaben: readonly Angabe[] },
) {
  const { titel, pfad, leer, person, writes, angaben } = props;
  const edit = (
    <ButtonLink kind="tertiary" small href={`/personen/${person.id}/${pfad}`}>
      Bearbeiten<span class="kern-sr-only">: {titel}</span>
    </ButtonLink>
  );
  return (
    <Card title={titel} {...(writes ? { action: edit } : {})}>
      {angaben.length === 0 ? <p class="muted">{leer}</p> : null}
      <DescriptionList
        items={angaben.map(({ feld, label, text }) => ({
          term: label,
          value: (
            <>
              <Entered>{text}</Entered>
              {person.einwaende
                .filter((einwand) => einwand.feld === feld)
                .map((einwand) => (
                  <Bestritten einwand={einwand} person={person.id} />
                ))}
            </>
          ),
        }))}
      />
    </Card>
  );
}

/** That a person disputes a field, with her own words (Art. 16 DSGVO). */
const Bestritten = ({ einwand, person }: { readonly einwand: Einwand; readonly person: string }) => (
  <p class="hint">
    <Status kind="warning">
      <a href={`/personen/${person}/einwaende/${einwand.id}`}>bestritten</a>
    </Status>{" "}
    am {tagText(einwand.am)}: „<Entered>{einwand.erklaerung}</Entered>“
  </p>
);
