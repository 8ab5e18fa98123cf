import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { Card, Page, Status } from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { ANGEBOTEN, SPRACHE, eigenName, ZWECK, ZWECKE, type Sprache, type Zweck } from "../model/zwecke.ts";
import { TEXTE, textGetan } from "../parts/getan.ts";
import { Von } from "../parts/von.tsx";
import { type EinwilligungText, alleTexte, freigebende } from "../queries/texte.ts";

/** The words that people agree to, by purpose and language: what is released, what is a draft, what is missing. */
export const show = page({
  path: TEXTE,
  permission: "einwilligungstext.schreiben",
  notices: textGetan,
  show: async (visit) => {
    const { texte, namen } = await readAs(visit.actor, async (tx) => {
      const texte = await alleTexte(tx, visit.actor);
      return { texte, namen: await freigebende(tx, visit.actor, texte) };
    });
    return (
      <Page frame={visit.frame} title="Texte der Einwilligungen">
        <p>
          In diese Texte willigen Ratsuchende ein. Lassen Sie sie von Ihrem Datenschutz prüfen, bevor Sie sie freigeben.
          Ein freigegebener Text ändert sich nicht mehr; ein neuer wird seine nächste Fassung.
        </p>
        {ZWECK.filter((one) => ANGEBOTEN.includes(one) || texte.some(({ zweck }) => zweck === one)).map((zweck) => (
          <Zweckkarte zweck={zweck} texte={texte.filter((one) => one.zweck === zweck)} namen={namen} />
        ))}
      </Page>
    );
  },
});

type KarteProps = {
  readonly zweck: Zweck;
  readonly texte: readonly EinwilligungText[];
  readonly namen: ReadonlyMap<string, string>;
};

function Zweckkarte({ zweck, texte, namen }: KarteProps) {
  const deutsch = texte.find((one) => one.sprache === "de");
  const offen = ANGEBOTEN.includes(zweck);
  const naechste = (
    <a href={`${TEXTE}/neu?zweck=${zweck}&sprache=de`}>
      {deutsch === undefined ? "Deutschen Text schreiben" : "Neue Fassung beginnen"}
    </a>
  );
  return (
    <Card title={ZWECKE[zweck]}>
      <ul class="plain-list">
        {SPRACHE.map((sprache) => (
          <Zeile zweck={zweck} sprache={sprache} texte={texte} namen={namen} fassung={deutsch?.fassung} />
        ))}
      </ul>
      {offen && (deutsch === undefined || deutsch.freigegebenAm !== null) ? <p>{naechste}</p> : null}
      {offen ? null : <p class="hint">Danach fragt KIM niemanden mehr. Was jemand dazu gesagt hat, bleibt lesbar.</p>}
    </Card>
  );
}

type ZeileProps = KarteProps & {
  readonly sprache: Sprache;
  readonly fassung: number | undefined;
};

function Zeile({ zweck, sprache, texte, namen, fassung }: ZeileProps) {
  const text = texte.find((one) => one.sprache === sprache && one.fassung === fassung);
  const earlier = texte.find((one) => one.sprache === sprache && one.fassung !== fassung && one.freigegebenAm !== null);
  const name = (
    <span lang={DRUCKSPRACHEN[sprache].lang} dir="auto">
      {eigenName(sprache)}
    </span>
  );
  if (text !== undefined) {
    return (
      <li>
        <a href={`${TEXTE}/${text.id}`}>{name}</a>, Fassung {text.fassung}{" "}
        <Status kind={text.freigegebenAm === null ? "warning" : "success"}>
          {text.freigegebenAm === null ? "Entwurf" : `freigegeben am ${tagText(text.freigegebenAm)}`}
        </Status>
        <Von text={text} namen={namen} />
        {text.freigegebenAm === null && earlier !== undefined ? (
          <>
            ; es gilt <a href={`${TEXTE}/${earlier.id}`}>Fassung {earlier.fassung}</a>
          </>
        ) : null}
      </li>
    );
  }
  if (sprache === "de" || fassung === undefined || !ANGEBOTEN.includes(zweck)) return <li>{name}: noch keiner</li>;
  return (
    <li>
      {name}: {earlier === undefined ? "noch keiner" : `nur Fassung ${earlier.fassung}`},{" "}
      <a href={`${TEXTE}/neu?zweck=${zweck}&sprache=${sprache}`}>übersetzen</a>
    </li>
  );
}
