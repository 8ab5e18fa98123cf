import { raw } from "#jsx";
import { afterAll, beforeAll } from "vitest";
import { RECHTE } from "../../src/domains/zugang/index.ts";
import { draftRoutes } from "../../src/domains/zugang/pages/index.ts";
import { PageAs, type Route } from "../../src/platform/access.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { carrying } from "../../src/platform/back.ts";
import { assets } from "../../src/platform/assets.ts";
import type { Frame } from "../../src/platform/frame.ts";
import { startLog } from "../../src/platform/log.ts";
import { filesClosed } from "../../src/domains/zugang/pages/akten-zu.tsx";
import { outOfReach } from "../../src/domains/zugang/pages/out-of-reach.tsx";
import { COOKIE, setCookie } from "../../src/platform/http/cookie.ts";
import { assemble } from "../../src/platform/http/app.ts";
import type { Place } from "../../src/platform/http/place.ts";
import { serveApp } from "./server.ts";

export type Answer = { readonly status: number; readonly location: string; readonly html: string };

/** What hides the length of a packed page (compress.ts) says nothing. */
const withoutNoise = (html: string) => html.replace(/<!--[\w-]*-->$/, "");

/** A browser without JavaScript that does not follow redirects, signed in as one person. */
export type Client = {
  readonly get: (path: string) => Promise<Answer>;
  /** Sends a form; its key, and the account it was shown to, are added when they are missing. */
  readonly post: (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => Promise<Answer>;
  /** Sends a form with one file in the field `datei`. */
  readonly upload: (path: string, file: File, fields?: Readonly<Record<string, string>>) => Promise<Answer>;
};

export type Room = {
  readonly url: string;
  readonly as: (actor: Actor) => Client;
  /** Address at which a real browser becomes this person. */
  readonly entryOf: (actor: Actor) => string;
  /** Locks or unlocks the session of a person. */
  readonly lock: (actor: Actor, on: boolean) => void;
  readonly stop: () => Promise<void>;
};

const frame = ({ path, address }: Place, { kontoId }: Actor): Frame => ({
  assets: assets().urls,
  path,
  address,
  konto: kontoId,
  carry: carrying(address),
  home: "/",
  kreis: "Musterkreis",
  nav: [
    {
      items: [
        { label: "Beratungen", href: "/beratungen" },
        { label: "Personen", href: "/personen" },
      ],
    },
  ],
  who: { name: "Mira Beispiel", role: "Case Management", account: "/konto", signOut: "/abmelden", lock: "/sperren" },
  footer: [],
  keys: { on: true },
});

/** The pages of one room behind the real doors and permissions; only recognising the session is left out. */
export async function openRoom(routes: readonly Route[]): Promise<Room> {
  startLog({ level: "error", prozess: "kim-test" });
  const actors = new Map<string, Actor>();
  const locked = new Set<string>();
  // The whole site map brings its draft routes along, the list of one room does not.
  const drafts = draftRoutes(routes);
  const app = assemble({
    routes: [...routes, ...drafts.filter((draft) => !routes.some((route) => route.path === draft.path))],
    permissions: new Set(Object.keys(RECHTE)),
    origin: undefined,
    recognise: async (cookie, at) => {
      const actor = actors.get(cookie);
      if (actor === undefined) return { stand: "unbekannt" };
      if (locked.has(cookie)) return { stand: "gesperrt", actor };
      return { stand: "offen", actor, frame: frame(at, actor), alive: async () => {} };
    },
    filesClosed,
    outOfReach,
    handBack: (_, { stand }) => raw(`<h1>Nicht gesendet: ${stand}</h1>`),
    otherAccount: () => new PageAs(raw("<h1>Anderes Konto</h1>"), { status: 409 }),
    signInPath: (stand, next) => `/${stand}?weiter=${encodeURIComponent(next)}`,
    errorPage: ({ status }) => raw(`<h1>Fehler ${status}</h1>`),
  });
  app.get("/statisch/*", (c) => assets().respond(c.req.path, c.req.header("Accept-Encoding")));
  app.get("/als/:konto", (c) => {
    c.header("Set-Cookie", setCookie(c.req.param("konto")));
    return c.text("angemeldet");
  });
  const server = await serveApp(app);
  const know = (actor: Actor) => {
    actors.set(actor.kontoId, actor);
    return actor.kontoId;
  };
  return {
    url: server.url,
    as: (actor) => clientOf(server.url, know(actor)),
    entryOf: (actor) => `${server.url}/als/${know(actor)}`,
    lock: (actor, on) => void (on ? locked.add(know(actor)) : locked.delete(know(actor))),
    stop: server.stop,
  };
}

/** The pages of one room for a test file, from its first test to its last. Call it at the top. */
export function useRoom(routes: readonly Route[]): () => Room {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom(routes);
  });
  afterAll(() => room.stop());
  return () => room;
}

function clientOf(url: string, konto: string): Client {
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { Cookie: `${COOKIE}=${konto}`, Origin: url };
    const answer = await fetch(url + path, { ...init, headers, redirect: "manual" });
    return {
      status: answer.status,
      location: answer.headers.get("Location") ?? "",
      html: withoutNoise(await answer.text()),
    };
  };
  return {
    get: (path) => ask(path, { method: "GET" }),
    post: (path, fields) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ _schluessel: crypto.randomUUID(), _konto: konto, ...fields })) {
        for (const one of [value].flat()) body.append(name, one);
      }
      return ask(path, { method: "POST", body });
    },
    upload: (path, file, fields = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ _schluessel: crypto.randomUUID(), _konto: konto, ...fields })) {
        body.append(name, value);
      }
      body.append("datei", file);
      return ask(path, { method: "POST", body });
    },
  };
}
