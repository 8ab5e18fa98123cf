import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { type Rejected, first, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Actions, Button, CardPage, ErrorSummary, Form, HiddenField, PlainPage } from "../../../ui/index.ts";
import { recordRueckmeldung } from "../commands/record-rueckmeldung.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/index.ts";
import { geprueftIn } from "../../uebersetzungen/index.ts";
import { FRAGEBOGEN, RueckmeldungEingabe } from "../model/fragebogen.ts";
import { schritteAus } from "../model/phasen.ts";
import { belowFall } from "../parts/below.tsx";
import { LIST } from "../parts/getan.ts";
import { type Fall, fallOf } from "../queries/faelle.ts";

const permission = "fall.schreiben";
const PATH = `${LIST}/:id/zufriedenheit`;

const Query = z.object({ sprache: z.enum(DRUCKSPRACHE).optional(), danke: z.literal("1").optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, geprueft } = await openRecordAs(visit.actor, { art: "fall", id }, "frage", async (tx) => ({
    fall: await fallOf(tx, visit.actor, id),
    geprueft: await geprueftIn(tx, visit.actor.traegerId, "zufriedenheit"),
  }));
  const asked = readQuery(Query, visit.url);
  const sent = DRUCKSPRACHE.find((one) => one === first(rejected?.values ?? {}, "sprache"));
  const sprache = sent ?? asked.sprache;
  const self = `${LIST}/${id}/zufriedenheit`;
  if (sprache === undefined) {
    return <Sprachwahl visit={visit} fall={fall} geprueft={geprueft} rejected={rejected} />;
  }
  const bogen = FRAGEBOGEN[sprache];
  const { lang, dir } = DRUCKSPRACHEN[sprache];
  const words = { lang, dir };
  return (
    <PlainPage
      frame={visit.frame}
      title={asked.danke === undefined ? bogen.frage : bogen.danke}
      rejected={rejected}
      words={words}
    >
      {rejected === undefined ? null : <ErrorSummary rejected={rejected} />}
      {asked.danke === undefined ? (
        <div>
          <p>{bogen.hinweis}</p>
          <Form action={self} rejected={rejected}>
            <HiddenField name="sprache" value={sprache} />
            <Actions>
              {bogen.antworten.map((text, i) => (
                <Button kind="secondary" name="wert" value={String(i + 1)}>
                  {text}
                </Button>
              ))}
            </Actions>
            <Actions>
              <Button kind="tertiary" name="wert" value="keine">
                {bogen.keine}
              </Button>
            </Actions>
          </Form>
        </div>
      ) : null}
      <p class="hint" lang="de" dir="ltr">
        <a href={`${LIST}/${id}`}>Zurück zum Fall</a>
        {asked.danke !== undefined && schritteAus(fall.phase).some(({ nach }) => nach === "abgeschlossen") ? (
          <>
            {" · "}
            <a href={`${LIST}/${id}/abschluss`}>Fall abschließen</a>
          </>
        ) : null}
      </p>
    </PlainPage>
  );
}

type SprachwahlProps = {
  readonly visit: Visit;
  readonly fall: Fall;
  readonly geprueft: ReadonlyMap<Drucksprache, string>;
  readonly rejected: Rejected | undefined;
};

/** Which translations nobody has checked yet: in a sentence, or nothing where there is none. */
function ungeprueft(geprueft: ReadonlyMap<Drucksprache, string>): string {
  const offen = DRUCKSPRACHE.filter((one) => one !== "de" && !geprueft.has(one));
  if (offen.length === 0) return "";
  if (geprueft.size === 0) return " Die Übersetzungen sind nicht amtlich geprüft.";
  return ` Nicht amtlich geprüft: ${offen.map((one) => DRUCKSPRACHEN[one].name).join(", ")}.`;
}

/** Before the screen is turned. */
function Sprachwahl({ visit, fall, geprueft, rejected }: SprachwahlProps) {
  const self = `${LIST}/${fall.id}/zufriedenheit`;
  return (
    <CardPage {...belowFall(visit, fall)} title="Zufriedenheit erfragen" rejected={rejected}>
      <p>
        Wählen Sie die Sprache und drehen Sie den Bildschirm zur Person. Die Seite zeigt nur die Frage, keinen Namen.
        {ungeprueft(geprueft)} Was die Person antwortet, sehen Sie; in der Auswertung wird es ohne Namen gezählt. Sagen
        Sie ihr beides.
      </p>
      <Actions>
        {DRUCKSPRACHE.map((one) => (
          <a
            href={`${self}?sprache=${one}`}
            lang={DRUCKSPRACHEN[one].lang}
            dir={DRUCKSPRACHEN[one].dir}
            class="kern-btn kern-btn--secondary"
          >
            {DRUCKSPRACHEN[one].eigen}
          </a>
        ))}
      </Actions>
    </CardPage>
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = change(PATH, permission, { schema: RueckmeldungEingabe, again: form }, async (tx, visit, input) => {
  const id = idOf(visit);
  await recordRueckmeldung(tx, visit.actor, id, input);
  return `${LIST}/${id}/zufriedenheit?sprache=${input.sprache}&danke=1`;
});
