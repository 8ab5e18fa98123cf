import { type Server, createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Markup } from "#jsx";
import { assets } from "../../src/platform/assets.ts";
import { type Values, valuesOf } from "../../src/platform/form.ts";
import type { Flash, Frame } from "../../src/platform/frame.ts";
import { Capture, Failure, List, Locked, Order, Other, Short } from "./small-pages.tsx";

const WHO = { name: "Mira Beispiel", role: "Case Management", account: "/", signOut: "/abmelden", lock: "/sperren" };

const show = (c: Context, page: Markup, status: ContentfulStatusCode = 200) => c.html(page.toString(), status);

/** What a page of the small application does otherwise than usual. */
export type Behaviour = {
  flash?: Flash;
  lockAfter?: number;
  warn?: number;
  keysOff?: boolean;
  /** Who is signed in; somebody called mira where nobody else is named. */
  konto?: string;
  /** Status with which the next requests to save are answered, first to last. */
  failures: number[];
  /** Whether the session is locked: every page and every change leads to the lock page. */
  locked: boolean;
};

/** A POST as it arrived. */
export type Arrived = { readonly path: string; readonly values: Values };

/** A real HTTP server with the components and the client script, a form, a list, and a session that can lock. */
export class SmallApp {
  readonly arrived: Arrived[] = [];
  readonly behaviour: Behaviour = { failures: [], locked: false };
  /** Drafts by id, as the real application keeps them. */
  readonly drafts = new Map<string, Values>();
  readonly #saved = new Set<string>();
  #order: readonly string[] = ["eins", "zwei", "drei"];
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
      address: path,
      konto: this.#konto,
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
    app.get("/sperre", (c) => this.#lockPage(c));
    app.post("*", async (c, next) => {
      this.arrived.push({ path: c.req.path, values: valuesOf(await c.req.text()) });
      await next();
    });
    app.post("/sperren", (c) => {
      this.behaviour.locked = true;
      return c.redirect("/sperre", 303);
    });
    app.post("/entsperren", (c) => {
      this.behaviour.locked = false;
      return c.redirect("/neu", 303);
    });
    app.use(async (c, next) => {
      const script = c.req.header("x-konto");
      if (!this.behaviour.locked && (script ?? this.#konto) === this.#konto) return next();
      return script === undefined ? c.redirect("/sperre", 303) : c.body(null, 401);
    });
    app.get("/neu", (c) => show(c, this.#capture(c)));
    app.get("/kurz", (c) => show(c, <Short frame={this.#frame("/kurz")} />));
    app.get("/liste", (c) => show(c, <List frame={this.#frame("/liste")} search={c.req.query("wort") ?? ""} />));
    app.get("/reihe", (c) => show(c, <Order frame={this.#frame("/reihe")} items={this.#order} />));
    app.post("/reihe/:item", (c) => {
      this.#move(c.req.param("item"), this.#last()["hin"]?.[0] === "hoch" ? -1 : 1);
      return c.redirect("/reihe", 303);
    });
    app.post("/eintraege", (c) => this.#save(c));
    app.post("/entwurf/:id", (c) => {
      this.drafts.set(c.req.param("id"), this.#last());
      return c.body(null, 204);
    });
    app.post("/verlaengern", (c) => c.body(null, 204));
    app.post("/abmelden", (c) => c.redirect("/sperre", 303));
    return app;
  }

  #move(item: string, by: number) {
    const others = this.#order.filter((one) => one !== item);
    this.#order = others.toSpliced(this.#order.indexOf(item) + by, 0, item);
  }

  get #konto(): string {
    return this.behaviour.konto ?? "mira";
  }

  #lockPage(c: Context) {
    const script = c.req.header("x-konto");
    const frame = { ...this.#frame("/sperre"), who: undefined, lock: undefined, nav: [] };
    if (script !== undefined && script !== this.#konto) return show(c, <Other frame={frame} />, 409);
    if (!this.behaviour.locked && script !== undefined) return c.body(null, 204);
    return show(c, <Locked frame={{ ...frame, gone: true }} />);
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
    if (failure !== undefined) return show(c, <Failure frame={this.#frame("")} />, failure === 503 ? 503 : 500);
    if (values["_aktion"]?.[0] === "suchen") {
      return show(c, <Capture frame={this.#frame("/neu")} draft="d1" rejected={{ values, errors: [] }} found />);
    }
    if ((values["minuten"]?.[0] ?? "") === "") {
      const rejected = { values, errors: [{ field: "minuten", message: "Geben Sie die Minuten an." }] };
      return show(c, <Capture frame={this.#frame("/neu")} draft="d1" rejected={rejected} />, 422);
    }
    this.#saved.add(values["_schluessel"]?.[0] ?? "");
    this.drafts.clear();
    return c.redirect("/liste", 303);
  }
}
