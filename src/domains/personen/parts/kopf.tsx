import type { Child } from "#jsx";
import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { anzahl } from "../../../platform/words.ts";
import { Alert, ButtonLink, Card, Day, DescriptionList, Entered, Named, Status } from "../../../ui/index.ts";
import type { Fremd } from "../../zustaendigkeit/index.ts";
import { geburtText, kontaktText, sperreText } from "../model/angaben.ts";
import { ageOn, fullName } from "../model/person.ts";
import { GESCHLECHT, NIVEAU, wordOf } from "../model/worte.ts";
import type { Person } from "../queries/person.ts";
import type { Sprache } from "../queries/person-teile.ts";
import type { Gesagt } from "../queries/ueberblick.ts";

type Props = {
  readonly person: Person;
  readonly gesagt: readonly Gesagt[];
  readonly visit: Visit;
  /** Whose file it is, where it is not one's own. */
  readonly fremd: Fremd | undefined;
  readonly von: string | undefined;
};

/** What is read first, in ten seconds: who it is, how to talk, what cannot wait, what is next. */
export function Kopf({ person, gesagt, visit, fremd, von }: Props) {
  return (
    <Card
      title={<Titel name={person.name} />}
      level={1}
      {...(may(visit.actor, "person.schreiben")
        ? { action: <Wege person={person} visit={visit} fremd={fremd} /> }
        : {})}
    >
      {person.auskunftssperre === null ? null : (
        <Alert kind="warning" title="Auskunftssperre">
          {sperreText(person)}. Geben Sie niemandem Auskunft, auch nicht darüber, dass Sie diese Person kennen.
        </Alert>
      )}
      <DescriptionList
        items={[
          { term: "Wer", value: wer(person) },
          { term: "Verständigung", value: verstaendigung(person) },
          ...(person.kontakte.length === 0
            ? []
            : [{ term: "Erreichen", value: <Entered>{erreichen(person)}</Entered> }]),
          ...dringend(gesagt),
          ...naechstes(gesagt),
        ]}
      />
      <p class="hint">
        Angelegt am <Day iso={person.erfasstAm} />
        {von === undefined ? null : (
          <>
            {" "}
            von <Entered>{von}</Entered>
          </>
        )}
        .{" "}
        {fremd === undefined ? (
          `Diese Person sehen nur Sie und wer ${person.auskunftssperre === null ? "heute für Sie einsteht" : "Sie heute namentlich vertritt"}. Jedes Öffnen wird protokolliert.`
        ) : (
          <>
            <Named says={fremd} />
            Jedes Öffnen wird protokolliert.
          </>
        )}
      </p>
    </Card>
  );
}

/** The name, beside it what she is called and how she writes it herself. */
const Titel = ({ name }: Pick<Person, "name">) => (
  <>
    <Entered>{fullName(name)}</Entered>
    {name.rufname === undefined ? null : (
      <>
        {" "}
        (<Entered>{name.rufname}</Entered>)
      </>
    )}
    {name.original === undefined ? null : (
      <>
        {" · "}
        <Entered>{name.original}</Entered>
      </>
    )}
  </>
);

const Wege = ({ person, visit, fremd }: Pick<Props, "person" | "visit" | "fremd">) => (
  <div class="actions">
    <ButtonLink kind="secondary" small href={`/personen/${person.id}/bearbeiten`}>
      Bearbeiten
    </ButtonLink>
    {may(visit.actor, "beratung.schreiben") ? (
      <ButtonLink kind="tertiary" small href={`/termine/neu?person=${person.id}`}>
        Termin eintragen
      </ButtonLink>
    ) : null}
    <ButtonLink kind="tertiary" small href={`/personen/${person.id}/verlauf`}>
      Verlauf
    </ButtonLink>
    <ButtonLink kind="tertiary" small href={`/personen/${person.id}/gleiche`}>
      Doppelt angelegt?
    </ButtonLink>
    <ButtonLink kind="tertiary" small href={`/personen/${person.id}/auskunftssperre`}>
      Auskunftssperre
    </ButtonLink>
    {fremd === undefined && may(visit.actor, "vertretung.eigene") ? (
      <ButtonLink kind="tertiary" small href={`/personen/${person.id}/uebergeben`}>
        Übergeben
      </ButtonLink>
    ) : null}
  </div>
);

const NOT_TOLD = "nicht angegeben";

const told = (parts: readonly (string | null | undefined)[], between = ", "): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== "").join(between);

function wer({ kommune, staatsangehoerigkeit, weitereStaaten, ...person }: Person): string {
  const staaten = [staatsangehoerigkeit, ...weitereStaaten].map((staat) => staat?.name);
  const birth = person.geburtsdatum ?? person.geburtsjahr;
  const age = person.geburtsdatum === null ? "" : anzahl(ageOn(person.geburtsdatum, today()), "Jahr", "Jahre");
  const born = geburtText(person);
  return (
    told([
      age,
      birth === null ? born : `geboren ${born}`,
      person.geschlecht === "ohne" ? "" : wordOf(GESCHLECHT, person.geschlecht),
      told(staaten, " und "),
      kommune && `wohnt in ${kommune.name}`,
    ]) || NOT_TOLD
  );
}

const MITTLUNG: Readonly<Record<string, string>> = {
  nein: "ohne Sprachmittlung",
  manchmal: "Sprachmittlung bei schwierigen Themen",
  immer: "nur mit Sprachmittlung",
};

/** In which language one talks, whether somebody has to interpret, and how far the others go. */
function verstaendigung({ verstaendigungssprache, sprachmittlung, sprachen }: Person): string {
  const others = sprachen
    .filter(({ code }) => code !== verstaendigungssprache?.code)
    .map((sprache) => told([sprache.name, sprechen(sprache)], " "));
  return told([verstaendigungssprache?.name, MITTLUNG[sprachmittlung ?? ""], ...others]) || NOT_TOLD;
}

/** Of the levels the one that matters for talking. */
const sprechen = ({ sprechen, hoeren }: Sprache): string => {
  const level = sprechen ?? hoeren;
  return level === null || level === "a0" ? "" : wordOf(NIVEAU, level);
};

/** The preferred way; "" where none is known. */
const erreichen = ({ kontakte: [first] }: Person): string => (first === undefined ? "" : kontaktText(first));

type Item = { readonly term: string; readonly value: Child };

const List = ({ children }: { readonly children?: Child }) => <ul class="plain-list">{children}</ul>;

function dringend(gesagt: readonly Gesagt[]): Item[] {
  const all = gesagt.flatMap(({ dringend = [] }) => dringend);
  if (all.length === 0) return [];
  const lines = all.map((was) => (
    <li>
      <Status kind="warning">{was}</Status>
    </li>
  ));
  return [{ term: "Dringend", value: <List>{lines}</List> }];
}

/** So much fits into ten seconds; the rest stands where it belongs. */
const MOST = 3;

function naechstes(gesagt: readonly Gesagt[]): Item[] {
  const all = gesagt.flatMap(({ naechstes = [] }) => naechstes).toSorted((a, b) => a.am.localeCompare(b.am));
  if (all.length === 0) return [];
  const lines = all.slice(0, MOST).map(({ am, was, href }) => (
    <li>
      <Day iso={am} />: {href === undefined ? <Entered>{was}</Entered> : <a href={href}>{<Entered>{was}</Entered>}</a>}
    </li>
  ));
  return [{ term: "Als Nächstes", value: <List>{lines}</List> }];
}
