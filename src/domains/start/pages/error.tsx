import type { Failure } from "../../../platform/http/errors.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { ButtonLink, PlainPage } from "../../../ui/index.ts";

type Text = { readonly title: string; readonly what: string };

const TEXTS: Record<Failure["status"], Text> = {
  400: {
    title: "Diese Adresse gehört nicht zu KIM",
    what: "Rufen Sie KIM unter der Adresse auf, die Ihre Administration genannt hat.",
  },
  403: {
    title: "Dafür fehlt Ihnen die Berechtigung",
    what: "Wenn Sie diese Seite für Ihre Arbeit brauchen, bitten Sie Ihre Administration um die passende Rolle.",
  },
  404: {
    title: "Diese Seite gibt es nicht",
    what: "Vielleicht wurde der Eintrag entfernt, oder er ist nicht für Sie bestimmt. Gehen Sie zur Startseite und suchen Sie von dort.",
  },
  405: {
    title: "So lässt sich diese Seite nicht aufrufen",
    what: "Ein Programm oder ein alter Link fragt hier auf eine Art, die es nicht gibt. Rufen Sie die Seite im Browser auf.",
  },
  409: {
    title: "Der Eintrag wurde inzwischen geändert",
    what: "Ihre Änderung wurde nicht gespeichert. Gehen Sie zurück, laden Sie die Seite neu und prüfen Sie den jetzigen Stand.",
  },
  413: {
    title: "Das war zu viel auf einmal",
    what: "Die Eingabe ist größer, als KIM annimmt. Gehen Sie zurück, kürzen Sie sie und senden Sie noch einmal.",
  },
  500: {
    title: "Das hat nicht geklappt",
    what: "Der Fehler liegt bei KIM, nicht bei Ihnen. Versuchen Sie es noch einmal. Bleibt es dabei, nennen Sie Ihrer Administration die Kennung.",
  },
  503: {
    title: "KIM ist gerade nicht erreichbar",
    what: "Das dauert meist nur wenige Sekunden. Laden Sie die Seite neu; was Sie abgesendet haben, wirkt dabei nur einmal.",
  },
  507: {
    title: "Auf dem Server ist kein Platz mehr",
    what: "Was Sie abgesendet haben, ist nicht gespeichert; mit „Zurück“ im Browser steht es noch im Formular. Sagen Sie Ihrer Administration, dass die Festplatte des Servers voll ist, und senden Sie danach noch einmal.",
  },
};

/** The page for a request that ended without its own. It reads nothing, because the database may be what is missing. */
export function ErrorPage({ failure }: { readonly failure: Failure }) {
  const { title, what } = TEXTS[failure.status];
  return (
    <PlainPage frame={publicFrame("/")} title={title}>
      <p>{what}</p>
      {failure.status === 500 ? <p class="hint">Kennung: {failure.vorgang}</p> : null}
      <ButtonLink href="/">Zur Startseite</ButtonLink>
    </PlainPage>
  );
}
