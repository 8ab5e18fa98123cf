import {
  Actions,
  Alert,
  Button,
  Card,
  Entered,
  type FieldsOf,
  Form,
  HiddenField,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import type { Rejected } from "../../../platform/form.ts";
import { instant } from "../../../platform/words.ts";
import { ERNEUERT } from "../model/erneuerung.ts";
import type { EigeneErneuerungen, Erneuerung } from "../queries/erneuerungen.ts";

/** Who renewed what, and when; and who opened the files again. */
const Told = ({ neu }: { readonly neu: readonly Erneuerung[] }) => (
  <ul>
    {neu.map((e) => (
      <li>
        {instant(e.am)}: <Entered>{e.wer}</Entered> {ERNEUERT[e.art]}.
        {e.angenommen === null ? null : <> Benutzt wurde der Link am {instant(e.angenommen)}.</>}
        {e.frei === null || e.freiDurch === undefined ? null : (
          <>
            {" "}
            Ihre Akten sind seit {instant(e.frei)} wieder offen
            {e.freiWer === undefined ? null : (
              <>
                , bestätigt von <Entered>{e.freiWer}</Entered>
              </>
            )}
            .
          </>
        )}
      </li>
    ))}
  </ul>
);

/** The field for something from before the renewal. */
export const ProofField = ({ field, autofocus }: { readonly field: FieldsOf; readonly autofocus?: boolean }) => (
  <TextField
    {...field("nachweis")}
    label="Code aus der bisherigen App, oder ein früherer Wiederherstellungscode"
    hint="Sechs Ziffern aus der App, mit der Sie sich vorher angemeldet haben, oder zwölf Zeichen wie ABCD-EFGH-JKMN."
    autofocus={autofocus}
  />
);

/** The number in halves, as it is read out. */
const spoken = (nummer: string) => `${nummer.slice(0, 3)} ${nummer.slice(3)}`;

const list = new Intl.ListFormat("de-DE", { type: "disjunction" });

/** Whom to ask for a confirmation, and what to show. */
function AskSomebody({ nummer, bestaetigende }: Pick<EigeneErneuerungen, "nummer" | "bestaetigende">) {
  if (bestaetigende.length === 0)
    return (
      <p>
        Bei Ihrem Träger kann das gerade niemand. Bitten Sie Ihre Administration, jemandem die Rolle Datenschutz oder
        Leitung des Trägers zu geben.
      </p>
    );
  return (
    <>
      <p>
        Bitten Sie <Entered>{list.format(bestaetigende)}</Entered>, persönlich oder am Bildschirm. Wer bestätigt, fragt
        Sie, ob Sie den neuen Link selbst benutzt haben, und braucht diese Nummer von Ihrer Seite:
      </p>
      {nummer === undefined ? null : (
        <p>
          <strong data-nummer={nummer}>{spoken(nummer)}</strong>
        </p>
      )}
    </>
  );
}

type ClosedProps = { readonly eigene: EigeneErneuerungen; readonly rejected?: Rejected | undefined };

/** Why the files are closed, and the two ways to open them. */
export const Closed = ({ eigene, rejected }: ClosedProps) => (
  <>
    <Card title="Warum">
      <p>
        Jemand anderes hat Ihren Zugang erneuert. Damit niemand auf diesem Weg Ihre Akten lesen kann, öffnen sie sich
        erst, wenn sicher ist, dass Sie es sind. Es ist nichts verloren: Beratungen, Personen und Entwürfe sind danach
        wieder da. Halten Sie Beratungen solange auf Papier fest und tragen Sie sie später nach.
      </p>
      <Told neu={eigene.neu} />
      <p class="hint">Haben Sie um keine Erneuerung gebeten, sagen Sie es sofort Ihren Datenschutzbeauftragten.</p>
    </Card>
    {eigene.nachweisbar ? (
      <Card title="Selbst nachweisen">
        <Form action="/konto/erneuerung/nachweis" rejected={rejected} native>
          <ProofField field={fieldsOf(undefined, rejected)} />
          <Actions>
            <Button>Akten öffnen</Button>
          </Actions>
        </Form>
      </Card>
    ) : null}
    <Card title="Bestätigen lassen">
      <AskSomebody {...eigene} />
    </Card>
  </>
);

/** What was renewed, to be read once; nothing of it keeps anything closed. */
export const Read = ({ neu }: Pick<EigeneErneuerungen, "neu">) => (
  <Card title="Was geschehen ist">
    <Told neu={neu} />
    <Alert kind="info">
      Haben Sie darum nicht gebeten, sagen Sie es sofort Ihren Datenschutzbeauftragten, und ändern Sie Ihr Passwort.
    </Alert>
    <Form action="/konto/erneuerung/gelesen" native>
      <HiddenField name="gelesen" value="ja" />
      <Button>Ich habe es gelesen</Button>
    </Form>
  </Card>
);
