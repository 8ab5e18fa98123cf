import { type Socket, connect, createServer } from "node:net";

/** The way to a database that can be cut without anybody noticing: what is sent then arrives nowhere, and nothing comes back. */
export type SilentServer = {
  readonly url: string;
  readonly fallSilent: () => void;
  /** For connections that are made from now on; the silent ones stay silent. */
  readonly speakAgain: () => void;
  readonly stop: () => Promise<void>;
};

export async function silentServer(url: string): Promise<SilentServer> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let silent = false;
  const server = createServer((client) => {
    const there = connect(Number(target.port), target.hostname);
    const from = { silent };
    for (const socket of [client, there]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => open.delete(socket));
    }
    const pass = (to: Socket) => (data: Buffer) => {
      from.silent ||= silent;
      if (!from.silent) to.write(data);
    };
    client.on("data", pass(there));
    there.on("data", pass(client));
    client.once("close", () => there.destroy());
    there.once("close", () => client.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const here = new URL(url);
  here.hostname = "127.0.0.1";
  here.port = String(typeof address === "object" ? address?.port : 0);
  return {
    url: here.href,
    fallSilent: () => void (silent = true),
    speakAgain: () => void (silent = false),
    stop: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy();
        server.close(() => closed());
      }),
  };
}
