import { type Server, createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { assets } from "../../src/platform/assets.ts";
import { type Rejected, type Values, valuesOf } from "../../src/platform/form.ts";
import type { Flash, Frame } from "../../src/platform/frame.ts";
import {
  Actions,
  Button,
  Card,
  CheckChips,
  FilterBar,
  Form,
  NumberField,
  Page,
  PasswordField,
  PlainPage,
  RadioSegment,
  ResultCount,
  SelectField,
  TextArea,
  TextField,
} from "../../src/ui/index.ts";

const WHO = { name: "Mira Beispiel", role: "Case Management", account: "/", signOut: "/abmelden", lock: "/sperren" };

/** What a page of the small application does otherwise than usual. */
export type Behaviour = {
  flash?: Flash;
  lockAfter?: number;
  warn?: number;
  keysOff?: boolean;
  /** Status with which the next requests to save are answered, first to last. */
  failures: number[];
  /** Whether the session is locked: every page and every change leads to the lock page. */
  locked: boolean;
};

/** A POST as it arrived. */
export type Arrived = { readonly path: string; readonly values: Values };

const THEMES = ["Sprache", "Wohnen", "Arbeit", "Schule", "Familie", "Behörden"].map((label, i) => ({
  value: label,
  label,
  key: label === "Behörden" ? "b" : String(i + 1),
}));

/** A real HTTP server with the components and the client script, a form, a list, and a session that can lock. */
export class SmallApp {
  readonly arrived: Arrived[] = [];
  readonly behaviour: Behaviour = { failures: [], locked: false };
  /** Drafts by id, as the real application keeps them. */
  readonly drafts = new Map<string, Values>();
  readonly #saved = new Set<string>();
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Number of different idempotency keys that were saved: the effect, however often somebody sent. */
  get effects(): number {
    return this.#saved.size;
  }

  posts(path: string): Values[] {
    return this.arrived.filter((a) => a.path === path).map((a) => a.values);
  }

  async start(): Promise<void> {
    const server = createServer(getRequestListener(this.#app().fetch));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    const address = server.address();
    if (address !== null && typeof address === "object") this.#port = address.port;
  }

  /** Stops like a server that restarts: open connections break. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  #frame(path: string): Frame {
    const { flash, lockAfter, warn, keysOff } = this.behaviour;
    return {
      assets: assets().urls,
      path,
      home: "/",
      kreis: "Musterkreis",
      nav: [
        {
          items: [
            { label: "Erfassen", href: "/neu" },
            { label: "Liste", href: "/liste", count: 3 },
          ],
        },
      ],
      who: WHO,
      flash,
      lock: {
        afterSeconds: lockAfter ?? 900,
        warnSeconds: warn ?? 120,
        now: "/sperren",
        page: "/sperre",
        extend: "/verlaengern",
      },
      footer: [],
      keys: { on: keysOff !== true },
    };
  }

  #app() {
    const app = new Hono();
    app.use(async (c, next) => {
      await next();
      c.header("content-security-policy", "default-src 'self'; img-src 'self' data:");
      if (!c.req.path.startsWith("/statisch/")) c.header("cache-control", "no-store");
    });
    app.get("/statisch/*", (c) => assets().respond(c.req.path, c.req.header("accept-encoding")));
    app.get("/sperre", (c) => c.html(<Locked frame={this.#frame("/sperre")} />));
    app.post("*", async (c, next) => {
      this.arrived.push({ path: c.req.path, values: valuesOf(await c.req.text()) });
      await next();
    });
    app.post("/sperren", (c) => {
      this.behaviour.locked = true;
      return c.redirect("/sperre", 303);
    });
    app.use(async (c, next) => (this.behaviour.locked ? c.redirect("/sperre", 303) : next()));
    app.get("/neu", (c) => c.html(this.#capture(c)));
    app.get("/kurz", (c) => c.html(<Short frame={this.#frame("/kurz")} />));
    app.get("/liste", (c) => c.html(<List frame={this.#frame("/liste")} search={c.req.query("wort") ?? ""} />));
    app.post("/eintraege", (c) => this.#save(c));
    app.post("/entwurf/:id", (c) => {
      this.drafts.set(c.req.param("id"), this.#last());
      return c.body(null, 204);
    });
    app.post("/verlaengern", (c) => c.body(null, 204));
    app.post("/abmelden", (c) => c.redirect("/sperre", 303));
    return app;
  }

  #last(): Values {
    return this.arrived.at(-1)?.values ?? {};
  }

  #capture(c: Context) {
    const id = c.req.query("entwurf") ?? "d1";
    const values = this.drafts.get(id);
    return <Capture frame={this.#frame("/neu")} draft={id} rejected={values && { values, errors: [] }} />;
  }

  #save(c: Context) {
    const values = this.#last();
    const failure = this.behaviour.failures.shift();
    if (failure !== undefined) return c.html(<Failure frame={this.#frame("")} />, failure === 503 ? 503 : 500);
    if (values["_aktion"]?.[0] === "suchen") {
      return c.html(<Capture frame={this.#frame("/neu")} draft="d1" rejected={{ values, errors: [] }} found />);
    }
    if ((values["minuten"]?.[0] ?? "") === "") {
      const rejected = { values, errors: [{ field: "minuten", message: "Geben Sie die Minuten an." }] };
      return c.html(<Capture frame={this.#frame("/neu")} draft="d1" rejected={rejected} />, 422);
    }
    this.#saved.add(values["_schluessel"]?.[0] ?? "");
    this.drafts.clear();
    return c.redirect("/liste", 303);
  }
}

type CaptureProps = {
  readonly frame: Frame;
  readonly draft: string;
  readonly rejected?: Rejected | undefined;
  readonly found?: boolean;
};

function Capture({ frame, draft, rejected, found }: CaptureProps) {
  const failed = rejected?.errors.length === 0 ? undefined : rejected;
  return (
    <Page frame={frame} title="Erfassen" heading={false} rejected={failed}>
      <Card title="Erfassen" level={1}>
        <Form action="/eintraege" draft={{ id: draft, url: `/entwurf/${draft}` }} rejected={failed}>
          <RadioSegment
            name="stufe"
            label="Wie weit?"
            options={THEMES.slice(0, 2)}
            value="Sprache"
            rejected={rejected}
          />
          <CheckChips name="thema" label="Worum ging es?" options={THEMES} rejected={rejected} autofocus />
          <SelectField name="weg" label="Weg" options={THEMES} rejected={rejected} />
          <NumberField name="minuten" label="Minuten" rejected={rejected} />
          <TextArea name="notiz" label="Notiz" optional rejected={rejected} />
          <div id="treffer">{found === true ? <ResultCount>2 Personen gefunden</ResultCount> : null}</div>
          <TextField name="person" label="Person suchen" optional enter="suchen" rejected={rejected} />
          <Actions draftState="">
            <Button>Speichern</Button>
            <Button kind="secondary" id="suchen" name="_aktion" value="suchen" part="#treffer">
              Suchen
            </Button>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

/** A form without a draft. */
const Short = ({ frame }: { readonly frame: Frame }) => (
  <Page frame={frame} title="Kurz">
    <Form action="/eintraege">
      <NumberField name="minuten" label="Minuten" />
      <Button>Speichern</Button>
    </Form>
  </Page>
);

const List = ({ frame, search }: { readonly frame: Frame; readonly search: string }) => (
  <Page frame={frame} title="Liste" wide>
    <FilterBar action="/liste" part="#liste">
      <TextField name="wort" label="Wort" value={search} />
      <TextField name="ort" label="Ort" />
    </FilterBar>
    <div id="liste">
      <ResultCount>{search === "" ? "3 Einträge" : `1 Eintrag mit ${search}`}</ResultCount>
    </div>
  </Page>
);

const Locked = ({ frame }: { readonly frame: Frame }) => (
  <PlainPage frame={{ ...frame, who: undefined, lock: undefined, nav: [] }} title="Gesperrt">
    <Form action="/entsperren" native>
      <PasswordField name="passwort" label="Passwort" autocomplete="current-password" />
      <Button>Entsperren</Button>
    </Form>
  </PlainPage>
);

const Failure = ({ frame }: { readonly frame: Frame }) => (
  <PlainPage frame={{ ...frame, who: undefined, lock: undefined, nav: [] }} title="Fehler">
    <p>Der Server hat einen Fehler gemacht.</p>
  </PlainPage>
);
