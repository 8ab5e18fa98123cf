const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Whether only this machine can reach a listening address or a public host name. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host.replace(/^\[(.*)\]$/, "$1"));
