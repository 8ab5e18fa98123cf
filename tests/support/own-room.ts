import { beforeAll } from "vitest";
import type { Route } from "../../src/platform/access.ts";
import { type Beratungsstelle, beratungsstelle } from "./beratungsstelle.ts";
import { type Client, type Room, useRoom } from "./room.ts";

/** The pages of a room, a Beratungsstelle, and a client without JavaScript who works there. */
export type OwnRoom = {
  readonly room: () => Room;
  readonly stelle: () => Beratungsstelle;
  readonly client: () => Client;
};

/** One for a test file, from its first test to its last. Call it at the top. */
export function useOwnRoom(routes: readonly Route[]): OwnRoom {
  const room = useRoom(routes);
  let stelle: Beratungsstelle;
  beforeAll(async () => {
    stelle = await beratungsstelle();
  });
  return { room, stelle: () => stelle, client: () => room().as(stelle.konto.actor) };
}
